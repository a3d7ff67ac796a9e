import { useState } from "react";
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { show } from "../../test/show";
import { Dialog } from "./Dialog";
import { Field, SearchField } from "./Field";

function Asking() {
  const [isOpen, open] = useState(false);
  const [filter, setFilter] = useState("");
  return (
    <>
      <button onClick={() => open(true)}>Open</button>
      <Dialog title="A question" isOpen={isOpen} onClose={() => open(false)}>
        <Field label="Reason" lines={3} />
        <SearchField label="Filter" value={filter} onChange={setFilter} />
      </Dialog>
    </>
  );
}

async function asked() {
  const shown = show(<Asking />);
  await shown.user.click(screen.getByRole("button", { name: "Open" }));
  const pressBeside = () => shown.user.click(document.documentElement);
  return { ...shown, pressBeside, isOpen: () => screen.queryByRole("dialog") !== null };
}

describe("a dialog", () => {
  it("keeps what was written in it from a press beside it", async () => {
    const { user, pressBeside, isOpen } = await asked();
    await user.type(screen.getByRole("textbox", { name: "Reason" }), "It is of the wrong house.");
    await pressBeside();
    expect(isOpen()).toBe(true);
    expect(screen.getByRole("textbox", { name: "Reason" })).toHaveValue("It is of the wrong house.");
  });

  it("closes by a press beside it while nothing is written, a filter left aside", async () => {
    const { user, pressBeside, isOpen } = await asked();
    await user.type(screen.getByRole("searchbox", { name: "Filter" }), "zz");
    await pressBeside();
    expect(isOpen()).toBe(false);
  });

  it("lets Escape leave a field that was written in, and closes by the next one", async () => {
    const { user, isOpen } = await asked();
    await user.type(screen.getByRole("textbox", { name: "Reason" }), "Half a sen{Escape}");
    expect(isOpen()).toBe(true);
    expect(screen.getByRole("dialog")).toHaveFocus();
    await user.keyboard("{Escape}");
    expect(isOpen()).toBe(false);
    await waitFor(() => expect(screen.getByRole("button", { name: "Open" })).toHaveFocus());
  });
});
