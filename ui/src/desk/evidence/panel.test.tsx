import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { controlOfClass, framework } from "../../../test/catalogue";
import * as clinic from "../../../test/clinic";
import { item, linkOf, noPreview } from "../../../test/evidence";
import { show, violations } from "../../../test/show";
import { Memory } from "../../bridge/memory";
import { words } from "../../words/en";
import { EvidencePanel } from "./EvidencePanel";

const w = words.evidence;
const control = controlOfClass("REQ");

function panel(count: number) {
  const evidence = Array.from({ length: count }, (_, index) => {
    const one = item(`e${index}`, { phi: index === 0 ? "unknown" : "no" });
    return { evidence: one, link: linkOf(one.id, control.id) };
  });
  const view = { ...clinic.controlView(control), evidence };
  const client = new Memory({
    preview: () => ({ ...noPreview, kind: "text", text: "What it says" }),
  });
  return {
    client,
    ...show(
      <EvidencePanel framework={framework} view={view} subject="all" assessor="R. Ames" />,
      client,
    ),
  };
}

describe("the evidence of a control", () => {
  it("is looked at by Enter, and the focus comes back to where it was", async () => {
    const { user } = panel(2);
    const look = screen.getByRole("button", { name: w.look("Item e1") });
    look.focus();
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "Item e1" });
    expect(await within(dialog).findByText("What it says")).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(look).toHaveFocus());
  });

  it("warns where nobody looked for PHI, and nowhere else", () => {
    panel(3);
    expect(screen.getAllByText(w.phiUnknown)).toHaveLength(1);
  });

  it("of five hundred items shows the first, and more when asked", async () => {
    const { user } = panel(500);
    const looks = () => screen.getAllByText(/^Item e\d+$/u).length;
    expect(looks()).toBe(10);
    await user.click(screen.getByText(words.some.more(50, 490)));
    expect(looks()).toBe(60);
  });
});
