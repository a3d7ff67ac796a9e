//! Pages of evidence, pages of packets and logos for the window: the scheme `preview`.
//!
//! `preview://localhost/EVIDENCE/NUMBER?width=PIXELS`, `/packet/TOKEN/PAGE?width=PIXELS` (pages
//! counted from 0) and `/look/ID` (an organisation or `consultant`; a page may append anything
//! as `?v=` to have it anew) are a PNG while the vault of the evidence is open, and nothing at
//! any other time and for any other address. Pages wait in a row of their
//! own, so that turning many never holds up a command, and the one asked for last comes first:
//! it is the one that a person looks at.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use bridge::{Desk, EvidenceId, OrganisationId, commands};
use tauri::http::{Method, Request, Response, StatusCode, Uri, header};
use tauri::{AppHandle, Manager, UriSchemeContext, UriSchemeResponder, Wry};
use uuid::Uuid;

use crate::host::Desktop;
use crate::window::MAIN;

/// The scheme's name; the page's policy names it too.
pub(crate) const SCHEME: &str = "preview";

/// How many draw at once.
pub(crate) const DRAWING: usize = 2;

/// How many wait; whoever turns on faster does not want the first of them any more.
const WAITING: usize = 32;

/// An address of a picture.
#[derive(Debug, PartialEq, Eq)]
enum Address {
    /// A page of evidence, counted from 1.
    Evidence {
        evidence: EvidenceId,
        number: u32,
        width: Option<u32>,
    },
    /// A page of a packet that was laid out, counted from 0.
    Packet { token: Uuid, page: u32, width: u32 },
    /// The logo of an organisation, or of whoever works with the vault.
    Logo(Option<OrganisationId>),
}

impl Address {
    fn of(uri: &Uri) -> Option<Self> {
        let (first, rest) = uri.path().strip_prefix('/')?.split_once('/')?;
        let width = || -> Option<u32> { uri.query()?.strip_prefix("width=")?.parse().ok() };
        match first {
            "packet" => {
                let (token, page) = rest.split_once('/')?;
                Some(Self::Packet {
                    token: token.parse().ok()?,
                    page: page.parse().ok()?,
                    width: width()?,
                })
            }
            "look" => {
                let asks_anew = |query: &str| query.starts_with("v=");
                uri.query().is_none_or(asks_anew).then_some(())?;
                match rest {
                    "consultant" => Some(Self::Logo(None)),
                    id => Some(Self::Logo(Some(serde_json::from_value(id.into()).ok()?))),
                }
            }
            evidence => Some(Self::Evidence {
                evidence: serde_json::from_value(evidence.into()).ok()?,
                number: rest.parse().ok()?,
                width: match uri.query() {
                    None => None,
                    Some(_) => Some(width()?),
                },
            }),
        }
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
    let png = match *address {
        Address::Evidence {
            evidence,
            number,
            width,
        } => commands::preview_page(&desk, host.as_ref(), evidence, number, width)
            .map(|png| png.to_vec()),
        Address::Packet { token, page, width } => {
            commands::packet_picture(&desk, token, page, width)
        }
        Address::Logo(of) => commands::logo_picture(&desk, of),
    };
    png.map_or_else(nothing, |png| {
        let mut response = answer(StatusCode::OK, png);
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
        let evidence: EvidenceId = id.parse().unwrap();
        assert_eq!(
            of(&format!("preview://localhost/{id}/3")),
            Some(Address::Evidence {
                evidence,
                number: 3,
                width: None,
            })
        );
        assert_eq!(
            of(&format!("http://preview.localhost/{id}/1?width=800")),
            Some(Address::Evidence {
                evidence,
                number: 1,
                width: Some(800),
            })
        );
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
    fn an_address_names_a_page_of_a_packet_or_a_logo() {
        let id = "01937f6e-0000-7000-8000-000000000001";
        let packet = Address::Packet {
            token: id.parse().unwrap(),
            page: 0,
            width: 900,
        };
        let page = of(&format!("preview://localhost/packet/{id}/0?width=900"));
        assert_eq!(page, Some(packet));
        let own = of("http://preview.localhost/look/consultant?v=3");
        assert_eq!(own, Some(Address::Logo(None)));
        let theirs = of(&format!("preview://localhost/look/{id}"));
        assert_eq!(theirs, Some(Address::Logo(id.parse().ok())));
        for odd in [
            "/packet",
            &format!("/packet/{id}"),
            &format!("/packet/{id}/0"),
            &format!("/packet/{id}/0?v=1"),
            &format!("/packet/{id}/-1?width=900"),
            "/packet/x/0?width=900",
            "/look/",
            "/look/somebody",
            "/look/consultant/1",
            "/look/consultant?width=3",
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
