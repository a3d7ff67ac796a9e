import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import * as clinic from "../../test/clinic";
import { entry, OWN } from "../../test/issues";
import { show, violations } from "../../test/show";
import type { OrganisationView as File, System, Vendor } from "../bridge/generated/wire";
import { Memory, type Answers } from "../bridge/memory";
import { NEW } from "../bridge/record";
import { blank } from "../desk/organisation/blank";
import { words } from "../words/en";
import { OrganisationView } from "./OrganisationView";
import { PlaceProvider } from "./place";

const w = words.organisation;
const system = (id: string, name: string): System => ({ ...blank.system("o1"), id, name });
const vendor = (id: string, name: string, until: string): Vendor => ({
  ...blank.vendor("o1"),
  id,
  name,
  agreement: { state: "signed", signed: "2020-01-01", until, remarks: "" },
});
const file: File = {
  organisation: clinic.assessment.organisation,
  sites: [],
  systems: [system("s1", "Retina triage"), system("s2", "No-show forecast")],
  vendors: [vendor("v1", "Northlight", "2021-01-01")],
  people: [],
  assessments: [clinic.listed],
};

function organisation(more: Answers = {}, shown?: string, start = file) {
  let now = start;
  const client = new Memory({
    organisation: () => now,
    save_system: (one) => {
      const id = one.id === NEW ? `made ${now.systems.length}` : one.id;
      const others = now.systems.filter((s) => s.id !== id);
      now = { ...now, systems: [...others, { ...one, id }] };
      return now;
    },
    save_vendor: (one) => {
      now = { ...now, vendors: now.vendors.map((v) => (v.id === one.id ? one : v)) };
      return now;
    },
    ...more,
  });
  const place = { at: "organisation", organisation: "o1", ...(shown ? { shown } : {}) } as const;
  const element = (
    <PlaceProvider value={{ place, go: vi.fn() }}>
      <OrganisationView organisation="o1" />
    </PlaceProvider>
  );
  return { client, ...show(element, client) };
}

const turnTo = async (user: ReturnType<typeof organisation>["user"], name: string) => {
  await user.click(await screen.findByRole("tab", { name: new RegExp(name, "u") }));
};

describe("an organisation", () => {
  it("takes one name after the other by Enter, and shows the newest", async () => {
    const { user, client } = organisation();
    await turnTo(user, w.tab.systems);
    await user.keyboard("{Escape}a");
    await user.keyboard("Visit notes{Enter}");
    await screen.findByRole("region", { name: w.formOf("Visit notes") });
    await user.keyboard("Fall alarm{Enter}");
    await screen.findByRole("region", { name: w.formOf("Fall alarm") });
    expect(client.asked("save_system").map(({ id, name }) => [id, name])).toEqual([
      [NEW, "Visit notes"],
      [NEW, "Fall alarm"],
    ]);
    expect(await violations()).toEqual([]);
  });

  it("warns of a name that is there, and adds a second one only when asked again", async () => {
    const { user, client } = organisation();
    await turnTo(user, w.tab.systems);
    await user.type(await screen.findByLabelText(w.newSystem), "retina  TRIAGE{Enter}");
    expect(await screen.findByText(w.sameName("Retina triage"))).toBeInTheDocument();
    expect(client.asked("save_system")).toEqual([]);
    await user.keyboard("{Enter}");
    await waitFor(() => {
      expect(client.asked("save_system")).toHaveLength(1);
    });
  });

  it("saves a record as it is written", async () => {
    const { user, client } = organisation();
    await turnTo(user, w.tab.systems);
    await user.click(await screen.findByText("No-show forecast"));
    const form = within(await screen.findByRole("region", { name: w.formOf("No-show forecast") }));
    await user.type(form.getByLabelText(w.purpose), "Predicts who stays away");
    await waitFor(() => {
      expect(client.asked("save_system").at(-1)).toMatchObject({
        id: "s2",
        purpose: "Predicts who stays away",
      });
    });
  });

  it("keeps a name that was emptied out of the vault and says so", async () => {
    const { user, client } = organisation();
    await turnTo(user, w.tab.systems);
    const form = within(await screen.findByRole("region", { name: w.formOf("Retina triage") }));
    await user.clear(form.getByLabelText(w.name));
    expect((await form.findAllByText(w.nameMissing)).length).toBeGreaterThan(0);
    await form.findByText(words.kit.notSaved);
    expect(client.asked("save_system")).toEqual([]);
  });

  it("shows an agreement that has ended", async () => {
    const { user } = organisation();
    await turnTo(user, w.tab.vendors);
    expect(await screen.findByText(w.ended("Jan 1, 2021"))).toBeInTheDocument();
  });

  it("opens on the record that somebody came to see", async () => {
    organisation({}, "s2");
    expect(
      await screen.findByRole("region", { name: w.formOf("No-show forecast") }),
    ).toBeInTheDocument();
  });

  it("finds one of three hundred systems and renders only what is in view", async () => {
    const systems = Array.from({ length: 300 }, (_, i) => system(`m${i}`, `System ${i}`));
    const { user } = organisation({}, undefined, { ...file, systems });
    await turnTo(user, w.tab.systems);
    const grid = await screen.findByRole("grid", { name: w.systems });
    expect(grid).toHaveAttribute("aria-rowcount", "301");
    expect(within(grid).getAllByRole("row").length).toBeLessThan(60);
    await user.keyboard("/System 299");
    expect(within(grid).getAllByRole("row")).toHaveLength(2);
    expect(screen.getByRole("region", { name: w.formOf("System 299") })).toBeInTheDocument();
  });

  it("says how its documents look and what was issued of it", async () => {
    const { user, client } = organisation({
      look: () => ({ look: { id: "o1", logo: null, alternative: "", colour: "" }, contrast: null, refused: null }),
      issued: () => ({ issues: [entry("i1", { to: "M. Reyes" })], fingerprint: OWN }),
      library: () => clinic.library,
    });
    await turnTo(user, w.tab.documents);
    expect(await screen.findByRole("heading", { name: words.look.title })).toBeInTheDocument();
    expect(await screen.findByText("M. Reyes")).toBeInTheDocument();
    expect(client.asked("look")).toEqual([{ organisation: "o1" }]);
    expect(client.asked("issued")).toEqual([{ organisation: "o1", assessment: null }]);
    expect(await violations()).toEqual([]);
  });
});
