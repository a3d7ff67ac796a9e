//! The one window, and what its page may not do.

use std::fmt;
use std::str::FromStr;

use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::{
    AppHandle, PhysicalPosition, PhysicalSize, Url, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder,
};

/// The name by which capabilities and events know the window.
pub(crate) const MAIN: &str = "main";

/// A web view that a test drives cannot be private: automation refuses it.
const PRIVATE: bool = !cfg!(feature = "driving");

/// Where a window is on the screen, in the screen's own pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) left: i32,
    pub(crate) top: i32,
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Whether it fills the screen.
    pub(crate) is_whole: bool,
}

const WHOLE: &str = "whole";
const PART: &str = "part";

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            left,
            top,
            width,
            height,
            is_whole,
        } = self;
        let filled = if *is_whole { WHOLE } else { PART };
        write!(f, "{left},{top},{width},{height},{filled}")
    }
}

impl FromStr for Place {
    type Err = ();

    fn from_str(said: &str) -> Result<Self, ()> {
        let mut parts = said.split(',');
        let mut next = || parts.next().ok_or(());
        let place = Self {
            left: next()?.parse().map_err(drop)?,
            top: next()?.parse().map_err(drop)?,
            width: next()?.parse().map_err(drop)?,
            height: next()?.parse().map_err(drop)?,
            is_whole: match next()? {
                WHOLE => true,
                PART => false,
                _ => return Err(()),
            },
        };
        parts.next().is_none().then_some(place).ok_or(())
    }
}

/// Returns where a window is; nothing when it cannot say.
pub(crate) fn place(window: &WebviewWindow) -> Option<Place> {
    let PhysicalPosition { x, y } = window.outer_position().ok()?;
    let PhysicalSize { width, height } = window.inner_size().ok()?;
    Some(Place {
        left: x,
        top: y,
        width,
        height,
        is_whole: window.is_maximized().ok()?,
    })
}

/// Opens the window where the one before it was. It shows itself once its page is there, so that no blank one flashes.
pub(crate) fn open(app: &AppHandle, place: Option<Place>) -> tauri::Result<WebviewWindow> {
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
    if let Some(place) = place {
        let _ = window.set_position(PhysicalPosition::new(place.left, place.top));
        let _ = window.set_size(PhysicalSize::new(place.width, place.height));
        if place.is_whole {
            let _ = window.maximize();
        }
    }
    settle(&window)?;
    Ok(window)
}

/// What a window says of itself once it stands.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Told {
    /// Whether its page is bound by its policy.
    pub(crate) has_policy: bool,
    /// Whether it keeps nothing on the disk.
    pub(crate) is_private: bool,
    /// Whether nobody can look inside by the web view's own tools.
    pub(crate) is_closed: bool,
}

/// Has the page drawn by the processor, and asks the web view how it was made. Nothing in the
/// page moves, so a graphics card would gain little; on computers that stand in for one by
/// software, as remote desktops do, each key costs the drawing of the whole window otherwise.
#[cfg(target_os = "linux")]
fn settle(window: &WebviewWindow) -> tauri::Result<()> {
    use std::sync::Arc;

    use tauri::Manager;
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

    use crate::host::Desktop;

    let host = Arc::clone(&window.state::<Arc<Desktop>>());
    let has_policy = window.config().app.security.csp.is_some();
    window.with_webview(move |view| {
        let settings = view.inner().settings();
        if let Some(settings) = &settings {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
        host.window_says(Told {
            has_policy,
            is_private: view.inner().is_ephemeral(),
            is_closed: settings.is_some_and(|settings| !settings.enables_developer_extras()),
        });
    })
}

/// Leaves it to the system's web view, which is asked nothing yet.
#[cfg(not(target_os = "linux"))]
fn settle(_: &WebviewWindow) -> tauri::Result<()> {
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
