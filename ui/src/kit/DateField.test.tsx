import { screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { show, violations } from "../../test/show";
import { DateField } from "./DateField";

function Held({ start, hear }: { start: string | null; hear: (day: string | null) => void }) {
  const [value, setValue] = useState(start);
  return (
    <DateField
      label="Due"
      value={value}
      onChange={(day) => {
        hear(day);
        setValue(day);
      }}
    />
  );
}

describe("a day", () => {
  it("is typed part by part and handed on as year-month-day", async () => {
    const hear = vi.fn();
    const { user } = show(<Held start={null} hear={hear} />);
    await user.tab();
    await user.keyboard("03142027");
    expect(hear).toHaveBeenLastCalledWith("2027-03-14");
  });

  it("is stepped with the arrows", async () => {
    const hear = vi.fn();
    const { user } = show(<Held start="2026-11-25" hear={hear} />);
    await user.tab();
    await user.keyboard("{ArrowUp}");
    expect(hear).toHaveBeenLastCalledWith("2026-12-25");
  });

  it("that is wrong says why, tied to the field", async () => {
    show(<DateField label="To" value="2026-01-01" onChange={() => undefined} error="It ends early." />);
    expect(screen.getByText("It ends early.")).toBeInTheDocument();
    expect(screen.getByRole("group", { name: "To" })).toHaveAccessibleDescription(/It ends early/u);
    expect(await violations()).toEqual([]);
  });
});
