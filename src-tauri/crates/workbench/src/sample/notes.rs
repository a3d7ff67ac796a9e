//! What the sample answers to each control, with its note.

use domain::answer::Implementation as I;

/// Control, answer and note.
pub(super) const ANSWERS: &[(&str, I, &str)] = &[
    (
        "ADM-SO-1",
        I::Implemented,
        "Dana Whitlock was designated in a memo of 3 February; the memo names the three systems.",
    ),
    (
        "ADM-SO-2",
        I::Partial,
        "Dana knows the rules well and the models little. Priya advises, but nothing says so in writing.",
    ),
    (
        "ADM-SO-3",
        I::Implemented,
        "Role charter, version 2, approved by the partners.",
    ),
    (
        "ADM-AC-1",
        I::Partial,
        "Retina triage runs under one Windows group for everybody in imaging. The other two systems have roles.",
    ),
    (
        "ADM-AC-2",
        I::Implemented,
        "Read and export events reach the log server; the weekly review is signed.",
    ),
    (
        "ADM-AC-3",
        I::Partial,
        "The photographs carry record numbers that triage does not need.",
    ),
    (
        "ADM-AC-4",
        I::Implemented,
        "No shared accounts were found on the two servers or in the notes tool.",
    ),
    (
        "ADM-AC-5",
        I::Alternative,
        "Imaging workstations sit in a locked room; see the decision record.",
    ),
    (
        "ADM-WT-1",
        I::Implemented,
        "All nine clinicians and both analysts completed the course before access.",
    ),
    (
        "ADM-WT-2",
        I::NotImplemented,
        "The course does not speak of prompts, screenshots or model files.",
    ),
    (
        "ADM-WT-3",
        I::Implemented,
        "Records since 2017 in the learning system.",
    ),
    (
        "ADM-WT-4",
        I::Implemented,
        "Yearly in January, and after each new system.",
    ),
    (
        "ADM-BA-1",
        I::Implemented,
        "Both agreements precede the first transfer.",
    ),
    (
        "ADM-BA-2",
        I::Partial,
        "The agreement with Brightscribe is silent on training with customer data. Silence is read as *not permitted*, but nobody has asked the vendor to confirm:\n\n- product improvement: silent\n- retention of prompts: 30 days\n- return or destruction: recordings only, **not** derived models",
    ),
    (
        "ADM-BA-3",
        I::Implemented,
        "SOC 2 Type II of both vendors, read by Theo.",
    ),
    (
        "ADM-BA-4",
        I::Planned,
        "A register is being drawn up from the accounts payable list.",
    ),
    ("PHY-FA-1", I::Implemented, ""),
    (
        "PHY-FA-2",
        I::NotReasonable,
        "Harbor Street has one room and one door; see the decision record.",
    ),
    (
        "PHY-FA-3",
        I::Implemented,
        "One camera at the server closet, 30 days.",
    ),
    (
        "PHY-FA-4",
        I::Implemented,
        "Certificates of destruction for six drives.",
    ),
    ("PHY-WS-1", I::Implemented, ""),
    (
        "PHY-WS-2",
        I::Implemented,
        "Locks after ten minutes, set centrally.",
    ),
    ("PHY-WS-3", I::Implemented, ""),
    (
        "PHY-WS-4",
        I::Partial,
        "Printed photographs lay on the imaging desk on the day of the visit.",
    ),
    (
        "TEC-EN-1",
        I::Implemented,
        "Full-disk encryption on the workstation and both servers, storage encryption in the cloud.",
    ),
    (
        "TEC-EN-2",
        I::Implemented,
        "TLS 1.3 to both vendors; the camera transfers over a closed segment.",
    ),
    (
        "TEC-EN-3",
        I::Partial,
        "Module versions are known for the cloud, not for the workstation. One certificate was issued under FIPS 140-2 and is now historical.",
    ),
    ("TEC-EN-4", I::Implemented, ""),
    (
        "TEC-EN-5",
        I::NotImplemented,
        "What is encrypted is known; no standard says why and with what.",
    ),
    (
        "TEC-AS-1",
        I::Implemented,
        "Second factor everywhere but the imaging workstation, which has no remote access.",
    ),
    ("TEC-AS-2", I::Implemented, ""),
    (
        "TEC-AS-3",
        I::Implemented,
        "Sign-ins of all three systems since April.",
    ),
    (
        "TEC-AS-4",
        I::Planned,
        "Alerts on bulk reads come with the new log service.",
    ),
    (
        "TEC-MS-1",
        I::Implemented,
        "Registry with three entries; the hash of the running triage model matches.",
    ),
    (
        "TEC-MS-2",
        I::Partial,
        "Accuracy was tested before release; privacy leakage was not.",
    ),
    ("TEC-MS-3", I::Implemented, ""),
    (
        "TEC-MS-4",
        I::NotImplemented,
        "Model files are not checked when they are loaded.",
    ),
    ("TEC-MS-5", I::Implemented, "Two people sign each release."),
    ("TEC-NW-1", I::Implemented, ""),
    (
        "TEC-NW-2",
        I::Implemented,
        "Endpoint sensors on both servers; alerts go to the managed service.",
    ),
    ("TEC-NW-3", I::Implemented, ""),
    ("TEC-NW-4", I::Unknown, ""),
    (
        "DAT-MN-1",
        I::Partial,
        "The training set of triage holds full dates of birth that are not used.",
    ),
    ("DAT-MN-2", I::Unknown, ""),
    (
        "DAT-MN-3",
        I::NotImplemented,
        "No schedule names training copies or prompts.",
    ),
    (
        "DAT-MN-4",
        I::Partial,
        "Deletion reaches primary stores and backups, not the vendor.",
    ),
    (
        "DAT-DI-1",
        I::Implemented,
        "Options compared for the forecast, in a memo of May.",
    ),
    (
        "DAT-DI-2",
        I::Implemented,
        "Safe Harbor list checked for the forecast: no names, no dates but the year, three-digit ZIP codes by the 2020 list.",
    ),
    ("DAT-DI-3", I::Implemented, ""),
    (
        "DAT-DI-4",
        I::NotImplemented,
        "Outputs of the notes tool are not watched.",
    ),
    ("DAT-LC-1", I::Implemented, ""),
    ("DAT-LC-2", I::Implemented, "Every change has a reviewer."),
    (
        "DAT-LC-3",
        I::Implemented,
        "Datasheets for triage and forecast.",
    ),
    (
        "DAT-LC-4",
        I::Partial,
        "Triage has a monthly report; the notes tool has none.",
    ),
    (
        "DAT-BF-1",
        I::Partial,
        "Triage was compared by age and sex, not by camera or skin tone.",
    ),
    ("DAT-BF-2", I::NotImplemented, ""),
    (
        "DAT-BF-3",
        I::Implemented,
        "The complaint form names automated tools.",
    ),
    ("DAT-BF-4", I::NotImplemented, ""),
    (
        "INC-BR-1",
        I::Implemented,
        "The plan has a chapter on models and was exercised in June.",
    ),
    (
        "INC-BR-2",
        I::Partial,
        "Drift alerts exist for triage only.",
    ),
    (
        "INC-BR-3",
        I::Implemented,
        "A card with four numbers hangs in every room.",
    ),
    (
        "INC-BR-4",
        I::Implemented,
        "Two events in the period, both with a four-factor assessment.",
    ),
    ("INC-MI-1", I::NotImplemented, ""),
    (
        "INC-MI-2",
        I::Implemented,
        "The last good model was restored in 40 minutes; the nurses sorted by hand meanwhile.",
    ),
    ("INC-MI-3", I::Implemented, ""),
    (
        "INC-MI-4",
        I::Partial,
        "Drafts for patients and staff; none for vendors.",
    ),
    (
        "AUD-DS-1",
        I::Implemented,
        "Diagram of October, checked on the walk-through.",
    ),
    (
        "AUD-DS-2",
        I::Partial,
        "The forecast is missing in the register.",
    ),
    ("AUD-DS-3", I::Implemented, ""),
    ("AUD-DS-4", I::Implemented, ""),
    (
        "AUD-CA-1",
        I::Partial,
        "The analysis of last year covers triage and names threats, likelihood and impact. The notes tool came later and is not in it.",
    ),
    (
        "AUD-CA-2",
        I::Implemented,
        "This assessment is the yearly evaluation.",
    ),
    ("AUD-CA-3", I::NotApplicable, ""),
];
