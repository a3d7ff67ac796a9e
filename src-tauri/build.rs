//! Gives Tauri the names of the commands, so that none is callable without a permission,
//! and makes sure that there is a page to embed.

use std::error::Error;
use std::fs;
use std::path::Path;

include!("crates/bridge/src/list.rs");

macro_rules! names {
    ($($name:ident: $request:ty => $view:ty,)*) => { &[$(stringify!($name)),*] };
}

const COMMANDS: &[&str] = with_commands!(names);

/// Stands in until the page is built, so that `cargo check` needs no Node.
const NO_PAGE: &str = "<!doctype html><meta charset=\"utf-8\"><title>Auscult</title>\n\
    <p>The page was not built. Run: npm run ui:build</p>\n";

fn main() -> Result<(), Box<dyn Error>> {
    let page = Path::new("../ui/dist/index.html");
    if !page.exists() {
        fs::create_dir_all("../ui/dist")?;
        fs::write(page, NO_PAGE)?;
    }
    // Cargo would not see a page built anew otherwise: the old one would stay embedded.
    println!("cargo:rerun-if-changed=../ui/dist");
    let commands = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    Ok(())
}
