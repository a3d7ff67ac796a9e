//! Pages of evidence for the window: the scheme `preview`.
//!
//! `preview://localhost/EVIDENCE/NUMBER?width=PIXELS` is a PNG while the vault of the evidence is
//! open, and nothing at any other time and for any other address. Pages wait in a row of their
//! own, so that turning many never holds up a command, and the one asked for last comes first:
//! it is the one that a person looks at.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use bridge::{Desk, EvidenceId, commands};
use tauri::http::{Method, Request, Response, StatusCode, Uri, header};
use tauri::{AppHandle, Manager, UriSchemeContext, UriSchemeResponder, Wry};

use crate::host::Desktop;
use crate::window::MAIN;

/// The scheme's name; the page's policy names it too.
pub(crate) const SCHEME: &str = "preview";

/// How many draw at once.
pub(crate) const DRAWING: usize = 2;

/// How many wait; whoever turns on faster does not want the first of them any more.
const WAITING: usize = 32;

/// An address of a page.
#[derive(Debug, PartialEq, Eq)]
struct Address {
    evidence: EvidenceId,
    number: u32,
    width: Option<u32>,
}

impl Address {
    fn of(uri: &Uri) -> Option<Self> {
        let (evidence, number) = uri.path().strip_prefix('/')?.split_once('/')?;
        let width = match uri.query() {
            None => None,
            Some(query) => Some(query.strip_prefix("width=")?.parse().ok()?),
        };
        Some(Self {
            evidence: serde_json::from_value(evidence.into()).ok()?,
            number: number.parse().ok()?,
            width,
        })
    }
}

/// Pages that wait to be drawn.
#[derive(Default)]
pub(crate) struct Pages {
    waiting: Mutex<VecDeque<(Address, UriSchemeResponder)>>,
    asked: Condvar,
}

impl Pages {
    fn ask(&self, address: Address, responder: UriSchemeResponder) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.push_back((address, responder));
        let given_up = (waiting.len() > WAITING)
            .then(|| waiting.pop_front())
            .flatten();
        drop(waiting);
        self.asked.notify_one();
        if let Some((_, responder)) = given_up {
            responder.respond(nothing());
        }
    }

    fn newest(&self) -> Option<(Address, UriSchemeResponder)> {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = self.asked.wait_while(waiting, |waiting| waiting.is_empty());
        waiting.unwrap_or_else(PoisonError::into_inner).pop_back()
    }
}

/// Begins to draw pages as they are asked for.
pub(crate) fn draw(app: &AppHandle) {
    let pages = Arc::new(Pages::default());
    for _ in 0..DRAWING {
        let (app, pages) = (app.clone(), Arc::clone(&pages));
        std::thread::spawn(move || {
            while let Some((address, responder)) = pages.newest() {
                responder.respond(drawn(&app, &address));
            }
        });
    }
    app.manage(pages);
}

/// Takes a request of the window.
pub(crate) fn on_request(
    context: UriSchemeContext<'_, Wry>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let is_ours = context.webview_label() == MAIN && request.method() == Method::GET;
    let address = Address::of(request.uri()).filter(|_| is_ours);
    match (address, context.app_handle().try_state::<Arc<Pages>>()) {
        (Some(address), Some(pages)) => pages.ask(address, responder),
        _ => responder.respond(nothing()),
    }
}

fn drawn(app: &AppHandle, address: &Address) -> Response<Vec<u8>> {
    let (desk, host) = (app.state::<Arc<Desk>>(), app.state::<Arc<Desktop>>());
    let Address {
        evidence,
        number,
        width,
    } = address;
    let png = commands::preview_page(&desk, host.as_ref(), *evidence, *number, *width);
    png.map_or_else(nothing, |png| {
        let mut response = answer(StatusCode::OK, png.to_vec());
        let png = header::HeaderValue::from_static("image/png");
        response.headers_mut().insert(header::CONTENT_TYPE, png);
        response
    })
}

fn nothing() -> Response<Vec<u8>> {
    answer(StatusCode::NOT_FOUND, Vec::new())
}

/// Makes an answer that nobody keeps and nobody takes for something else.
fn answer(status: StatusCode, body: Vec<u8>) -> Response<Vec<u8>> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    let say = header::HeaderValue::from_static;
    headers.insert(header::CACHE_CONTROL, say("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, say("nosniff"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(address: &str) -> Option<Address> {
        Address::of(&address.parse().unwrap())
    }

    #[test]
    fn an_address_names_evidence_a_page_and_perhaps_a_width() {
        let id = "01937f6e-0000-7000-8000-000000000001";
        let plain = of(&format!("preview://localhost/{id}/3")).unwrap();
        assert_eq!((plain.number, plain.width), (3, None));
        let wide = of(&format!("http://preview.localhost/{id}/1?width=800")).unwrap();
        assert_eq!((wide.number, wide.width), (1, Some(800)));
        assert_eq!(wide.evidence, plain.evidence);
        for odd in [
            "",
            "/",
            "/1",
            "/x/1",
            &format!("/{id}"),
            &format!("/{id}/"),
            &format!("/{id}/-1"),
            &format!("/{id}/1/2"),
            &format!("/{id}/1?width=x"),
            &format!("/{id}/1?height=3"),
            &format!("/../{id}/1"),
        ] {
            assert_eq!(of(&format!("preview://localhost{odd}")), None, "{odd}");
        }
    }

    #[test]
    fn an_answer_is_kept_by_nobody() {
        let nothing = nothing();
        assert_eq!(nothing.status(), StatusCode::NOT_FOUND);
        assert!(nothing.body().is_empty());
        assert_eq!(nothing.headers()[header::CACHE_CONTROL], "no-store");
    }
}
