//! What was dropped or copied, as the files that can be attached of it.

use std::path::{Path, PathBuf};

use crate::file::shown_name;

/// How many files are taken of one folder: it was meant to be attached, and not a whole disk.
const OF_A_FOLDER: usize = 500;

/// What systems put into every folder, and nobody means to attach.
const SYSTEM_FILES: [&str; 3] = ["Thumbs.db", "desktop.ini", "Icon\r"];

/// Endings of files that only say where something else is.
const SHORTCUTS: [&str; 4] = ["desktop", "lnk", "url", "webloc"];

/// Something that was dropped or copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gathered {
    /// A file to attach.
    File(PathBuf),
    /// Something that is not attached.
    Left {
        /// Its name, as it can be shown.
        name: String,
        /// Why not, and what to do.
        sentence: &'static str,
    },
}

impl Gathered {
    fn left(path: &Path, sentence: &'static str) -> Self {
        Self::Left {
            name: shown_name(path),
            sentence,
        }
    }
}

/// Returns the files of what was dropped or copied: of a folder those that lie in it, without
/// the folders in it. Each thing that is left is named.
pub fn gather(paths: Vec<PathBuf>) -> Vec<Gathered> {
    paths.into_iter().flat_map(one).collect()
}

fn one(path: PathBuf) -> Vec<Gathered> {
    if is_address(&path) {
        return vec![Gathered::left(
            &path,
            "This is a link to a page and not a file, and nothing here fetches pages. Save the \
             page as a file and attach that.",
        )];
    }
    if path.is_dir() {
        return folder(&path);
    }
    if is_shortcut(&path) {
        return vec![Gathered::left(
            &path,
            "This only says where something else is, so it was not attached. Attach the file that \
             it leads to.",
        )];
    }
    vec![Gathered::File(path)]
}

fn folder(folder: &Path) -> Vec<Gathered> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return vec![Gathered::left(
            folder,
            "You may not look into this folder, so nothing of it was attached.",
        )];
    };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| !is_of_the_system(path))
        .collect();
    paths.sort();
    let (folders, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
    if files.len() > OF_A_FOLDER {
        return vec![Gathered::left(
            folder,
            "There are more than 500 files in this folder, so nothing of it was attached. Choose \
             the files that are evidence and attach those.",
        )];
    }
    let empty = (files.is_empty() && folders.is_empty())
        .then(|| Gathered::left(folder, "This folder is empty."));
    let within = folders.iter().map(|folder| {
        Gathered::left(
            folder,
            "This folder lies in the one that was dropped. Its files were not attached. Drop it by \
             itself to attach them.",
        )
    });
    files
        .into_iter()
        .flat_map(one)
        .chain(within)
        .chain(empty)
        .collect()
}

/// A browser hands over what it shows as an address in a path's place.
fn is_address(path: &Path) -> bool {
    let text = path.to_string_lossy();
    let scheme = text.split_once(':').map(|(scheme, _)| scheme);
    !path.is_absolute() && scheme.is_some_and(|scheme| scheme.len() > 1)
}

fn is_shortcut(path: &Path) -> bool {
    path.extension().is_some_and(|ending| {
        SHORTCUTS
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}

fn is_of_the_system(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || SYSTEM_FILES.iter().any(|known| *known == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(gathered: &[Gathered]) -> Vec<String> {
        gathered
            .iter()
            .map(|one| match one {
                Gathered::File(path) => shown_name(path),
                Gathered::Left { name, .. } => format!("not {name}"),
            })
            .collect()
    }

    fn folder_of(name: &str, files: &[&str], folders: &[&str]) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("auscult-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        for file in files {
            std::fs::write(folder.join(file), "x").unwrap();
        }
        for inner in folders {
            std::fs::create_dir(folder.join(inner)).unwrap();
        }
        folder
    }

    #[test]
    fn a_folder_gives_its_files_and_names_the_folders_that_it_leaves() {
        let files = ["b.pdf", "a.txt", ".DS_Store", "Thumbs.db", "site.URL"];
        let folder = folder_of("gather", &files, &["older"]);
        let gathered = gather(vec![folder.clone()]);
        assert_eq!(
            names(&gathered),
            ["a.txt", "b.pdf", "not site.URL", "not older"]
        );
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn an_empty_folder_and_one_with_too_much_say_so() {
        let empty = folder_of("gather-empty", &[], &[]);
        let many: Vec<String> = (0..=OF_A_FOLDER).map(|n| n.to_string()).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let full = folder_of("gather-full", &many, &[]);
        let gathered = gather(vec![empty.clone(), full.clone()]);
        assert_eq!(gathered.len(), 2);
        assert!(
            gathered
                .iter()
                .all(|one| matches!(one, Gathered::Left { .. }))
        );
        std::fs::remove_dir_all(&empty).unwrap();
        std::fs::remove_dir_all(&full).unwrap();
    }

    #[test]
    fn links_and_shortcuts_are_named_and_left() {
        let dropped = [
            "https://example.org/policy.pdf",
            "mailto:someone",
            "/desk/plan.lnk",
            "/desk/odd:name.pdf",
            "C:\\plan.pdf",
        ];
        let gathered = gather(dropped.iter().map(PathBuf::from).collect());
        let left: Vec<bool> = gathered
            .iter()
            .map(|one| matches!(one, Gathered::Left { .. }))
            .collect();
        assert_eq!(left, [true, true, true, false, false]);
    }
}
