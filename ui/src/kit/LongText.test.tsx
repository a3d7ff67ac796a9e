import { act, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { show, violations } from "../../test/show";
import { LongText } from "./LongText";

function Held({ start, hear }: { start: string; hear: (text: string) => void }) {
  const [text, setText] = useState(start);
  return (
    <>
      <LongText
        id="note"
        label="Note"
        hint="What you found."
        lines={3}
        value={text}
        onChange={(next) => {
          hear(next);
          setText(next);
        }}
      />
      <button onClick={() => setText("From the vault")}>Undo</button>
    </>
  );
}

describe("a long text", () => {
  it("holds what is typed and tells of each change", async () => {
    const hear = vi.fn();
    const { user } = show(<Held start="Seen" hear={hear} />);
    await user.type(screen.getByLabelText("Note"), " on");
    expect(screen.getByLabelText("Note")).toHaveValue("Seen on");
    expect(hear.mock.calls.map(([text]) => text as string)).toEqual(["Seen ", "Seen o", "Seen on"]);
  });

  it("is not written to while somebody writes in it", async () => {
    const { user } = show(<Held start="" hear={() => undefined} />);
    const area = screen.getByLabelText<HTMLTextAreaElement>("Note");
    const write = vi.spyOn(area, "value", "set");
    await user.click(area);
    area.setRangeText("A letter");
    act(() => {
      area.dispatchEvent(new Event("input", { bubbles: true }));
    });
    expect(write).not.toHaveBeenCalled();
  });

  it("takes what comes from elsewhere, such as an undo", async () => {
    const { user } = show(<Held start="Seen" hear={() => undefined} />);
    await user.type(screen.getByLabelText("Note"), " on");
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(screen.getByLabelText("Note")).toHaveValue("From the vault");
  });

  it("has no fault that axe knows", async () => {
    show(<Held start="Seen" hear={() => undefined} />);
    expect(await violations()).toEqual([]);
  });
});
