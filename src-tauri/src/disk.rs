//! Whether what lies under a folder, or takes memory that is swapped out, is encrypted. Linux
//! tells it without a question to anybody; elsewhere nothing is known.

use std::path::{Path, PathBuf};

/// Whether something is encrypted by the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sealed {
    Yes,
    No,
    Unknown,
}

/// What becomes of memory that is swapped out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Swap {
    None,
    Sealed,
    Open,
    Unknown,
}

/// Returns whether the disk under a folder is encrypted.
pub(crate) fn under(folder: &Path) -> Sealed {
    let system = System::default();
    // A vault that is not there yet lies where its folder will.
    let there = folder.ancestors().find_map(|one| one.canonicalize().ok());
    there.map_or(Sealed::Unknown, |there| system.under(&there))
}

/// Returns what becomes of memory that is swapped out.
pub(crate) fn swap() -> Swap {
    System::default().swap()
}

/// Where the kernel tells of mounts and devices.
struct System {
    mounts: PathBuf,
    swaps: PathBuf,
    blocks: PathBuf,
}

impl Default for System {
    fn default() -> Self {
        Self {
            mounts: "/proc/self/mountinfo".into(),
            swaps: "/proc/swaps".into(),
            blocks: "/sys/class/block".into(),
        }
    }
}

/// The most devices that may stand on one another: a mapping on a volume on a partition on a
/// disk are four.
const DEEPEST: u32 = 12;

impl System {
    fn under(&self, folder: &Path) -> Sealed {
        let Ok(mounts) = std::fs::read_to_string(&self.mounts) else {
            return Sealed::Unknown;
        };
        // The last of the longest: a later mount hides an earlier one at the same place.
        let mounts = mounts.lines().filter_map(Mount::of);
        let over = mounts.filter(|mount| folder.starts_with(&mount.place));
        let Some(mount) = over.max_by_key(|mount| mount.place.as_os_str().len()) else {
            return Sealed::Unknown;
        };
        self.device(&mount.source)
    }

    fn swap(&self) -> Swap {
        let Ok(swaps) = std::fs::read_to_string(&self.swaps) else {
            return Swap::Unknown;
        };
        let mut worst = Swap::None;
        for line in swaps.lines().skip(1) {
            let mut words = line.split_whitespace();
            let (Some(place), Some(kind)) = (words.next(), words.next()) else {
                continue;
            };
            let place = PathBuf::from(plain(place));
            let sealed = if is_memory(&place) {
                Sealed::Yes
            } else if kind == "partition" {
                self.device(&place)
            } else {
                self.under(&place)
            };
            worst = match (worst, sealed) {
                (_, Sealed::No) | (Swap::Open, _) => Swap::Open,
                (_, Sealed::Unknown) | (Swap::Unknown, _) => Swap::Unknown,
                (_, Sealed::Yes) => Swap::Sealed,
            };
        }
        worst
    }

    /// Looks at a device by its name in `/dev`, and at all that it stands on.
    fn device(&self, device: &Path) -> Sealed {
        if !device.starts_with("/dev") {
            return Sealed::Unknown;
        }
        let device = device.canonicalize().unwrap_or(device.to_owned());
        let name = device.file_name().map(|name| self.blocks.join(name));
        name.map_or(Sealed::Unknown, |block| self.block(&block, DEEPEST))
    }

    fn block(&self, block: &Path, depth: u32) -> Sealed {
        if depth == 0 || !block.exists() {
            return Sealed::Unknown;
        }
        // The kind that device-mapper was told; cryptsetup's begin so.
        let kind = std::fs::read_to_string(block.join("dm/uuid")).unwrap_or_default();
        if kind.starts_with("CRYPT-") {
            return Sealed::Yes;
        }
        let below = std::fs::read_dir(block.join("slaves"))
            .into_iter()
            .flatten();
        let below = below
            .flatten()
            .map(|entry| self.blocks.join(entry.file_name()));
        // All that it stands on has to be, or a part lies open.
        let states: Vec<_> = below.map(|block| self.block(&block, depth - 1)).collect();
        let all = |state| !states.is_empty() && states.iter().all(|one| *one == state);
        if all(Sealed::Yes) {
            Sealed::Yes
        } else if states.contains(&Sealed::Unknown) {
            Sealed::Unknown
        } else {
            Sealed::No
        }
    }
}

/// Whether a swap device is memory itself.
fn is_memory(place: &Path) -> bool {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("zram")
}

/// One line of the kernel's list of mounts (proc_pid_mountinfo(5)).
struct Mount {
    place: PathBuf,
    source: PathBuf,
}

impl Mount {
    fn of(line: &str) -> Option<Self> {
        let (before, after) = line.split_once(" - ")?;
        let place = before.split(' ').nth(4)?;
        let source = after.split(' ').nth(1)?;
        Some(Self {
            place: plain(place).into(),
            source: plain(source).into(),
        })
    }
}

/// Returns a name as it is; the kernel writes spaces and the like in octal digits.
fn plain(name: &str) -> String {
    [
        ("\\040", " "),
        ("\\011", "\t"),
        ("\\012", "\n"),
        ("\\134", "\\"),
    ]
    .iter()
    .fold(name.to_owned(), |name, (digits, one)| {
        name.replace(digits, one)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// A kernel that tells what a test wants it to.
    struct Told(System, PathBuf);

    impl Told {
        fn new(name: &str, mounts: &str, swaps: &str) -> Self {
            let root = std::env::temp_dir()
                .join(format!("auscult-disk-{name}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&root);
            let (mounts_at, swaps_at, blocks) =
                (root.join("mounts"), root.join("swaps"), root.join("block"));
            fs::create_dir_all(&blocks).unwrap();
            fs::write(&mounts_at, mounts).unwrap();
            fs::write(
                &swaps_at,
                format!("Filename Type Size Used Priority\n{swaps}"),
            )
            .unwrap();
            let system = System {
                mounts: mounts_at,
                swaps: swaps_at,
                blocks,
            };
            Self(system, root)
        }

        /// A device that stands on others; `kind` is what device-mapper was told.
        fn block(self, name: &str, kind: Option<&str>, below: &[&str]) -> Self {
            let block = self.0.blocks.join(name);
            fs::create_dir_all(block.join("slaves")).unwrap();
            if let Some(kind) = kind {
                fs::create_dir_all(block.join("dm")).unwrap();
                fs::write(block.join("dm/uuid"), kind).unwrap();
            }
            for one in below {
                fs::create_dir_all(block.join("slaves").join(one)).unwrap();
            }
            self
        }
    }

    impl Drop for Told {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.1);
        }
    }

    const MOUNTS: &str = "22 1 254:1 / / rw - ext4 /dev/sda9 rw\n\
        30 22 254:2 / /home rw shared:1 - ext4 /dev/dm-70 rw\n\
        31 22 0:40 / /mnt/my\\040share rw - nfs4 elsewhere:/export rw\n";

    #[test]
    fn a_volume_on_an_encrypted_mapping_is_encrypted_and_a_plain_partition_is_not() {
        let told = Told::new("mounts", MOUNTS, "")
            .block("dm-70", Some("LVM-x"), &["dm-60"])
            .block("dm-60", Some("CRYPT-LUKS2-x"), &["sda8"])
            .block("sda8", None, &[])
            .block("sda9", None, &[]);
        let under = |folder| told.0.under(Path::new(folder));
        assert_eq!(under("/home/ines/practice.auscult"), Sealed::Yes);
        assert_eq!(under("/srv/practice.auscult"), Sealed::No);
        assert_eq!(
            under("/homes"),
            Sealed::No,
            "a name is no folder of another"
        );
        assert_eq!(under("/mnt/my share/practice.auscult"), Sealed::Unknown);
    }

    #[test]
    fn a_part_that_lies_open_is_enough() {
        let told = Told::new("parts", MOUNTS, "")
            .block("dm-70", Some("LVM-x"), &["dm-60", "sda9"])
            .block("dm-60", Some("CRYPT-LUKS2-x"), &[])
            .block("sda9", None, &[]);
        assert_eq!(told.0.under(Path::new("/home")), Sealed::No);
    }

    #[test]
    fn devices_that_stand_on_themselves_are_not_followed_for_ever() {
        let told = Told::new("round", MOUNTS, "").block("dm-70", Some("LVM-x"), &["dm-70"]);
        assert_eq!(told.0.under(Path::new("/home")), Sealed::Unknown);
    }

    #[test]
    fn the_worst_swap_space_counts() {
        let of = |name: &str, swaps: &str| {
            Told::new(name, MOUNTS, swaps)
                .block("dm-60", Some("CRYPT-PLAIN-x"), &[])
                .block("sda9", None, &[])
                .0
                .swap()
        };
        assert_eq!(of("none", ""), Swap::None);
        assert_eq!(of("zram", "/dev/zram0 partition 1 0 5\n"), Swap::Sealed);
        let sealed = "/dev/dm-60 partition 1 0 5\n";
        assert_eq!(of("sealed", sealed), Swap::Sealed);
        let open = format!("{sealed}/dev/sda9 partition 1 0 5\n/dev/zram0 partition 1 0 5\n");
        assert_eq!(of("open", &open), Swap::Open);
        assert_eq!(of("file", "/swap\\040file file 1 0 5\n"), Swap::Open);
        assert_eq!(of("away", "/dev/sdq1 partition 1 0 5\n"), Swap::Unknown);
    }
}
