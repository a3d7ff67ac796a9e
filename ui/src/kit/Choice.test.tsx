import { screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { show, violations } from "../../test/show";
import { Checkbox, Radios, Select } from "./Choice";

const options = [
  { id: "stated", label: "Stated", hint: "Somebody said so." },
  { id: "tested", label: "Tested", hint: "It was tried." },
] as const;

type Id = (typeof options)[number]["id"];

function Chosen({ kind }: { kind: "radios" | "select" }) {
  const [value, setValue] = useState<Id>("stated");
  const Kind = kind === "radios" ? Radios : Select;
  return <Kind<Id> label="Strength" value={value} options={options} onChange={setValue} />;
}

describe("a choice", () => {
  it("of radios moves with the arrows and names its group", async () => {
    const { user } = show(<Chosen kind="radios" />);
    expect(screen.getByRole("radiogroup", { name: "Strength" })).toBeInTheDocument();
    await user.tab();
    expect(screen.getByRole("radio", { name: "Stated" })).toHaveFocus();
    await user.keyboard("{ArrowDown}");
    expect(screen.getByRole("radio", { name: "Tested" })).toBeChecked();
  });

  it("of radios ties each hint to its choice", () => {
    show(<Chosen kind="radios" />);
    expect(screen.getByRole("radio", { name: "Tested" })).toHaveAccessibleDescription(
      "It was tried.",
    );
  });

  it("folded away opens with the keyboard, and shows what was chosen", async () => {
    const { user } = show(<Chosen kind="select" />);
    await user.tab();
    await user.keyboard("{ArrowDown}");
    await user.keyboard("{ArrowDown}{Enter}");
    // The focus comes back in the next frame.
    await waitFor(() => {
      expect(screen.getByRole("button", { name: /Tested/u })).toHaveFocus();
    });
  });

  it("of yes or no turns with the space bar", async () => {
    function Yes() {
      const [on, setOn] = useState(false);
      return (
        <Checkbox isSelected={on} onChange={setOn}>
          Contains PHI
        </Checkbox>
      );
    }
    const { user } = show(<Yes />);
    await user.tab();
    await user.keyboard(" ");
    expect(screen.getByRole("checkbox", { name: "Contains PHI" })).toBeChecked();
    expect(await violations()).toEqual([]);
  });
});
