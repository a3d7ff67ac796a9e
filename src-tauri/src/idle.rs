//! How long nobody has touched the window: keys, pointer, wheel and fingers, as the system
//! reports them for any window of this program, its dialogs included.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

/// When somebody last touched the window.
///
/// Two clocks are asked, because one stands still while the computer sleeps and the other
/// can be set. The one that says more counts.
#[derive(Debug)]
pub(crate) struct Idle {
    touched: Mutex<(Instant, SystemTime)>,
}

impl Default for Idle {
    fn default() -> Self {
        Self {
            touched: Mutex::new((Instant::now(), SystemTime::now())),
        }
    }
}

impl Idle {
    /// Hears that somebody touches the window.
    pub(crate) fn touch(&self) {
        self.touch_at(Instant::now(), SystemTime::now());
    }

    fn touch_at(&self, steady: Instant, set: SystemTime) {
        *self.touched.lock().unwrap_or_else(PoisonError::into_inner) = (steady, set);
    }

    /// Returns for how long nobody has touched the window.
    pub(crate) fn lasts(&self) -> Duration {
        self.lasts_at(Instant::now(), SystemTime::now())
    }

    fn lasts_at(&self, steady: Instant, set: SystemTime) -> Duration {
        let touched = *self.touched.lock().unwrap_or_else(PoisonError::into_inner);
        let by_steady = steady.saturating_duration_since(touched.0);
        by_steady.max(set.duration_since(touched.1).unwrap_or_default())
    }
}

/// Counts touches from now on, and locks the vault after the time that was set.
#[cfg(target_os = "linux")]
pub(crate) fn watch(app: &tauri::AppHandle) {
    linux::watch(app);
}

/// Touches are not counted on this system yet.
#[cfg(not(target_os = "linux"))]
pub(crate) fn watch(_: &tauri::AppHandle) {}

#[cfg(target_os = "linux")]
mod linux {
    use std::sync::Arc;
    use std::time::Duration;

    use bridge::view::LockedBecause;
    use gtk::gdk::{Event, EventType};
    use gtk::glib::{ControlFlow, timeout_add_local};
    use tauri::{AppHandle, Manager};

    use crate::host::Desktop;
    use crate::locking;

    /// How often is looked.
    const EVERY: Duration = Duration::from_secs(1);

    /// No less is set: until then nothing is looked up.
    const LEAST: Duration = Duration::from_secs(if cfg!(feature = "driving") { 1 } else { 60 });

    /// How long work that a person asked for may put it off.
    const WORKING: Duration = Duration::from_secs(60 * 60);

    pub(super) fn watch(app: &AppHandle) {
        let host = Arc::clone(&app.state::<Arc<Desktop>>());
        Event::set_handler(Some(move |event: &mut Event| {
            if is_touch(event.event_type()) {
                host.idle().touch();
            }
            gtk::main_do_event(event);
        }));
        let app = app.clone();
        timeout_add_local(EVERY, move || {
            let host = app.state::<Arc<Desktop>>();
            let lasts = host.idle().lasts();
            if lasts < LEAST {
                return ControlFlow::Continue;
            }
            let limit = host.idle_limit();
            // While something works that a person asked for they wait for it, wherever they are.
            let is_awaited = host.is_working() && lasts < limit.saturating_add(WORKING);
            if lasts >= limit && !is_awaited {
                locking::begin(&app, LockedBecause::Idle);
            }
            ControlFlow::Continue
        });
    }

    /// Whether a person caused it. A window that comes or goes under a pointer that lies
    /// still is entered and left, too.
    fn is_touch(kind: EventType) -> bool {
        use EventType as E;
        matches!(
            kind,
            E::MotionNotify
                | E::ButtonPress
                | E::DoubleButtonPress
                | E::TripleButtonPress
                | E::ButtonRelease
                | E::KeyPress
                | E::KeyRelease
                | E::Scroll
                | E::TouchBegin
                | E::TouchUpdate
                | E::TouchEnd
                | E::TouchpadSwipe
                | E::TouchpadPinch
                | E::PadButtonPress
                | E::PadButtonRelease
                | E::PadRing
                | E::PadStrip
        )
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_window_that_comes_or_goes_is_no_touch() {
            assert!(is_touch(EventType::KeyPress) && is_touch(EventType::Scroll));
            for kind in [
                EventType::EnterNotify,
                EventType::FocusChange,
                EventType::Map,
                EventType::Expose,
            ] {
                assert!(!is_touch(kind), "{kind:?}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_that_says_more_counts_and_a_touch_begins_anew() {
        let (steady, set) = (Instant::now(), SystemTime::now());
        let later = |seconds| Duration::from_secs(seconds);
        let idle = Idle::default();
        idle.touch_at(steady, set);
        assert_eq!(
            idle.lasts_at(steady + later(60), set + later(60)),
            later(60)
        );
        // The computer slept for an hour.
        assert_eq!(
            idle.lasts_at(steady + later(5), set + later(3600)),
            later(3600)
        );
        // Somebody set the clock back by an hour.
        assert_eq!(
            idle.lasts_at(steady + later(900), set - later(3600)),
            later(900)
        );
        idle.touch_at(steady + later(900), set);
        assert_eq!(idle.lasts_at(steady + later(901), set + later(1)), later(1));
    }
}
