import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import * as clinic from "../../test/clinic";
import { item, linkOf } from "../../test/evidence";
import { clinicOpen, controlNamed } from "../../test/program";
import { plan, request } from "../../test/requests";
import { violations } from "../../test/show";
import { framework } from "../../test/catalogue";
import { placed } from "../desk/framework";
import type { MayView, VaultView } from "../bridge/generated/wire";
import { words } from "../words/en";

const { overview, evidence, requests, scope } = words.frame;
const vault = clinic.openVault.vault as VaultView;
const roles: Record<"reader" | "reviewer" | "assessor", MayView> = {
  reader: { role: "reader", review: false, assess: false, own: false },
  reviewer: { role: "reviewer", review: true, assess: false, own: false },
  assessor: { role: "assessor", review: true, assess: true, own: false },
};
const first = placed(framework)[0]?.control.id ?? "";
const proof = item("e1", { title: "Role charter" });

/** What only asks. */
const READS = new Set([
  "status", "settings", "save_settings", "ready", "library", "backups", "organisation", "assessment",
  "framework", "overview", "shelf", "requests", "control", "history", "preview_terms",
  "profile_consequences", "preview", "retention",
]);

function openAs(part: Partial<VaultView>) {
  const status = { ...clinic.openVault, vault: { ...vault, ...part } };
  return clinicOpen({
    status: () => status,
    backups: () => ({ backups: [], sentence: "No backup yet.", isOverdue: true, warnings: [] }),
    shelf: () => ({ evidence: [proof], links: [linkOf("e1", first)] }),
    requests: () => plan([request("r1")]),
    control: ({ control }) => ({
      ...clinic.controlView(controlNamed(control)),
      evidence: [{ evidence: proof, link: linkOf("e1", control) }],
      requests: [request("r2", { control })],
    }),
  });
}

/** Goes through every screen, writes into every field that takes it, and presses every letter. */
async function tryEverything(user: ReturnType<typeof openAs>["user"]) {
  const attempt = async () => {
    const fields = screen.queryAllByRole<HTMLInputElement>("textbox");
    for (const field of fields.filter((one) => !one.readOnly && !one.disabled)) {
      await user.type(field, "x");
    }
    for (const box of screen.queryAllByRole("checkbox")) await user.click(box);
    document.body.focus();
    for (const key of "123faoswxbl") await user.keyboard(`{Escape}${key}`);
    await user.keyboard("{Escape}{Escape}");
    await user.keyboard("{Control>}z{/Control}");
  };
  await user.click(await screen.findByText("Annual review"));
  await screen.findByLabelText(words.desk.note);
  await attempt();
  for (const part of [overview, evidence, requests, scope]) {
    await user.click(screen.getByRole("button", { name: part }));
    await screen.findAllByRole("heading", { level: 1 });
    await attempt();
  }
  await user.click(screen.getByRole("button", { name: "Harbour Clinic" }));
  await screen.findByRole("region", { name: words.organisation.details });
  await attempt();
}

const written = (client: ReturnType<typeof openAs>["client"]) =>
  [...new Set(client.calls.map(({ command }) => command).filter((one) => !READS.has(one)))];

describe("what a member may", () => {
  it("lets a reader change nothing on any screen, and says so", { timeout: 60_000 }, async () => {
    const { user, client } = openAs({ may: roles.reader });
    expect(await screen.findByText(words.may.reader)).toBeInTheDocument();
    await tryEverything(user);
    expect(written(client)).toEqual([]);
  });

  it("lets an assessor do by the same steps what the reader could not", { timeout: 60_000 }, async () => {
    const { user, client } = openAs({ may: roles.assessor });
    await screen.findByText("Annual review");
    expect(screen.queryByText(words.may.reader)).toBeNull();
    await tryEverything(user);
    await waitFor(() => {
      for (const command of ["answer", "write_working_note", "save_assessment", "save_organisation"]) {
        expect(written(client)).toContain(command);
      }
    });
  });

  it("lets a reviewer flag an answer and write a private note, and no more", async () => {
    const { user, client } = openAs({ may: roles.reviewer });
    await user.click(await screen.findByText("Annual review"));
    expect(await screen.findByLabelText(words.desk.note)).toHaveAttribute("readonly");
    const answers = within(screen.getByRole("radiogroup", { name: words.desk.answer }));
    for (const radio of answers.getAllByRole("radio")) expect(radio).toBeDisabled();
    expect(screen.queryByRole("button", { name: words.evidence.attach })).toBeNull();
    expect(screen.queryByRole("button", { name: words.request.add })).toBeNull();
    expect(await violations("screen")).toEqual([]);
    await user.click(screen.getByRole("button", { name: words.desk.flag }));
    await waitFor(() => expect(client.asked("answer")[0]?.words.flagged).toBe(true));
    await user.type(screen.getByLabelText(words.desk.working), "Look again");
    await waitFor(() => expect(client.asked("write_working_note")).not.toEqual([]));
  });

  it("still lets a reader filter what is shown", async () => {
    const { user } = openAs({ may: roles.reader });
    await user.click(await screen.findByText("Annual review"));
    await screen.findByLabelText(words.desk.note);
    expect(screen.getByRole("button", { name: new RegExp(words.desk.which, "u") })).toBeEnabled();
    await user.click(screen.getByRole("button", { name: evidence }));
    await screen.findByRole("grid", { name: words.shelf.title });
    const filters = within(screen.getByRole("group", { name: words.shelf.filters }));
    for (const button of filters.getAllByRole("button")) expect(button).toBeEnabled();
  });

  it("says of a disk that takes no writing that the vault can only be read", async () => {
    const { user } = openAs({ readOnly: true });
    expect(await screen.findByText(words.may.readOnlyTitle)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: words.library.newOrganisation })).toBeNull();
    await user.click(await screen.findByText("Annual review"));
    expect(await screen.findByLabelText(words.desk.note)).toHaveAttribute("readonly");
    expect(screen.getByLabelText(words.desk.working)).toHaveAttribute("readonly");
  });

  it("says of a vault that was set back what to do before it is accepted", async () => {
    const { user } = openAs({ heldBack: true, warnings: ["12 saves are missing."] });
    const note = within(await screen.findByRole("region", { name: words.frame.notes }));
    expect(note.getByText("12 saves are missing.")).toBeInTheDocument();
    for (const step of words.may.heldSteps) expect(note.getByText(step)).toBeInTheDocument();
    expect(await violations("screen")).toEqual([]);
    await user.click(note.getByRole("button", { name: words.may.toBackups }));
    expect(await screen.findByRole("region", { name: words.health.backups })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: words.health.make })).toBeNull();
  });

  it("lets only somebody who works in it accept a vault that was set back", async () => {
    openAs({ heldBack: true, warnings: [], may: roles.reader });
    expect(await screen.findByText(words.may.heldOthers)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: words.frame.accept })).toBeNull();
  });
});

describe("a client that is destroyed", () => {
  it("is gone from the screen, and the library says where the certificate is", async () => {
    const { user, client } = openAs({});
    client.teach({
      retention: () => ({
        organisation: "o1",
        name: "Harbour Clinic",
        hold: false,
        holdReason: "",
        contractUntil: null,
        rows: [],
        refused: null,
        early: null,
        rule: "Six years.",
      }),
      destroy_organisation: () => {
        client.teach({
          library: () => ({ organisations: [], assessments: [] }),
          organisation: () => {
            throw new Error("nobody asks for it any more");
          },
        });
        return {
          name: "Harbour Clinic",
          certificate: { name: "c.pdf", folder: "/home", pages: 1, sha256: "ab", warnings: [] },
          unreached: ["A backup of Nov 22."],
        };
      },
    });
    const w = words.retention;
    await user.click(within(await screen.findByRole("grid", { name: words.library.organisations })).getByText("Harbour Clinic"));
    await user.click(await screen.findByRole("tab", { name: words.organisation.tab.retention }));
    await user.click(await screen.findByRole("button", { name: w.destroy }));
    await user.type(await screen.findByLabelText(w.name), "Harbour Clinic");
    await user.type(screen.getByLabelText(w.reason), "The contract is over.");
    const before = client.asked("organisation").length;
    await user.click(screen.getByRole("button", { name: w.destroyDo }));
    const said = within(await screen.findByRole("dialog", { name: w.done("Harbour Clinic") }));
    expect(said.getByText("A backup of Nov 22.")).toBeInTheDocument();
    await user.click(said.getAllByRole("button", { name: words.kit.close })[0] ?? document.body);
    expect(await screen.findByText(words.library.noneTitle)).toBeInTheDocument();
    expect(client.asked("organisation")).toHaveLength(before);
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
