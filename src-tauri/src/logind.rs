//! The computer's sleep and the session's lock, as Linux's logind tells of them over D-Bus.
//!
//! Before sleep logind waits for who asked for a moment ("delay inhibitor"): that is held from
//! the start, and given back when the vault is locked, which replaces this process and so
//! closes it. Where logind is not there, nothing is heard, and the window's page of
//! protections says so.

use std::sync::atomic::{AtomicBool, Ordering};

/// What is known of the computer's sleep.
#[derive(Debug, Default)]
pub(crate) struct Sleep {
    is_awaited: AtomicBool,
}

impl Sleep {
    /// Returns whether the computer waits for the vault to be locked before it sleeps.
    pub(crate) fn is_awaited(&self) -> bool {
        self.is_awaited.load(Ordering::Acquire)
    }

    #[cfg(target_os = "linux")]
    fn is_awaited_now(&self, is_awaited: bool) {
        self.is_awaited.store(is_awaited, Ordering::Release);
    }
}

/// Listens from now on.
#[cfg(target_os = "linux")]
pub(crate) fn watch(app: &tauri::AppHandle) {
    linux::watch(app);
}

/// Nobody is listened to on this system yet.
#[cfg(not(target_os = "linux"))]
pub(crate) fn watch(_: &tauri::AppHandle) {}

#[cfg(target_os = "linux")]
mod linux {
    use std::cell::RefCell;
    use std::rc::Rc;
    use std::sync::Arc;

    use bridge::Desk;
    use bridge::view::LockedBecause;
    use gtk::gio::{
        self, BusType, Cancellable, DBusCallFlags, DBusConnection, DBusSignalFlags, UnixFDList,
    };
    use gtk::glib::{MainContext, Variant, VariantDict, VariantTy};
    use gtk::prelude::*;
    use tauri::{AppHandle, Manager};

    use crate::host::Desktop;
    use crate::locking;

    const LOGIND: &str = "org.freedesktop.login1";
    const PLACE: &str = "/org/freedesktop/login1";
    const MANAGER: &str = "org.freedesktop.login1.Manager";
    const SESSION: &str = "org.freedesktop.login1.Session";
    const USER: &str = "org.freedesktop.login1.User";
    const OWN_USER: &str = "/org/freedesktop/login1/user/self";
    const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

    /// How long logind may take to answer, in milliseconds.
    const PATIENCE: i32 = 5000;

    /// What is listened to.
    struct Watch {
        app: AppHandle,
        bus: DBusConnection,
        /// While it is held, the computer waits before it sleeps.
        held: RefCell<Option<UnixFDList>>,
        /// The place of the session that this window is in, where logind knows it.
        session: RefCell<Option<String>>,
    }

    pub(super) fn watch(app: &AppHandle) {
        let app = app.clone();
        gio::bus_get(BusType::System, Cancellable::NONE, move |bus| {
            let Ok(bus) = bus else { return };
            // A bus that goes away takes no program along that has a vault open.
            bus.set_exit_on_close(false);
            let watch = Rc::new(Watch {
                app,
                bus,
                held: RefCell::default(),
                session: RefCell::default(),
            });
            watch.listen();
            MainContext::default().spawn_local(async move {
                watch.hold().await;
                let session = watch.find_session().await;
                *watch.session.borrow_mut() = session;
            });
        });
    }

    impl Watch {
        /// Hears what logind says, for as long as the program runs.
        fn listen(self: &Rc<Self>) {
            self.hear(MANAGER, "PrepareForSleep", None, |watch, _, said| {
                watch.prepare(said.try_child_get::<bool>(0) == Ok(Some(true)));
            });
            self.hear(SESSION, "Lock", None, |watch, place, _| {
                if watch.is_own(place) {
                    locking::begin(&watch.app, LockedBecause::Session);
                }
            });
            let changed = "PropertiesChanged";
            self.hear(PROPERTIES, changed, Some(SESSION), |watch, place, said| {
                let changed = VariantDict::new(said.try_child_value(1).as_ref());
                let is_locked = changed.lookup::<bool>("LockedHint") == Ok(Some(true));
                if is_locked && watch.is_own(place) {
                    locking::begin(&watch.app, LockedBecause::Session);
                }
            });
            // A logind that was started anew knows of nobody who asked for a moment.
            let watch = Rc::clone(self);
            self.bus.signal_subscribe(
                Some("org.freedesktop.DBus"),
                Some("org.freedesktop.DBus"),
                Some("NameOwnerChanged"),
                None,
                Some(LOGIND),
                DBusSignalFlags::NONE,
                move |_, _, _, _, _, _| watch.hold_anew(),
            );
        }

        fn hear(
            self: &Rc<Self>,
            interface: &str,
            member: &str,
            first: Option<&str>,
            hear: impl Fn(&Rc<Self>, &str, &Variant) + 'static,
        ) {
            let watch = Rc::clone(self);
            self.bus.signal_subscribe(
                Some(LOGIND),
                Some(interface),
                Some(member),
                None,
                first,
                DBusSignalFlags::NONE,
                move |_, _, place, _, _, said| hear(&watch, place, said),
            );
        }

        /// The computer is about to sleep, or has woken.
        fn prepare(self: &Rc<Self>, sleeps: bool) {
            if !sleeps {
                self.hold_anew();
            } else if self.app.state::<Arc<Desk>>().is_open() {
                locking::begin(&self.app, LockedBecause::Sleep);
            } else {
                self.release();
            }
        }

        fn release(&self) {
            // The list closes what it holds when it goes.
            self.held.take();
            self.tell();
        }

        fn hold_anew(self: &Rc<Self>) {
            self.release();
            let watch = Rc::clone(self);
            MainContext::default().spawn_local(async move { watch.hold().await });
        }

        /// Asks that the computer waits before it sleeps.
        async fn hold(&self) {
            let why = "Locks its vault before the computer sleeps";
            let words = ("sleep", "Auscult", why, "delay").to_variant();
            let asked = self.bus.call_with_unix_fd_list_future(
                Some(LOGIND),
                PLACE,
                MANAGER,
                "Inhibit",
                Some(&words),
                VariantTy::new("(h)").ok(),
                DBusCallFlags::NONE,
                PATIENCE,
                None::<&UnixFDList>,
            );
            *self.held.borrow_mut() = asked.await.ok().map(|(_, held)| held);
            self.tell();
        }

        fn tell(&self) {
            let host = self.app.state::<Arc<Desktop>>();
            host.sleep().is_awaited_now(self.held.borrow().is_some());
        }

        /// Whether a session is the one that this window is in; any may be where it is not known.
        fn is_own(&self, place: &str) -> bool {
            let session = self.session.borrow();
            session.as_deref().is_none_or(|own| own == place)
        }

        /// Finds the session that this window is in: by its id, by this process, or as the
        /// one that the user sits at.
        async fn find_session(&self) -> Option<String> {
            let by_id = std::env::var("XDG_SESSION_ID").ok();
            if let Some(id) = by_id {
                let id = (id,).to_variant();
                if let Some(found) = self.ask(PLACE, MANAGER, "GetSession", &id).await {
                    return place_of(&found.try_child_value(0)?);
                }
            }
            let process = (std::process::id(),).to_variant();
            if let Some(found) = self.ask(PLACE, MANAGER, "GetSessionByPID", &process).await {
                return place_of(&found.try_child_value(0)?);
            }
            let display = (USER, "Display").to_variant();
            let found = self.ask(OWN_USER, PROPERTIES, "Get", &display).await?;
            // A pair of its id and its place.
            place_of(&found.try_child_value(0)?.as_variant()?.try_child_value(1)?)
        }

        async fn ask(
            &self,
            place: &str,
            interface: &str,
            method: &str,
            words: &Variant,
        ) -> Option<Variant> {
            let asked = self.bus.call_future(
                Some(LOGIND),
                place,
                interface,
                method,
                Some(words),
                None,
                DBusCallFlags::NONE,
                PATIENCE,
            );
            asked.await.ok()
        }
    }

    fn place_of(said: &Variant) -> Option<String> {
        said.str().map(str::to_owned)
    }
}
