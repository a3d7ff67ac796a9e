//! What the process gives up before it does anything else.
//!
//! A content security policy alone does not keep a web view offline: name look-ups and early
//! connections go round it. A filter in the kernel does not let itself be gone round. It is
//! set before the first thread starts and every process of the web view inherits it.

#[cfg(all(target_os = "linux", not(feature = "driving")))]
pub(crate) use linux::enter;

/// Gives up nothing: this system has no such filter, or a test drives this build.
#[cfg(not(all(target_os = "linux", not(feature = "driving"))))]
pub(crate) fn enter() -> Result<(), String> {
    Ok(())
}

#[cfg(all(target_os = "linux", not(feature = "driving")))]
mod linux {
    use std::collections::BTreeMap;
    use std::error::Error;
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

    /// Begins anew without the doors, then lets the kernel refuse every socket that is not
    /// local.
    pub(crate) fn enter() -> Result<(), String> {
        if DOORS.iter().any(|door| std::env::var_os(door).is_some()) {
            return Err(begin_anew());
        }
        deny_sockets().map_err(|error| {
            format!(
                "Auscult did not start: this system did not let it give up the network ({error}).\n\
                 Nothing was opened. The command line tool, auscult, works without a window."
            )
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
        let rules = BTreeMap::from([
            (libc::SYS_socket, vec![not_local]),
            // A ring could make sockets that this filter never sees; nothing here needs one.
            (libc::SYS_io_uring_setup, Vec::new()),
        ]);
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

        #[test]
        fn after_entering_only_local_sockets_can_be_made() {
            // The filter binds this thread and what it starts, not the other tests.
            std::thread::spawn(|| {
                super::deny_sockets().unwrap();
                for address in ["127.0.0.1:0", "[::1]:0"] {
                    let tcp = TcpListener::bind(address).unwrap_err();
                    let udp = UdpSocket::bind(address).unwrap_err();
                    assert_eq!(tcp.kind(), ErrorKind::PermissionDenied);
                    assert_eq!(udp.kind(), ErrorKind::PermissionDenied);
                }
                assert!(UnixStream::pair().is_ok());
            })
            .join()
            .unwrap();
        }
    }
}
