import { screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { show } from "../../test/show";
import { useActionList, useActions, type Action } from "./actions";

function Screen({ actions, children }: { actions: Action[]; children?: React.ReactNode }) {
  useActions(actions);
  return <>{children}</>;
}

const drawn = vi.fn();
function Listed() {
  const actions = useActionList();
  drawn();
  return (
    <ul>
      {actions.map(({ id, name, keys, isDisabled }) => (
        <li key={id}>{[name, keys, isDisabled ? "off" : null].filter(Boolean).join(" ")}</li>
      ))}
    </ul>
  );
}

const listed = () => screen.queryAllByRole("listitem").map((item) => item.textContent);

describe("actions", () => {
  it("are done by their key and listed while their screen is there", async () => {
    const run = vi.fn();
    const { user, rerender } = show(
      <>
        <Screen actions={[{ id: "flag", name: "Flag", keys: "F", run }]} />
        <Listed />
      </>,
    );
    expect(listed()).toEqual(["Flag F"]);
    await user.keyboard("f");
    expect(run).toHaveBeenCalledTimes(1);
    rerender(<Listed />);
    expect(listed()).toEqual([]);
    await user.keyboard("f");
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("do what the last rendering says, without another listing", async () => {
    const seen: number[] = [];
    function Counter() {
      const [count, setCount] = useState(0);
      useActions([
        {
          id: "more",
          name: "More",
          keys: "m",
          run: () => {
            seen.push(count);
            setCount(count + 1);
          },
        },
      ]);
      return null;
    }
    const { user } = show(
      <>
        <Counter />
        <Listed />
      </>,
    );
    drawn.mockClear();
    await user.keyboard("mmm");
    expect(seen).toEqual([0, 1, 2]);
    expect(drawn).not.toHaveBeenCalled();
  });

  it("give a key to the innermost screen, also when the outer one was drawn again", async () => {
    const outer = vi.fn();
    const inner = vi.fn();
    const nested = (name: string) => (
      <>
        <Screen actions={[{ id: "outer", name, keys: "/", run: outer }]}>
          <Screen actions={[{ id: "inner", name: "Filter", keys: "/", run: inner }]} />
        </Screen>
        <Listed />
      </>
    );
    const { user, rerender } = show(nested("Search"));
    rerender(nested("Search all"));
    await user.keyboard("/");
    expect(inner).toHaveBeenCalledTimes(1);
    expect(outer).not.toHaveBeenCalled();
    expect(listed()).toEqual(["Filter /", "Search all"]);
  });

  it("are listed but rest while they are disabled", async () => {
    const run = vi.fn();
    const action: Action = { id: "undo", name: "Undo", keys: "Ctrl+Z", run, isDisabled: true };
    const { user } = show(
      <>
        <Screen actions={[action]} />
        <Listed />
      </>,
    );
    await user.keyboard("{Control>}z{/Control}");
    expect(run).not.toHaveBeenCalled();
    expect(listed()).toEqual(["Undo Ctrl+Z off"]);
  });

  it("leave letters and undo to a text field, and take the other keys with Ctrl", async () => {
    const flag = vi.fn();
    const undo = vi.fn();
    const palette = vi.fn();
    const { user } = show(
      <Screen
        actions={[
          { id: "flag", name: "Flag", keys: "F", run: flag },
          { id: "undo", name: "Undo", keys: "Ctrl+Z", run: undo },
          { id: "palette", name: "Palette", keys: "Ctrl+K", run: palette },
        ]}
      >
        <input aria-label="Note" />
      </Screen>,
    );
    await user.click(screen.getByLabelText("Note"));
    await user.keyboard("f{Control>}zk{/Control}");
    expect(flag).not.toHaveBeenCalled();
    expect(undo).not.toHaveBeenCalled();
    expect(palette).toHaveBeenCalledTimes(1);
  });

  it("tell undo from redo by Shift", async () => {
    const undo = vi.fn();
    const redo = vi.fn();
    const { user } = show(
      <Screen
        actions={[
          { id: "undo", name: "Undo", keys: "Ctrl+Z", run: undo },
          { id: "redo", name: "Redo", keys: "Ctrl+Shift+Z", run: redo },
        ]}
      />,
    );
    await user.keyboard("{Control>}{Shift>}Z{/Shift}{/Control}");
    expect(redo).toHaveBeenCalledTimes(1);
    expect(undo).not.toHaveBeenCalled();
  });
});
