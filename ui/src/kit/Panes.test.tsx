import { screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { show, violations } from "../../test/show";
import { Panes } from "./Panes";
import { WidthsProvider } from "./widths";

function panes(of: (name: string) => number | undefined, keep = vi.fn()) {
  return (
    <WidthsProvider value={{ of, keep }}>
      <Panes
        sizerLabel={(name) => `Width of ${name}`}
        mainId="main"
        sides={[
          { name: "left", label: "Left", start: 200, content: <p>One</p> },
          { name: "middle", label: "Middle", start: 300, content: <p>Two</p> },
        ]}
      >
        <p>Three</p>
      </Panes>
    </WidthsProvider>
  );
}

const edge = (name: string) => screen.getByRole("separator", { name: `Width of ${name}` });

describe("panes", () => {
  it("begin as wide as they were left, and never wider or narrower than they may be", async () => {
    show(panes((name) => (name === "left" ? 264 : 9000)));
    expect(edge("Left")).toHaveAttribute("aria-valuenow", "264");
    const most = edge("Middle").getAttribute("aria-valuemax");
    expect(edge("Middle")).toHaveAttribute("aria-valuenow", most);
    expect(await violations()).toEqual([]);
  });

  it("move by arrows and keep where they were put", async () => {
    const keep = vi.fn();
    const { user } = show(panes(() => undefined, keep));
    edge("Left").focus();
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowLeft}");
    expect(edge("Left")).toHaveAttribute("aria-valuenow", "224");
    expect(keep).toHaveBeenLastCalledWith("left", 224);
    expect(edge("Middle")).toHaveAttribute("aria-valuenow", "300");
  });
});
