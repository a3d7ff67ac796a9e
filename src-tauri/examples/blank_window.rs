//! A window with one word in it: what opening a window costs by itself. `npm run bench`
//! holds the workbench against it; nothing else uses it.
#![forbid(unsafe_code)]

use std::borrow::Cow;

use tauri::http::Response;
use tauri::{Url, WebviewUrl, WebviewWindowBuilder};

const PAGE: &[u8] =
    b"<!doctype html><meta charset=\"utf-8\"><title>Blank</title><h1>Blank</h1>";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let address = Url::parse("blank://localhost/")?;
    tauri::Builder::default()
        .register_uri_scheme_protocol("blank", |_, _| {
            let mut page = Response::new(Cow::Borrowed(PAGE));
            let html = tauri::http::HeaderValue::from_static("text/html");
            page.headers_mut().insert("content-type", html);
            page
        })
        .setup(move |app| {
            WebviewWindowBuilder::new(app, "blank", WebviewUrl::CustomProtocol(address))
                .inner_size(1280.0, 832.0)
                .incognito(true)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())?;
    Ok(())
}
