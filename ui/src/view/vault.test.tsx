import { screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import * as clinic from "../../test/clinic";
import { entry, OWN } from "../../test/issues";
import { show, violations } from "../../test/show";
import { MayProvider, mayIn } from "../bridge/may";
import { Memory } from "../bridge/memory";
import { words } from "../words/en";
import { PlaceProvider } from "./place";
import { VaultView } from "./VaultView";

const open = clinic.openVault.vault;
if (!open) throw new Error("the clinic's vault is not open");

function documents(vault = open as NonNullable<typeof open>) {
  const client = new Memory({
    status: () => clinic.openVault,
    look: () => ({ look: { id: "consultant", logo: null, alternative: "", colour: "" }, contrast: null, refused: null }),
    issued: () => ({ issues: [entry("i1", { to: "M. Reyes" })], fingerprint: OWN }),
    library: () => clinic.library,
  });
  const place = { at: "vault", part: "documents" } as const;
  const element = (
    <MayProvider value={mayIn(vault)}>
      <PlaceProvider value={{ place, go: vi.fn() }}>
        <VaultView place={place} />
      </PlaceProvider>
    </MayProvider>
  );
  return { client, ...show(element, client) };
}

describe("the documents of a vault", () => {
  it("have the look of whoever works here, and the register of all that was issued", async () => {
    const { client } = documents();
    expect(await screen.findByText(words.look.ofConsultant)).toBeInTheDocument();
    expect(await screen.findByText("Annual review")).toBeInTheDocument();
    expect(client.asked("look")).toEqual([{ organisation: null }]);
    expect(client.asked("issued")).toEqual([{ organisation: null, assessment: null }]);
    expect(await violations()).toEqual([]);
  });

  it("can be read by who may not change them", async () => {
    documents({ ...open, may: { role: "reader", review: false, assess: false, own: false } });
    expect(await screen.findByText("M. Reyes")).toBeInTheDocument();
    expect(await screen.findByText(words.look.logoNone)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: words.look.choose })).toBeNull();
    expect(screen.getByRole("button", { name: words.verify.open })).toBeInTheDocument();
  });
});
