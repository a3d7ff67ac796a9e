import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import * as clinic from "../../../test/clinic";
import { show, violations } from "../../../test/show";
import { entry, proof, sound, trailOf } from "../../../test/trail";
import type { TrailCheckView } from "../../bridge/generated/wire";
import { faultOf, Memory, type Answers } from "../../bridge/memory";
import { words } from "../../words/en";
import { TrailDesk } from "./TrailDesk";

const w = words.trail;
const ALL = 300_000;

function desk(more: Answers = {}) {
  const client = new Memory({
    trail: trailOf(ALL),
    trail_entry: ({ number }) => proof(number),
    library: () => clinic.library,
    ...more,
  });
  return { client, ...show(<TrailDesk />, client) };
}

const grid = () => screen.findByRole("grid", { name: w.label });
const cell = (text: string) => screen.findByRole("gridcell", { name: text });

describe("the trail", () => {
  it("lists three hundred thousand entries and fetches only those that are looked at", async () => {
    const { client } = desk();
    expect(await grid()).toHaveAttribute("aria-rowcount", String(ALL + 1));
    await cell("Answer 300000");
    expect(within(await grid()).getAllByRole("row").length).toBeLessThan(60);
    expect(client.asked("trail").map(({ skip }) => skip)).toEqual([0]);

    const box = await grid();
    box.scrollTop = 250_050 * 34;
    fireEvent.scroll(box);
    await cell("Answer 49940");
    expect(client.asked("trail").map(({ skip }) => skip)).toEqual([0, 250_000]);
    expect(await violations()).toEqual([]);
  });

  it("says in plain words what was done, and marks where a clock was set back", async () => {
    desk({ trail: trailOf(8) });
    expect(await cell("Answer 8")).toBeInTheDocument();
    expect(screen.getAllByText("Changed an answer")).toHaveLength(8);
    expect(screen.getAllByText(w.clockBack)).toHaveLength(1);
  });

  it("opens an entry with its hashes in groups, its proof and who signed", async () => {
    const { user } = desk();
    await user.click(await cell("Answer 299998"));
    const sheet = within(await screen.findByRole("region", { name: w.entry(299_998) }));
    expect(await sheet.findByText(w.proof)).toBeInTheDocument();
    expect(sheet.getByText(/Signed by Ines Okafor/u)).toBeInTheDocument();
    // 64 digits stand in eight groups of eight.
    const hash = sheet.getByText(w.hash).nextElementSibling;
    expect(hash?.textContent.trim().split(" ").map((group) => group.length)).toEqual(
      Array.from({ length: 8 }, () => 8),
    );
    await user.click(sheet.getByRole("button", { name: w.way(2) }));
    expect(sheet.getByRole("button", { name: words.kit.copy(w.step(2)) })).toBeInTheDocument();
    await user.click(sheet.getByRole("button", { name: words.kit.copy(w.hash) }));
    expect(await navigator.clipboard.readText()).toBe(proof(299_998).hash);
    expect(await violations()).toEqual([]);
  });

  it("says so of an entry that nobody vouched for yet", async () => {
    const { user } = desk({ trail_entry: ({ number }) => ({ ...proof(number), signed: null }) });
    await user.click(await cell("Answer 300000"));
    expect(await screen.findByText(w.unsigned)).toBeInTheDocument();
  });

  it("asks by organisation, person, action and days, and never with days the wrong way round", async () => {
    const { user, client } = desk();
    await grid();
    const pick = async (name: string, option: string) => {
      await user.click(screen.getByRole("button", { name: new RegExp(`${name}$`, "u") }));
      await user.click(await screen.findByRole("option", { name: option }));
    };
    await pick(w.organisation, "Harbour Clinic");
    await pick(w.person, "Tom Reyes");
    const days = (group: string) => within(screen.getByRole("group", { name: group })).getAllByRole("spinbutton");
    await user.click(days(w.from)[0] ?? document.body);
    await user.keyboard("11102026");
    await user.click(days(w.to)[0] ?? document.body);
    await user.keyboard("11092026");
    expect(await screen.findByText(w.daysMixed)).toBeInTheDocument();
    await pick(w.action, w.act("unlock"));
    expect(client.asked("trail").some(({ to }) => to === "2026-11-09")).toBe(false);
    await user.click(screen.getByRole("button", { name: w.noFilter }));
    await pick(w.action, w.act("unlock"));
    expect(await screen.findByText(w.none)).toBeInTheDocument();
    const requests = client.asked("trail");
    expect(requests).toContainEqual(
      expect.objectContaining({ organisation: "o1", slot: "s2", from: "2026-11-10", to: null }),
    );
    expect(requests.at(-1)).toMatchObject({ organisation: null, action: "unlock" });
  });

  it("says while the whole is still being verified, and then what was found", async () => {
    let verified: TrailCheckView | null = null;
    desk({ trail: (request) => ({ ...trailOf(4)(request), verified }) });
    expect(await screen.findByText(w.running)).toBeInTheDocument();
    verified = sound;
    expect(await screen.findByText(w.sound)).toBeInTheDocument();
  });

  it("says where the trail breaks, leads there, and says what no look can see", async () => {
    const broken: TrailCheckView = {
      ...sound,
      sound: false,
      sentence: "Entry 3 does not follow from the one before it.",
      firstBreak: 3,
    };
    let verified = sound;
    const { user } = desk({
      trail: (request) => ({ ...trailOf(4)(request), verified }),
      verify_trail: () => (verified = broken),
    });
    await screen.findByText(w.sound);
    await user.click(screen.getByRole("button", { name: w.verify }));
    expect(await screen.findByText(w.unsound)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: w.unseen }));
    expect(screen.getByText(/whole older copy/u)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: w.firstBreak(3) }));
    expect(await screen.findByRole("region", { name: w.entry(3) })).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it("saves what is under the filter and tells the digest", async () => {
    const file = {
      name: "trail.json",
      folder: "/home/ines",
      pages: null,
      sha256: "ab".repeat(32),
      warnings: [],
    };
    const { user, client } = desk({ export_trail: () => ({ file }) });
    await grid();
    await user.click(screen.getByRole("button", { name: w.save }));
    expect(await screen.findByText(w.saved("trail.json"))).toBeInTheDocument();
    expect(client.asked("export_trail")[0]).toMatchObject({ organisation: null });
  });

  it("says when entries do not come, and tries again", async () => {
    let fails = true;
    const whole = trailOf(ALL);
    const { user } = desk({
      trail: (request) => {
        if (request.skip > 0 && fails) throw faultOf("other", "The vault could not be read.");
        return whole(request);
      },
    });
    const box = await grid();
    await cell("Answer 300000");
    box.scrollTop = 1000 * 34;
    fireEvent.scroll(box);
    expect(await screen.findByText("The vault could not be read.")).toBeInTheDocument();
    fails = false;
    await user.click(screen.getByRole("button", { name: words.kit.tryAgain }));
    await cell(entry(ALL - 1000).about ?? "");
    await waitFor(() =>
      expect(screen.queryByText("The vault could not be read.")).not.toBeInTheDocument(),
    );
  });
});
