//! What the process gives up before it does anything else.
//!
//! A content security policy alone does not keep a web view offline: name look-ups and early
//! connections go round it. A filter in the kernel does not let itself be gone round. It is
//! set before the first thread starts and every process of the web view inherits it, as does
//! the process that is begun anew when the vault is locked.

#[cfg(all(target_os = "linux", not(feature = "driving")))]
pub(crate) use linux::{enter, is_in_force};

/// Gives up nothing: this system has no such filter, or a test drives this build.
#[cfg(not(all(target_os = "linux", not(feature = "driving"))))]
pub(crate) fn enter(_: bool) -> Result<(), String> {
    Ok(())
}

/// Returns whether the kernel refuses sockets that are not local: it does not here.
#[cfg(not(all(target_os = "linux", not(feature = "driving"))))]
pub(crate) fn is_in_force() -> bool {
    false
}

#[cfg(all(target_os = "linux", not(feature = "driving")))]
mod linux {
    use std::collections::BTreeMap;
    use std::error::Error;
    use std::io::ErrorKind;
    use std::net::UdpSocket;
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    use seccompiler::{
        BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition,
        SeccompFilter, SeccompRule,
    };

    /// What would open the page to another program: automation, and the remote inspector.
    const DOORS: [&str; 3] = [
        "TAURI_WEBVIEW_AUTOMATION",
        "WEBKIT_INSPECTOR_SERVER",
        "WEBKIT_INSPECTOR_HTTP_SERVER",
    ];

    /// Refused whatever they are asked: a ring could make sockets that this filter never sees,
    /// and the others could take one from a process that has it.
    const REFUSED: [i64; 7] = [
        libc::SYS_io_uring_setup,
        libc::SYS_io_uring_enter,
        libc::SYS_io_uring_register,
        libc::SYS_pidfd_getfd,
        libc::SYS_ptrace,
        libc::SYS_process_vm_readv,
        libc::SYS_process_vm_writev,
    ];

    /// Refused unless it is a local one that is asked for.
    const SOCKETS: [i64; 2] = [libc::SYS_socket, libc::SYS_socketpair];

    /// The same calls under the numbers of the x32 interface, which the kernel counts to the
    /// same architecture (`__X32_SYSCALL_BIT`). Calls of any other end the process.
    const X32: i64 = 0x4000_0000;

    /// Begins anew without the doors, then lets the kernel refuse every socket that is not
    /// local. A process that was begun anew has the filter of the one before it.
    pub(crate) fn enter(is_anew: bool) -> Result<(), String> {
        if DOORS.iter().any(|door| std::env::var_os(door).is_some()) {
            return Err(begin_anew());
        }
        if is_anew && is_in_force() {
            return Ok(());
        }
        deny_sockets().map_err(|error| {
            format!(
                "Auscult did not start: this system did not let it give up the network ({error}).\n\
                 Nothing was opened. The command line tool, auscult, works without a window."
            )
        })
    }

    /// Returns whether the kernel refuses sockets that are not local. It tries.
    pub(crate) fn is_in_force() -> bool {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let is_filtered = status.lines().any(|line| line == "Seccomp:\t2");
        is_filtered
            && ["127.0.0.1:0", "[::1]:0"].iter().all(|address| {
                let tried = UdpSocket::bind(address);
                tried.is_err_and(|error| error.kind() == ErrorKind::PermissionDenied)
            })
    }

    /// Replaces this process by itself with the doors gone from its environment; comes back
    /// only when that failed.
    fn begin_anew() -> String {
        let anew = std::env::current_exe().map(|program| {
            let mut command = Command::new(program);
            command.args(std::env::args_os().skip(1));
            for door in DOORS {
                command.env_remove(door);
            }
            command.exec()
        });
        let (Ok(error) | Err(error)) = anew;
        format!(
            "Auscult did not start: it could not begin without {} ({error}).",
            DOORS.join(", ")
        )
    }

    fn deny_sockets() -> Result<(), Box<dyn Error>> {
        let not_local = SeccompRule::new(vec![SeccompCondition::new(
            0,
            SeccompCmpArgLen::Dword,
            SeccompCmpOp::Ne,
            u64::try_from(libc::AF_UNIX)?,
        )?])?;
        let sockets = SOCKETS.map(|call| (call, vec![not_local.clone()]));
        let refused = REFUSED.map(|call| (call, Vec::new()));
        let all = sockets.into_iter().chain(refused);
        let rules: BTreeMap<i64, Vec<SeccompRule>> = all
            .flat_map(|(call, rules)| [(call, rules.clone()), (call | X32, rules)])
            .collect();
        let filter: BpfProgram = SeccompFilter::new(
            rules,
            SeccompAction::Allow,
            SeccompAction::Errno(u32::try_from(libc::EACCES)?),
            std::env::consts::ARCH.try_into()?,
        )?
        .try_into()?;
        seccompiler::apply_filter(&filter)?;
        Ok(())
    }

    #[cfg(test)]
    mod tests {
        use std::io::ErrorKind;
        use std::net::{TcpListener, UdpSocket};
        use std::os::unix::net::UnixStream;
        use std::process::Command;

        /// Runs something in a thread that entered; the filter binds it and what it starts,
        /// not the other tests.
        fn entered<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
            let thread = std::thread::spawn(|| {
                super::deny_sockets().unwrap();
                work()
            });
            thread.join().unwrap()
        }

        #[test]
        fn after_entering_only_local_sockets_can_be_made() {
            entered(|| {
                for address in ["127.0.0.1:0", "[::1]:0"] {
                    let tcp = TcpListener::bind(address).unwrap_err();
                    let udp = UdpSocket::bind(address).unwrap_err();
                    assert_eq!(tcp.kind(), ErrorKind::PermissionDenied);
                    assert_eq!(udp.kind(), ErrorKind::PermissionDenied);
                }
                assert!(UnixStream::pair().is_ok());
            });
        }

        /// Prints the error number of each call that a program makes by its bare number, and
        /// that of a socket of each family.
        const CALLS: &str = r#"
import ctypes, platform, socket
c = ctypes.CDLL(None, use_errno=True)
def call(number, *words):
    ctypes.set_errno(0)
    c.syscall(number, *words)
    return ctypes.get_errno()
numbers = {"x86_64": (41, 53, 101, 310, 311), "aarch64": (198, 199, 117, 270, 271)}[platform.machine()]
own, x32 = (0, 1 << 30)
made, pair, trace, read, write = numbers
families = (2, 10, 16, 17, 30, 31, 38, 40, 44)
said = [call(made, family, kind, 0) for family in families for kind in (1, 2, 3)]
said += [call(made | x32, 2, 1, 0), call(pair | x32, 2, 1, 0, 0), call(pair, 30, 1, 0, 0)]
said += [call(number, 0, 0, 0, 0) for number in (425, 426, 427, 438, trace, read, write)]
said += [call(number | x32, 0, 0, 0, 0) for number in (425, 426, 427, 438)]
print(*said)
"#;

        #[test]
        fn sockets_of_every_other_family_and_ways_round_the_filter_are_refused() {
            let python = |script: &'static str| {
                let out = Command::new("python3").args(["-c", script]).output();
                String::from_utf8(out.unwrap().stdout).unwrap()
            };
            let denied = libc::EACCES.to_string();
            let all = |said: &str| said.split_whitespace().all(|one| one == denied);
            let before = python(CALLS);
            assert!(
                !all(&before),
                "without the filter it is otherwise: {before}"
            );
            let after = entered(move || python(CALLS));
            assert!(!after.is_empty() && all(&after), "{after}");
        }

        /// Asks for the process's own number by the interface of 32-bit programs.
        #[cfg(target_arch = "x86_64")]
        const OLD_CALL: &str = r#"
import ctypes, mmap
page = mmap.mmap(-1, 4096, prot=7)
page.write(bytes.fromhex("b814000000cd80c3"))
code = ctypes.addressof(ctypes.c_char.from_buffer(page))
print(ctypes.CFUNCTYPE(ctypes.c_int)(code)())
"#;

        #[cfg(target_arch = "x86_64")]
        #[test]
        fn a_call_of_another_architecture_ends_the_process() {
            use std::os::unix::process::ExitStatusExt;

            let ended = || {
                Command::new("python3")
                    .args(["-c", OLD_CALL])
                    .output()
                    .unwrap()
                    .status
            };
            let signal = entered(ended).signal();
            // A kernel without that interface ends it in its own way, filter or not.
            let has_interface = ended().success();
            let expected = if has_interface {
                libc::SIGSYS
            } else {
                libc::SIGSEGV
            };
            assert_eq!(signal, Some(expected));
        }

        #[test]
        fn what_is_in_force_is_known_by_trying() {
            assert!(!super::is_in_force());
            // The kernel tells of the process's first thread here, so only that part is known.
            assert!(entered(|| UdpSocket::bind("127.0.0.1:0").is_err()));
        }
    }
}
