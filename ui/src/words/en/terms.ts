/** What the words of this program mean, in short: each is explained where it stands. */
export const terms = {
  head: {
    word: "Head",
    means: "One number that stands for all entries so far. Any change of any of them changes it.",
  },
  merkleRoot: {
    word: "Merkle root",
    means:
      "One number over all entries from which a few hashes prove that a certain entry is among them (RFC 6962).",
  },
  keyedDigest: {
    word: "Keyed digest",
    means: "A number that stands for a text and can be made only with this vault’s key.",
  },
  conformity: {
    word: "Conformity",
    means: "How much of what applies is in place. It says nothing about how well that is proven.",
  },
  assurance: {
    word: "Assurance",
    means:
      "How well it is proven that what is in place really is. What was only said counts less than what was read, tried or seen.",
  },
  coverage: {
    word: "Coverage",
    means: "How many of the controls that apply have a settled answer. The rest is still open.",
  },
  provisional: {
    word: "Provisional",
    means: "Too much is still open for the word to be final.",
  },
  band: {
    word: "Band",
    means: "A word for a range of the conformity figure, from weak to strong. A gate can cap it.",
  },
  gate: {
    word: "Gate",
    means:
      "A rule that caps the word when something weighty is missing, however high the figure is. It never changes a figure.",
  },
  finding: {
    word: "Finding",
    means: "What an answer leaves open or lacking. It follows from the answer and settles with it.",
  },
  gap: { word: "Gap", means: "Something that is asked for is not in place, or only in part." },
  documentationGap: {
    word: "Documentation gap",
    means: "A decision was taken, but its record is not complete.",
  },
  evidenceGap: {
    word: "Evidence gap",
    means: "It is said to be in place, and too little proves it.",
  },
  openQuestion: {
    word: "Open question",
    means: "Nobody asked so far knows. It stays open until somebody who does is asked.",
  },
  determination: {
    word: "Determination",
    means: "What the assessor concludes from the evidence. It prevails over what was said.",
  },
  severity: {
    word: "Severity",
    means: "How much it matters if this control is missing, from minor to critical.",
  },
  control: {
    word: "Control",
    means: "The smallest thing that the catalogue asks for. It is answered with one word.",
  },
  provision: {
    word: "Provision",
    means: "One line of the law, named by its citation, such as 164.308(a)(2).",
  },
  required: {
    word: "Required",
    means: "The Security Rule demands it. A recorded decision cannot stand in for it.",
  },
  standard: {
    word: "Standard",
    means: "The rule demands the result and leaves the means to you. It is mandatory.",
  },
  addressable: {
    word: "Addressable",
    means:
      "Not optional: assess it, then put it in place, use an equal measure, or record why neither is reasonable (45 CFR 164.306(d)(3)).",
  },
  privacyOrBreach: {
    word: "Privacy or breach",
    means: "A duty of the Privacy Rule or the Breach Notification Rule. Mandatory where it applies.",
  },
  goodPractice: {
    word: "Good practice",
    means: "HIPAA does not ask for it. It is counted apart from what the law asks.",
  },
  decisionRecord: {
    word: "Decision record",
    means:
      "Why an addressable point is met otherwise, or not at all: the factors, the reason, who approved it and when it is looked at again.",
  },
  notApplicable: {
    word: "Not applicable",
    means: "It cannot arise here. It needs a reason and the name of who approved it.",
  },
  profile: {
    word: "Profile",
    means: "What the organisation is and does. It proposes which controls apply; a person answers.",
  },
  scope: { word: "Scope", means: "Which sites, systems and vendors are looked at, and which are not." },
  subject: {
    word: "Subject",
    means: "What an answer is about: everything in scope, or one site, system or vendor.",
  },
  asOf: {
    word: "As-of date",
    means: "The day on which dates are judged: what is overdue, expired or too old.",
  },
  period: { word: "Period", means: "The span of days that the assessment looks at." },
  evidence: {
    word: "Evidence",
    means: "Something that was examined: a document, an export, a picture, or a note of where it is.",
  },
  strength: {
    word: "Strength",
    means:
      "How strong the proof is. Stated: somebody said so. Examined: it was read. Tested: it was tried. Observed: it was seen at work.",
  },
  stated: { word: "Stated", means: "Somebody said so. The weakest proof." },
  examined: { word: "Examined", means: "A document, record or setting was read." },
  tested: { word: "Tested", means: "It was tried, and the result was kept." },
  observed: { word: "Observed", means: "It was seen at work." },
  bearing: { word: "Bearing", means: "Whether evidence supports an answer or contradicts it." },
  observation: {
    word: "Observation",
    means: "A dated fact: who was asked or what was looked at, how much of it, and what came out.",
  },
  population: { word: "Population", means: "All there is to look at, such as 40 accounts." },
  sample: { word: "Sample", means: "The part of the population that was looked at." },
  request: {
    word: "Request",
    means: "Something wanted from a person by a date. All requests together are the evidence plan.",
  },
  artefact: {
    word: "Artefact",
    means: "A thing that would show a control, such as a policy, a log or a screenshot.",
  },
  withdrawn: {
    word: "Withdrawn",
    means: "It no longer counts, with a reason. It stays in the vault.",
  },
  redacted: {
    word: "Redacted copy",
    means:
      "A copy in which what must not be shown is covered for good. The sealed original stays beside it.",
  },
  phi: {
    word: "PHI",
    means:
      "Protected health information: anything about a person’s health, care or payment that can be tied to that person.",
  },
  ephi: { word: "ePHI", means: "Protected health information that is stored or sent electronically." },
  businessAssociate: {
    word: "Business associate",
    means: "Somebody outside who handles PHI for the organisation. An agreement must be in place.",
  },
  workingNote: {
    word: "Private note",
    means: "For yourself only. It is never printed and never part of what others are given.",
  },
  final: {
    word: "Final",
    means: "The state is pinned as a version. A later change opens a new version.",
  },
  digest: {
    word: "Digest",
    means: "A fingerprint of the bytes. Two files with the same one are the same file.",
  },
  trail: {
    word: "Trail",
    means: "The vault’s own record of every change, in order, so that tampering shows.",
  },
  sealed: { word: "Sealed", means: "Encrypted, and protected against a change that goes unseen." },
} as const;

/** The name of a term that is explained. */
export type TermName = keyof typeof terms;
