//! How the window is kept on this computer.

use std::fs;

use bridge::commands::*;
use bridge::view::*;
use bridge::{Desk, Nothing};

use crate::host::{Room, desk};

fn kept(desk: &Desk, room: &Room) -> Settings {
    settings(desk, room, Nothing {}).unwrap()
}

fn with_panes(names: impl Iterator<Item = String>) -> Settings {
    Settings {
        theme: Theme::Dark,
        panes: names.map(|name| (name, 320.0)).collect(),
        zoom: Some(150),
        idle_minutes: None,
    }
}

#[test]
fn settings_are_kept_while_locked_and_found_by_the_next_start() {
    let (first, room) = (desk(), Room::new("settings"));
    assert_eq!(kept(&first, &room), Settings::default());
    let mine = with_panes(["desk.tree".to_owned()].into_iter());
    assert_eq!(save_settings(&first, &room, mine.clone()).unwrap(), mine);
    assert_eq!(kept(&desk(), &room), mine);
    let own = fs::read_dir(room.folder.join("own")).unwrap();
    let names: Vec<_> = own.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(
        names,
        ["settings.json"],
        "nothing half-written stays beside it"
    );
}

#[test]
fn settings_that_cannot_be_read_are_those_of_a_first_start() {
    let (desk, room) = (desk(), Room::new("settings-odd"));
    let file = room.folder.join("own/settings.json");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let deep = "[".repeat(100_000);
    let long = format!("{{\"theme\":\"dark\"}}{}", " ".repeat(200_000));
    for odd in ["", "{", "{\"theme\":\"pink\"}", "{\"zoom\":-1}", &deep] {
        fs::write(&file, odd).unwrap();
        assert_eq!(kept(&desk, &room), Settings::default(), "{odd:.20}");
    }
    fs::write(&file, long).unwrap();
    kept(&desk, &room);
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert_eq!(
        kept(&desk, &room),
        Settings::default(),
        "a folder in its place"
    );
    let mine = with_panes(std::iter::empty());
    assert_eq!(
        save_settings(&desk, &room, mine.clone()).unwrap(),
        mine,
        "what cannot be kept holds for as long as the window is open"
    );
}

#[test]
fn a_page_that_goes_wrong_keeps_a_bounded_number_of_panes() {
    let (desk, room) = (desk(), Room::new("settings-many"));
    let mut many = with_panes((0..1000).map(|number| format!("pane-{number:04}")));
    many.panes.insert("x".repeat(65), 10.0);
    many.panes.insert("wide".to_owned(), f64::INFINITY);
    many.panes.insert("odd".to_owned(), f64::NAN);
    many.zoom = Some(9000);
    many.idle_minutes = Some(0);
    let kept = save_settings(&desk, &room, many).unwrap();
    assert_eq!(kept.panes.len(), 64);
    assert!(kept.panes.keys().all(|name| name.starts_with("pane-")));
    assert_eq!(kept.zoom, None);
    assert_eq!(kept.idle_minutes, None);
}

#[test]
fn a_vault_is_locked_after_fifteen_minutes_or_as_many_as_were_set_within_bounds() {
    let (desk, room) = (desk(), Room::new("settings-idle"));
    assert_eq!(idle_minutes(&room), 15);
    let mut mine = with_panes(std::iter::empty());
    for (set, holds) in [(1, 1), (120, 120), (121, 15)] {
        mine.idle_minutes = Some(set);
        save_settings(&desk, &room, mine.clone()).unwrap();
        assert_eq!(idle_minutes(&room), holds);
    }
}
