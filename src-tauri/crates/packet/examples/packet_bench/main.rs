//! Measures the way from a document to a PDF of some three hundred pages, in turns with the
//! fastest untagged writer known; the same of some three thousand pages; and how soon the
//! first page can be seen. Prints one line of JSON. Each round is a process of its own, so
//! that its peak memory is its own too.
//!
//! `packet_bench` measures; `packet_bench ours|raw|long|seen FILE` does one round, and
//! `packet_bench typst FOLDER` writes the same content as a Typst document.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    missing_docs
)]

mod typst;

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use chrono::DateTime;
use packet::document::{Bar, Block, Column, Document, Face, Ink, Run, Table, Tone};
use packet::{Paper, layout};

const ROUNDS: usize = 7;
/// Rounds of the long packet, which only have to show that time and memory keep their measure.
const LONG_ROUNDS: usize = 3;
/// How many times the content of the long packet is that of the other.
const LONG: usize = 11;
/// How wide a page is drawn that a person looks at, in pixels.
const SEEN: u32 = 900;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["typst", folder] => typst::write(&document(1), Path::new(folder)),
        [way, file] => round(way, file),
        _ => measure(),
    }
}

/// What a round gives: milliseconds, pages, peak memory in MiB.
type Round = [f64; 3];

fn measure() {
    let folder = std::env::temp_dir().join(format!("packet-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("packet.pdf");
    let one = |way: &str| -> Round {
        let own = std::env::current_exe().unwrap();
        let output = Command::new(own).arg(way).arg(&file).output().unwrap();
        let line = String::from_utf8(output.stdout).unwrap();
        let words: Vec<f64> = line
            .split_whitespace()
            .map(|word| word.parse().unwrap())
            .collect();
        words.try_into().unwrap()
    };
    let (mut ours, mut raw, mut seen) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(one("ours"));
        raw.push(one("raw"));
        seen.push(one("seen"));
    }
    let long: Vec<Round> = (0..LONG_ROUNDS).map(|_| one("long")).collect();
    std::fs::remove_dir_all(&folder).unwrap();
    let ratios: Vec<f64> = ours.iter().zip(&raw).map(|(a, b)| a[0] / b[0]).collect();
    println!(
        "{{\"ours\":{:.1},\"raw\":{:.1},\"ratios\":{ratios:?},\"pages\":{},\"peakMiB\":{:.1},\"rawPeakMiB\":{:.1},\
         \"seen\":{:.1},\"long\":{{\"ms\":{:.1},\"pages\":{},\"peakMiB\":{:.1}}}}}",
        median(&ours),
        median(&raw),
        ours[0][1],
        peak_of(&ours),
        peak_of(&raw),
        median(&seen),
        median(&long),
        long[0][1],
        peak_of(&long),
    );
}

fn median(rounds: &[Round]) -> f64 {
    let mut values: Vec<f64> = rounds.iter().map(|round| round[0]).collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn peak_of(rounds: &[Round]) -> f64 {
    rounds.iter().map(|round| round[2]).fold(0.0, f64::max)
}

fn round(way: &str, file: &str) {
    let document = document(if way == "long" { LONG } else { 1 });
    let begun = Instant::now();
    let pages = layout(document, Paper::Letter).unwrap();
    match way {
        "seen" => {
            let picture = pages.picture(0, SEEN).unwrap();
            std::fs::write(file, picture.png().unwrap()).unwrap();
        }
        "raw" => pages.write_raw(&mut File::create(file).unwrap()).unwrap(),
        _ => pages.write(&mut File::create(file).unwrap()).unwrap(),
    }
    let spent = begun.elapsed().as_secs_f64() * 1000.0;
    println!("{spent} {} {}", pages.count(), peak());
}

/// The most memory this process had, in MiB.
fn peak() -> f64 {
    let mut status = String::new();
    File::open("/proc/self/status")
        .unwrap()
        .read_to_string(&mut status)
        .unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap();
    let kib: f64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    kib / 1024.0
}

const TALK: &str = "patient record model training data access review vendor agreement policy \
    evidence system clinic export server backup retention analyst physician encryption log \
    approval incident exercise measure finding remedy owner schedule quarterly identifier \
    workstation transfer contract minimum necessary disclosure safeguard documentation";

const PHOTO: &[u8] = include_bytes!("../../../../../assets/sample/imaging-desk.jpg");
const SCREENSHOT: &[u8] = include_bytes!("../../../../../assets/sample/storage-encryption.png");

/// Words that repeat as prose does, the same ones each time.
struct Talk(u64);

impl Talk {
    fn next(&mut self) -> usize {
        // A linear congruential generator (Knuth, MMIX): any will do, as long as it is fixed.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap()
    }

    fn words(&mut self, count: usize) -> String {
        let all: Vec<&str> = TALK.split_whitespace().collect();
        let said: Vec<&str> = (0..count).map(|_| all[self.next() % all.len()]).collect();
        format!("{}.", said.join(" "))
    }
}

/// The content of a packet, so many times over.
fn document(times: usize) -> Document {
    let mut talk = Talk(7);
    let mut blocks = vec![Block::Contents];
    for section in 0..8 * times {
        blocks.push(Block::heading(
            1,
            format!("Section {section}"),
            format!("s{section}"),
        ));
        let bars = (0..8).map(|n| Bar {
            label: talk.words(4),
            values: vec![
                ("Conformity".to_owned(), Some(f64::from(n) * 11.0)),
                ("Assurance".to_owned(), Some(f64::from(n) * 7.0)),
            ],
        });
        blocks.push(Block::Bars {
            bars: bars.collect(),
            alternative: "Bars.".to_owned(),
        });
        for number in 0..25 {
            blocks.extend(control(&mut talk, section * 25 + number));
        }
    }
    blocks.push(Block::heading(1, "Findings", "findings"));
    blocks.push(table(&mut talk, 300 * times, 14));
    blocks.push(Block::heading(1, "Evidence", "evidence"));
    blocks.push(table(&mut talk, 300 * times, 10));
    Document {
        title: "A packet to measure".to_owned(),
        subject: String::new(),
        author: String::new(),
        created: DateTime::UNIX_EPOCH,
        identifier: [1; 16],
        foot: "A packet to measure".to_owned(),
        banner: "Draft".to_owned(),
        blocks,
        ..Document::default()
    }
}

fn control(talk: &mut Talk, number: usize) -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(
            2,
            format!("CTL-{number} {}", talk.words(4)),
            format!("c{number}"),
        ),
        Block::Paragraph(
            Tone::Small,
            vec![
                Run::set("Implemented", Face::Semibold).ink(Ink::Good),
                Run::plain(format!(" {}", talk.words(12))).ink(Ink::Muted),
            ],
        ),
        Block::text(talk.words(60)),
        Block::Terms(vec![
            ("Answer".to_owned(), vec![Run::plain(talk.words(8))]),
            ("Owner".to_owned(), vec![Run::plain(talk.words(3))]),
        ]),
        Block::label("Note"),
        Block::text(talk.words(130)),
        Block::text(talk.words(60)),
        table(talk, 6, 9),
    ];
    if number.is_multiple_of(5) {
        blocks.push(Block::Image {
            bytes: [PHOTO, SCREENSHOT][number / 5 % 2].to_vec(),
            alternative: talk.words(6),
            caption: talk.words(8),
        });
    }
    blocks
}

fn table(talk: &mut Talk, rows: usize, length: usize) -> Block {
    let rows = (0..rows)
        .map(|row| {
            let link = Run::set(format!("CTL-{}", row % 200), Face::Semibold);
            vec![
                vec![Block::Paragraph(
                    Tone::Body,
                    vec![link.to(format!("c{}", row % 200))],
                )],
                vec![Block::text(talk.words(length))],
                vec![Block::text(talk.words(3))],
            ]
        })
        .collect();
    Block::Table(Table {
        columns: vec![Column::Fixed(60.0), Column::Share(2.0), Column::Share(1.0)],
        header: ["Control", "What was found", "Who"]
            .map(str::to_owned)
            .to_vec(),
        rows,
    })
}
