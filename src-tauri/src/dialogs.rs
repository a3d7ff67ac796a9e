//! Asking for files. Only Rust asks, and only Rust sees the paths.
//!
//! On Linux the toolkit's own chooser runs on the thread that owns the window, as its modal
//! child. The `rfd` crate would run a second loop over the same toolkit on a thread of its
//! own there, without the window as its parent; elsewhere it is what fits. Tauri's dialog
//! plugin is `rfd` again, together with commands for the page that nobody here may grant.

use std::path::PathBuf;

use bridge::Question;
use tauri::AppHandle;

/// Asks a person; empty when they cancel. Waits for the answer, so never call it on the
/// window's own thread.
pub(crate) fn choose(app: &AppHandle, question: Question) -> Vec<PathBuf> {
    #[cfg(feature = "driving")]
    {
        let _ = app;
        crate::driving::choose(&question)
    }
    #[cfg(not(feature = "driving"))]
    asked(app, question)
}

/// A question in words.
#[cfg_attr(feature = "driving", allow(dead_code))]
struct Words {
    title: &'static str,
    accept: &'static str,
    name: Option<String>,
}

#[cfg_attr(feature = "driving", allow(dead_code))]
impl Words {
    fn of(question: &Question) -> Self {
        let (title, accept, name) = match question {
            Question::Vault => ("Open a vault", "_Open", None),
            Question::NewVault => (
                "Where should the vault be kept?",
                "_Choose",
                Some("My vault.auscult".to_owned()),
            ),
            Question::Evidence => ("Attach files", "_Attach", None),
            Question::KeyFile => ("Choose the key file", "_Choose", None),
            Question::BackupPlace => ("Where do backups go?", "_Choose", None),
            Question::Bundle => ("Open a bundle", "_Open", None),
            Question::Identity => ("Choose the file with the age identity", "_Choose", None),
            Question::Plan => ("Open the evidence plan that came back", "_Open", None),
            Question::Record => ("Open a packet of record", "_Open", None),
            Question::Logo => ("Choose a picture for the documents", "_Choose", None),
            Question::Save { name } => ("Save as", "_Save", Some(name.clone())),
        };
        Self {
            title,
            accept,
            name,
        }
    }
}

#[cfg(all(target_os = "linux", not(feature = "driving")))]
fn asked(app: &AppHandle, question: Question) -> Vec<PathBuf> {
    let (answer, chosen) = std::sync::mpsc::channel();
    let owner = app.clone();
    let shown =
        app.run_on_main_thread(move || on_the_windows_thread(&owner, &question, answer));
    // A window that ends takes its question along: that is a cancelled one.
    shown
        .ok()
        .and_then(|()| chosen.recv().ok())
        .unwrap_or_default()
}

#[cfg(all(target_os = "linux", not(feature = "driving")))]
fn on_the_windows_thread(
    app: &AppHandle,
    question: &Question,
    answer: std::sync::mpsc::Sender<Vec<PathBuf>>,
) {
    use gtk::prelude::*;
    use gtk::{FileChooserAction, FileChooserNative, ResponseType};
    use tauri::Manager;

    // The toolkit would note the names of chosen files in a list of its own, in clear.
    if let Some(settings) = gtk::Settings::default() {
        settings.set_gtk_recent_files_enabled(false);
    }
    let parent = app
        .get_webview_window(crate::window::MAIN)
        .and_then(|w| w.gtk_window().ok());
    let words = Words::of(question);
    let action = match question {
        Question::Vault | Question::BackupPlace => FileChooserAction::SelectFolder,
        Question::Evidence
        | Question::KeyFile
        | Question::Bundle
        | Question::Identity
        | Question::Plan
        | Question::Record
        | Question::Logo => FileChooserAction::Open,
        Question::NewVault | Question::Save { .. } => FileChooserAction::Save,
    };
    let accept = Some(words.accept);
    let dialog = FileChooserNative::new(
        Some(words.title),
        parent.as_ref(),
        action,
        accept,
        Some("_Cancel"),
    );
    dialog.set_modal(true);
    dialog.set_select_multiple(*question == Question::Evidence);
    dialog.set_do_overwrite_confirmation(true);
    if let Some(name) = &words.name {
        dialog.set_current_name(name);
    }
    // The toolkit keeps no hold of a native chooser; it holds itself until it is answered.
    let held = std::cell::RefCell::new(Some(dialog.clone()));
    dialog.connect_response(move |dialog, response| {
        let paths = if response == ResponseType::Accept {
            dialog.filenames()
        } else {
            Vec::new()
        };
        let _ = answer.send(paths);
        dialog.destroy();
        held.take();
    });
    dialog.show();
}

#[cfg(all(not(target_os = "linux"), not(feature = "driving")))]
fn asked(app: &AppHandle, question: Question) -> Vec<PathBuf> {
    use tauri::Manager;

    let words = Words::of(&question);
    let mut dialog = rfd::AsyncFileDialog::new().set_title(words.title);
    if let Some(window) = app.get_webview_window(crate::window::MAIN) {
        dialog = dialog.set_parent(&window);
    }
    if let Some(name) = words.name {
        dialog = dialog.set_file_name(name);
    }
    let one = |file: Option<rfd::FileHandle>| file.into_iter().collect::<Vec<_>>();
    let files = tauri::async_runtime::block_on(async {
        match question {
            Question::Vault | Question::BackupPlace => one(dialog.pick_folder().await),
            Question::KeyFile
            | Question::Bundle
            | Question::Identity
            | Question::Plan
            | Question::Record
            | Question::Logo => one(dialog.pick_file().await),
            Question::Evidence => dialog.pick_files().await.unwrap_or_default(),
            Question::NewVault | Question::Save { .. } => one(dialog.save_file().await),
        }
    });
    files
        .into_iter()
        .map(|file| file.path().to_owned())
        .collect()
}
