//! Packets: what they consist of, what they look like on paper, and how they leave.

use std::io::ErrorKind;
use std::sync::Arc;

use domain::id::AssessmentId;
use domain::packet::{PacketPlan, PacketTemplate};
use preview::Failure;
use uuid::Uuid;
use workbench::host::{Host, Printing, Question};
use workbench::{GatheredPacket, LaidPacket, PacketOffer, Stamp, Weight};

use crate::desk::Desk;
use crate::fault::{Fault, FaultCode};
use crate::request::*;
use crate::shape;
use crate::view::*;

use super::Answered;

/// Finds that are shown; more than that nobody steps through.
const MOST_FINDS: usize = 500;

/// Shows what a packet consists of, and what it could.
pub fn packet_plan(
    desk: &Desk,
    _: &dyn Host,
    request: PacketRequest,
) -> Answered<PacketPlanView> {
    desk.with(|w| w.packet_plan(request.assessment, request.audience))
        .map(offered)
}

/// Keeps what a packet consists of.
pub fn save_packet_plan(
    desk: &Desk,
    host: &dyn Host,
    request: SavePacketPlanRequest,
) -> Answered<PacketPlanView> {
    desk.with(|w| w.save_packet_plan(request.assessment, request.plan, host.now()))
        .map(offered)
}

fn offered(offer: PacketOffer) -> PacketPlanView {
    let candidates = offer.candidates.into_iter().map(|of| ExhibitCandidate {
        evidence: of.evidence,
        title: of.title,
        file_name: of.file_name,
        confidentiality: of.confidentiality,
        phi: of.phi,
        is_redacted: of.is_redacted,
        has_redacted: of.has_redacted,
        why_not: of.why_not.to_owned(),
    });
    PacketPlanView {
        plan: offer.plan,
        proposed: offer.proposed,
        candidates: candidates.collect(),
        templates: offer.templates,
    }
}

/// Keeps a template.
pub fn save_template(
    desk: &Desk,
    host: &dyn Host,
    template: PacketTemplate,
) -> Answered<TemplatesView> {
    desk.with(|w| w.save_template(template, host.now()))
        .map(|templates| TemplatesView { templates })
}

/// Removes a template.
pub fn remove_template(
    desk: &Desk,
    host: &dyn Host,
    request: TemplateRequest,
) -> Answered<TemplatesView> {
    desk.with(|w| w.remove_template(request.template, host.now()))
        .map(|templates| TemplatesView { templates })
}

/// Lays a packet out, to be looked at. The vault is held only while it is read.
pub fn lay_out_packet(
    desk: &Desk,
    host: &dyn Host,
    request: LayOutRequest,
) -> Answered<LaidOutView> {
    let opening = desk.drawn().opening();
    let (_, laid) = laid_out(desk, host, request.assessment, &request.plan, "")?;
    let random = vault::random().map_err(workbench::Error::from)?;
    let token = uuid::Builder::from_random_bytes(random).into_uuid();
    let (width, height) = laid.pages.size();
    let view = LaidOutView {
        token,
        pages: count(laid.pages.count()),
        width,
        height,
        outline: (laid.pages.headings())
            .map(|heading| OutlineRow {
                level: heading.level,
                title: heading.title.to_owned(),
                page: count(heading.page),
            })
            .collect(),
        excluded: (laid.excluded.iter())
            .map(|row| ExcludedRow {
                what: row.what.clone(),
                count: count(row.count),
                why: row.why.clone(),
            })
            .collect(),
        checks: laid.checks.iter().map(check).collect(),
    };
    let is_open = || desk.drawn().opening() == opening;
    if desk.laid().keep(token, Arc::new(laid), is_open) {
        Ok(view)
    } else {
        Err(Fault::locked())
    }
}

fn laid_out(
    desk: &Desk,
    host: &dyn Host,
    assessment: AssessmentId,
    plan: &PacketPlan,
    to: &str,
) -> Answered<(GatheredPacket, LaidPacket)> {
    let opening = desk.drawn().opening();
    let is_open = || desk.drawn().opening() == opening;
    let stamp = Stamp::new(host.now())?;
    let gathered = desk.with(|w| w.gather_packet(assessment, plan, to, stamp))?;
    let drawn = gathered.draw(
        &|ask, evidence| {
            if is_open() {
                host.show(ask, evidence)
            } else {
                Err(Failure::Start(ErrorKind::Interrupted.into()))
            }
        },
        &desk.laid().drawn(),
    );
    if !is_open() {
        return Err(Fault::locked());
    }
    let laid = gathered.lay_out(&drawn?)?;
    Ok((gathered, laid))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn check(found: &workbench::Check) -> PacketCheck {
    PacketCheck {
        code: found.code.to_owned(),
        severity: match found.weight {
            Weight::Stop => CheckWeight::Stop,
            Weight::Warn => CheckWeight::Warn,
            Weight::Info => CheckWeight::Info,
        },
        sentence: found.sentence.clone(),
        count: count(found.count),
        control: found.control.clone(),
        evidence: found.evidence,
    }
}

/// Returns a packet that was laid out and is still kept.
fn kept(desk: &Desk, token: Uuid) -> Answered<Arc<LaidPacket>> {
    desk.laid().get(token).ok_or_else(|| Fault {
        code: FaultCode::NotFound,
        message: "These pages are not kept any more.".to_owned(),
        hint: "Open the packet again to lay it out anew.".to_owned(),
        reference: "N2".to_owned(),
    })
}

/// Returns the words of a page.
pub fn packet_page(
    desk: &Desk,
    _: &dyn Host,
    request: PacketPageRequest,
) -> Answered<PacketPageView> {
    let laid = kept(desk, request.token)?;
    let page = request.page as usize;
    Ok(PacketPageView {
        text: laid.pages.text(page),
        label: laid.pages.label(page),
    })
}

/// Returns a page of a packet that was laid out as a PNG file, counted from 0. There is none of
/// what is no page, and none once the vault is locked.
pub fn packet_picture(desk: &Desk, token: Uuid, page: u32, width: u32) -> Option<Vec<u8>> {
    let laid = desk.laid().get(token)?;
    let picture = laid.pages.picture(page as usize, width).ok()?;
    picture.png().ok()
}

/// Looks for words in a packet that was laid out.
pub fn search_packet(
    desk: &Desk,
    _: &dyn Host,
    request: SearchPacketRequest,
) -> Answered<PacketFindsView> {
    let laid = kept(desk, request.token)?;
    let (found, total) = laid.pages.find(&request.words, MOST_FINDS);
    Ok(PacketFindsView {
        finds: found.into_iter().map(find).collect(),
        total: count(total),
    })
}

fn find(found: packet::Found) -> PacketFind {
    // The page counts in UTF-16 units.
    let units = |end: usize| {
        let before = found.line.get(..end).unwrap_or_default();
        count(before.encode_utf16().count())
    };
    let [x, y, width, height] = found.rectangle;
    PacketFind {
        page: count(found.page),
        from: units(found.place.start),
        to: units(found.place.end),
        x,
        y,
        width,
        height,
        excerpt: found.line,
    }
}

/// Writes a packet where the person wants it. It is in the register before it is there.
pub fn export_packet(
    desk: &Desk,
    host: &dyn Host,
    request: ExportPacketRequest,
) -> Answered<ExportedView> {
    let ExportPacketRequest {
        assessment,
        plan,
        to,
    } = request;
    let name = desk.with(|w| {
        w.check_issuing()?;
        w.packet_name(assessment, plan.audience)
    })?;
    let Some(path) = host.choose(Question::Save { name }).into_iter().next() else {
        return Ok(ExportedView { file: None });
    };
    let (gathered, laid) = laid_out(desk, host, assessment, &plan, &to)?;
    let made = gathered.write(&laid, &path)?;
    let done = desk.with(|w| w.end_packet(made, host.now()))?;
    let pages = u32::try_from(done.pages).ok();
    let file = shape::exported_file(&path, pages, done.sha256, done.warnings);
    Ok(ExportedView { file: Some(file) })
}

/// Prints a packet on paper. It is in the register once the person said that it be printed.
pub fn print_packet(
    desk: &Desk,
    host: &dyn Host,
    request: ExportPacketRequest,
) -> Answered<PrintedView> {
    let ExportPacketRequest {
        assessment,
        plan,
        to,
    } = request;
    desk.with(|w| w.check_issuing())?;
    let (gathered, laid) = laid_out(desk, host, assessment, &plan, &to)?;
    let laid = Arc::new(laid);
    match host.print(&laid) {
        Printing::Begun => {}
        Printing::Cancelled => return Ok(PrintedView { printed: false }),
        Printing::NotHere => {
            return Err(Fault::input(
                "Paper cannot be printed from here on this system. Export the packet as a PDF \
                 and print that with another program.",
            ));
        }
        Printing::Failed => {
            return Err(Fault {
                code: FaultCode::Other,
                message: "The printer did not take the packet. It is not in the register."
                    .to_owned(),
                hint: "Look whether the printer is ready, or export the packet as a PDF and \
                       print that."
                    .to_owned(),
                reference: "X3".to_owned(),
            });
        }
    }
    desk.with(|w| w.enter_printed(&gathered, &laid, host.now()))?;
    Ok(PrintedView { printed: true })
}

/// Lists what was issued, the last first.
pub fn issued(desk: &Desk, _: &dyn Host, request: IssuedRequest) -> Answered<IssuedView> {
    desk.with(|w| {
        Ok(IssuedView {
            issues: w.issued(request.organisation, request.assessment)?,
            fingerprint: w.signer()?,
        })
    })
}
