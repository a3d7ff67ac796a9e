// Every screen and state of the window, in one list: pictures are made of all of them, and
// axe looks at all of them. A new screen is one line.
import { words } from "../../scripts/words.mjs";
import * as told from "./told.mjs";
import { goTo, openAssessment, pagesDrawn, toThePacket, unlock } from "./desk.mjs";
import {
  after,
  atDesk,
  control,
  dialog,
  drawn,
  filter,
  given,
  intoView,
  part,
  partButton,
  pick,
  press,
  pressIn,
  refused,
  says,
  shown,
  stalled,
  tab,
  toLibrary,
  toLock,
  toWelcome,
  write,
} from "./ways.mjs";

const {
  vault: v,
  vaultView: vv,
  passphrase: ph,
  people: p,
  program: pg,
  library,
  organisation: o,
  start,
  desk,
  evidence,
  shelf,
  preview,
  request,
  overview,
  finding,
  packet,
  paper,
  frame,
  trail,
  health,
  bundle,
  retention,
  plan,
  look,
  issued,
  verify,
  find,
  palette,
  kit,
} = words;

const CLINIC = "Larkspur Family Health";

/** A control of the sample that is answered with a decision. */
const DECIDED = "ADM-AC-5";

const create = press(v.create);
const passphrases = (first, second) => async (window) => {
  await window.writeSecret(v.passphrase, first);
  await window.writeSecret(v.again, second);
};
const locked = (window, vaults) => toLock(window, vaults.sample);
const clinic = after(
  (window) => window.inside("grid", library.organisations).press("gridcell", CLINIC),
  shown("heading", CLINIC),
);
const atOverview = part(frame.overview, overview.title);
const overviewTab = (name) => after(atOverview, tab(name));
const atEvidence = part(frame.evidence, shelf.title);
const item = (name) => after(atEvidence, press(name, "gridcell"), shown("region", name));
const atRequests = part(frame.requests, request.title);
const arranged = (by) => after(atRequests, pick(request.arrange, by));
/** The lock of a vault that says this of itself. */
const asked = (vault, mode = "standard") => async (window, vaults) => {
  await given("ask_for_vault", told.status(vault, mode))(window);
  window.choose({ vault: [vaults.sample] });
  await window.press("button", v.open);
};
const byCode = after(asked({ takesRecoveryCode: true }), press(v.byCode), shown("textbox", ph.group(1)), (window) => window.keys(..."000011110001"));
const vaultPart = (name) => after(press(vv.open), tab(name));
const atPeople = after(press(vv.open), shown("heading", p.title));
const codeShown = after(given("make_recovery_code", { groups: told.CODE }), atPeople, press(p.makeCode), press(p.codeMake), shown("list", p.codeShown));
const atProgram = after(vaultPart(vv.tabs.program), shown("heading", pg.cryptoTitle), says(pg.moduleFolder));
const atTrail = after(vaultPart(vv.tabs.trail), shown("grid", trail.label));
const atHealth = after(vaultPart(vv.tabs.health), shown("heading", health.backups));
const kept = after(clinic, tab(o.tab.retention), shown("grid", retention.rows));
const reading = (view) => after(given("read_plan", view), atRequests, dialog(plan.read, plan.readTitle), press(plan.choose));
const atDocuments = after(clinic, tab(o.tab.documents), shown("heading", look.title), says(issued.fingerprint));
const ofVault = after(vaultPart(vv.tabs.documents), shown("heading", look.title), says(issued.fingerprint));
const register = given("issued", told.issued);
const verifying = dialog(verify.open, verify.title);
const verified = (view) => after(given("verify_record", view), verifying, press(verify.choose), says(verify.verdicts[view.verdict]));
const destroying = after(kept, press(retention.destroy), shown("alertdialog"));
const atPacket = after(atDesk, toThePacket);
const packetTab = (name) => after(atPacket, tab(name));
const audience = (name) => after(atPacket, press(name, "radio"), (w) => w.find("region", packet.preview.titleOf(name, 2).split(" ")[0], { any: true }), pagesDrawn);
const atPapers = after(part(frame.paper, paper.title), tab(packet.view.documents));
const handing = after(atPapers, dialog(bundle.open, bundle.title));
const taking = dialog(bundle.take, bundle.takeTitle);
const stick = "/media/stick/sample.auscult";
const backup = (day, more = {}) => ({ folder: stick, at: `${day}T17:20:00Z`, verified: true, present: true, copied: 3, objects: 41, ...more });
const backups = given("backups", {
  backups: [backup("2026-11-23"), backup("2026-11-16", { present: false }), backup("2026-11-09", { verified: false })],
  sentence: "Last verified backup 3 days ago.",
  isOverdue: false,
  warnings: [],
});
const line = (part, severity, sentence, more = {}) => ({ part, severity, sound: severity === "sound", lookedAt: 212, sentence, repair: null, repairSentence: null, ...more });
const unsound = given("check_vault", {
  sound: false,
  at: "2026-11-26T04:30:00Z",
  lines: [
    line("Header", "sound", "Both copies are whole."),
    line("Pages", "sound", "Every page is as it was written."),
    line("Sealed files", "fault", "One sealed file is missing: Account export. What it proved cannot be shown any more.", { lookedAt: 41 }),
    line("Loose files", "note", "Two sealed files belong to nothing that is recorded.", { repair: "orphans", repairSentence: "Moves them out of the vault." }),
    line("Indexes", "warning", "An index does not fit its rows.", { repair: "indexes", repairSentence: "Makes the indexes anew from the rows." }),
  ],
});
const found = given("open_bundle", {
  name: "harbour.age",
  organisation: "Harbour Clinic",
  title: "Annual review",
  madeBy: "Tom Reyes",
  at: "2026-11-25T10:00:00Z",
  answers: 92,
  evidence: 41,
  refused: null,
  taken: null,
});
const final = after(
  atOverview,
  press(overview.finalise),
  (window) => window.inside("dialog").press("button", overview.finaliseDo(1)),
  (window) => window.gone("dialog"),
);
const everything = after(filter(library.filter, "Everything"), (w) => openAssessment(w, "Everything at once"));

/** The vaults in which screens are looked at. */
export const VAULTS = ["empty", "sample", "huge"];

/** The name of each screen, the vault in which it is looked at (`none` is before one is open),
 * and the way there from where that vault begins. */
export const SCREENS = [
  ["welcome", "none", shown("button", v.sample)],
  ["create", "none", create],
  ["create-missing", "none", after(create, press(v.createTitle), says(v.personMissing))],
  ["create-passphrase", "none", after(create, passphrases("four grey herons", "four grey"), says(ph.differ))],
  ["unlock", "none", locked],
  ["unlock-wrong", "none", after(locked, (w) => unlock(w, "not this one"), (w) => w.invalid(v.passphrase))],

  ["create-offer", "none", after(create, press(ph.offer), shown("region", ph.offered))],
  ["create-approved", "none", after(given("crypto", told.crypto({ approvedAvailable: true })), create, press(v.modes.approved, "radio"), says(v.createAnew))],
  ["unlock-key-file", "none", asked({ takesKeyFile: true, takesRecoveryCode: true, lastHead: "9f31 c2d4" })],
  ["unlock-code", "none", after(byCode, says(ph.wrongGroups([2])))],
  ["unlock-wait", "none", after(asked({ waitSeconds: 3600 }), shown("timer"))],
  ["unlock-warned", "none", asked({ warnings: ["This copy is older than the last one that this computer saw."] })],
  ["unlock-other-mode", "none", after(asked({ mode: "approved" }), says(v.wantsApproved))],
  ["unlock-module-failed", "none", after(given("crypto", told.crypto({ mode: "failed", facts: told.failed })), asked({ mode: "approved" }, "failed"), says(v.failedTitle))],

  ["library-empty", "empty", says(library.noneTitle)],
  ["library-new-organisation", "empty", dialog(library.newOrganisation)],

  ["library", "sample", says("Larkspur")],
  ["library-no-match", "sample", after(filter(library.filter, "zzz"), says(library.noMatch))],
  ["library-chosen", "sample", after(press(kit.chooseAll, "checkbox"), shown("button", library.archive))],
  ["library-afresh", "sample", after(press(kit.chooseAll, "checkbox"), dialog(library.duplicate, library.afresh.title))],
  ["organisation", "sample", clinic],
  ["organisation-system", "sample", after(clinic, tab(o.tab.systems), press("Retina triage", "gridcell"), shown("region", o.formOf("Retina triage")))],
  ["organisation-vendors", "sample", after(clinic, tab(o.tab.vendors))],
  ["organisation-people", "sample", after(clinic, tab(o.tab.people))],
  ["organisation-same-name", "sample", after(clinic, tab(o.tab.systems), write(o.newSystem, "Retina triage"), (w) => w.keys("enter"), says(o.sameName("Retina triage")))],
  ["start", "sample", after(clinic, pressIn("main", null, o.start), shown("button", start.begin))],
  ["look", "sample", after(press(frame.look), shown("menu"))],

  ["desk", "sample", atDesk],
  ["desk-no-match", "sample", after(atDesk, filter(desk.filter, "zzz"), says(desk.noMatch))],
  ["desk-decision", "sample", after(control(DECIDED), intoView("region", desk.decision))],
  ["desk-evidence", "sample", after(control("ADM-SO-1"), intoView("region", evidence.title))],
  ["desk-split", "sample", control("TEC-MS-2")],
  ["desk-join", "sample", after(control("TEC-MS-2"), dialog(desk.join, desk.joinTitle))],
  ["desk-bulk", "sample", after(atDesk, dialog(desk.bulk, desk.bulkTitle))],
  ["desk-choosing", "sample", after(atDesk, press(desk.chooseSeveral))],
  ["desk-observation", "sample", after(control("TEC-EN-3"), press(desk.addObservation), shown("textbox", desk.result))],
  ["desk-reference", "sample", after(control("TEC-EN-3"), dialog(evidence.reference, evidence.referenceTitle))],
  ["desk-describe", "sample", after(control("ADM-SO-1"), dialog(evidence.edit, evidence.editTitle))],
  ["desk-unsaved", "sample", after(control("AUD-CA-3"), refused("answer"), write(desk.note, "This cannot be saved."), says(kit.notSaved))],
  ["desk-loading", "sample", after(stalled("control"), atDesk)],
  ["desk-failed", "sample", after(refused("control"), atDesk, shown("button", kit.tryAgain))],

  ["overview", "sample", atOverview],
  ["overview-table", "sample", after(atOverview, press(overview.asTable, "radio"))],
  ["overview-gate", "sample", after(atOverview, press("The risk analysis is partial"), says("It opens once"))],
  ["overview-rows", "sample", after(atOverview, press(overview.showRows), shown("dialog"), shown("grid"))],
  ["overview-findings", "sample", overviewTab(overview.tab.findings)],
  ["overview-provisions", "sample", overviewTab(overview.tab.provisions)],
  ["overview-owed", "sample", overviewTab(overview.tab.owed)],
  ["overview-versions-none", "sample", overviewTab(overview.tab.versions)],
  ["overview-finalise", "sample", after(atOverview, dialog(overview.finalise, overview.finaliseTitle(1)))],
  ["overview-failed", "sample", after(refused("overview"), atDesk, partButton(frame.overview), shown("button", kit.tryAgain))],

  ["evidence", "sample", atEvidence],
  ["evidence-no-match", "sample", after(atEvidence, filter(shelf.filter, "zzz"), says(shelf.none))],
  ["evidence-picture", "sample", after(item("Imaging desk"), drawn(preview.picture("").trim()))],
  ["evidence-pdf", "sample", after(item("Designation memo"), drawn("Page 1 of"))],
  ["evidence-table", "sample", after(item("Account export"), shown("grid", preview.table("Account export")))],
  ["evidence-text", "sample", after(item("Role charter"), says("The security official"))],
  ["evidence-details", "sample", after(item("Account export"), tab(shelf.tabs.facts))],
  ["evidence-links", "sample", after(item("Account export"), press(shelf.tabs.links(1), "tab"))],
  ["evidence-chosen", "sample", after(atEvidence, press(kit.chooseAll, "checkbox"))],
  ["evidence-stalled", "sample", after(stalled("preview"), item("Imaging desk"))],

  ["requests", "sample", atRequests],
  ["requests-person", "sample", arranged(request.arrangements.person)],
  ["requests-control", "sample", arranged(request.arrangements.control)],
  ["requests-artefact", "sample", arranged(request.arrangements.artefact)],
  ["requests-add", "sample", after(atRequests, dialog(request.add, request.addTitle))],

  ["requests-export", "sample", after(atRequests, dialog(plan.write, plan.writeTitle))],
  ["requests-read", "sample", after(atRequests, dialog(plan.read, plan.readTitle))],
  ["requests-read-found", "sample", after(reading(told.planFound), says(plan.conflict))],
  ["requests-read-huge", "sample", after(reading(told.planHuge), says("3,000"))],
  ["requests-read-nothing", "sample", after(reading(told.planSame), says(plan.nothing))],
  ["requests-read-refused", "sample", after(reading(told.planRefused), says(plan.allRefused))],
  ["requests-read-none", "sample", after(reading({ ...told.planSame, file: null }), says(plan.noneChosen))],
  ["requests-read-failed", "sample", after(refused("read_plan"), atRequests, dialog(plan.read, plan.readTitle), press(plan.choose), shown("alert"))],

  ["scope", "sample", part(frame.scope, start.scopeTitle)],
  ["scope-change", "sample", after(part(frame.scope, start.scopeTitle), press("Visit notes", "checkbox"), shown("button", start.preview.effect.leaves))],
  ["export", "sample", atPacket],
  ["export-leadership", "sample", audience(packet.audiences.leadership)],
  ["export-working", "sample", audience(packet.audiences.working)],
  ["export-outline", "sample", after(atPacket, press(packet.preview.outline), shown("tree", packet.preview.outlineOf))],
  ["export-found", "sample", after(atPacket, press(packet.preview.search), filter(packet.preview.searchField, "badge"), says(packet.preview.found(1, 2).split("2")[0]), pagesDrawn)],
  ["export-exhibits", "sample", packetTab(packet.tab.exhibits)],
  ["export-exhibits-add", "sample", after(packetTab(packet.tab.exhibits), dialog(packet.exhibitAdd, packet.exhibitAddTitle))],
  ["export-exhibit", "sample", after(packetTab(packet.tab.exhibits), dialog(packet.exhibitAdd, packet.exhibitAddTitle), press("Imaging desk", "gridcell"), press(packet.exhibitAddDo(1)), shown("textbox", packet.exhibitAlternative))],
  ["export-checks", "sample", after(packetTab(packet.tab.checks), shown("tabpanel"))],
  ["export-excluded", "sample", after(packetTab(packet.tab.excluded), shown("tabpanel"))],
  ["export-templates", "sample", after(atPacket, press(packet.templates), intoView("button", packet.templateSave))],
  ["export-template-save", "sample", after(atPacket, press(packet.templates), dialog(packet.templateSave, packet.templateSaveTitle))],
  ["export-pdf", "sample", after(atPacket, dialog(packet.export, packet.exportTitle("").trim()))],
  ["export-record", "sample", after(atPacket, dialog(packet.record, packet.recordTitle))],
  ["export-record-chosen", "sample", after(atPacket, dialog(packet.record, packet.recordTitle), press(packet.recordOriginal.chosen, "radio"), shown("grid", packet.recordPick))],
  ["export-loading", "sample", after(stalled("lay_out_packet"), atDesk, partButton(frame.paper), shown("grid", packet.parts))],
  ["export-failed", "sample", after(refused("lay_out_packet"), atDesk, partButton(frame.paper), shown("button", kit.tryAgain))],
  ["export-documents", "sample", atPapers],
  ["export-issued", "sample", after(part(frame.paper, paper.title), tab(packet.view.issued))],

  ["search", "sample", dialog(find.label, find.title)],
  ["search-found", "sample", after(dialog(find.label, find.title), write(null, "badge"), shown("option"))],
  ["search-none", "sample", after(dialog(find.label, find.title), write(null, "zzzz"), says(find.noneAnywhere))],
  ["palette", "sample", after(atDesk, dialog(palette.title))],
  ["keys", "sample", after(atDesk, dialog(frame.keys, frame.keysTitle))],
  ["vault-people", "sample", atPeople],
  ["vault-people-many", "sample", after(given("members", told.members), atPeople, says(told.LONG_NAME))],
  ["vault-people-add", "sample", after(atPeople, dialog(p.add, p.addTitle))],
  ["vault-people-role", "sample", after(given("members", told.members), atPeople, dialog(p.editOf("M. Reyes"), p.editTitle))],
  ["vault-people-remove", "sample", after(given("members", told.members), atPeople, press(p.removeOf("M. Reyes")), shown("alertdialog"))],
  ["vault-people-passphrase", "sample", after(atPeople, dialog(p.changePassphrase, p.changeTitle))],
  ["vault-people-code", "sample", after(atPeople, dialog(p.makeCode, p.codeTitle))],
  ["vault-people-code-shown", "sample", codeShown],
  ["vault-people-code-tried", "sample", after(codeShown, press(p.codeTry), write(null, "000011"))],
  ["vault-people-loading", "sample", after(stalled("members"), press(vv.open))],
  ["vault-people-failed", "sample", after(refused("members"), press(vv.open), shown("button", kit.tryAgain))],
  ["vault-program", "sample", atProgram],
  ["vault-program-approved", "sample", after(given("crypto", told.crypto({ mode: "approved", facts: told.facts })), atProgram, press(pg.algorithms))],
  ["vault-program-move", "sample", after(given("crypto", told.crypto({ approvedAvailable: true })), atProgram, press(pg.move.approved), shown("alertdialog"))],
  ["vault-trail", "sample", atTrail],
  ["vault-trail-entry", "sample", after(atTrail, (w) => w.inside("grid", trail.label).press("gridcell", "Robin Ashdown", { any: true }), says(trail.proof))],
  ["vault-trail-signed", "sample", after(atTrail, press(trail.signed))],
  ["vault-trail-failed", "sample", after(refused("trail"), vaultPart(vv.tabs.trail), shown("button", kit.tryAgain))],
  ["vault-health", "sample", atHealth],
  ["vault-health-backups", "sample", after(backups, atHealth, says(stick))],
  ["vault-health-sound", "sample", after(atHealth, press(health.run), says(health.sound))],
  ["vault-health-unsound", "sample", after(unsound, atHealth, press(health.run), says(health.unsound))],
  ["vault-health-checking", "sample", after(stalled("check_vault"), atHealth, press(health.run), says(health.checking))],
  ["vault-health-backing-up", "sample", after(backups, given("choose_backup_place", { folder: "/media/stick" }), stalled("back_up"), atHealth, press(health.make), says(health.making))],
  ["vault-health-restore", "sample", after(backups, atHealth, dialog(health.restore, health.restoreTitle))],
  ["organisation-documents", "sample", atDocuments],
  ["organisation-documents-wrong", "sample", after(atDocuments, write(look.digits, "0B55"), says(look.colourWrong))],
  ["organisation-issued", "sample", after(register, atDocuments, says("Mira"), press("Mira at the clinic", "gridcell"), says(issued.facts.signer), intoView("region", issued.title))],
  ["vault-documents", "sample", after(register, ofVault, says("Mira"))],
  ["vault-documents-failed", "sample", after(refused("issued"), refused("look"), vaultPart(vv.tabs.documents), shown("button", kit.tryAgain))],
  ["organisation-documents-refused", "sample", after(atDocuments, write(look.digits, "FFE08A"), says(look.refused))],
  ["library-verify", "sample", verifying],
  ["library-verify-checking", "sample", after(stalled("verify_record"), verifying, press(verify.choose), says(verify.checking))],
  ["library-verify-sound", "sample", verified(told.verified)],
  ["library-verify-differs", "sample", verified(told.differs)],
  ["library-verify-none", "sample", verified(told.noRecord)],
  ["organisation-retention", "sample", kept],
  ["organisation-hold", "sample", after(kept, press(retention.hold, "checkbox"), says(retention.holdReasonMissing))],
  ["organisation-destroy", "sample", destroying],
  ["organisation-destroy-missing", "sample", after(destroying, press(retention.destroyDo), says(retention.nameWrong))],
  ["export-bundle", "sample", handing],
  ["export-bundle-recipient", "sample", after(handing, press(bundle.ways["age-recipient"], "radio"))],
  ["library-bundle", "sample", taking],
  ["library-bundle-found", "sample", after(found, taking, write(bundle.file, "harbour.age"), (w) => w.writeSecret(bundle.theirPassphrase, "four grey herons"), press(bundle.look), says(bundle.takeDo))],

  ["library-huge", "huge", says("1001")],
  ["organisation-huge", "huge", clinic],
  ["organisation-systems-huge", "huge", after(clinic, tab(o.tab.systems))],
  ["desk-huge", "huge", after(everything, (w) => goTo(w, "TEC-EN-1"))],
  ["requests-huge", "huge", after(everything, partButton(frame.requests), says("10,1"))],
  ["scope-huge", "huge", after(everything, partButton(frame.scope), shown("heading", start.scopeTitle))],

  // The last of the sample: what comes after it would find it final.
  ["overview-versions", "sample", after(final, tab(overview.tab.versions))],
  ["desk-final", "sample", after(atDesk, says(desk.final))],
  ["overview-empty", "sample", after(clinic, pressIn("main", null, o.start), press(start.begin), shown("tree"), partButton(frame.overview), says(overview.emptyTitle))],
];

/** Brings the window from wherever it is to a screen of the list. `vaults` holds the folder of
 * each vault by its name. */
export async function show(window, [, vault, way], vaults) {
  await window.anew();
  if (vault === "none") await toWelcome(window);
  else if (window.vault !== vault) await toLibrary(window, vaults[vault]);
  window.vault = vault;
  await way(window, vaults);
}
