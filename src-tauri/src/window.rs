//! The one window, and what its page may not do.

use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::{AppHandle, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

/// The name by which capabilities and events know the window.
pub(crate) const MAIN: &str = "main";

/// A web view that a test drives cannot be private: automation refuses it.
const PRIVATE: bool = !cfg!(feature = "driving");

/// Opens the window. It shows itself once its page is there, so that no blank one flashes.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Auscult")
        .inner_size(1280.0, 832.0)
        .min_inner_size(960.0, 640.0)
        .center()
        .visible(false)
        .incognito(PRIVATE)
        .devtools(false)
        // The page zooms itself, and remembers how far.
        .zoom_hotkeys_enabled(false)
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                let _ = window.show();
            }
        })
        .build()?;
    draw_without_graphics_card(&window)?;
    Ok(window)
}

/// Has the page drawn by the processor. Nothing in it moves, so a graphics card would gain
/// little; on computers that stand in for one by software, as remote desktops do, each key
/// costs the drawing of the whole window otherwise.
#[cfg(target_os = "linux")]
fn draw_without_graphics_card(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

    window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

/// Leaves the choice to the system's web view.
#[cfg(not(target_os = "linux"))]
fn draw_without_graphics_card(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// The page that is built in, and no other. On Windows Tauri serves it under a name of its
/// own that never leaves the computer.
fn is_own(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_can_go_nowhere_but_home() {
        assert!(is_own(&Url::parse("tauri://localhost/index.html").unwrap()));
        for elsewhere in [
            "https://example.org/",
            "http://localhost/",
            "http://tauri.localhost.example.org/",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
            "tauri://elsewhere/",
        ] {
            assert!(!is_own(&Url::parse(elsewhere).unwrap()), "{elsewhere}");
        }
    }
}
