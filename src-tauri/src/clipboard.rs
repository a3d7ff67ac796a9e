//! What lies on the clipboard. It is asked for here, when a person pastes, and never by the page;
//! and a secret is lent to it for a while.

use bridge::Pasted;
use tauri::AppHandle;

/// Takes what lies on the clipboard. Waits for the program that holds it, so never call it on
/// the window's own thread.
#[cfg(target_os = "linux")]
pub(crate) fn take(app: &AppHandle) -> Pasted {
    let (answer, taken) = std::sync::mpsc::channel();
    let asked = app.run_on_main_thread(move || linux::ask(answer));
    // The program that holds it may have ended, or never answer.
    asked
        .ok()
        .and_then(|()| taken.recv_timeout(linux::PATIENCE).ok())
        .unwrap_or(Pasted::Nothing)
}

/// Puts a secret on the clipboard and takes it away after a while, unless something else lies
/// there by then. It goes with the process too, and so when the vault is locked. Returns
/// whether it lies there.
#[cfg(target_os = "linux")]
pub(crate) fn lend(app: &AppHandle, secret: String) -> bool {
    let (answer, lent) = std::sync::mpsc::channel();
    let asked = app.run_on_main_thread(move || {
        let _ = answer.send(linux::lend(secret));
    });
    asked.is_ok() && lent.recv_timeout(linux::PATIENCE).unwrap_or(false)
}

/// This system's clipboard is lent nothing yet.
#[cfg(not(target_os = "linux"))]
pub(crate) fn lend(_: &AppHandle, _: String) -> bool {
    false
}

/// This system's clipboard is not asked yet.
#[cfg(not(target_os = "linux"))]
pub(crate) fn take(_: &AppHandle) -> Pasted {
    Pasted::NotHere
}

#[cfg(target_os = "linux")]
mod linux {
    use std::path::PathBuf;
    use std::rc::Rc;
    use std::sync::mpsc::Sender;
    use std::time::Duration;

    use bridge::Pasted;
    use gtk::gdk::{Atom, SELECTION_CLIPBOARD};
    use gtk::{Clipboard, TargetEntry, TargetFlags, glib};

    /// How long another program may take to hand over what it holds.
    pub(super) const PATIENCE: Duration = Duration::from_secs(60);

    /// More is not copied but saved as a file, which is sealed without lying in memory.
    const MOST: usize = 128 << 20;

    /// Kinds of pictures as they are asked for, those that lose nothing first.
    const PICTURES: [(&str, &str); 5] = [
        ("image/png", "png"),
        ("image/tiff", "tiff"),
        ("image/bmp", "bmp"),
        ("image/webp", "webp"),
        ("image/jpeg", "jpg"),
    ];

    /// Kinds of text that every program which copies words offers.
    const TEXTS: [&str; 3] = ["UTF8_STRING", "text/plain;charset=utf-8", "text/plain"];

    /// How long a secret lies on the clipboard.
    const LENT: Duration = Duration::from_secs(30);

    /// By this kind programs that keep a history of the clipboard know what not to keep; KDE's
    /// began it and others follow.
    const NOT_TO_KEEP: &str = "x-kde-passwordManagerHint";

    /// Puts a secret on the clipboard.
    pub(super) fn lend(secret: String) -> bool {
        let clipboard = Clipboard::get(&SELECTION_CLIPBOARD);
        let kinds: Vec<TargetEntry> = TEXTS
            .iter()
            .chain([&NOT_TO_KEEP])
            .map(|kind| TargetEntry::new(kind, TargetFlags::empty(), 0))
            .collect();
        // The clipboard drops it with what is put there next, so a trace of it tells whether
        // it still lies there.
        let secret = Rc::new(secret);
        let trace = Rc::downgrade(&secret);
        let lies_there = clipboard.set_with_data(&kinds, move |_, asked, _| {
            if asked.target().name() == NOT_TO_KEEP {
                asked.set(&asked.target(), 8, b"secret");
            } else {
                asked.set_text(&secret);
            }
        });
        glib::timeout_add_local_once(LENT, move || {
            if trace.upgrade().is_some() {
                Clipboard::get(&SELECTION_CLIPBOARD).clear();
            }
        });
        lies_there
    }

    /// Asks what there is, then for the best of it: files, else words, else a picture. Copied
    /// cells come as words and as a picture of them; words can be searched.
    pub(super) fn ask(answer: Sender<Pasted>) {
        let clipboard = Clipboard::get(&SELECTION_CLIPBOARD);
        clipboard.request_contents(&Atom::intern("TARGETS"), move |clipboard, offered| {
            let kinds: Vec<String> = offered
                .targets()
                .unwrap_or_default()
                .iter()
                .map(|kind| kind.name().to_string())
                .collect();
            let offers = |kind: &str| kinds.iter().any(|known| known == kind);
            if offers("text/uri-list") {
                clipboard.request_uris(move |clipboard, uris| match files(uris) {
                    files if files.is_empty() => text(clipboard, answer),
                    files => drop(answer.send(Pasted::Files(files))),
                });
            } else if TEXTS.iter().any(|kind| offers(kind)) {
                text(clipboard, answer);
            } else if let Some((kind, ending)) = PICTURES.iter().find(|(kind, _)| offers(kind))
            {
                clipboard.request_contents(&Atom::intern(kind), move |_, picture| {
                    drop(
                        answer.send(bounded(picture.data(), |bytes| Pasted::Picture {
                            bytes,
                            ending,
                        })),
                    );
                });
            }
        });
    }

    fn text(clipboard: &Clipboard, answer: Sender<Pasted>) {
        clipboard.request_text(move |_, text| {
            let text = text.unwrap_or_default().to_owned();
            let pasted = match text.len() {
                0 => Pasted::Nothing,
                1..=MOST => Pasted::Text(text),
                _ => Pasted::TooMuch,
            };
            drop(answer.send(pasted));
        });
    }

    fn bounded(bytes: Vec<u8>, pasted: impl FnOnce(Vec<u8>) -> Pasted) -> Pasted {
        match bytes.len() {
            0 => Pasted::Nothing,
            1..=MOST => pasted(bytes),
            _ => Pasted::TooMuch,
        }
    }

    /// Returns the files among addresses; a link to a page is none.
    fn files(uris: &[glib::GString]) -> Vec<PathBuf> {
        uris.iter()
            .filter_map(|uri| glib::filename_from_uri(uri).ok())
            .map(|(path, _)| path)
            .collect()
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn files_are_found_among_addresses_and_links_are_not() {
            let uris = [
                "file:///desk/a%20b.pdf",
                "https://example.org/x",
                "nonsense",
            ];
            let uris: Vec<glib::GString> = uris.iter().map(|uri| (*uri).into()).collect();
            assert_eq!(files(&uris), [PathBuf::from("/desk/a b.pdf")]);
        }

        #[test]
        fn more_than_is_copied_is_said_and_not_kept() {
            let picture = |bytes| Pasted::Picture {
                bytes,
                ending: "png",
            };
            assert_eq!(bounded(Vec::new(), picture), Pasted::Nothing);
            assert_eq!(bounded(vec![0; MOST + 1], picture), Pasted::TooMuch);
            assert!(matches!(bounded(vec![0], picture), Pasted::Picture { .. }));
        }
    }
}
