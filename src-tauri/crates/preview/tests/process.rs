//! The process of the decoders: what it may not do, and what becomes of one that misbehaves.
//!
//! A process is confined once and for good, so each case is one of its own: this program runs
//! itself with the case as its argument.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{self, Read, Write};
use std::process::{Command, ExitCode, Stdio};

use preview::{Answer, Ask, Failure, Hint, What, Why, ask, confine, serve};

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("serve") => ExitCode::from(u8::from(!(confine() && serve().is_ok()))),
        Some("lie") => lie(),
        Some("fall") => std::process::abort(),
        #[cfg(target_os = "linux")]
        Some("look-around") => look_around::look(),
        _ => {
            run_all();
            ExitCode::SUCCESS
        }
    }
}

/// Says that there is a picture of four billion pixels, and then writes for ever.
fn lie() -> ExitCode {
    let head = br#"{"Page":{"size":{"width":65535,"height":65535}}}"#;
    let mut into = io::stdout().lock();
    let _ = into.write_all(&u32::try_from(head.len()).unwrap().to_le_bytes());
    let _ = into.write_all(head);
    while into.write_all(&[0; 4096]).is_ok() {}
    ExitCode::SUCCESS
}

fn run_all() {
    evidence_is_shown_from_a_process_that_may_nothing();
    a_process_that_lies_or_falls_is_said_to_have_given_up();
    evidence_that_cannot_be_read_is_not_said_to_be_broken();
    more_bytes_than_are_taken_stop_nobody();
    #[cfg(target_os = "linux")]
    a_confined_process_reaches_neither_files_nor_programs_nor_sockets();
}

fn of(case: &str, evidence: &mut (dyn Read + Send)) -> Result<Answer, Failure> {
    let what = What::Look;
    let hint = Hint::Table;
    let mut program = Command::new(std::env::current_exe().unwrap());
    ask(program.arg(case).env_clear(), Ask { what, hint }, evidence)
}

fn evidence_is_shown_from_a_process_that_may_nothing() {
    let table = of("serve", &mut b"a;b\nc;d\n".as_slice()).unwrap();
    assert!(
        matches!(&table, Answer::Table { rows, .. } if rows[1] == ["c", "d"]),
        "{table:?}"
    );
    let mut picture = io::Cursor::new(Vec::new());
    image::RgbImage::new(3000, 2000)
        .write_to(&mut picture, image::ImageFormat::Jpeg)
        .unwrap();
    let picture = of("serve", &mut picture.get_ref().as_slice()).unwrap();
    assert!(
        matches!(&picture, Answer::Picture { pixels, .. } if pixels.size().width == 2048),
        "{picture:?}"
    );
}

fn a_process_that_lies_or_falls_is_said_to_have_given_up() {
    for case in ["lie", "fall"] {
        let answer = of(case, &mut b"x".as_slice()).unwrap();
        assert_eq!(answer, Answer::Unshown(Why::GaveUp), "{case}");
    }
}

fn evidence_that_cannot_be_read_is_not_said_to_be_broken() {
    struct Torn;
    impl Read for Torn {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("torn"))
        }
    }
    let torn = of("serve", &mut Torn).unwrap_err();
    assert!(matches!(torn, Failure::Source(_)), "{torn:?}");
}

fn more_bytes_than_are_taken_stop_nobody() {
    let mut endless = b"%PDF-1.7\n".chain(io::repeat(b'x'));
    let answer = of("serve", &mut endless).unwrap();
    assert_eq!(answer, Answer::Unshown(Why::TooLarge));
    let mut unread = b"\0\x01\x02".chain(io::repeat(0));
    assert_eq!(
        of("serve", &mut unread).unwrap(),
        Answer::Unshown(Why::Unknown)
    );
}

#[cfg(target_os = "linux")]
fn a_confined_process_reaches_neither_files_nor_programs_nor_sockets() {
    let said = Command::new(std::env::current_exe().unwrap())
        .arg("look-around")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(said.stdout).unwrap();
    let reached: Vec<&str> = said.lines().collect();
    assert_eq!(reached, look_around::REFUSED, "what was tried and refused");
}

/// Tries what a decoder has no business with, after it was confined.
#[cfg(target_os = "linux")]
mod look_around {
    use std::fs::File;
    use std::io::{self, Read, Write};
    use std::net::UdpSocket;
    use std::os::unix::net::UnixStream;
    use std::process::{Command, ExitCode};

    pub(crate) const REFUSED: [&str; 7] = [
        "reading a file",
        "reading a file that was open",
        "writing a file",
        "a socket",
        "a local socket",
        "a thread",
        "a program",
    ];

    pub(crate) fn look() -> ExitCode {
        let mut open = File::open("/proc/self/status").unwrap();
        if !preview::confine() {
            return ExitCode::FAILURE;
        }
        let place = std::env::temp_dir().join("auscult-look-around");
        let tries = [
            File::open("/etc/hostname").is_err(),
            open.read(&mut [0; 16]).is_err(),
            File::create(place).is_err(),
            UdpSocket::bind("127.0.0.1:0").is_err(),
            UnixStream::pair().is_err(),
            std::thread::Builder::new().spawn(|| ()).is_err(),
            Command::new("/bin/true").spawn().is_err(),
        ];
        let mut into = io::stdout().lock();
        for (what, _) in REFUSED.iter().zip(tries).filter(|(_, refused)| *refused) {
            let _ = writeln!(into, "{what}");
        }
        ExitCode::SUCCESS
    }
}
