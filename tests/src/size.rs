//! How long files may be.

use crate::project::{Source, holds, is_test, root, sources};

const LINES: usize = 600;
const COMPONENT: usize = 200;

/// Longer files, each with the reason.
const LONGER: [(&str, &str); 1] = [(
    "ui/src/bridge/generated/wire.ts",
    "written by a test from the Rust of the bridge",
)];

/// Components a few lines longer than they may be, each with the reason.
const LONGER_COMPONENTS: [(&str, &str); 2] = [
    (
        "ui/src/view/LibraryView.tsx",
        "one screen with its two lists and their empty states",
    ),
    (
        "ui/src/view/OrganisationView.tsx",
        "one screen with the five lists of an organisation",
    ),
];

#[test]
fn no_file_is_too_long() {
    let everywhere = ["src-tauri/", "ui/", "tests/", "scripts/"];
    let endings = [".rs", ".ts", ".tsx", ".mjs", ".js", ".css", ".py", ".sql"];
    let mut against = Vec::new();
    let excuses = LONGER.iter().chain(&LONGER_COMPONENTS);
    let mut unused: Vec<&str> = excuses.map(|(path, _)| *path).collect();
    for Source { path, text } in sources(&everywhere, &endings) {
        let component = path.ends_with(".tsx") && !is_test(&path);
        let limit = if component { COMPONENT } else { LINES };
        let lines = text.lines().count();
        if lines <= limit {
            continue;
        }
        match unused.iter().position(|excused| *excused == path) {
            Some(excused) => {
                unused.remove(excused);
            }
            None => against.push(format!("{path} has {lines} lines; {limit} are the most")),
        }
    }
    unused.retain(|path| !root().join(path).exists());
    against.extend(
        unused
            .iter()
            .map(|path| format!("{path} is excused and gone")),
    );
    holds(
        "No file has more than 600 lines and no component of the page more than 200, but for \
         those named in the test with a reason.",
        &against,
    );
}
