//! One function per command of the list: from a request to a view.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::answer::Observation;
use domain::assessment::Assessment;
use domain::dossier::Dossier;
use domain::evidence::EvidenceLink;
use domain::finding::{Finding, FindingStanding};
use domain::framework::Framework;
use domain::id::AssessmentId;
use domain::organisation::{Organisation, Person, Site, System, Vendor};
use domain::request::EvidenceRequest;
use domain::score::Standing;
use domain::{owed, profile, provision};
use vault::Passphrase;
use workbench::host::{Host, Progress, Question};
use workbench::{Error, Printed, Start, Taken, Target, Workbench, sample};

use crate::Nothing;
use crate::desk::{self, Desk};
use crate::fault::Fault;
use crate::request::*;
use crate::shape;
use crate::view::*;

type Answered<T> = Result<T, Fault>;

/// Tells whether a vault is open.
pub fn status(desk: &Desk, host: &dyn Host, _: Nothing) -> Answered<StatusView> {
    let mut slot = desk.slot();
    let recent = desk::recent(host);
    let sample = sample::folder(&host.folder());
    let (state, vault) = match (slot.as_mut(), desk.asked()) {
        (Some(workbench), _) => (VaultState::Unlocked, Some(shape::open_vault(workbench)?)),
        (None, Some(folder)) => (VaultState::Locked, Some(shape::locked_vault(&folder, folder == sample))),
        (None, None) => match recent.iter().find(|r| r.present) {
            Some(last) => {
                (VaultState::Locked, Some(shape::locked_vault(Path::new(&last.folder), false)))
            }
            None => (VaultState::NoVault, None),
        },
    };
    let sample_ready = sample.join("header.json").is_file();
    let version = env!("CARGO_PKG_VERSION").to_owned();
    Ok(StatusView { state, vault, recent, sample_ready, version })
}

/// Asks for a vault's folder.
pub fn choose_vault(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<ChosenView> {
    Ok(chosen(host.choose(Question::Vault)))
}

/// Asks for the place of a new vault.
pub fn choose_new_vault(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<ChosenView> {
    Ok(chosen(host.choose(Question::NewVault)))
}

fn chosen(paths: Vec<PathBuf>) -> ChosenView {
    ChosenView { folder: paths.first().map(|path| path.to_string_lossy().into_owned()) }
}

/// Makes a vault and opens it.
pub fn create_vault(
    desk: &Desk,
    host: &dyn Host,
    request: CreateVaultRequest,
) -> Answered<StatusView> {
    let passphrase = Passphrase::choose(request.passphrase).map_err(Error::from)?;
    let folder = with_ending(Path::new(request.folder.trim()));
    if request.person.trim().is_empty() {
        return Err(Fault::input("Please write who works here: the name stands under answers."));
    }
    desk.close()?;
    let made = Workbench::create(&folder, &passphrase, &request.person, &desk.work(host))?;
    opened(desk, host, &folder, made)
}

/// A vault's folder ends in `.auscult`, so that people know it again.
fn with_ending(folder: &Path) -> PathBuf {
    if folder.extension().is_some_and(|ending| ending == "auscult") {
        folder.to_owned()
    } else {
        let mut name = folder.as_os_str().to_owned();
        name.push(".auscult");
        PathBuf::from(name)
    }
}

fn opened(
    desk: &Desk,
    host: &dyn Host,
    folder: &Path,
    workbench: Workbench,
) -> Answered<StatusView> {
    *desk.slot() = Some(workbench);
    desk.ask_for(folder);
    desk::remember(host, folder);
    status(desk, host, Nothing {})
}

/// Opens the sample, making it when it is not there.
pub fn open_sample(desk: &Desk, host: &dyn Host, _: Nothing) -> Answered<StatusView> {
    desk.close()?;
    let folder = sample::folder(&host.folder());
    let work = desk.work(host);
    let workbench = sample::open(&folder, host.today(), &work)?;
    opened(desk, host, &folder, workbench)
}

/// Unlocks a vault.
pub fn unlock(desk: &Desk, host: &dyn Host, request: UnlockRequest) -> Answered<StatusView> {
    desk.close()?;
    let folder = PathBuf::from(request.folder);
    let passphrase = Passphrase::given(request.passphrase);
    let workbench = Workbench::unlock(&folder, &passphrase, &desk.work(host))?;
    opened(desk, host, &folder, workbench)
}

/// Closes the open vault.
pub fn lock(desk: &Desk, host: &dyn Host, _: Nothing) -> Answered<StatusView> {
    desk.close()?;
    status(desk, host, Nothing {})
}

/// Looks at everything in the vault.
pub fn check_vault(desk: &Desk, _: &dyn Host, _: Nothing) -> Answered<CheckView> {
    let lines = desk.with(|w| w.check_vault())?;
    let lines: Vec<CheckLine> = lines
        .into_iter()
        .map(|l| CheckLine { part: l.part, sound: l.sound, sentence: l.sentence })
        .collect();
    Ok(CheckView { sound: lines.iter().all(|l| l.sound), lines })
}

/// Accepts a vault that was found behind its anchor: from now on it may be written again.
pub fn accept_vault(desk: &Desk, host: &dyn Host, _: Nothing) -> Answered<StatusView> {
    desk.with(|w| w.accept(host.now()))?;
    status(desk, host, Nothing {})
}

/// Lists organisations and assessments.
pub fn library(desk: &Desk, _: &dyn Host, _: Nothing) -> Answered<LibraryView> {
    let library = desk.with(Workbench::library)?;
    Ok(LibraryView {
        organisations: library.organisations,
        assessments: library.assessments.into_iter().map(shape::assessment_row).collect(),
    })
}

/// Shows an organisation.
pub fn organisation(
    desk: &Desk,
    _: &dyn Host,
    request: OrganisationRequest,
) -> Answered<OrganisationView> {
    desk.with(|w| w.organisation(request.organisation)).map(shape::organisation)
}

macro_rules! saves {
    ($($(#[$doc:meta])* $name:ident: $type:ty;)*) => {$(
        $(#[$doc])*
        pub fn $name(desk: &Desk, host: &dyn Host, record: $type) -> Answered<OrganisationView> {
            let now = host.now();
            desk.with(|w| {
                let id = w.$name(record, now)?;
                w.organisation(id)
            })
            .map(shape::organisation)
        }
    )*};
}

saves! {
    /// Writes an organisation.
    save_organisation: Organisation;
    /// Writes a site.
    save_site: Site;
    /// Writes a system.
    save_system: System;
    /// Writes a vendor.
    save_vendor: Vendor;
    /// Writes a person.
    save_person: Person;
}

/// Gives a framework edition.
pub fn framework(desk: &Desk, _: &dyn Host, request: FrameworkRequest) -> Answered<FrameworkView> {
    let (digest, framework) = edition(desk, request.digest)?;
    Ok(FrameworkView { digest, framework: Framework::clone(&framework) })
}

fn edition(desk: &Desk, digest: Option<String>) -> Answered<(String, Arc<Framework>)> {
    let built_in = workbench::built_in()?;
    match digest {
        Some(digest) if digest != built_in.0 => {
            let framework = desk.with(|w| w.framework(&digest))?;
            Ok((digest, framework))
        }
        _ => Ok(built_in),
    }
}

/// Tells what a profile changes.
pub fn profile_consequences(
    desk: &Desk,
    _: &dyn Host,
    request: ProfileRequest,
) -> Answered<ProfileView> {
    let (_, framework) = edition(desk, request.digest)?;
    Ok(ProfileView { consequences: profile::consequences(&framework, &request.answers) })
}

/// Starts an assessment.
pub fn start_assessment(
    desk: &Desk,
    host: &dyn Host,
    request: StartRequest,
) -> Answered<AssessmentView> {
    let start = Start {
        organisation: request.organisation,
        title: request.title,
        period: request.period,
        as_of: request.as_of,
        scope: request.scope,
        engagement: request.engagement,
        profile: request.profile,
    };
    let now = host.now();
    desk.with(|w| {
        let id = w.start_assessment(start, now)?;
        w.standing(id)
    })
    .map(|(dossier, standing)| shape::assessment(&dossier, standing))
}

/// Shows an assessment.
pub fn assessment(
    desk: &Desk,
    _: &dyn Host,
    request: AssessmentRequest,
) -> Answered<AssessmentView> {
    desk.with(|w| w.standing(request.assessment))
        .map(|(dossier, standing)| shape::assessment(&dossier, standing))
}

/// Changes the terms of an assessment.
pub fn save_assessment(
    desk: &Desk,
    host: &dyn Host,
    request: Assessment,
) -> Answered<AssessmentView> {
    desk.with(|w| w.save_assessment(request, host.now()))
        .map(|(dossier, standing)| shape::assessment(&dossier, standing))
}

/// Makes an assessment final.
pub fn finalise(
    desk: &Desk,
    host: &dyn Host,
    request: AssessmentRequest,
) -> Answered<AssessmentView> {
    desk.with(|w| w.finalise(request.assessment, host.now()))
        .map(|(dossier, standing)| shape::assessment(&dossier, standing))
}

/// Shows a control in full.
pub fn control(desk: &Desk, _: &dyn Host, request: ControlRequest) -> Answered<ControlView> {
    desk.with(|w| {
        let (dossier, standing) = w.standing(request.assessment)?;
        shape::control(w, &dossier, &standing, &request.control)
    })
}

/// Records an answer.
pub fn answer(desk: &Desk, host: &dyn Host, request: AnswerRequest) -> Answered<AnsweredView> {
    let AnswerRequest { assessment, control, subject, words } = request;
    changed(desk, host, |w| {
        let (dossier, standing) = w.answer(assessment, &control, subject, words, host.now())?;
        Ok((dossier, standing, control))
    })
}

/// Does something to a control and shows what it changed.
fn changed(
    desk: &Desk,
    host: &dyn Host,
    work: impl FnOnce(&mut Workbench) -> Result<(Arc<Dossier>, Standing, String), Error>,
) -> Answered<AnsweredView> {
    desk.with(|w| {
        let (dossier, standing, control) = work(w)?;
        shape::answered(w, &dossier, standing, &control, host.now())
    })
}

/// Writes a private note.
pub fn write_working_note(
    desk: &Desk,
    host: &dyn Host,
    request: WorkingNoteRequest,
) -> Answered<SavedView> {
    let WorkingNoteRequest { assessment, control, subject, text } = request;
    let saved = host.now();
    desk.with(|w| w.write_working_note(assessment, &control, subject, &text, saved))?;
    Ok(SavedView { saved })
}

/// Splits a control's answer by subject.
pub fn split_answer(
    desk: &Desk,
    host: &dyn Host,
    request: ControlRequest,
) -> Answered<AnsweredView> {
    changed(desk, host, |w| {
        let (dossier, standing) =
            w.split_answer(request.assessment, &request.control, host.now())?;
        Ok((dossier, standing, request.control))
    })
}

/// Joins split answers.
pub fn join_answers(desk: &Desk, host: &dyn Host, request: JoinRequest) -> Answered<AnsweredView> {
    let JoinRequest { assessment, control, keep } = request;
    changed(desk, host, |w| {
        let (dossier, standing) = w.join_answers(assessment, &control, keep, host.now())?;
        Ok((dossier, standing, control))
    })
}

/// Writes an observation.
pub fn save_observation(
    desk: &Desk,
    host: &dyn Host,
    request: Observation,
) -> Answered<ControlView> {
    desk.with(|w| {
        let control = request.control.clone();
        let (dossier, standing) = w.save_observation(request, host.now())?;
        shape::control(w, &dossier, &standing, &control)
    })
}

/// Removes an observation.
pub fn remove_observation(
    desk: &Desk,
    host: &dyn Host,
    request: ObservationRequest,
) -> Answered<ControlView> {
    desk.with(|w| {
        let (dossier, standing, control) =
            w.remove_observation(request.observation, host.now())?;
        shape::control(w, &dossier, &standing, &control)
    })
}

/// Attaches files: each is sealed beside the database, then named in it.
pub fn attach_files(
    desk: &Desk,
    host: &dyn Host,
    request: AttachRequest,
) -> Answered<AttachedView> {
    let paths = match &request.dropped {
        Some(token) => host.dropped(token),
        None => host.choose(Question::Evidence),
    };
    let target = Target {
        assessment: request.assessment,
        control: request.control,
        subject: request.subject,
        strength: request.strength,
    };
    let vault = desk.with(|w| Ok(w.vault()))?;
    let cancel = desk.begin(&request.task);
    let count = u32::try_from(paths.len()).unwrap_or(u32::MAX);
    let mut files = Vec::new();
    for (number, path) in (1..).zip(&paths) {
        let mut told = 0;
        let mut progress = |done: u64, total: u64| {
            // Every 4 MiB is often enough for an eye.
            if done == total || done >= told + (4 << 20) {
                told = done;
                let task = request.task.clone();
                host.progress(Progress { task, file: number, files: count, done, total });
            }
        };
        let attached = Taken::from_file(&vault, path, &cancel, &mut progress)
            .map_err(Fault::from)
            .and_then(|taken| {
                let name = taken.file_name().to_owned();
                let done = desk.with(|w| w.attach(taken, &target, host.now()))?;
                Ok((name, done))
            });
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned());
        files.push(shape::attached(name.unwrap_or_default(), attached));
    }
    desk.end(&request.task);
    Ok(AttachedView { files })
}

/// Stops work under way.
pub fn cancel_task(desk: &Desk, _: &dyn Host, request: TaskRequest) -> Answered<Nothing> {
    desk.cancel(&request.task);
    Ok(Nothing {})
}

/// Writes what is said about evidence.
pub fn save_evidence(
    desk: &Desk,
    host: &dyn Host,
    request: SaveEvidenceRequest,
) -> Answered<ShelfView> {
    let SaveEvidenceRequest { evidence, control, strength } = request;
    let target = control.map(|control| Target {
        assessment: evidence.assessment,
        control: Some(control),
        subject: domain::answer::Subject::All,
        strength: strength.unwrap_or(domain::evidence::Strength::Stated),
    });
    desk.with(|w| w.save_evidence(evidence, target, host.now()))
        .map(|(dossier, _)| shape::shelf(&dossier))
}

/// Writes how evidence bears on an answer.
pub fn save_link(desk: &Desk, host: &dyn Host, request: EvidenceLink) -> Answered<AnsweredView> {
    changed(desk, host, |w| {
        let control = request.control.clone();
        let (dossier, standing) = w.save_link(request, host.now())?;
        Ok((dossier, standing, control))
    })
}

/// Removes a link.
pub fn remove_link(desk: &Desk, host: &dyn Host, request: LinkRequest) -> Answered<AnsweredView> {
    changed(desk, host, |w| w.remove_link(request.link, host.now()))
}

/// Withdraws evidence.
pub fn withdraw_evidence(
    desk: &Desk,
    host: &dyn Host,
    request: WithdrawRequest,
) -> Answered<ShelfView> {
    desk.with(|w| w.withdraw_evidence(request.evidence, &request.reason, host.now()))
        .map(|(dossier, _)| shape::shelf(&dossier))
}

/// Saves a copy of evidence outside the vault.
pub fn save_copy(
    desk: &Desk,
    host: &dyn Host,
    request: EvidenceRequestById,
) -> Answered<ExportedView> {
    let evidence = desk.with(|w| w.evidence(request.evidence))?;
    let Some(attachment) = evidence.attachment else {
        return Err(Fault::input("This evidence is a written reference without a file."));
    };
    let name = attachment.file_name.clone();
    let Some(path) = host.choose(Question::Save { name }).into_iter().next() else {
        return Ok(ExportedView { file: None });
    };
    desk.with(|w| w.save_copy(evidence.id, &path, host.now()))?;
    let sha256 = attachment.sha256;
    let file = shape::exported_file(&path, None, sha256, Vec::new());
    Ok(ExportedView { file: Some(file) })
}

/// Lists all evidence.
pub fn shelf(desk: &Desk, _: &dyn Host, request: AssessmentRequest) -> Answered<ShelfView> {
    desk.with(|w| w.dossier(request.assessment)).map(|dossier| shape::shelf(&dossier))
}

/// Lists all requests.
pub fn requests(desk: &Desk, _: &dyn Host, request: AssessmentRequest) -> Answered<RequestsView> {
    desk.with(|w| w.dossier(request.assessment)).map(|dossier| shape::requests(&dossier))
}

/// Writes a request.
pub fn save_request(
    desk: &Desk,
    host: &dyn Host,
    request: EvidenceRequest,
) -> Answered<RequestsView> {
    desk.with(|w| w.save_request(request, host.now()))
        .map(|(dossier, _)| shape::requests(&dossier))
}

/// Shows where an assessment stands.
pub fn overview(desk: &Desk, _: &dyn Host, request: AssessmentRequest) -> Answered<OverviewView> {
    desk.with(|w| w.standing(request.assessment))
        .map(|(dossier, standing)| overview_of(&dossier, standing))
}

/// Writes the reply to a finding.
pub fn save_response(
    desk: &Desk,
    host: &dyn Host,
    request: ResponseRequest,
) -> Answered<OverviewView> {
    let ResponseRequest { finding, consequence, response } = request;
    desk.with(|w| w.save_response(finding, consequence, response, host.now()))
        .map(|(dossier, standing)| overview_of(&dossier, standing))
}

fn overview_of(dossier: &Dossier, standing: Standing) -> OverviewView {
    let mut findings: Vec<Finding> = dossier.findings.clone();
    findings.sort_by_key(|f| {
        (
            f.standing == FindingStanding::Settled,
            f.raised.kind,
            std::cmp::Reverse(f.raised.severity),
            f.raised.control.clone(),
        )
    });
    OverviewView {
        assessment: dossier.assessment.clone(),
        findings,
        provisions: provision::index(dossier, &standing),
        owed: owed::owed(dossier, &standing),
        versions: dossier.versions.clone(),
        standing,
    }
}

/// Prints a document where the person wants it.
pub fn export_document(
    desk: &Desk,
    host: &dyn Host,
    request: ExportRequest,
) -> Answered<ExportedView> {
    let printed = match (request.document, request.assessment) {
        (PrintedDocument::Checklist, _) => Printed::Checklist,
        (document, Some(assessment)) => of_assessment(document, assessment),
        (_, None) => return Err(Fault::input("Choose the assessment to print.")),
    };
    let paper = match request.paper {
        PaperSize::Letter => packet::Paper::Letter,
        PaperSize::A4 => packet::Paper::A4,
    };
    let name = desk.with(|w| w.proposed_name(printed))?;
    let Some(path) = host.choose(Question::Save { name }).into_iter().next() else {
        return Ok(ExportedView { file: None });
    };
    let done = desk.with(|w| w.print(printed, paper, &path, host.now()))?;
    let pages = u32::try_from(done.pages).ok();
    let file = shape::exported_file(&path, pages, done.sha256, done.warnings);
    Ok(ExportedView { file: Some(file) })
}

fn of_assessment(document: PrintedDocument, assessment: AssessmentId) -> Printed {
    match document {
        PrintedDocument::AuditPacket => Printed::AuditPacket(assessment),
        PrintedDocument::EvidencePlan => Printed::EvidencePlan(assessment),
        PrintedDocument::Checklist => Printed::Checklist,
    }
}

/// Hears that the first view is on the screen.
pub fn ready(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<Nothing> {
    host.ready();
    Ok(Nothing {})
}

/// Hears that the page has nothing unsaved: the vault is closed and the window may go.
pub fn closed(desk: &Desk, host: &dyn Host, _: Nothing) -> Answered<Nothing> {
    desk.close()?;
    host.closed();
    Ok(Nothing {})
}

/// Hears that the window stays: something could not be saved, and the person decides.
pub fn stay(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<Nothing> {
    host.stay();
    Ok(Nothing {})
}
