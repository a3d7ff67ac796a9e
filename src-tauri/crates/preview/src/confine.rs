//! What a process gives up before it looks at evidence.

use crate::limit;

/// Takes from this process what a decoder does not need: memory without end, time without end,
/// files, other programs and, on Linux, every call of the system but a handful. Comes before
/// the first byte of evidence, on the only thread.
///
/// Returns whether the system agreed; where it did not, nothing may be decoded. On Windows
/// there is nothing of this to be had, and the process is merely another one.
pub fn confine() -> bool {
    let limits = ffi::Limits {
        addresses: limit::ADDRESSES,
        processor_seconds: limit::PROCESSOR_SECONDS,
    };
    let is_limited = ffi::limit_process(&limits) || cfg!(not(unix));
    is_limited && filter()
}

#[cfg(not(target_os = "linux"))]
fn filter() -> bool {
    true
}

#[cfg(target_os = "linux")]
fn filter() -> bool {
    linux::filter().is_ok()
}

#[cfg(target_os = "linux")]
mod linux {
    use std::collections::BTreeMap;
    use std::error::Error;

    use seccompiler::{
        BpfProgram, SeccompAction, SeccompCmpArgLen as Long, SeccompCmpOp as Op,
        SeccompCondition, SeccompFilter, SeccompRule,
    };

    /// Calls that only manage memory and the thread, or end the process.
    const ALWAYS: [i64; 15] = [
        libc::SYS_brk,
        libc::SYS_clock_gettime,
        libc::SYS_close,
        libc::SYS_exit,
        libc::SYS_exit_group,
        libc::SYS_futex,
        libc::SYS_getrandom,
        libc::SYS_madvise,
        libc::SYS_mremap,
        libc::SYS_munmap,
        libc::SYS_restart_syscall,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sched_yield,
        libc::SYS_sigaltstack,
    ];

    /// Lets the kernel refuse every call but these, and reading, writing and mapping memory but
    /// in this way: from standard input, to standard output and error, and never a file or code.
    pub(super) fn filter() -> Result<(), Box<dyn Error>> {
        let is = |argument, value: i32| {
            SeccompCondition::new(
                argument,
                Long::Dword,
                Op::Eq,
                u64::from(value.unsigned_abs()),
            )
        };
        let masked = |argument, mask: i32, value: i32| {
            let op = Op::MaskedEq(u64::from(mask.unsigned_abs()));
            SeccompCondition::new(argument, Long::Dword, op, u64::from(value.unsigned_abs()))
        };
        let no_code = || masked(2, libc::PROT_EXEC, 0);
        let no_file = masked(3, libc::MAP_ANONYMOUS, libc::MAP_ANONYMOUS)?;
        let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
            ALWAYS.iter().map(|call| (*call, Vec::new())).collect();
        let from = SeccompRule::new(vec![is(0, libc::STDIN_FILENO)?])?;
        rules.insert(libc::SYS_read, vec![from]);
        let into = [libc::STDOUT_FILENO, libc::STDERR_FILENO]
            .map(|stream| is(0, stream).and_then(|stream| SeccompRule::new(vec![stream])));
        rules.insert(libc::SYS_write, into.into_iter().collect::<Result<_, _>>()?);
        let memory = SeccompRule::new(vec![no_code()?, no_file])?;
        rules.insert(libc::SYS_mmap, vec![memory]);
        let protection = SeccompRule::new(vec![no_code()?])?;
        rules.insert(libc::SYS_mprotect, vec![protection]);
        let filter: BpfProgram = SeccompFilter::new(
            rules,
            SeccompAction::Errno(u32::try_from(libc::EPERM)?),
            SeccompAction::Allow,
            std::env::consts::ARCH.try_into()?,
        )?
        .try_into()?;
        seccompiler::apply_filter(&filter)?;
        Ok(())
    }
}
