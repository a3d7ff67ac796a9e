//! Whether a folder lies where the system's locks cannot be relied on.

use std::path::Path;

/// Returns the kind of a network share or mounted folder whose locks cannot be relied on;
/// nothing for a disk of this computer, and where that cannot be told.
pub(crate) fn of(folder: &Path) -> Option<String> {
    kind(folder).filter(|kind| is_share(kind))
}

/// Returns the kind of file system that a folder lies in, where that can be told.
pub(crate) fn kind(folder: &Path) -> Option<String> {
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    let folder = std::fs::canonicalize(folder).ok()?;
    kind_of(&mounts, &folder)
}

/// Finds the file system that a folder lies in, in the kernel's list of mounts (proc(5)): the
/// mount whose place is the longest beginning of the folder's, and of equal ones the last,
/// which covers those before it.
fn kind_of(mounts: &str, folder: &Path) -> Option<String> {
    let mut best: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let Some((before, after)) = line.split_once(" - ") else {
            continue;
        };
        let (Some(place), Some(kind)) = (before.split(' ').nth(4), after.split(' ').next())
        else {
            continue;
        };
        let place = plain(place);
        let length = place.len();
        if folder.starts_with(&place) && best.is_none_or(|(known, _)| length >= known) {
            best = Some((length, kind));
        }
    }
    best.map(|(_, kind)| kind.to_owned())
}

/// Undoes the kernel's way of writing blanks, line ends and backslashes: as `\` and three
/// octal digits.
fn plain(place: &str) -> String {
    let mut plain = place.to_owned();
    for (written, meant) in [
        ("\\040", " "),
        ("\\011", "\t"),
        ("\\012", "\n"),
        ("\\134", "\\"),
    ] {
        plain = plain.replace(written, meant);
    }
    plain
}

/// Returns whether a file system lies elsewhere, or is some program's, so that a lock taken
/// here may mean nothing there. `fuseblk` is a disk of this computer.
fn is_share(kind: &str) -> bool {
    const SHARES: [&str; 14] = [
        "nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "ceph", "9p", "coda",
        "gfs2", "ocfs2", "vboxsf",
    ];
    SHARES.contains(&kind) || kind == "fuse" || kind.starts_with("fuse.")
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 22 0:30 / /home/robin/Team\\040share rw - cifs //server/team rw
41 22 0:31 / /srv/nfs rw,relatime shared:3 - nfs4 server:/vol rw
42 41 8:1 / /srv/nfs/local rw - ext4 /dev/sda1 rw
43 22 0:32 / /media/stick rw - fuseblk /dev/sdb1 rw
44 22 0:33 / /home/robin/remote rw - fuse.sshfs robin@server: rw
45 22 0:34 / /over rw - ext4 /dev/sdc1 rw
46 22 0:35 / /over rw - nfs server:/over rw
47 22 0:36 / /run rw - tmpfs tmpfs rw
a line that says nothing";

    #[test]
    fn a_share_is_told_from_a_disk_by_the_mount_that_a_folder_lies_in() {
        for (folder, kind, share) in [
            ("/home/robin/Clinic.auscult", "ext4", false),
            ("/home/robin/Team share/Clinic.auscult", "cifs", true),
            ("/home/robin/Team shared/Clinic.auscult", "ext4", false),
            ("/srv/nfs/Clinic.auscult", "nfs4", true),
            ("/srv/nfs/local/Clinic.auscult", "ext4", false),
            ("/media/stick/Clinic.auscult", "fuseblk", false),
            ("/home/robin/remote/Clinic.auscult", "fuse.sshfs", true),
            ("/over/Clinic.auscult", "nfs", true),
            ("/run/Clinic.auscult", "tmpfs", false),
        ] {
            let found = kind_of(MOUNTS, Path::new(folder));
            assert_eq!(found.as_deref(), Some(kind), "{folder}");
            assert_eq!(is_share(kind), share, "{kind}");
        }
        assert_eq!(kind_of("", Path::new("/")), None);
    }

    #[test]
    fn a_folder_for_temporary_files_is_no_share() {
        assert_eq!(of(&std::env::temp_dir()), None);
    }
}
