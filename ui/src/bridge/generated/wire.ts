// Written from the Rust of the bridge. Do not edit: npm run bindings.

export type AddMemberRequest = { 
/**
 * The name.
 */
name: string, 
/**
 * What the program lets them do.
 */
role: MemberRole, 
/**
 * Their passphrase, typed by themself.
 */
passphrase: string, 
/**
 * The key file that is needed beside it.
 */
keyFile: string | null, };

export type Agreement = { 
/**
 * Whether there is one.
 */
state: AgreementState, 
/**
 * When it was signed.
 */
signed: string | null, 
/**
 * Until when it holds.
 */
until: string | null, 
/**
 * Where it is kept, its number, what it leaves out.
 */
remarks: string, };

export type AgreementState = "unknown" | "signed" | "in-preparation" | "missing" | "not-needed";

export type AnswerPlace = { 
/**
 * The control's id.
 */
control: string, 
/**
 * What the answer is about.
 */
subject: Subject, };

export type AnswerRequest = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The control's id.
 */
control: string, 
/**
 * What the answer is about.
 */
subject: Subject, 
/**
 * All that the person wrote.
 */
words: AnswerWords, };

export type AnswerRow = { 
/**
 * What it is about.
 */
subject: Subject, 
/**
 * The subject's name.
 */
subjectName: string, 
/**
 * What was written.
 */
words: AnswerWords, 
/**
 * Who wrote it.
 */
assessor: string, 
/**
 * When it was last saved.
 */
changed: string | null, 
/**
 * How it stands.
 */
state: ItemState, 
/**
 * Names of the decision record's fields that still lack.
 */
missing: Array<string>, 
/**
 * The private note.
 */
workingNote: string, };

export type AnswerWord = { 
/**
 * The word recorded.
 */
id: Implementation, 
/**
 * The word shown.
 */
label: string, 
/**
 * What it means, for somebody who answers for the first time.
 */
meaning: string, 
/**
 * What the item is worth, 0 to 1, when the answer is complete.
 */
value: number, 
/**
 * How the severity of the gap it leaves is lowered, in steps.
 */
severityRelief: number, };

export type AnswerWords = { 
/**
 * What is in place; nothing when only a note was written so far.
 */
implementation: Implementation | null, 
/**
 * What the assessor concludes.
 */
determination: Determination | null, 
/**
 * The assessor's prose, as Markdown.
 */
note: string, 
/**
 * Names of the control's qualifiers that hold.
 */
qualifiers: Array<string>, 
/**
 * The decision record: the framework's field names with what was written.
 */
decision: { [key in string]: string }, 
/**
 * Why it does not apply.
 */
exclusionReason: string, 
/**
 * Who approved that it does not apply.
 */
exclusionApprover: string, 
/**
 * Who sees to what is planned.
 */
planOwner: string, 
/**
 * By when.
 */
planDue: string | null, 
/**
 * Who would know.
 */
whoWouldKnow: string, 
/**
 * Whether to come back to this.
 */
flagged: boolean, };

export type AnsweredView = { 
/**
 * The control in full.
 */
control: ControlView, 
/**
 * The control in the list.
 */
row: ControlRow, 
/**
 * Where the assessment now stands.
 */
standing: Standing, 
/**
 * The assessment: a change opens a new version of a final one.
 */
assessment: Assessment, 
/**
 * When it was saved.
 */
saved: string, };

export type ApplyPlanRequest = { 
/**
 * As `read_plan` named it.
 */
token: string, };

export type ArchiveRequest = { 
/**
 * Which.
 */
assessment: AssessmentId, 
/**
 * Whether it is put away.
 */
archived: boolean, };

export type Artefact = { 
/**
 * What is wanted.
 */
artefact: string, 
/**
 * Who usually has it: codes of owners.
 */
owners: Array<string>, 
/**
 * How it is collected: a collection's code.
 */
collection: string, };

export type Assessment = { 
/**
 * Its id.
 */
id: AssessmentId, 
/**
 * The organisation assessed.
 */
organisation: OrganisationId, 
/**
 * What it is called.
 */
title: string, 
/**
 * The framework edition it is answered under.
 */
framework: FrameworkRef, 
/**
 * The period it looks at.
 */
period: Period, 
/**
 * The day on which dates in scores are judged.
 */
asOf: string, 
/**
 * What is in and out.
 */
scope: Scope, 
/**
 * Who asked for it, who does it, on what terms.
 */
engagement: Engagement, 
/**
 * What was answered to the scoping profile.
 */
profile: Array<ProfileAnswer>, 
/**
 * Whether it is still worked on.
 */
stage: Stage, 
/**
 * The version being worked on, or that was made final; counted from 1.
 */
version: number, 
/**
 * When it was started.
 */
started: string, 
/**
 * Whether it was put away.
 */
archived: boolean, };

export type AssessmentId = string;

export type AssessmentRequest = { 
/**
 * Which.
 */
assessment: AssessmentId, };

export type AssessmentRow = { 
/**
 * Its id.
 */
id: AssessmentId, 
/**
 * The organisation.
 */
organisation: OrganisationId, 
/**
 * The organisation's name.
 */
organisationName: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * The framework's edition.
 */
edition: string, 
/**
 * Whether it is still worked on.
 */
stage: Stage, 
/**
 * Its version.
 */
version: number, 
/**
 * The day on which dates are judged.
 */
asOf: string, 
/**
 * When it was started.
 */
started: string, 
/**
 * Controls with an answer word.
 */
answered: number, 
/**
 * Controls in the framework.
 */
controls: number, 
/**
 * Answers flagged.
 */
flagged: number, 
/**
 * Findings that stand open.
 */
findings: number, 
/**
 * When an answer of it was last changed, or it was started.
 */
changed: string, 
/**
 * Whether it was put away.
 */
archived: boolean, };

export type AssessmentView = { 
/**
 * The assessment.
 */
assessment: Assessment, 
/**
 * The organisation.
 */
organisation: Organisation, 
/**
 * The organisation's sites.
 */
sites: Array<Site>, 
/**
 * Its systems.
 */
systems: Array<System>, 
/**
 * Its vendors.
 */
vendors: Array<Vendor>, 
/**
 * Its people.
 */
people: Array<Person>, 
/**
 * All controls, in order.
 */
rows: Array<ControlRow>, 
/**
 * Where it stands.
 */
standing: Standing, 
/**
 * The versions made final.
 */
versions: Array<Version>, };

export type AssuranceRule = { 
/**
 * The rank of each strength of an evidence link.
 */
ranks: Array<StrengthRank>, 
/**
 * The rank that is enough for each sufficient method.
 */
sufficient: Array<MethodRank>, 
/**
 * The factor by how many ranks the best evidence falls short: at or above, one below, …
 */
factors: Array<number>, 
/**
 * The factor on evidence older than the control's freshness.
 */
staleFactor: number, 
/**
 * Below which assurance an implemented item is an evidence gap.
 */
gapBelow: number, };

export type AttachOutcome = "added" | "already-there" | "failed" | "cancelled";

export type AttachPastedRequest = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The control it is for; nothing means for sorting later.
 */
control: string | null, 
/**
 * What the answer is about.
 */
subject: Subject, 
/**
 * How strong it is for it.
 */
strength: Strength, 
/**
 * A name for the work, by which it can be cancelled.
 */
task: string, };

export type AttachRequest = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The control they are for; nothing means for sorting later.
 */
control: string | null, 
/**
 * What the answer is about.
 */
subject: Subject, 
/**
 * How strong they are for it.
 */
strength: Strength, 
/**
 * The token of dropped files; nothing asks with the file picker.
 */
dropped: string | null, 
/**
 * The evidence of which these are redacted copies, if they are.
 */
redacts: EvidenceId | null, 
/**
 * A name for the work, by which it can be cancelled.
 */
task: string, };

export type AttachedFile = { 
/**
 * The file's name.
 */
fileName: string, 
/**
 * What became of it.
 */
outcome: AttachOutcome, 
/**
 * The evidence item, when there is one.
 */
evidence: Evidence | null, 
/**
 * What went wrong and what to do, when something did.
 */
sentence: string, };

export type AttachedView = { 
/**
 * One line per file, in order; empty when the question was cancelled.
 */
files: Array<AttachedFile>, };

export type Attachment = { 
/**
 * The bytes' id; equal bytes have one.
 */
id: AttachmentId, 
/**
 * The name that the file had.
 */
fileName: string, 
/**
 * Bytes.
 */
length: number, 
/**
 * SHA-256 of the bytes, in hex.
 */
sha256: string, };

export type AttachmentId = string;

export type Audience = "leadership" | "client" | "working";

export type BackupRequest = { 
/**
 * The folder it goes to, as `choose_backup_place` gave it.
 */
folder: string, 
/**
 * A name for the work, by which it can be cancelled.
 */
task: string, };

export type BackupRow = { 
/**
 * The folder.
 */
folder: string, 
/**
 * When.
 */
at: string, 
/**
 * Whether it was opened and looked at afterwards.
 */
verified: boolean, 
/**
 * Whether its folder can be reached now.
 */
present: boolean, 
/**
 * Sealed objects that were copied; those that were there already were not.
 */
copied: number, 
/**
 * Sealed objects in it.
 */
objects: number, };

export type BackupsView = { 
/**
 * Newest first.
 */
backups: Array<BackupRow>, 
/**
 * What to say on the library's screen: "Last verified backup 3 days ago."
 */
sentence: string, 
/**
 * Whether it is so long ago, or never, that it is said in earnest.
 */
isOverdue: boolean, 
/**
 * What to know about the backup that was just made; empty when all was well.
 */
warnings: Array<string>, };

export type Band = { 
/**
 * The word.
 */
word: string, 
/**
 * The figure from which it holds, 0 to 100.
 */
atLeast: number, };

export type Bearing = "supports" | "contradicts";

export type BulkRequest = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The controls' ids.
 */
controls: Array<string>, 
/**
 * Whether answers that have a word already stay as they are.
 */
onlyUnanswered: boolean, 
/**
 * What is set; what is absent stays as it is.
 */
set: BulkWords, };

export type BulkRow = { 
/**
 * The control's id.
 */
control: string, 
/**
 * What the answer is about.
 */
subject: Subject, 
/**
 * The subject's name.
 */
subjectName: string, 
/**
 * The word that stands there.
 */
before: Implementation | null, 
/**
 * The word that would stand there.
 */
after: Implementation | null, 
/**
 * Whether anything would change.
 */
changes: boolean, 
/**
 * Why this answer would be left alone, when it would.
 */
refused: string, };

export type BulkView = { 
/**
 * Each answer of the controls, in the order of the framework.
 */
rows: Array<BulkRow>, };

export type BulkWords = { 
/**
 * The answer word.
 */
implementation: Implementation | null, 
/**
 * Whether to come back to it.
 */
flagged: boolean | null, 
/**
 * A note put below the one that is there.
 */
note: string | null, 
/**
 * Why it does not apply.
 */
exclusionReason: string | null, 
/**
 * Who approved that it does not apply.
 */
exclusionApprover: string | null, 
/**
 * Who sees to what is planned.
 */
planOwner: string | null, 
/**
 * By when.
 */
planDue: string | null, 
/**
 * Who would know.
 */
whoWouldKnow: string | null, };

export type BundleFormat = "age" | "own";

export type BundleRequest = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The passphrase it is sealed with; empty when it is for a recipient.
 */
passphrase: string, 
/**
 * The age recipient it is sealed to.
 */
recipient: string | null, 
/**
 * The format.
 */
format: BundleFormat, 
/**
 * A name for the work, by which it can be cancelled.
 */
task: string, };

export type BundleView = { 
/**
 * The file's name.
 */
name: string, 
/**
 * The organisation's name.
 */
organisation: string, 
/**
 * What the assessment is called.
 */
title: string, 
/**
 * Who made it.
 */
madeBy: string, 
/**
 * When.
 */
at: string, 
/**
 * Answers in it.
 */
answers: number, 
/**
 * Evidence items in it.
 */
evidence: number, 
/**
 * Why it cannot be taken into this vault; nothing when it can.
 */
refused: string | null, 
/**
 * The organisation under which it now is, when it was taken in.
 */
taken: string | null, };

export type ChangePassphraseRequest = { 
/**
 * The passphrase as it is; empty when a recovery code opened the vault.
 */
current: string, 
/**
 * The key file as it is, where one is needed.
 */
currentKeyFile: string | null, 
/**
 * The new passphrase.
 */
passphrase: string, 
/**
 * The key file that is needed beside it from now on.
 */
keyFile: string | null, };

export type CheckLine = { 
/**
 * What was looked at.
 */
part: string, 
/**
 * Whether it was sound.
 */
sound: boolean, 
/**
 * How bad it is.
 */
severity: Severity, 
/**
 * How many things were looked at, for a bar or a count.
 */
lookedAt: number, 
/**
 * What was found.
 */
sentence: string, 
/**
 * The name of the repair that is possible; nothing when there is none.
 */
repair: string | null, 
/**
 * What the repair does, in a sentence.
 */
repairSentence: string | null, };

export type CheckView = { 
/**
 * Whether everything was sound.
 */
sound: boolean, 
/**
 * What was looked at.
 */
lines: Array<CheckLine>, 
/**
 * When.
 */
at: string, };

export type CheckWeight = "stop" | "warn" | "info";

export type ChosenView = { 
/**
 * The folder.
 */
folder: string | null, };

export type Class = { 
/**
 * The code, such as `REQ`.
 */
id: string, 
/**
 * The word for people.
 */
label: string, 
/**
 * What it means.
 */
meaning: string, 
/**
 * The factor on an item's severity weight.
 */
weight: number, 
/**
 * Whether the items of this class rest on a provision of law.
 */
restsOnProvision: boolean, 
/**
 * Whether an alternative or "not reasonable" may be answered, with a decision record.
 */
allowsDecision: boolean, };

export type ClosedGate = { 
/**
 * The gate's name.
 */
gate: string, 
/**
 * What is the matter.
 */
title: string, 
/**
 * The best word left.
 */
cap: string, 
/**
 * The controls that closed it.
 */
controls: Array<string>, };

export type Code = { 
/**
 * The code.
 */
id: string, 
/**
 * The word for people.
 */
label: string, 
/**
 * What it means, when the word alone does not say it.
 */
meaning: string, };

export type CompareRequest = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The earlier version's number.
 */
from: number, 
/**
 * The later version's number; nothing means as it is now.
 */
to: number | null, };

export type CompareView = { 
/**
 * Each change, in the order of the framework.
 */
rows: Array<DifferenceRow>, 
/**
 * The figure over provisions before.
 */
before: number | null, 
/**
 * The figure over provisions after.
 */
after: number | null, };

export type Conclusion = "met" | "partly" | "not-met" | "decided" | "open" | "not-applicable" | "context-only" | "not-assessed";

export type Confidentiality = "client" | "restricted" | "working-only";

export type Consequence = { 
/**
 * The question's name.
 */
question: string, 
/**
 * The option's name.
 */
option: string, 
/**
 * Whom it was answered for.
 */
subject: Subject, 
/**
 * What it changes.
 */
effect: Effect, 
/**
 * The controls it touches, in order.
 */
controls: Array<string>, };

export type Control = { 
/**
 * The stable id.
 */
id: string, 
/**
 * The running number in the source checklist.
 */
number: number, 
/**
 * A short name.
 */
label: string, 
/**
 * What must be in place.
 */
text: string, 
/**
 * The same as a question in plain language.
 */
question: string, 
/**
 * The law or source it rests on, as a sentence.
 */
citation: string, 
/**
 * The class's code.
 */
class: string, 
/**
 * The provisions it speaks to.
 */
provisions: Array<ProvisionLink>, 
/**
 * What it is asked per.
 */
askedPer: SubjectKind, 
/**
 * The method that is enough proof.
 */
sufficientMethod: Method, 
/**
 * How many months evidence stays fresh; 0 means while the document is in force.
 */
freshMonths: number, 
/**
 * Other standards that say the same.
 */
references: Array<Reference>, 
/**
 * The artefacts that show it.
 */
evidence: Array<Artefact>, 
/**
 * How an assessor checks it.
 */
procedures: Array<Procedure>, 
/**
 * What usually goes wrong with machine learning.
 */
mlFailure: string, 
/**
 * The severity weight, 1 to 5.
 */
severity: number, 
/**
 * When it is a finding.
 */
findingWhen: string, 
/**
 * What to do about it.
 */
remedy: string, 
/**
 * How large the remedy is: an effort's code.
 */
effort: string, 
/**
 * Statements about an answer that a gate may read, such as "a checklist only".
 */
qualifiers: Array<Code>, };

export type ControlRequest = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The control's id.
 */
control: string, };

export type ControlRow = { 
/**
 * The control's id.
 */
control: string, 
/**
 * How it stands.
 */
state: ItemState, 
/**
 * Whether every row of it has an answer word.
 */
answered: boolean, 
/**
 * The answer words of its rows, each once, in the order of the rows.
 */
words: Array<Implementation>, 
/**
 * Its value, 0 to 1.
 */
value: number, 
/**
 * Its assurance, 0 to 1.
 */
assurance: number, 
/**
 * Whether to come back to it.
 */
flagged: boolean, 
/**
 * Whether something was noted.
 */
noted: boolean, 
/**
 * Evidence items that bear on it.
 */
evidence: number, 
/**
 * Requests still open.
 */
openRequests: number, 
/**
 * Whether it was split by subject.
 */
split: boolean, 
/**
 * The severity of its worst open finding.
 */
finding: number | null, };

export type ControlView = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The control's id.
 */
control: string, 
/**
 * Its answers: one for all, or one for each subject.
 */
answers: Array<AnswerRow>, 
/**
 * Whether it was split.
 */
split: boolean, 
/**
 * Whether there is more than one subject to split it by.
 */
canSplit: boolean, 
/**
 * What was observed.
 */
observations: Array<Observation>, 
/**
 * The evidence that bears on it.
 */
evidence: Array<LinkedEvidence>, 
/**
 * What is wanted for it.
 */
requests: Array<EvidenceRequest>, 
/**
 * What follows from its answers.
 */
findings: Array<Finding>, 
/**
 * What the scoping profile says about it.
 */
consequences: Array<Consequence>, 
/**
 * How it stands.
 */
standing: ItemStanding, };

export type CopySecretRequest = { 
/**
 * The secret.
 */
secret: string, };

export type CoverageFloor = { 
/**
 * The coverage in per cent below which the prefix stands.
 */
below: number, 
/**
 * The prefix.
 */
prefix: string, };

export type CreateVaultRequest = { 
/**
 * The folder, as `choose_new_vault` gave it.
 */
folder: string, 
/**
 * The passphrase.
 */
passphrase: string, 
/**
 * Who works here: the name put under answers.
 */
person: string, 
/**
 * The key file that is needed beside the passphrase, as `choose_key_file` or
 * `make_key_file` gave it.
 */
keyFile: string | null, };

export type CryptoAlgorithm = { 
/**
 * Its name.
 */
name: string, 
/**
 * What it is used for.
 */
purpose: string, 
/**
 * The provider that serves it.
 */
provider: string, };

export type CryptoFact = { 
/**
 * What it is about: "Module", "Certificate", "Self-test", "This system".
 */
name: string, 
/**
 * The fact.
 */
value: string, 
/**
 * What it means and what it does not.
 */
sentence: string, };

export type CryptoMode = "standard" | "approved" | "failed";

export type CryptoView = { 
/**
 * The mode of this process.
 */
mode: CryptoMode, 
/**
 * The claim in its exact words; in standard mode that there is none.
 */
claim: string, 
/**
 * In approved mode the four facts; in failed mode what is wrong and what to do.
 */
facts: Array<CryptoFact>, 
/**
 * Which algorithm is served by which provider.
 */
algorithms: Array<CryptoAlgorithm>, 
/**
 * Algorithms that were asked for just now and are not to be had, in approved mode.
 */
refused: Array<string>, 
/**
 * The providers that are loaded in this process.
 */
providers: Array<string>, 
/**
 * Whether a module is installed that approved mode could use.
 */
approvedAvailable: boolean, 
/**
 * Where the module is, or where it is looked for first.
 */
moduleFolder: string, };

export type DatedFact = { 
/**
 * A stable name.
 */
id: string, 
/**
 * What it is about.
 */
title: string, 
/**
 * The fact.
 */
text: string, 
/**
 * The day on which it was checked.
 */
asOf: string, 
/**
 * Where it comes from.
 */
source: string, 
/**
 * Whether it was written from memory and not checked in a copy of the source.
 */
fromMemory: boolean, 
/**
 * The controls it bears on.
 */
controls: Array<string>, };

export type DecisionField = { 
/**
 * A stable name.
 */
id: string, 
/**
 * The name of the field.
 */
label: string, 
/**
 * What belongs into it.
 */
hint: string, 
/**
 * How it is filled.
 */
kind: FieldKind, 
/**
 * The answer words for which it must be filled.
 */
requiredFor: Array<Implementation>, };

export type Designation = "required" | "standard" | "addressable" | "privacy-or-breach" | "other-law";

export type DestroyRequest = { 
/**
 * The organisation.
 */
organisation: OrganisationId, 
/**
 * Its name, typed by the person: this cannot be undone.
 */
name: string, 
/**
 * Why, for the certificate.
 */
reason: string, 
/**
 * Whether the person confirmed what `early` of the retention says.
 */
early: boolean, };

export type DestroyedView = { 
/**
 * Its name.
 */
name: string, 
/**
 * The certificate.
 */
certificate: ExportedFile | null, 
/**
 * What cannot be reached, in sentences.
 */
unreached: Array<string>, };

export type Determination = "satisfied" | "other-than-satisfied";

export type DifferenceKind = "terms" | "answer" | "note" | "answer-part" | "observation" | "evidence" | "finding" | "request";

export type DifferenceRow = { 
/**
 * What it is a change of.
 */
what: DifferenceKind, 
/**
 * The control's id; nothing for the assessment as a whole.
 */
control: string | null, 
/**
 * The subject's name, or that of the evidence, request or term.
 */
name: string, 
/**
 * What stood there; nothing when it is new.
 */
before: string | null, 
/**
 * What stands there; nothing when it is gone.
 */
after: string | null, };

export type DroppedView = { 
/**
 * The token by which they can be attached.
 */
token: string, 
/**
 * How many.
 */
count: number, };

export type DuplicateRequest = { 
/**
 * The assessment to start from: its scope, engagement and profile are taken over.
 */
assessment: AssessmentId, 
/**
 * What the new one is called.
 */
title: string, 
/**
 * The period it looks at.
 */
period: Period, 
/**
 * The day on which dates are judged.
 */
asOf: string, 
/**
 * Whether answers and notes are taken over, each flagged to be looked at again.
 */
carryAnswers: boolean, };

export type DuplicatedView = { 
/**
 * The new assessment.
 */
assessment: AssessmentView, 
/**
 * Controls that were answered and that the newest edition no longer has, by their
 * ids: what was said there stays in the old assessment.
 */
gone: Array<string>, };

export type Duty = { 
/**
 * A stable name.
 */
id: string, 
/**
 * What it asks.
 */
title: string, 
/**
 * Where it stands.
 */
citation: string, 
/**
 * Why it matters for machine learning.
 */
why: string, 
/**
 * Whether it was written from memory and not checked in a copy of the source.
 */
fromMemory: boolean, };

export type Effect = { "type": "not-applicable", 
/**
 * Ids of controls or groups.
 */
controls: Array<string>, 
/**
 * Why.
 */
reason: string, } | { "type": "weight", 
/**
 * Ids of controls or groups.
 */
controls: Array<string>, 
/**
 * By how much.
 */
by: number, 
/**
 * Why.
 */
reason: string, } | { "type": "weight-set", 
/**
 * Ids of controls or groups.
 */
controls: Array<string>, 
/**
 * To what.
 */
to: number, 
/**
 * Why.
 */
reason: string, } | { "type": "remark", 
/**
 * Ids of controls or groups.
 */
controls: Array<string>, 
/**
 * What.
 */
reason: string, } | { "type": "not-binding", 
/**
 * Citations, or their beginnings before a bracket.
 */
provisions: Array<string>, 
/**
 * Why.
 */
reason: string, } | { "type": "duty", 
/**
 * Ids of duties.
 */
duties: Array<string>, 
/**
 * Why.
 */
reason: string, };

export type Engagement = { 
/**
 * Who asked for it.
 */
requestedBy: string, 
/**
 * Whether the organisation assesses itself.
 */
kind: EngagementKind, 
/**
 * Who assesses.
 */
assessor: string, 
/**
 * What qualifies them.
 */
qualifications: string, 
/**
 * What ties them to the organisation, or that nothing does.
 */
independence: string, 
/**
 * A label on every page, such as "confidential". A label, not legal protection.
 */
marking: string, 
/**
 * The assessor's own business associate agreement with the client.
 */
agreement: Agreement, };

export type EngagementKind = "self-assessment" | "independent";

export type Evidence = { 
/**
 * Its id.
 */
id: EvidenceId, 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * What it is called.
 */
title: string, 
/**
 * The sealed bytes, if there are any.
 */
attachment: Attachment | null, 
/**
 * When it was taken in.
 */
added: string, 
/**
 * Why it no longer counts, if so.
 */
withdrawn: Withdrawal | null, 
/**
 * The evidence of which this is a redacted copy, if it is one.
 */
redacts?: EvidenceId, 
/**
 * What it shows, or where it is when it was only referred to.
 */
text: string, 
/**
 * Who gave it.
 */
providedBy: string, 
/**
 * Who took it.
 */
collectedBy: string, 
/**
 * When.
 */
collectedOn: string | null, 
/**
 * The first day it speaks for.
 */
coversFrom: string | null, 
/**
 * The last day it speaks for.
 */
coversTo: string | null, 
/**
 * The version of the document.
 */
documentVersion: string, 
/**
 * Since when it is in effect.
 */
effective: string | null, 
/**
 * Until when it is in effect.
 */
validUntil: string | null, 
/**
 * How it was collected: a collection's code.
 */
collection: string, 
/**
 * Who may see it.
 */
confidentiality: Confidentiality, 
/**
 * Whether it holds protected health information.
 */
phi: Phi, };

export type EvidenceId = string;

export type EvidenceLink = { 
/**
 * Its id.
 */
id: EvidenceLinkId, 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The evidence.
 */
evidence: EvidenceId, 
/**
 * The control's id.
 */
control: string, 
/**
 * What the answer is about.
 */
subject: Subject, 
/**
 * How strong it is.
 */
strength: Strength, 
/**
 * Which way it points.
 */
bearing: Bearing, 
/**
 * Anything to add.
 */
remark: string, };

export type EvidenceLinkId = string;

export type EvidenceRequest = { 
/**
 * Its id.
 */
id: RequestId, 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The control's id.
 */
control: string, 
/**
 * What it is about.
 */
subject: Subject, 
/**
 * What is wanted.
 */
artefact: string, 
/**
 * Why it is asked.
 */
origin: Origin, 
/**
 * Who usually has it: codes of owners.
 */
owners: Array<string>, 
/**
 * How it is collected: a collection's code.
 */
collection: string, 
/**
 * Where it stands.
 */
state: RequestState, 
/**
 * Whom to ask, when they are on the organisation's list.
 */
person: PersonId | null, 
/**
 * Whom to ask, in words.
 */
ask: string, 
/**
 * By when.
 */
due: string | null, 
/**
 * Why it was refused or is not to be had.
 */
reason: string, 
/**
 * What whoever was asked says to it. Not there when empty, so that a state without remarks
 * has the digest that it had before there were any.
 */
remark?: string, 
/**
 * The evidence that answered it.
 */
evidence: Array<EvidenceId>, };

export type EvidenceRequestById = { 
/**
 * Which.
 */
evidence: EvidenceId, };

export type ExcludedRow = { 
/**
 * What.
 */
what: string, 
/**
 * How many.
 */
count: number, 
/**
 * Why.
 */
why: string, };

export type Exhibit = { 
/**
 * Which.
 */
evidence: EvidenceId, 
/**
 * Which pages, such as "1-3, 7"; empty for all.
 */
pages: string, 
/**
 * The words below it; empty for the evidence's title.
 */
caption: string, 
/**
 * What someone who cannot see it must know.
 */
alternative: string, };

export type ExhibitCandidate = { 
/**
 * Its id.
 */
evidence: EvidenceId, 
/**
 * What it is called.
 */
title: string, 
/**
 * Its file's name.
 */
fileName: string, 
/**
 * Who may see it.
 */
confidentiality: Confidentiality, 
/**
 * Whether it holds health information.
 */
phi: Phi, 
/**
 * Whether it is a redacted copy.
 */
isRedacted: boolean, 
/**
 * Whether there is a redacted copy of it.
 */
hasRedacted: boolean, 
/**
 * Why it cannot be printed; empty when it can.
 */
whyNot: string, };

export type ExportPacketRequest = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * What it consists of.
 */
plan: PacketPlan, 
/**
 * To whom it goes, for the register; may be empty.
 */
to: string, };

export type ExportPlanRequest = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * As what.
 */
format: PlanFormat, 
/**
 * The paper, for a document and for a workbook that is printed.
 */
paper: PaperSize, 
/**
 * To whom it goes, for the register; may be empty.
 */
to: string, };

export type ExportRequest = { 
/**
 * The paper.
 */
paper: PaperSize, };

export type ExportedFile = { 
/**
 * Its name.
 */
name: string, 
/**
 * The folder it lies in.
 */
folder: string, 
/**
 * Pages, for a document.
 */
pages: number | null, 
/**
 * SHA-256, in hex.
 */
sha256: string, 
/**
 * What was noticed while it was made.
 */
warnings: Array<string>, };

export type ExportedView = { 
/**
 * The file.
 */
file: ExportedFile | null, };

export type Fault = { 
/**
 * What the page acts on.
 */
code: FaultCode, 
/**
 * What happened and what was kept.
 */
message: string, 
/**
 * What to do.
 */
hint: string, 
/**
 * A short code to quote, derived from the kind of error, never from content.
 */
reference: string, };

export type FaultCode = "wrong-passphrase" | "weak-passphrase" | "held" | "other-mode" | "module-failed" | "locked" | "input" | "not-found" | "not-allowed" | "wait" | "other";

export type FieldKind = "text" | "person" | "date";

export type Figures = { 
/**
 * What is in place, per cent.
 */
conformity: number | null, 
/**
 * How well what is in place is proven, per cent, over the items with a value.
 */
assurance: number | null, 
/**
 * Resolved among applicable items, per cent.
 */
coverage: number | null, 
/**
 * Items in the set.
 */
items: number, 
/**
 * Items that apply.
 */
applicable: number, 
/**
 * Applicable items that are resolved.
 */
resolved: number, };

export type Find = { 
/**
 * What it is.
 */
kind: FindKind, 
/**
 * Its id: a record's, or a control's.
 */
id: string, 
/**
 * The organisation.
 */
organisation: OrganisationId | null, 
/**
 * The organisation's name.
 */
organisationName: string, 
/**
 * The assessment.
 */
assessment: AssessmentId | null, 
/**
 * The assessment's title.
 */
assessmentTitle: string, 
/**
 * The control that it belongs to.
 */
control: string | null, 
/**
 * What the answer is about, of notes.
 */
subject: Subject | null, 
/**
 * Its name.
 */
title: string, 
/**
 * The words around what was found.
 */
snippet: Array<FindSpan>, };

export type FindKind = "control" | "answer" | "working-note" | "observation" | "evidence" | "finding" | "request" | "person" | "system" | "vendor" | "site" | "organisation" | "assessment";

export type FindSpan = { 
/**
 * The words.
 */
text: string, 
/**
 * Whether they were searched for.
 */
found: boolean, };

export type Finding = { 
/**
 * Its id.
 */
id: FindingId, 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * Whether the answer still leaves it.
 */
standing: FindingStanding, 
/**
 * When it was first raised.
 */
firstRaised: string, 
/**
 * What could happen here, in the assessor's words; empty means the catalogue's.
 */
consequence: string, 
/**
 * The client's reply.
 */
response: Response, 
/**
 * The control's id.
 */
control: string, 
/**
 * What the answer is about.
 */
subject: Subject, 
/**
 * Of which kind it is.
 */
kind: FindingKind, 
/**
 * The severity weight, 1 to 5.
 */
severity: number, 
/**
 * The gap, worded by the roles that the control plays (never "non-compliance").
 */
wording: string, 
/**
 * Whether it was said to be in place and found otherwise.
 */
contradiction: boolean, };

export type FindingId = string;

export type FindingKind = "gap" | "documentation-gap" | "evidence-gap" | "open-question";

export type FindingStanding = "open" | "settled";

export type FolderRequest = { 
/**
 * The folder.
 */
folder: string, };

export type Framework = { 
/**
 * The short name that stays the same over editions.
 */
id: string, 
/**
 * The edition, `year.month`.
 */
edition: string, 
/**
 * The title as printed.
 */
title: string, 
/**
 * What the framework covers, in a sentence or two.
 */
description: string, 
/**
 * The day up to which its facts were checked.
 */
asOf: string, 
/**
 * Where the controls come from.
 */
source: string, 
/**
 * The sentence that stands wherever a figure stands.
 */
disclaimer: string, 
/**
 * The legal text's name before a citation, such as `45 CFR`.
 */
citationPrefix: string, 
/**
 * What an assessment under this framework is not and does not do, in sentences.
 */
limits: Array<string>, 
/**
 * Where the law asks for a decision record; empty when it does not.
 */
decisionCitation: string, 
/**
 * What each class of control means and weighs.
 */
classes: Array<Class>, 
/**
 * What each answer word means and is worth.
 */
answers: Array<AnswerWord>, 
/**
 * How proof is weighed.
 */
assurance: AssuranceRule, 
/**
 * The most an item can be worth when the assessor finds it other than satisfied.
 */
determinationCap: number, 
/**
 * Words for the provisions figure, best first.
 */
bands: Array<Band>, 
/**
 * What caps the word, whatever the figure.
 */
gates: Array<Gate>, 
/**
 * Below which coverage the word is provisional, and the prefix it then gets.
 */
coverageFloor: CoverageFloor, 
/**
 * How a gap is worded, by the role that the control plays for a provision.
 */
gapWording: Array<GapWording>, 
/**
 * The scoping profile, asked first.
 */
profile: Array<ProfileQuestion>, 
/**
 * The fields of a decision record.
 */
decisionRecord: Array<DecisionField>, 
/**
 * Who usually holds an artefact.
 */
owners: Array<Code>, 
/**
 * How an artefact is collected.
 */
collections: Array<Code>, 
/**
 * How large a remedy is for a small organisation.
 */
efforts: Array<Code>, 
/**
 * Severity words, one per weight.
 */
severities: Array<SeverityWord>, 
/**
 * What each designation of a provision means.
 */
designations: Array<Code>, 
/**
 * All provisions in the order of the law.
 */
provisions: Array<Provision>, 
/**
 * Duties outside the controls that the profile may point at.
 */
duties: Array<Duty>, 
/**
 * Facts with a date, shown beside the controls.
 */
facts: Array<DatedFact>, 
/**
 * The controls, in their tree.
 */
sections: Array<Section>, };

export type FrameworkRef = { 
/**
 * The framework's short name.
 */
id: string, 
/**
 * Its edition.
 */
edition: string, 
/**
 * SHA-256 of the catalogue file, in hex.
 */
digest: string, };

export type FrameworkRequest = { 
/**
 * Its digest; nothing means the newest built in.
 */
digest: string | null, };

export type FrameworkView = { 
/**
 * SHA-256 of the catalogue file, in hex.
 */
digest: string, 
/**
 * The framework.
 */
framework: Framework, };

export type GapWording = { 
/**
 * The role that the control plays.
 */
role: Role, 
/**
 * The wording; `{provision}` stands for the citation.
 */
wording: string, };

export type Gate = { 
/**
 * A stable name.
 */
id: string, 
/**
 * What is the matter, in a sentence.
 */
title: string, 
/**
 * When it closes.
 */
when: GateRule, 
/**
 * The best word left.
 */
cap: string, };

export type GateRule = { "type": "control", 
/**
 * The control's id.
 */
control: string, 
/**
 * The states that close the gate.
 */
states: Array<ItemState>, 
/**
 * The qualifiers that close it whatever the state.
 */
qualifiers: Array<string>, } | { "type": "role-is", 
/**
 * The designations that count.
 */
designations: Array<Designation>, 
/**
 * The states that close the gate.
 */
states: Array<ItemState>, } | { "type": "class", 
/**
 * The class.
 */
class: string, 
/**
 * The states that close the gate.
 */
states: Array<ItemState>, } | { "type": "assurance-below", 
/**
 * Per cent.
 */
percent: number, };

export type Group = { 
/**
 * The prefix of its controls' ids.
 */
id: string, 
/**
 * The heading.
 */
title: string, 
/**
 * Its controls.
 */
controls: Array<Control>, };

export type HistoryRequest = { 
/**
 * Its id.
 */
of: string, };

export type HistoryView = { 
/**
 * The last step.
 */
undo: StepView | null, 
/**
 * The step undone last.
 */
redo: StepView | null, };

export type Implementation = "implemented" | "partial" | "planned" | "alternative" | "not-reasonable" | "not-implemented" | "not-applicable" | "unknown";

export type Issue = { 
/**
 * Its id.
 */
id: IssueId, 
/**
 * The organisation that it is about.
 */
organisation: OrganisationId, 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * What kind of thing it is.
 */
kind: IssueKind, 
/**
 * For whom; nothing for an evidence plan or a record of several packets.
 */
audience: Audience | null, 
/**
 * The assessment's version.
 */
version: number, 
/**
 * Whether that version was still a draft.
 */
draft: boolean, 
/**
 * SHA-256 of the file, in hex; empty for what was printed on paper.
 */
sha256: string, 
/**
 * How many pages it has, for a document.
 */
pages: number | null, 
/**
 * To whom it went, in the words of who issued it.
 */
to: string, 
/**
 * When.
 */
at: string, 
/**
 * Who issued it.
 */
by: string, 
/**
 * The fingerprint of the key of whoever issued it.
 */
signer: string, 
/**
 * SHA-256 of the trail's last entry before the issue, in hex.
 */
head: string, 
/**
 * How many entries the trail had.
 */
entries: number, };

export type IssueId = string;

export type IssueKind = "packet" | "print" | "record" | "plan-pdf" | "plan-xlsx" | "plan-ics";

export type IssuedRequest = { 
/**
 * The organisation.
 */
organisation: OrganisationId | null, 
/**
 * The assessment.
 */
assessment: AssessmentId | null, };

export type IssuedView = { 
/**
 * The entries, the last first.
 */
issues: Array<Issue>, 
/**
 * The fingerprint of the key of whoever works here.
 */
fingerprint: string, };

export type ItemStanding = { 
/**
 * The control's id.
 */
control: string, 
/**
 * Its state: that of its lowest row; unresolved as long as one row is.
 */
state: ItemState, 
/**
 * Its value, 0 to 1: that of its lowest row.
 */
value: number, 
/**
 * Its assurance, 0 to 1: that of its lowest row with a value.
 */
assurance: number, 
/**
 * The severity weight after the profile, 1 to 5.
 */
severity: number, 
/**
 * The class's factor.
 */
classWeight: number, 
/**
 * Whether it rests on a provision of law.
 */
restsOnProvision: boolean, 
/**
 * The rows it came from.
 */
rows: Array<RowStanding>, };

export type ItemState = "implemented" | "partial" | "planned" | "decided" | "decision-incomplete" | "not-implemented" | "not-applicable" | "unresolved";

export type JoinRequest = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The control's id.
 */
control: string, 
/**
 * The subject whose answer is to stand for all.
 */
keep: Subject, };

export type Lack = "answer" | "knowledge" | "exclusion" | "plan" | "decision" | "contradiction" | "response" | "phi-look" | "flag";

export type LaidOutView = { 
/**
 * Names the pages until the vault is closed or two others were laid out.
 */
token: string, 
/**
 * How many pages.
 */
pages: number, 
/**
 * Points.
 */
width: number, 
/**
 * Points.
 */
height: number, 
/**
 * The headings.
 */
outline: Array<OutlineRow>, 
/**
 * What the recipient will not see.
 */
excluded: Array<ExcludedRow>, 
/**
 * What should be known before it leaves.
 */
checks: Array<PacketCheck>, };

export type LayOutRequest = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * What it consists of.
 */
plan: PacketPlan, };

export type LibraryView = { 
/**
 * The organisations by name.
 */
organisations: Array<Organisation>, 
/**
 * The assessments, newest first.
 */
assessments: Array<AssessmentRow>, };

export type LinkEvidenceRequest = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The evidence.
 */
evidence: Array<EvidenceId>, 
/**
 * The answers.
 */
answers: Array<AnswerPlace>, 
/**
 * How strong it is for each.
 */
strength: Strength, 
/**
 * Which way it points.
 */
bearing: Bearing, };

export type LinkRequest = { 
/**
 * Which.
 */
link: EvidenceLinkId, };

export type LinkedEvidence = { 
/**
 * The link.
 */
link: EvidenceLink, 
/**
 * The evidence.
 */
evidence: Evidence, };

export type LockRequest = { 
/**
 * How many pieces of text could not be saved before.
 */
lost: number, };

export type LockedBecause = "idle" | "sleep" | "session" | "fault";

export type LockedView = { 
/**
 * Why; nothing when a person locked it.
 */
because: LockedBecause | null, 
/**
 * How many pieces of text could not be saved.
 */
lost: number, };

export type Logo = { 
/**
 * A PNG file, redrawn by this program and not larger than it needs, in base64 (RFC 4648).
 */
png: string, 
/**
 * Points across.
 */
width: number, 
/**
 * Points down.
 */
height: number, };

export type Look = { 
/**
 * The organisation's id, or "consultant" for whoever works with this vault.
 */
id: string, 
/**
 * The logo.
 */
logo: Logo | null, 
/**
 * What someone who cannot see the logo must know: whose it is.
 */
alternative: string, 
/**
 * The colour of headings and rules as six hexadecimal digits; empty for the program's own.
 */
colour: string, };

export type LookRequest = { 
/**
 * The organisation; nothing for whoever works with this vault.
 */
organisation: OrganisationId | null, };

export type LookView = { 
/**
 * The look.
 */
look: Look, 
/**
 * The colour's contrast on white (WCAG 2.2, 1.4.3); nothing for the program's own.
 */
contrast: number | null, 
/**
 * Why the colour is not used; nothing when it is.
 */
refused: string | null, };

export type MayView = { 
/**
 * The role.
 */
role: MemberRole, 
/**
 * Flag answers and write working notes.
 */
review: boolean, 
/**
 * Work on organisations, assessments and evidence; make backups and bundles.
 */
assess: boolean, 
/**
 * People and keys, retention, destruction, moving the vault, repairs.
 */
own: boolean, };

export type Member = { 
/**
 * Which.
 */
id: string, 
/**
 * The name that stands under what they do.
 */
name: string, 
/**
 * What the program lets them do.
 */
role: MemberRole, 
/**
 * The key slot that their passphrase opens.
 */
slot: string, 
/**
 * The key slot that their recovery code opens, once the code was tried.
 */
recoverySlot: string | null, 
/**
 * Since when they are a member.
 */
since: string, 
/**
 * When they were removed; their name stays under what they did.
 */
removed: string | null, };

export type MemberRequest = { 
/**
 * Which.
 */
member: string, };

export type MemberRole = "owner" | "assessor" | "reviewer" | "reader";

export type MemberView = { 
/**
 * The member.
 */
member: Member, 
/**
 * Whether this is who unlocked the vault.
 */
isPresent: boolean, 
/**
 * Whether a key file is needed beside the passphrase.
 */
needsKeyFile: boolean, 
/**
 * The fingerprint of the signing key: SHA-256 of the public key, in groups of hex.
 */
fingerprint: string, 
/**
 * Why this member cannot be removed; nothing when they can.
 */
stays: string | null, };

export type MembersView = { 
/**
 * The members that are there, the present one first, then by name.
 */
members: Array<MemberView>, 
/**
 * Those who were removed, the last one first.
 */
removed: Array<Member>, 
/**
 * Whether a recovery code opened the vault: the present member's passphrase can then
 * be set anew without the one before.
 */
byRecoveryCode: boolean, 
/**
 * What was done just now, in a sentence; nothing when the list was only looked at.
 */
done: string | null, };

export type Method = "examine" | "interview" | "test";

export type MethodRank = { 
/**
 * The method that is sufficient for a control.
 */
method: Method, 
/**
 * The rank it asks for.
 */
rank: number, };

export type ModeRequest = { 
/**
 * The mode.
 */
mode: CryptoMode, 
/**
 * The vault; nothing shows the beginning.
 */
folder: string | null, };

export type MoveRequest = { 
/**
 * The mode to move to.
 */
mode: CryptoMode, 
/**
 * The passphrase of who asks: it is stretched anew.
 */
passphrase: string, 
/**
 * The key file, where it is needed.
 */
keyFile: string | null, };

export type Nothing = Record<symbol, never>;

export type Observation = { 
/**
 * Its id.
 */
id: ObservationId, 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The control's id.
 */
control: string, 
/**
 * What it is about.
 */
subject: Subject, 
/**
 * How it was found.
 */
method: Method, 
/**
 * The procedure that was followed, in the catalogue's or the assessor's words.
 */
procedure: string, 
/**
 * With whom.
 */
withWhom: string, 
/**
 * On which day.
 */
on: string, 
/**
 * Out of what was looked at.
 */
population: string, 
/**
 * What was looked at.
 */
sample: string, 
/**
 * What was found.
 */
result: string, 
/**
 * By whom it was found.
 */
by: string, };

export type ObservationId = string;

export type ObservationRequest = { 
/**
 * Which.
 */
observation: ObservationId, };

export type OpenBundleRequest = { 
/**
 * The file, as `choose_bundle` gave it.
 */
file: string, 
/**
 * The passphrase; empty when an age identity is given.
 */
passphrase: string, 
/**
 * The file with the age identity.
 */
identity: string | null, 
/**
 * Whether it is taken into the vault, or only looked at.
 */
take: boolean, 
/**
 * A name for the work, by which it can be cancelled.
 */
task: string, };

export type Organisation = { 
/**
 * Its id.
 */
id: OrganisationId, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is, such as "outpatient clinic".
 */
kind: string, 
/**
 * Where its letters go.
 */
address: string, 
/**
 * Whom to write to.
 */
contact: string, 
/**
 * Anything else.
 */
remarks: string, };

export type OrganisationId = string;

export type OrganisationRequest = { 
/**
 * Which.
 */
organisation: OrganisationId, };

export type OrganisationView = { 
/**
 * The organisation.
 */
organisation: Organisation, 
/**
 * Its sites.
 */
sites: Array<Site>, 
/**
 * Its systems.
 */
systems: Array<System>, 
/**
 * Its vendors.
 */
vendors: Array<Vendor>, 
/**
 * Its people.
 */
people: Array<Person>, 
/**
 * Its assessments.
 */
assessments: Array<AssessmentRow>, };

export type Origin = "catalogue" | "unknown" | "person";

export type OutlineRow = { 
/**
 * From 1.
 */
level: number, 
/**
 * The words.
 */
title: string, 
/**
 * The page, counted from 0.
 */
page: number, };

export type OverviewView = { 
/**
 * The assessment.
 */
assessment: Assessment, 
/**
 * The figures with the rows they came from.
 */
standing: Standing, 
/**
 * The findings, worst first, settled ones last.
 */
findings: Array<Finding>, 
/**
 * What the answers say about each provision, in the order of the law.
 */
provisions: Array<ProvisionStanding>, 
/**
 * What is owed before it can be final.
 */
owed: Array<Owed>, 
/**
 * The versions made final.
 */
versions: Array<Version>, };

export type Owed = { 
/**
 * What is owed.
 */
lack: Lack, 
/**
 * The control it is owed for, if it is.
 */
control: string | null, 
/**
 * What the answer is about.
 */
subject: Subject, 
/**
 * What lacks: names of fields of the decision record, what a plan or an exclusion is
 * without, or the title of the evidence.
 */
fields: Array<string>, };

export type PacketCheck = { 
/**
 * What was looked at, in a word that does not change.
 */
code: string, 
/**
 * How much it matters.
 */
severity: CheckWeight, 
/**
 * What was found and what to do.
 */
sentence: string, 
/**
 * How many.
 */
count: number, 
/**
 * The control it is about.
 */
control: string | null, 
/**
 * The evidence it is about.
 */
evidence: EvidenceId | null, };

export type PacketFind = { 
/**
 * The page, counted from 0.
 */
page: number, 
/**
 * The line in which they stand.
 */
excerpt: string, 
/**
 * Where they begin in it, in UTF-16 units.
 */
from: number, 
/**
 * Where they end.
 */
to: number, 
/**
 * From the left edge, as a share of the page's width.
 */
x: number, 
/**
 * From the upper edge, as a share of the page's height.
 */
y: number, 
/**
 * As a share of the page's width.
 */
width: number, 
/**
 * As a share of the page's height.
 */
height: number, };

export type PacketFindsView = { 
/**
 * The first finds.
 */
finds: Array<PacketFind>, 
/**
 * All that there are.
 */
total: number, };

export type PacketPageRequest = { 
/**
 * The pages, as `lay_out_packet` named them.
 */
token: string, 
/**
 * The page, counted from 0.
 */
page: number, };

export type PacketPageView = { 
/**
 * The words in reading order, a line for each line.
 */
text: string, 
/**
 * The number on the page.
 */
label: string, };

export type PacketPart = "document-control" | "attestation" | "how-to-read" | "position" | "harm" | "to-decide" | "next-steps" | "summary" | "scope" | "sections" | "findings" | "provisions" | "decisions" | "evidence" | "exhibit-list" | "exhibits" | "custodian" | "open-questions" | "method" | "glossary" | "proof" | "working-notes" | "trail";

export type PacketPlan = { 
/**
 * For whom.
 */
audience: Audience, 
/**
 * The parts in their order, those left out included.
 */
parts: Array<PartChoice>, 
/**
 * The paper.
 */
paper: PaperSize, 
/**
 * Whether the assessment's data goes along inside the PDF.
 */
data: boolean, 
/**
 * The evidence printed as exhibits, in their order.
 */
exhibits: Array<Exhibit>, };

export type PacketPlanView = { 
/**
 * The plan, as it was last left.
 */
plan: PacketPlan, 
/**
 * What is proposed for the audience.
 */
proposed: PacketPlan, 
/**
 * The evidence that could be printed.
 */
candidates: Array<ExhibitCandidate>, 
/**
 * The templates of this vault for the audience.
 */
templates: Array<PacketTemplate>, };

export type PacketRequest = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * For whom.
 */
audience: Audience, };

export type PacketTemplate = { 
/**
 * Its id.
 */
id: TemplateId, 
/**
 * What it is called.
 */
name: string, 
/**
 * The plan.
 */
plan: PacketPlan, };

export type PaperSize = "letter" | "a4";

export type Part = { 
/**
 * A stable name.
 */
id: string, 
/**
 * The heading.
 */
title: string, 
/**
 * Its groups.
 */
groups: Array<Group>, };

export type PartChoice = { 
/**
 * Which.
 */
part: PacketPart, 
/**
 * Whether it is shown.
 */
shown: boolean, };

export type PassphraseView = { 
/**
 * Five words.
 */
passphrase: string, };

export type Period = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, };

export type Person = { 
/**
 * Their id.
 */
id: PersonId, 
/**
 * The organisation they belong to.
 */
organisation: OrganisationId, 
/**
 * Their name.
 */
name: string, 
/**
 * What they do there.
 */
role: string, 
/**
 * How to reach them.
 */
contact: string, };

export type PersonId = string;

export type Phi = "yes" | "no" | "unknown";

export type PlanChange = { 
/**
 * The request.
 */
request: RequestId, 
/**
 * The control.
 */
control: string, 
/**
 * What is wanted.
 */
artefact: string, 
/**
 * What of it.
 */
field: PlanField, 
/**
 * What it is now, in words.
 */
before: string, 
/**
 * What it would be.
 */
after: string, 
/**
 * Whether it was changed in the vault too since the file was made.
 */
conflicts: boolean, };

export type PlanField = "state" | "person" | "ask" | "due" | "reason" | "remark";

export type PlanFormat = "pdf" | "xlsx" | "ics";

export type PlanImportView = { 
/**
 * The file's name; nothing when none was chosen.
 */
file: string | null, 
/**
 * Names this reading until the vault is closed or another was read.
 */
token: string, 
/**
 * What would change.
 */
changes: Array<PlanChange>, 
/**
 * What cannot be taken, and why.
 */
refused: Array<PlanRefusal>, 
/**
 * Rows that say what is already so.
 */
unchanged: number, 
/**
 * What was noticed besides.
 */
notes: Array<string>, };

export type PlanRefusal = { 
/**
 * The sheet and row, as the person sees them.
 */
row: string, 
/**
 * Why, and what to do.
 */
sentence: string, };

export type PreviewKind = "picture" | "pages" | "text" | "table" | "reference" | "unshown";

export type PreviewPage = { 
/**
 * Pixels.
 */
width: number, 
/**
 * Pixels.
 */
height: number, };

export type PreviewView = { 
/**
 * How it is shown.
 */
kind: PreviewKind, 
/**
 * The pages or the one picture: each is at `preview://localhost/EVIDENCE/NUMBER`,
 * counted from 1, with `?width=` for another width in pixels.
 */
pages: Array<PreviewPage>, 
/**
 * The text, or its beginning.
 */
text: string, 
/**
 * The rows of a table, or their beginning, the heading first.
 */
rows: Array<Array<string>>, 
/**
 * Pages, lines or rows in all.
 */
total: number, 
/**
 * Whether only the beginning is here.
 */
cut: boolean, 
/**
 * Why it cannot be shown and what to do, or what to know of what is shown.
 */
sentence: string, };

export type PrintedView = { 
/**
 * Whether it was; not when the person thought better of it.
 */
printed: boolean, };

export type Procedure = { 
/**
 * How.
 */
method: Method, 
/**
 * What to do.
 */
text: string, };

export type ProfileAnswer = { 
/**
 * The question's name.
 */
question: string, 
/**
 * Whom it was answered for: all, or one system.
 */
subject: Subject, 
/**
 * The option's name.
 */
option: string, };

export type ProfileOption = { 
/**
 * A stable name.
 */
id: string, 
/**
 * The words of the choice.
 */
label: string, 
/**
 * What it changes.
 */
effects: Array<Effect>, };

export type ProfileQuestion = { 
/**
 * A stable name.
 */
id: string, 
/**
 * The question.
 */
question: string, 
/**
 * Why it is asked.
 */
why: string, 
/**
 * What it is asked per: the organisation or each system.
 */
askedPer: SubjectKind, 
/**
 * The choices.
 */
options: Array<ProfileOption>, };

export type ProfileRequest = { 
/**
 * The framework's digest; nothing means the newest built in.
 */
digest: string | null, 
/**
 * The answers so far.
 */
answers: Array<ProfileAnswer>, };

export type ProfileView = { 
/**
 * Each effect, in the order of the questions.
 */
consequences: Array<Consequence>, };

export type ProgressView = { 
/**
 * The task's name.
 */
task: string, 
/**
 * The file under way, counted from 1.
 */
file: number, 
/**
 * Files in all.
 */
files: number, 
/**
 * Bytes done of this file.
 */
done: number, 
/**
 * Bytes in this file.
 */
total: number, };

export type Protection = { 
/**
 * Its name.
 */
name: string, 
/**
 * Whether it is in force.
 */
active: boolean, 
/**
 * What it does, or why it is not in force here and what that means.
 */
sentence: string, };

export type ProtectionsView = { 
/**
 * One line each.
 */
lines: Array<Protection>, };

export type Provision = { 
/**
 * The citation, the key.
 */
citation: string, 
/**
 * The title.
 */
title: string, 
/**
 * How binding it is.
 */
designation: Designation, 
/**
 * The rule it belongs to.
 */
rule: string, };

export type ProvisionLink = { 
/**
 * The provision's citation.
 */
citation: string, 
/**
 * Its designation.
 */
designation: Designation, 
/**
 * The role that the control plays for it.
 */
role: Role, };

export type ProvisionStanding = { 
/**
 * The provision.
 */
provision: Provision, 
/**
 * The controls that speak to it.
 */
speakers: Array<Speaker>, 
/**
 * What follows.
 */
conclusion: Conclusion, 
/**
 * The role of the controls that the conclusion rests on.
 */
restsOn: Role | null, };

export type RateRequest = { 
/**
 * The passphrase.
 */
passphrase: string, 
/**
 * The mode of the vault it is for.
 */
mode: CryptoMode, };

export type RecentVault = { 
/**
 * The folder's name without its ending.
 */
name: string, 
/**
 * The folder.
 */
folder: string, 
/**
 * Whether it can be reached now.
 */
present: boolean, 
/**
 * The mode that it asks for, where its header can be read.
 */
mode: CryptoMode, };

export type RecordDifference = { 
/**
 * The entry's name.
 */
name: string, 
/**
 * What is the matter with it.
 */
kind: RecordFault, 
/**
 * The same in words.
 */
sentence: string, };

export type RecordFault = "changed" | "missing" | "added" | "signature" | "archive";

export type RecordRequest = { 
/**
 * The name of the task, for its progress and to cancel it.
 */
task: string, 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The packets in it, one for each audience that it goes to.
 */
plans: Array<PacketPlan>, 
/**
 * The evidence whose originals go along.
 */
evidence: Array<EvidenceId>, 
/**
 * Whether the assessment's data goes along as JSON.
 */
data: boolean, 
/**
 * Whether the evidence plan goes along.
 */
evidencePlan: boolean, 
/**
 * To whom it goes, for the register; may be empty.
 */
to: string, };

export type RecoveryCodeRequest = { 
/**
 * Eight groups of six digits, in any layout.
 */
code: string, };

export type RecoveryCodeView = { 
/**
 * Eight groups of six digits.
 */
groups: Array<string>, };

export type Reference = { 
/**
 * The pointer as printed.
 */
text: string, 
/**
 * Whether it was written from memory and not checked in a copy of the source.
 */
fromMemory: boolean, };

export type RepairRequest = { 
/**
 * The repair, as the check named it.
 */
repair: string, };

export type RequestId = string;

export type RequestState = "wanted" | "asked" | "received" | "accepted" | "refused" | "not-to-be-had";

export type RequestsView = { 
/**
 * All requests, in the order of the framework.
 */
requests: Array<EvidenceRequest>, 
/**
 * Artefacts that more than one control asks for.
 */
settles: Array<Settles>, 
/**
 * Controls with an evidence gap and no open request.
 */
missing: Array<string>, 
/**
 * The day on which due dates are judged: today.
 */
today: string, 
/**
 * Whom one may ask.
 */
people: Array<Person>, };

export type Response = { 
/**
 * What will be done.
 */
course: ResponseCourse, 
/**
 * In their words: the remedy, another one, or why not.
 */
text: string, 
/**
 * Who sees to it.
 */
owner: string, 
/**
 * By when.
 */
due: string | null, 
/**
 * How far it is.
 */
state: ResponseState, };

export type ResponseCourse = "none" | "remedy" | "other" | "will-not";

export type ResponseRequest = { 
/**
 * Which.
 */
finding: FindingId, 
/**
 * What could happen here; empty means the catalogue's words.
 */
consequence: string, 
/**
 * The reply.
 */
response: Response, };

export type ResponseState = "open" | "in-progress" | "done";

export type RestoreRequest = { 
/**
 * The backup.
 */
from: string, 
/**
 * The new place.
 */
to: string, 
/**
 * A name for the work, by which it can be cancelled.
 */
task: string, };

export type RetentionRequest = { 
/**
 * The organisation.
 */
organisation: OrganisationId, 
/**
 * Whether a legal hold stops all deletion.
 */
hold: boolean, 
/**
 * Why.
 */
holdReason: string, 
/**
 * The day until which the contract lets this copy be kept.
 */
contractUntil: string | null, };

export type RetentionRow = { 
/**
 * Its name.
 */
name: string, 
/**
 * "assessment" or "evidence".
 */
kind: string, 
/**
 * When it was created.
 */
created: string, 
/**
 * When it last was in effect; nothing while it is.
 */
lastInEffect: string | null, 
/**
 * The day until which it is kept; nothing while it is in effect.
 */
keepUntil: string | null, 
/**
 * Whether that day is past.
 */
isPast: boolean, };

export type RetentionView = { 
/**
 * The organisation.
 */
organisation: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether a legal hold stops all deletion.
 */
hold: boolean, 
/**
 * Why, or until when.
 */
holdReason: string, 
/**
 * The day until which the contract lets the consultant keep this copy; nothing when
 * it does not say.
 */
contractUntil: string | null, 
/**
 * One line for each assessment and evidence document.
 */
rows: Array<RetentionRow>, 
/**
 * Why it cannot be destroyed now; nothing when it can.
 */
refused: string | null, 
/**
 * What a person must say they know before it is destroyed early: it is a
 * consultant's copy and the organisation still has to keep its own; nothing when its
 * time is over or it cannot be destroyed.
 */
early: string | null, 
/**
 * The rule, in a sentence with its citation.
 */
rule: string, };

export type Role = "is" | "means" | "supports";

export type RowStanding = { 
/**
 * What it is about.
 */
subject: Subject, 
/**
 * Its state.
 */
state: ItemState, 
/**
 * Its value, 0 to 1.
 */
value: number, 
/**
 * Its assurance, 0 to 1.
 */
assurance: number, 
/**
 * The link that the assurance came from.
 */
bestLink: EvidenceLinkId | null, 
/**
 * Whether evidence speaks against it.
 */
contradicted: boolean, 
/**
 * Whether the assurance was lowered because the evidence was not fresh on the as-of
 * date, or its document not in force.
 */
stale: boolean, };

export type SaveEvidenceRequest = { 
/**
 * The item.
 */
evidence: Evidence, 
/**
 * The control that a new item is for.
 */
control: string | null, 
/**
 * How strong a new item is for it.
 */
strength: Strength | null, };

export type SaveLookRequest = { 
/**
 * The organisation; nothing for whoever works with this vault.
 */
organisation: OrganisationId | null, 
/**
 * Six hexadecimal digits; empty for the program's own colour.
 */
colour: string, 
/**
 * What someone who cannot see the logo must know.
 */
alternative: string, };

export type SaveMemberRequest = { 
/**
 * Which.
 */
member: string, 
/**
 * The name.
 */
name: string, 
/**
 * The role.
 */
role: MemberRole, };

export type SavePacketPlanRequest = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The plan.
 */
plan: PacketPlan, };

export type SaveRequestsRequest = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The requests; a nil id asks for a new one.
 */
requests: Array<EvidenceRequest>, };

export type SavedView = { 
/**
 * When.
 */
saved: string, };

export type Scope = { 
/**
 * The boundary in words.
 */
statement: string, 
/**
 * What is left out, and why.
 */
leftOut: string, 
/**
 * The sites in scope.
 */
sites: Array<SiteId>, 
/**
 * The systems in scope.
 */
systems: Array<SystemId>, 
/**
 * The vendors in scope.
 */
vendors: Array<VendorId>, };

export type SearchPacketRequest = { 
/**
 * The pages.
 */
token: string, 
/**
 * The words.
 */
words: string, };

export type SearchRequest = { 
/**
 * What was typed.
 */
text: string, 
/**
 * The assessment to search; nothing searches the whole vault.
 */
assessment: AssessmentId | null, };

export type SearchView = { 
/**
 * The finds, the best of each kind first, kinds in a fixed order.
 */
finds: Array<Find>, 
/**
 * Whether there are more than these.
 */
more: boolean, };

export type Section = { 
/**
 * A stable name.
 */
id: string, 
/**
 * The heading.
 */
title: string, 
/**
 * Its parts.
 */
parts: Array<Part>, };

export type SectionStanding = { 
/**
 * The section's name.
 */
section: string, 
/**
 * Its heading.
 */
title: string, 
/**
 * Its figures.
 */
figures: Figures, };

export type Settings = { 
/**
 * Light, dark, or as the system.
 */
theme: Theme, 
/**
 * Widths of panes in pixels, by name.
 */
panes: { [key in string]: number }, 
/**
 * Size of the page's text in per cent.
 */
zoom: number | null, 
/**
 * Minutes without a touch after which the vault is locked; nothing means fifteen.
 */
idleMinutes: number | null, };

export type Settles = { 
/**
 * The artefact, as requests name it.
 */
artefact: string, 
/**
 * The controls whose open requests name it.
 */
controls: Array<string>, 
/**
 * These requests.
 */
requests: Array<RequestId>, };

export type Severity = "sound" | "note" | "warning" | "fault";

export type SeverityWord = { 
/**
 * The weight, 1 to 5.
 */
weight: number, 
/**
 * The word.
 */
label: string, };

export type ShelfView = { 
/**
 * The items, newest first, withdrawn ones included.
 */
evidence: Array<Evidence>, 
/**
 * How they bear on answers.
 */
links: Array<EvidenceLink>, };

export type SignedHeadView = { 
/**
 * Entries behind it.
 */
entries: number, 
/**
 * The running head, in hex.
 */
head: string, 
/**
 * The Merkle root (RFC 6962), in hex.
 */
root: string, 
/**
 * When.
 */
at: string, 
/**
 * Who signed.
 */
who: string, 
/**
 * At what: "unlock", "lock", "export", "backup".
 */
occasion: string, 
/**
 * The fingerprint of the signing key.
 */
fingerprint: string, };

export type Site = { 
/**
 * Its id.
 */
id: SiteId, 
/**
 * The organisation it belongs to.
 */
organisation: OrganisationId, 
/**
 * Its name.
 */
name: string, 
/**
 * Where it is.
 */
address: string, 
/**
 * Anything else.
 */
remarks: string, };

export type SiteId = string;

export type Speaker = { 
/**
 * The control's id.
 */
control: string, 
/**
 * The role it plays.
 */
role: Role, 
/**
 * How it stands.
 */
state: ItemState, };

export type Stage = "draft" | "final";

export type Standing = { 
/**
 * Over the items that rest on a provision of law.
 */
provisions: Figures, 
/**
 * Over all items.
 */
all: Figures, 
/**
 * By section, in order.
 */
sections: Array<SectionStanding>, 
/**
 * By item, in order.
 */
items: Array<ItemStanding>, 
/**
 * The word that the provisions figure alone would earn; where no item rests on a
 * provision or none of them applies, the figure over all items; [`NOTHING_APPLIES`] where
 * none of these does either.
 */
band: string, 
/**
 * The word after gates and coverage.
 */
word: string, 
/**
 * The gates that closed.
 */
gates: Array<ClosedGate>, 
/**
 * The sentence that stands wherever a figure stands.
 */
disclaimer: string, };

export type StartRequest = { 
/**
 * The organisation.
 */
organisation: OrganisationId, 
/**
 * What it is called.
 */
title: string, 
/**
 * The period it looks at.
 */
period: Period, 
/**
 * The day on which dates are judged.
 */
asOf: string, 
/**
 * What is in and out.
 */
scope: Scope, 
/**
 * Who asked, who assesses.
 */
engagement: Engagement, 
/**
 * The scoping profile.
 */
profile: Array<ProfileAnswer>, };

export type StatusView = { 
/**
 * Whether one is open.
 */
state: VaultState, 
/**
 * The vault, when one is open or was asked for.
 */
vault: VaultView | null, 
/**
 * Vaults opened on this computer before, newest first.
 */
recent: Array<RecentVault>, 
/**
 * Whether a vault with the sample can be opened without a question.
 */
sampleReady: boolean, 
/**
 * The program's version.
 */
version: string, 
/**
 * The mode of the cryptography in this process.
 */
mode: CryptoMode, 
/**
 * Why the vault was locked, when nobody asked for it, and what that cost.
 */
locked: LockedView | null, };

export type StepKind = "answer" | "bulk-answer" | "working-note" | "split" | "join" | "observation" | "attach" | "evidence" | "link" | "withdraw" | "request" | "response" | "terms" | "organisation";

export type StepView = { 
/**
 * What was done.
 */
what: StepKind, 
/**
 * The control that it was done to.
 */
control: string | null, 
/**
 * Records that it changed.
 */
records: number, 
/**
 * When it was done.
 */
at: string, };

export type Strength = "stated" | "examined" | "tested" | "observed";

export type StrengthRank = { 
/**
 * The strength of an evidence link.
 */
strength: Strength, 
/**
 * Its rank.
 */
rank: number, };

export type StrengthView = { 
/**
 * 0 (none) to 4 (centuries).
 */
level: number, 
/**
 * Whether a new vault takes it.
 */
taken: boolean, 
/**
 * The time, as people say it: "about three weeks".
 */
time: string, 
/**
 * What would make it better; nothing when it is good.
 */
advice: string | null, };

export type Subject = string;

export type SubjectKind = "organisation" | "site" | "system" | "vendor";

export type System = { 
/**
 * Its id.
 */
id: SystemId, 
/**
 * The organisation it belongs to.
 */
organisation: OrganisationId, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is for.
 */
purpose: string, 
/**
 * Who works with it.
 */
users: string, 
/**
 * The kind of model.
 */
modelKind: string, 
/**
 * The model's version.
 */
modelVersion: string, 
/**
 * Where it runs.
 */
hosting: string, 
/**
 * What it learnt from.
 */
trainingData: string, 
/**
 * What it sees in use.
 */
inferenceData: string, 
/**
 * The vendor behind it, if any.
 */
vendor: VendorId | null, };

export type SystemId = string;

export type TaskRequest = { 
/**
 * Its name.
 */
task: string, };

export type TemplateId = string;

export type TemplateRequest = { 
/**
 * Which.
 */
template: TemplateId, };

export type TemplatesView = { 
/**
 * All of them.
 */
templates: Array<PacketTemplate>, };

export type TermsEffect = "leaves" | "enters" | "proposes" | "counts-otherwise";

export type TermsRow = { 
/**
 * The control's id.
 */
control: string, 
/**
 * What the answer is about.
 */
subject: Subject, 
/**
 * The subject's name.
 */
subjectName: string, 
/**
 * What happens to it.
 */
effect: TermsEffect, 
/**
 * The word that stands there.
 */
implementation: Implementation | null, };

export type TermsView = { 
/**
 * Each answer that is touched, in the order of the framework.
 */
rows: Array<TermsRow>, 
/**
 * Consequences of the profile that are new.
 */
added: Array<Consequence>, 
/**
 * Consequences of the profile that go.
 */
gone: Array<Consequence>, 
/**
 * The figure over provisions as it is.
 */
before: number | null, 
/**
 * The figure over provisions as it would be.
 */
after: number | null, };

export type Theme = "system" | "light" | "dark";

export type TrailCheckView = { 
/**
 * Whether all was sound.
 */
sound: boolean, 
/**
 * Entries looked at.
 */
entries: number, 
/**
 * Signatures looked at.
 */
signatures: number, 
/**
 * What was found, in a sentence.
 */
sentence: string, 
/**
 * The first entry that does not follow from those before it.
 */
firstBreak: number | null, 
/**
 * What cannot be seen by any such look, in sentences.
 */
unseen: Array<string>, };

export type TrailEntryRequest = { 
/**
 * Its number over all chains.
 */
number: number, };

export type TrailEntryView = { 
/**
 * The entry.
 */
row: TrailRow, 
/**
 * The record's id.
 */
object: string, 
/**
 * The key slot that wrote it.
 */
slot: string, 
/**
 * The computer.
 */
device: string, 
/**
 * The copy of the vault.
 */
copy: string, 
/**
 * The hash of the entry before it in its chain, in hex.
 */
previous: string, 
/**
 * Its own hash, in hex.
 */
hash: string, 
/**
 * The keyed digest of what stood there before; nothing when nothing did.
 */
before: string | null, 
/**
 * The keyed digest of what stands there after; nothing when nothing does.
 */
after: string | null, 
/**
 * The hashes beside the way from the entry up to the root (RFC 6962), in hex.
 */
proof: Array<string>, 
/**
 * The signed head whose root the proof leads to; nothing before the next one.
 */
signed: SignedHeadView | null, };

export type TrailPerson = { 
/**
 * The key slot.
 */
slot: string, 
/**
 * The name.
 */
name: string, };

export type TrailRequest = { 
/**
 * Only this organisation's chain.
 */
organisation: OrganisationId | null, 
/**
 * Only what this key slot wrote.
 */
slot: string | null, 
/**
 * Only this action.
 */
action: string | null, 
/**
 * From this day on.
 */
from: string | null, 
/**
 * To this day.
 */
to: string | null, 
/**
 * How many entries to skip.
 */
skip: number, 
/**
 * How many entries to give; 200 at most.
 */
take: number, };

export type TrailRow = { 
/**
 * Its number over all chains, from 1.
 */
number: number, 
/**
 * When, as its computer's clock said.
 */
at: string, 
/**
 * The member's name; what is known of the key slot when there is none.
 */
who: string, 
/**
 * What was done, as a code: "put", "unlock", "withdraw".
 */
action: string, 
/**
 * What it was done to, as a code: "answer", "evidence", "vault".
 */
kind: string, 
/**
 * The control, title or name that it was done to, where that is still known.
 */
about: string | null, 
/**
 * The organisation whose chain it stands in; nothing for the vault's own.
 */
organisation: string | null, 
/**
 * Whether it was written on this computer.
 */
here: boolean, 
/**
 * Whether the clock had been set back before it.
 */
clockBack: boolean, };

export type TrailView = { 
/**
 * The entries.
 */
entries: Array<TrailRow>, 
/**
 * How many there are under this filter.
 */
total: number, 
/**
 * How many entries the trail has in all.
 */
all: number, 
/**
 * The head over all chains, in hex.
 */
head: string, 
/**
 * Who wrote entries: for the filter.
 */
people: Array<TrailPerson>, 
/**
 * What was done: for the filter, as codes.
 */
actions: Array<string>, 
/**
 * The last signed head; nothing before the first.
 */
signed: SignedHeadView | null, 
/**
 * What the last verification found in this session; nothing while it still runs.
 */
verified: TrailCheckView | null, };

export type UndoneView = { 
/**
 * The step.
 */
step: StepView, 
/**
 * What can be undone and redone now.
 */
history: HistoryView, };

export type UnlockRequest = { 
/**
 * The folder.
 */
folder: string, 
/**
 * The passphrase; empty when a recovery code is given.
 */
passphrase: string, 
/**
 * The key file that is needed beside the passphrase.
 */
keyFile: string | null, 
/**
 * The recovery code, in place of a passphrase.
 */
recoveryCode: string | null, };

export type VaultState = "no-vault" | "locked" | "unlocked";

export type VaultView = { 
/**
 * The folder's name without its ending.
 */
name: string, 
/**
 * The folder.
 */
folder: string, 
/**
 * Who works here.
 */
person: string, 
/**
 * Entries in its trail.
 */
entries: number, 
/**
 * The first letters of the trail's head.
 */
head: string, 
/**
 * Whether this is the sample: its passphrase is no secret.
 */
sample: boolean, 
/**
 * What the last look at its soundness said, in sentences; empty means all is well.
 */
warnings: Array<string>, 
/**
 * Whether nothing can be written until the person accepts what was found.
 */
heldBack: boolean, 
/**
 * Whether it can only be read: it lies where nothing can be written.
 */
readOnly: boolean, 
/**
 * What the program lets the present member do; nothing while it is locked.
 */
may: MayView | null, 
/**
 * The mode that the vault asks for.
 */
mode: CryptoMode, 
/**
 * Whether some way in needs a key file.
 */
takesKeyFile: boolean, 
/**
 * Whether some way in is a recovery code.
 */
takesRecoveryCode: boolean, 
/**
 * The head that this computer last saw, short; nothing when it never did.
 */
lastHead: string | null, 
/**
 * The last verified backup, in a sentence; nothing while it is locked.
 */
backup: string | null, 
/**
 * Seconds until the next try of a passphrase is taken.
 */
waitSeconds: number, };

export type Vendor = { 
/**
 * Its id.
 */
id: VendorId, 
/**
 * The organisation that uses it.
 */
organisation: OrganisationId, 
/**
 * Its name.
 */
name: string, 
/**
 * What it supplies.
 */
service: string, 
/**
 * Whom to ask there.
 */
contact: string, 
/**
 * The business associate agreement with it.
 */
agreement: Agreement, };

export type VendorId = string;

export type Verdict = "sound" | "differs" | "not-a-record";

export type VerifiedView = { 
/**
 * The file's name; nothing when none was chosen.
 */
file: string | null, 
/**
 * Whether it is what it says.
 */
verdict: Verdict, 
/**
 * The verdict in words.
 */
sentence: string, 
/**
 * What it says of itself, name and value.
 */
facts: Array<[string, string]>, 
/**
 * What differs.
 */
differences: Array<RecordDifference>, 
/**
 * The fingerprint of the key that signed it.
 */
signer: string, 
/**
 * Whose key that is in this vault; nothing when it is not known here, or no vault is
 * open.
 */
signerKnown: string | null, };

export type Version = { 
/**
 * Its id.
 */
id: VersionId, 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * Its number.
 */
number: number, 
/**
 * SHA-256 of the canonical state, in hex.
 */
digest: string, 
/**
 * Who made it final.
 */
by: string, 
/**
 * When.
 */
at: string, };

export type VersionId = string;

export type WithdrawRequest = { 
/**
 * Which.
 */
evidence: EvidenceId, 
/**
 * Why.
 */
reason: string, };

export type Withdrawal = { 
/**
 * Why.
 */
reason: string, 
/**
 * Who withdrew it.
 */
by: string, 
/**
 * When.
 */
at: string, };

export type WorkingNoteRequest = { 
/**
 * The assessment.
 */
assessment: AssessmentId, 
/**
 * The control's id.
 */
control: string, 
/**
 * What the answer it goes with is about.
 */
subject: Subject, 
/**
 * The note.
 */
text: string, };

