//! The pages of exhibits as pictures: drawn in the process of the decoders, so that nothing of
//! a stranger's file but its colours comes into a packet.

use std::collections::HashMap;
use std::io::Read;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::evidence::Evidence;
use domain::id::{AttachmentId, EvidenceId};
use domain::packet::Exhibit;
use packet::part::{ExhibitPage, PrintedExhibit};
use preview::{Answer, Ask, Failure, Hint, Size, What, Why};
use store::SealedObject;
use vault::Vault;

use super::range::page_numbers;
use crate::error::Error;

/// Pages of exhibits in one packet: more belong into a packet of record.
pub(super) const MOST_PAGES: usize = 200;

/// The longer edge of a page in pixels: some 160 to the inch on paper.
const LONGEST: u32 = 1_800;

/// Bytes of pages that are kept.
const KEPT: usize = 192 << 20;

/// Pages drawn side by side.
const AT_ONCE: usize = 2;

/// Asks what can be shown of evidence, in a process of its own.
pub type Show<'a> = dyn Fn(Ask, &mut (dyn Read + Send)) -> Result<Answer, Failure> + Sync + 'a;

/// Evidence that a plan names as an exhibit.
pub(super) struct Chosen {
    pub(super) exhibit: Exhibit,
    pub(super) evidence: Evidence,
    /// Its sealed bytes; nothing when it has none or their row cannot be right.
    pub(super) object: Option<SealedObject>,
}

/// The exhibits of a packet as they can be printed.
#[derive(Debug, Default)]
pub struct Exhibits {
    pub(super) printed: Vec<PrintedExhibit>,
    pub(super) troubles: Vec<(EvidenceId, Trouble)>,
}

/// What keeps an exhibit from being printed whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The sealed file is not as it was.
    GoneBad,
    /// It is nothing that can be printed.
    Unshown,
    /// The pages that are named are none of it.
    NoSuchPages,
    /// There are more pages than are printed.
    Cut,
}

/// Pages that were drawn before, so that a change of a packet's parts draws none again.
#[derive(Default)]
pub struct KeptPages(Mutex<Kept>);

/// A page of a file, with its picture.
type Drawn = ((AttachmentId, u32), Arc<[u8]>);

#[derive(Default)]
struct Kept {
    looks: HashMap<AttachmentId, Looked>,
    pages: Vec<Drawn>,
}

impl KeptPages {
    /// Forgets all: the vault is closed.
    pub fn forget(&self) {
        *self.kept() = Kept::default();
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn page(&self, place: (AttachmentId, u32)) -> Option<Arc<[u8]>> {
        let mut kept = self.kept();
        let at = kept.pages.iter().position(|(of, _)| *of == place)?;
        let page = kept.pages.remove(at);
        let png = Arc::clone(&page.1);
        kept.pages.push(page);
        Some(png)
    }

    fn keep(&self, place: (AttachmentId, u32), png: &Arc<[u8]>) {
        let mut kept = self.kept();
        kept.pages.retain(|(of, _)| *of != place);
        kept.pages.push((place, Arc::clone(png)));
        let mut bytes: usize = kept.pages.iter().map(|(_, png)| png.len()).sum();
        while kept.pages.len() > 1 && bytes > KEPT {
            let (_, oldest) = kept.pages.remove(0);
            bytes -= oldest.len();
        }
    }
}

/// What evidence turned out to be.
#[derive(Debug, Clone)]
enum Looked {
    /// So many pages, the sizes of the first of them.
    Pages(Arc<[Size]>, u32),
    /// Nothing that can be printed.
    Unshown(&'static str),
}

/// Draws the exhibits that are chosen, and says of each what cannot be printed of it.
pub(super) fn draw(
    chosen: &[Chosen],
    vault: &Vault,
    show: &Show<'_>,
    kept: &KeptPages,
) -> Result<Exhibits, Error> {
    let mut exhibits = Exhibits::default();
    let mut left = MOST_PAGES;
    for one in chosen {
        let drawing = Drawing {
            one,
            vault,
            show,
            kept,
        };
        let (printed, trouble) = drawing.draw(left)?;
        left = left.saturating_sub(printed.pages.len());
        let id = printed.evidence;
        exhibits.printed.push(printed);
        exhibits
            .troubles
            .extend(trouble.map(|trouble| (id, trouble)));
    }
    Ok(exhibits)
}

struct Drawing<'a> {
    one: &'a Chosen,
    vault: &'a Vault,
    show: &'a Show<'a>,
    kept: &'a KeptPages,
}

/// An answer, or that the sealed file is not as it was.
enum Asked {
    Answer(Answer),
    GoneBad,
}

impl Drawing<'_> {
    fn draw(&self, left: usize) -> Result<(PrintedExhibit, Option<Trouble>), Error> {
        let mut printed = PrintedExhibit {
            evidence: self.one.evidence.id,
            pages: Vec::new(),
            total: 0,
            unshown: String::new(),
        };
        let Some(attachment) = self.one.evidence.attachment.as_ref() else {
            printed.unshown =
                "This is a written reference, so there is no file to print.".to_owned();
            return Ok((printed, Some(Trouble::Unshown)));
        };
        let looked = match self.look(attachment.id)? {
            Some(looked) => looked,
            None => return Ok(gone_bad(printed)),
        };
        let (sizes, total) = match looked {
            Looked::Pages(sizes, total) => (sizes, total),
            Looked::Unshown(sentence) => {
                sentence.clone_into(&mut printed.unshown);
                return Ok((printed, Some(Trouble::Unshown)));
            }
        };
        printed.total = total;
        let numbers = match page_numbers(&self.one.exhibit.pages, total) {
            Ok(numbers) => numbers,
            Err(sentence) => {
                printed.unshown = sentence;
                return Ok((printed, Some(Trouble::NoSuchPages)));
            }
        };
        let drawn = numbers.get(..left.min(numbers.len())).unwrap_or_default();
        let mut trouble = None;
        if drawn.len() < numbers.len() {
            trouble = Some(Trouble::Cut);
            printed.unshown = format!(
                "{} of the {} chosen pages are printed: a packet has at most {MOST_PAGES} pages \
                 of exhibits. The whole file is with whoever issued this packet.",
                drawn.len(),
                numbers.len(),
            );
        }
        for several in drawn.chunks(AT_ONCE) {
            let pages: Vec<Result<Page, Error>> = std::thread::scope(|threads| {
                let begun: Vec<_> = several
                    .iter()
                    .map(|number| {
                        let size = sizes.get((*number as usize).saturating_sub(1)).copied();
                        threads.spawn(move || self.page(attachment.id, *number, size))
                    })
                    .collect();
                begun
                    .into_iter()
                    .map(|drawing| drawing.join().unwrap_or(Ok(Page::Unshown(FELL))))
                    .collect()
            });
            for (number, page) in several.iter().zip(pages) {
                match page? {
                    Page::Drawn(png) => printed.pages.push(ExhibitPage {
                        number: *number,
                        png: png.to_vec(),
                    }),
                    Page::GoneBad => return Ok(gone_bad(printed)),
                    Page::Unshown(sentence) => {
                        printed.unshown = format!("Page {number}: {sentence}");
                        trouble = Some(Trouble::Unshown);
                    }
                }
            }
        }
        Ok((printed, trouble))
    }

    /// Says what the evidence is; nothing when it has gone bad.
    fn look(&self, id: AttachmentId) -> Result<Option<Looked>, Error> {
        let known = self.kept.kept().looks.get(&id).cloned();
        if known.is_some() {
            return Ok(known);
        }
        let looked = match self.ask(What::Look)? {
            Asked::GoneBad => return Ok(None),
            Asked::Answer(Answer::Picture { whole, pixels }) => {
                if whole.width.max(whole.height) <= LONGEST {
                    self.kept.keep((id, 1), &pixels.png().into());
                }
                Looked::Pages([whole].into(), 1)
            }
            Asked::Answer(Answer::Pages { sizes, total }) => Looked::Pages(sizes.into(), total),
            Asked::Answer(Answer::Unshown(why)) => Looked::Unshown(unshown(why)),
            Asked::Answer(_) => Looked::Unshown(
                "Only pictures and PDF files can be printed, and this is neither.",
            ),
        };
        if let Looked::Unshown(_) = &looked {
            // It may have been too much for the moment only.
            return Ok(Some(looked));
        }
        self.kept.kept().looks.insert(id, looked.clone());
        Ok(Some(looked))
    }

    fn page(&self, id: AttachmentId, number: u32, size: Option<Size>) -> Result<Page, Error> {
        if let Some(png) = self.kept.page((id, number)) {
            return Ok(Page::Drawn(png));
        }
        let width = size.map(|size| {
            let longer = u64::from(size.width.max(size.height).max(1));
            let width = u64::from(size.width) * u64::from(LONGEST) / longer;
            u32::try_from(width).unwrap_or(LONGEST)
        });
        Ok(match self.ask(What::Page { number, width })? {
            Asked::Answer(Answer::Page(pixels)) => {
                let png = pixels.png().into();
                self.kept.keep((id, number), &png);
                Page::Drawn(png)
            }
            Asked::Answer(Answer::Unshown(why)) => Page::Unshown(unshown(why)),
            Asked::Answer(_) => Page::Unshown(FELL),
            Asked::GoneBad => Page::GoneBad,
        })
    }

    fn ask(&self, what: What) -> Result<Asked, Error> {
        let Some(attachment) = &self.one.evidence.attachment else {
            return Ok(Asked::GoneBad);
        };
        let Some(object) = &self.one.object else {
            return Ok(Asked::GoneBad);
        };
        let Ok(mut bytes) = object.open(self.vault) else {
            return Ok(Asked::GoneBad);
        };
        let hint = Hint::of_name(&attachment.file_name);
        match (self.show)(Ask { what, hint }, &mut bytes) {
            Ok(answer) => Ok(Asked::Answer(answer)),
            // Sealed bytes that do not open any more, or a disk that does not give them.
            Err(Failure::Source(_)) => Ok(Asked::GoneBad),
            Err(Failure::Start(source)) => Err(Error::File {
                action: "The program that draws exhibits could not be started, so no packet was \
                         made. Close other programs and try again.",
                source,
            }),
        }
    }
}

enum Page {
    Drawn(Arc<[u8]>),
    Unshown(&'static str),
    GoneBad,
}

const FELL: &str = "It is more than can be drawn.";

/// Says that the sealed file is not as it was. Nothing of it is printed.
fn gone_bad(printed: PrintedExhibit) -> (PrintedExhibit, Option<Trouble>) {
    let printed = PrintedExhibit {
        pages: Vec::new(),
        unshown:
            "The sealed file is damaged: it is not what was attached, so nothing of it is \
                  printed. The digest is that of the file as it was attached."
                .to_owned(),
        ..printed
    };
    (printed, Some(Trouble::GoneBad))
}

/// Says why evidence is not printed.
fn unshown(why: Why) -> &'static str {
    match why {
        Why::Empty => "The file is empty.",
        Why::Heic => "It is a HEIC or AVIF picture, which cannot be printed.",
        Why::Office => "It is a document of an office program, which cannot be printed.",
        Why::Archive => "It is files packed into one, which cannot be printed.",
        Why::Media => "It is sound or video.",
        Why::Password => "The PDF asks for a password, so it cannot be printed.",
        Why::Broken => "The file is damaged, or something else than it seems.",
        Why::TooLarge => "The file has more than 256 MB.",
        Why::TooManyPixels => "The picture has more than 200 million pixels.",
        Why::NoPage => "There is no such page.",
        Why::TooManyCells | Why::Unfolds | Why::NoWorkbook => {
            "It is a workbook, which cannot be printed."
        }
        Why::TooLong => "Drawing it took too long.",
        Why::GaveUp => FELL,
        Why::Unknown => "The kind of the file is not known, so it cannot be printed.",
    }
}
