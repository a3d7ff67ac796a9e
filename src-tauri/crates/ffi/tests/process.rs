//! Before a process is replaced by a fresh one, its whole family ends and nothing stays open.
//!
//! Each case is a process of its own: this program runs itself with the case as its argument.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout
)]

use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(target_os = "linux")]
    linux::run(std::env::args().nth(1).as_deref());
    ExitCode::SUCCESS
}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;
    use std::io::{BufRead, BufReader, Read};
    use std::os::unix::process::CommandExt;
    use std::process::{Command, Stdio};

    pub(crate) fn run(case: Option<&str>) {
        match case {
            Some("family") => the_whole_family_ends_and_none_waits_to_be_collected(),
            Some("open") => replace(),
            Some("replaced") => print!("{}", inherited()),
            _ => {
                for case in ["family", "open"] {
                    let done = this(case).stderr(Stdio::inherit()).output().unwrap();
                    assert!(done.status.success(), "{case}");
                    if case == "open" {
                        let said = String::from_utf8(done.stdout).unwrap();
                        assert_eq!(said, "before: open, after: closed");
                    }
                }
            }
        }
    }

    fn this(case: &str) -> Command {
        let mut this = Command::new(std::env::current_exe().unwrap());
        this.arg(case);
        this
    }

    fn the_whole_family_ends_and_none_waits_to_be_collected() {
        // A child that starts a grandchild, names it, and waits for it.
        #[expect(clippy::zombie_processes, reason = "what is tested collects it")]
        let mut child = Command::new("sh")
            .args(["-c", "sleep 600 & echo $!; wait"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut said).unwrap();
        let grandchild = said.trim().to_owned();
        assert!(state(&child.id().to_string()).is_some());
        assert!(state(&grandchild).is_some());
        ffi::end_children();
        assert_eq!(
            state(&child.id().to_string()),
            None,
            "the child is collected"
        );
        // The pipe ends when nobody holds its other side any more: the grandchild is gone.
        assert_eq!(out.read(&mut [0]).unwrap(), 0);
    }

    fn state(id: &str) -> Option<char> {
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        stat.rsplit_once(") ")?.1.chars().next()
    }

    /// Becomes this program once more, through a shell that leaves a file open for it.
    fn replace() {
        let open = "exec 7</proc/self/status; exec \"$0\" replaced";
        let this = std::env::current_exe().unwrap();
        panic!("{}", Command::new("sh").args(["-c", open]).arg(this).exec());
    }

    /// Says whether the next program finds that file open, before and after it is closed to it.
    fn inherited() -> String {
        let next = || {
            let listed = Command::new("ls")
                .args(["-l", "/proc/self/fd"])
                .output()
                .unwrap();
            let is_open = String::from_utf8(listed.stdout)
                .unwrap()
                .contains("/status");
            if is_open { "open" } else { "closed" }
        };
        let before = next();
        ffi::hand_nothing_on();
        format!("before: {before}, after: {}", next())
    }
}
