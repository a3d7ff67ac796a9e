//! Files dropped on the window. Their paths stay here; the page gets a token and a count.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use bridge::view::DroppedView;
use serde::Serialize;
use tauri::{DragDropEvent, Emitter, Manager, Window, WindowEvent};

use crate::host::Desktop;
use crate::window::MAIN;

/// How many drops are kept for a page that has not asked for them yet.
const KEPT: usize = 8;

/// Dropped files that nobody asked for yet, by token.
#[derive(Debug, Default)]
pub(crate) struct Dropped {
    drops: AtomicU64,
    waiting: Mutex<Vec<(String, Vec<PathBuf>)>>,
}

impl Dropped {
    /// Keeps files and gives the token for them.
    pub(crate) fn keep(&self, paths: Vec<PathBuf>) -> String {
        let token = format!("drop-{}", self.drops.fetch_add(1, Ordering::Relaxed));
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() == KEPT {
            waiting.remove(0);
        }
        waiting.push((token.clone(), paths));
        token
    }

    /// Gives the files of a token, once.
    pub(crate) fn take(&self, token: &str) -> Vec<PathBuf> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let at = waiting.iter().position(|(known, _)| known == token);
        at.map(|at| waiting.remove(at).1).unwrap_or_default()
    }
}

/// Whether files hover over the window: the event "dragging". The page cannot see that for
/// itself, because the drop is taken before it gets there.
#[derive(Clone, Serialize)]
struct Dragging {
    over: bool,
}

pub(crate) fn on_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else {
        return;
    };
    let dragging = |over| {
        let _ = window.emit_to(MAIN, "dragging", Dragging { over });
    };
    match event {
        DragDropEvent::Enter { .. } => dragging(true),
        DragDropEvent::Leave => dragging(false),
        DragDropEvent::Drop { paths, .. } => {
            dragging(false);
            if paths.is_empty() {
                return;
            }
            let count = u32::try_from(paths.len()).unwrap_or(u32::MAX);
            let token = window.state::<Arc<Desktop>>().drops().keep(paths.clone());
            let _ = window.emit_to(MAIN, "dropped", DroppedView { token, count });
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_gives_its_files_once() {
        let dropped = Dropped::default();
        let token = dropped.keep(vec![PathBuf::from("scan.pdf")]);
        assert_eq!(dropped.take(&token), [PathBuf::from("scan.pdf")]);
        assert!(dropped.take(&token).is_empty());
        assert!(dropped.take("made up").is_empty());
    }

    #[test]
    fn the_oldest_of_too_many_drops_is_forgotten() {
        let dropped = Dropped::default();
        let tokens: Vec<String> = (0..=KEPT)
            .map(|_| dropped.keep(vec![PathBuf::from("x")]))
            .collect();
        assert!(dropped.take(&tokens[0]).is_empty());
        assert!(!dropped.take(&tokens[1]).is_empty());
    }
}
