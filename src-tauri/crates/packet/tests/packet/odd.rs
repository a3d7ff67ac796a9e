//! A document of all that nobody plans for. The tests read it, and the example `odd_paper`
//! writes it for the validators.

use chrono::{DateTime, NaiveDate};
use packet::document::{
    Associated, Bar, BigFigure, Block, Chart, Column, Cover, Coverage, CoverageRow, Dial,
    Document, DocumentLook, Face, Ink, Matrix, Part, PlacedLogo, Run, Stack, Table, Timeline,
    TimelineEntry, Tone,
};
use packet::markdown;

pub(crate) const CMYK: &[u8] = include_bytes!("pictures/cmyk.jpg");
pub(crate) const ANIMATED: &[u8] = include_bytes!("pictures/animated.png");
pub(crate) const TRANSPARENT: &[u8] = include_bytes!("pictures/transparent.png");

/// Names and words of many scripts, of both directions, in one row each.
pub(crate) const SCRIPTS: [(&str, &str); 12] = [
    ("Greek", "Κλινική Αθηνών, έκδοση 3"),
    ("Cyrillic", "Больница №7: «журнал доступа»"),
    ("Vietnamese", "Phòng khám Nguyễn Thị Hồng"),
    ("Arabic", "مستشفى النور (Room 12) للأطفال"),
    ("Hebrew", "בית חולים הדסה v2.1, קומה 3"),
    ("Devanagari", "स्वास्थ्य केंद्र क्रमांक ५"),
    ("Chinese", "患者记录系统,第三版。數據中心"),
    ("Japanese", "診療記録システム(サーバー)"),
    ("Korean", "환자 기록 시스템"),
    ("Symbols", "→ ≤ ≥ ≠ ✓ ✗ € ₹ № § ½ µ Ω \u{2011} ☐ ☑"),
    ("Emoji", "😀 👩🏽‍⚕️ 🇺🇸 ⚠️ 🏥"),
    ("Nothing has it", "\u{16800} \u{10FFFD}"),
];

/// Words that break what is built on plain text.
pub(crate) const TRAPS: [&str; 9] = [
    "\u{0301}\u{0308}\u{20DD} marks without a base",
    "controls \u{0}\u{1}\u{7}\u{8}\u{b}\u{c}\u{1b}[31m\u{7f}\u{85} end",
    "turned \u{202e}round\u{202c} and \u{2066}isolated\u{2069}",
    "joined \u{200d}\u{200c}\u{feff}\u{ad} apart",
    "a\u{0300}\u{0301}\u{0302}\u{0303}\u{0304}\u{0305}\u{0306}\u{0307}\u{0308}\u{0309}\u{030a} tower",
    "(paren) \\back\\ <angle> [square] %percent #hash /slash",
    "line\u{2028}line\u{2029}para\r\nnext\rlast",
    "\u{fffe}\u{ffff}\u{fdd0} no characters",
    "ﬁ ﬂ ﬀ ligatures and office affluent",
];

/// A PNG picture of one colour.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    let points = vec![0x90; width as usize * height as usize];
    writer.write_image_data(&points).unwrap();
    writer.finish().unwrap();
    bytes
}

/// Returns the whole document.
pub(crate) fn odd() -> Document {
    let mut blocks = vec![cover(), Block::Contents];
    blocks.extend(scripts());
    blocks.extend(traps());
    blocks.extend(tables());
    blocks.extend(pictures());
    blocks.extend(exhibits());
    blocks.extend(charts());
    blocks.extend(nested());
    Document {
        title: "Odd: \u{202e}«<&>» \u{0}患者 🏥".to_owned(),
        subject: "A subject with <angles> & مرحبا".to_owned(),
        author: "Nguyễn \u{0301} O\u{2019}Neil".to_owned(),
        created: DateTime::from_timestamp(1_790_000_000, 0).unwrap(),
        identifier: [9; 16],
        foot: "foot שלום 1.2".to_owned(),
        banner: "Draft \u{7} مسودة".to_owned(),
        associated: vec![
            data("assessment.json", b"{\"odd\": true}"),
            data("../../daten \u{4e2d}.json", b"{}"),
            data("assessment.json", b""),
        ],
        look: DocumentLook {
            accent: Some([0x6b, 0x1f, 0x5c]),
            logos: vec![
                logo(TRANSPARENT.to_vec(), "A logo: הדסה"),
                logo(png(900, 40), ""),
                logo(b"broken".to_vec(), "Broken"),
            ],
        },
        blocks,
        ..Document::default()
    }
}

fn data(name: &str, bytes: &[u8]) -> Associated {
    Associated {
        name: name.to_owned(),
        media_type: "application/json".to_owned(),
        description: "Data \u{1}".to_owned(),
        modified: DateTime::from_timestamp(1_790_000_000, 0).unwrap(),
        bytes: bytes.to_vec(),
    }
}

fn logo(png: Vec<u8>, alternative: &str) -> PlacedLogo {
    PlacedLogo {
        png,
        alternative: alternative.to_owned(),
    }
}

fn cover() -> Block {
    Block::Cover(Cover {
        kind: "Odd packet".to_owned(),
        title: "بيت Lakeside קליניקה 患者 \u{0301}".to_owned(),
        subtitle: "An assessment that nobody planned for".to_owned(),
        facts: SCRIPTS
            .iter()
            .map(|(name, words)| ((*name).to_owned(), (*words).to_owned()))
            .collect(),
        marking: "Vertraulich סודי".to_owned(),
        note: "What this is not.".to_owned(),
    })
}

fn scripts() -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, "Scripts", "scripts")];
    for (name, words) in SCRIPTS {
        // A level is skipped here, which the file must not do.
        blocks.push(Block::heading(4, format!("{name}: {words}"), name));
        blocks.push(Block::text(format!("{words} ").repeat(9)));
    }
    blocks
}

fn traps() -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(1, "", ""),
        Block::heading(2, "Traps", "traps"),
    ];
    blocks.extend(TRAPS.map(Block::text));
    blocks.push(Block::Code(TRAPS.join("\n")));
    blocks.push(Block::text("W".repeat(5000)));
    blocks.push(Block::Paragraph(
        Tone::Body,
        vec![
            Run::plain("https://example.org/ä b?c=\u{0}d")
                .address("https://example.org/ä b?c=\u{0}d"),
            Run::plain(" and "),
            Run::set("a heading", Face::Italic).to("traps"),
            Run::plain(" and "),
            Run::plain("no heading").to("nowhere"),
        ],
    ));
    blocks.push(Block::Paragraph(
        Tone::Lead,
        vec![
            Run::plain("Done").ink(Ink::Good).chip(),
            Run::plain(" שלום").chip(),
        ],
    ));
    blocks
}

fn tables() -> Vec<Block> {
    let names = SCRIPTS.iter().map(|(name, words)| {
        vec![
            vec![Block::text(*name)],
            vec![Block::text(format!("{words} | REQ-001 | due 2027-03-01"))],
            vec![Block::text("12")],
        ]
    });
    let mut rows: Vec<Vec<Vec<Block>>> = names.collect();
    let long: String = (0..3000).map(|n| format!("r{n} ")).collect();
    rows.push(vec![
        vec![Block::text("tall"), Block::TickBox],
        vec![
            Block::text(long),
            Block::List {
                ordered: true,
                items: vec![vec![Block::text("in the row")], vec![]],
            },
        ],
        vec![Block::text("W".repeat(300))],
    ]);
    rows.push(vec![]);
    rows.push(vec![vec![], vec![Block::text("ragged")]]);
    let columns = vec![
        Column::Fixed(60.0),
        Column::Share(1.0),
        Column::Figure(40.0),
    ];
    let head = ["Script", "Words شرح", "Count"].map(str::to_owned).to_vec();
    vec![
        Block::heading(1, "Tables", "tables"),
        Block::Table(Table {
            columns,
            header: head,
            rows,
        }),
        Block::Table(Table::default()),
        Block::Table(Table {
            columns: vec![Column::Share(1.0)],
            header: vec!["A head and no row".to_owned()],
            rows: Vec::new(),
        }),
        Block::Terms(vec![
            ("Term".to_owned(), vec![Run::plain("meaning")]),
            (String::new(), Vec::new()),
            (
                "مصطلح".to_owned(),
                vec![Run::plain("meaning in English (v1)")],
            ),
        ]),
    ]
}

fn pictures() -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, "Pictures", "pictures")];
    let files: [(&str, Vec<u8>); 9] = [
        ("one pixel", png(1, 1)),
        ("20,000 pixels wide", png(20_000, 2)),
        ("20,000 pixels high", png(2, 20_000)),
        ("a CMYK photo", CMYK.to_vec()),
        ("an animation", ANIMATED.to_vec()),
        ("a transparent picture", TRANSPARENT.to_vec()),
        ("a broken picture", png(8, 8).split_at(40).0.to_vec()),
        ("no picture", b"GIF89a".to_vec()),
        ("", png(80, 40)),
    ];
    for (alternative, bytes) in files {
        blocks.push(Block::Image {
            bytes,
            alternative: alternative.to_owned(),
            caption: format!("Caption of {alternative}"),
        });
    }
    blocks
}

fn exhibits() -> Vec<Block> {
    let exhibit = |number: u32, png: Vec<u8>, caption: &str| Block::Exhibit {
        label: format!("Exhibit {number}, page 1 of 1"),
        png,
        alternative: format!("What exhibit {number} shows: سجل"),
        caption: caption.to_owned(),
    };
    vec![
        Block::heading(1, "Exhibits", "exhibits"),
        exhibit(
            1,
            png(1240, 1754),
            "SHA-256 of the original, sealed 2026-11-01",
        ),
        Block::PageBreak,
        exhibit(2, png(1754, 1240), ""),
        exhibit(3, png(3, 3), "A spot"),
        exhibit(4, b"broken".to_vec(), "Not to be shown"),
        exhibit(5, png(600, 800), &"A caption of many words. ".repeat(400)),
    ]
}

fn charts() -> Vec<Block> {
    let chart = |chart: Chart, alternative: &str| Block::Chart {
        chart,
        alternative: alternative.to_owned(),
    };
    let day = |words: &str| words.parse::<NaiveDate>().unwrap();
    let dial = |label: &str, value: Option<f64>, ink: Ink| Dial {
        label: label.to_owned(),
        value,
        word: "Partial".to_owned(),
        ink,
    };
    let part = |label: &str, count: u32, ink: Ink| Part {
        label: label.to_owned(),
        count,
        ink,
    };
    let entry = |label: &str, from: Option<&str>, on: &str, ink: Ink| TimelineEntry {
        label: label.to_owned(),
        from: from.map(day),
        on: day(on),
        word: "due".to_owned(),
        ink,
    };
    let inks = [Ink::Good, Ink::Warn, Ink::Bad, Ink::Muted, Ink::Accent];
    let parts = || {
        inks.iter()
            .zip(["In place", "In part", "Missing", "Not assessed", "Planned"])
    };
    vec![
        Block::heading(1, "Charts", "charts"),
        chart(
            Chart::Dials(vec![
                dial("Score", Some(72.4), Ink::Warn),
                dial("Coverage", Some(f64::NAN), Ink::Good),
                dial("Nothing", None, Ink::Muted),
                dial("Too much", Some(412.0), Ink::Bad),
            ]),
            "Dials: score 72, the rest odd.",
        ),
        chart(
            Chart::Stack(Stack {
                label: "Findings".to_owned(),
                parts: parts()
                    .zip([40, 12, 9, 3, 0])
                    .map(|((i, l), n)| part(l, n, *i))
                    .collect(),
            }),
            "Findings: 40 in place.",
        ),
        chart(
            Chart::Stack(Stack {
                label: "Nothing at all".to_owned(),
                parts: Vec::new(),
            }),
            "An empty bar.",
        ),
        Block::Bars {
            bars: (0..9)
                .map(|at| Bar {
                    label: format!("Section {at} with a name that is rather long for a label"),
                    values: vec![
                        ("Score".to_owned(), Some(f64::from(at) * 12.0)),
                        ("Covered".to_owned(), None),
                    ],
                })
                .collect(),
            alternative: "Bars of nine sections.".to_owned(),
        },
        chart(
            Chart::Coverage(Coverage {
                parts: parts()
                    .map(|(ink, label)| (label.to_owned(), *ink))
                    .collect(),
                rows: (0..8_u32)
                    .map(|at| CoverageRow {
                        label: format!("Section {at}: safeguards of the machine"),
                        counts: vec![at * 3, 4, 9 - at, at % 3, 1],
                    })
                    .collect(),
            }),
            "Coverage of eight sections.",
        ),
        chart(
            Chart::Matrix(Matrix {
                row_axis: "Likelihood".to_owned(),
                column_axis: "Impact".to_owned(),
                rows: ["High", "Middle", "Low"].map(str::to_owned).to_vec(),
                columns: ["Low", "Middle", "High", "Critical"]
                    .map(str::to_owned)
                    .to_vec(),
                cells: [
                    [Ink::Good, Ink::Accent, Ink::Warn, Ink::Bad],
                    [Ink::Muted, Ink::Good, Ink::Accent, Ink::Warn],
                    [Ink::Muted, Ink::Muted, Ink::Good, Ink::Accent],
                ]
                .map(|row| row.map(|ink| ("4".to_owned(), ink)).to_vec())
                .to_vec(),
            }),
            "A matrix of findings.",
        ),
        chart(
            Chart::Timeline(Timeline {
                today: Some(day("2026-11-26")),
                entries: vec![
                    entry(
                        "Encrypt the store",
                        Some("2026-09-01"),
                        "2026-12-15",
                        Ink::Warn,
                    ),
                    entry("Sign the agreement", None, "2026-10-01", Ink::Bad),
                    entry(
                        "Train the staff of all the clinics by the lake",
                        None,
                        "2027-06-30",
                        Ink::Good,
                    ),
                    entry(
                        "שחזור מגיבוי",
                        Some("2027-01-01"),
                        "2027-03-01",
                        Ink::Accent,
                    ),
                ],
            }),
            "A timeline of four steps.",
        ),
        Block::Figures(vec![
            BigFigure {
                figure: "72".to_owned(),
                label: "Score".to_owned(),
                remark: "of 100".to_owned(),
            };
            5
        ]),
    ]
}

fn nested() -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, "Nested", "nested")];
    blocks.extend(markdown(&"> - **deep** ".repeat(30)));
    blocks.extend(markdown(
        "| a | b |\n|--|--|\n| 1 | [x](https://e.org) |\n\n- [ ] open\n- [x] done",
    ));
    blocks.push(Block::Callout(vec![
        Block::label("Note"),
        Block::text("In a callout"),
        Block::Toned(
            Ink::Bad,
            vec![Block::Quote(vec![Block::text("in a quote")])],
        ),
    ]));
    blocks.push(Block::Together(vec![
        Block::small("small"),
        Block::Lines(3),
        Block::Rule,
    ]));
    blocks
}
