import { screen, within } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { show, violations } from "../../../test/show";
import { DataGrid, type Column } from "./DataGrid";

type Row = { id: string; name: string; weight: number };

const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `r${i}`,
    name: `${String.fromCharCode(65 + (i % 26))}-item ${i}`,
    weight: (i * 7) % 11,
  }));

const columns: Column<Row>[] = [
  {
    id: "name",
    title: "Name",
    width: "1fr",
    cell: (row) => row.name,
    sort: (a, b) => a.name.localeCompare(b.name, "en", { numeric: true }),
  },
  {
    id: "weight",
    title: "Weight",
    width: "6rem",
    cell: (row) => row.weight,
    sort: (a, b) => a.weight - b.weight,
    align: "end",
  },
];

function grid(rows: Row[], onOpen: (row: Row) => void = () => undefined, selected?: string) {
  return (
    <DataGrid
      label="Items"
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      rowText={(row) => row.name}
      onOpen={onOpen}
      selected={selected ?? null}
      summary={`${rows.length} items`}
      empty={<p>Nothing here</p>}
    />
  );
}

const key = (row: Row) => row.id;
const text = (row: Row) => row.name;

const stops = () => screen.getByRole("grid").querySelectorAll('[tabindex="0"]');

describe("the grid", () => {
  it("is one tab stop, and the arrows move within it", async () => {
    const { user } = show(grid(rowsOf(5)));
    expect(stops()).toHaveLength(1);
    await user.tab();
    expect(document.activeElement).toHaveTextContent("A-item 0");
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(document.activeElement).toHaveTextContent("C-item 2");
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toHaveTextContent("3");
    await user.keyboard("{ArrowUp}{ArrowLeft}");
    expect(document.activeElement).toHaveTextContent("B-item 1");
    expect(stops()).toHaveLength(1);
  });

  it("goes to the ends of a row with Home and End, and of the grid with Ctrl", async () => {
    const { user } = show(grid(rowsOf(5)));
    await user.tab();
    await user.keyboard("{End}");
    expect(document.activeElement).toHaveAttribute("aria-colindex", "2");
    await user.keyboard("{Control>}{End}{/Control}");
    expect(document.activeElement?.parentElement).toHaveAttribute("aria-rowindex", "6");
    await user.keyboard("{Control>}{Home}{/Control}");
    expect(document.activeElement).toHaveTextContent("A-item 0");
  });

  it("pages through many rows and stops at the last", async () => {
    const { user } = show(grid(rowsOf(40)));
    await user.tab();
    await user.keyboard("{PageDown}");
    const first = Number(document.activeElement?.parentElement?.getAttribute("aria-rowindex"));
    expect(first).toBeGreaterThan(5);
    await user.keyboard("{PageDown}{PageDown}{PageDown}{PageDown}");
    expect(document.activeElement).toHaveTextContent("N-item 39");
    await user.keyboard("{PageUp}");
    expect(document.activeElement).not.toHaveTextContent("N-item 39");
  });

  it("goes to a row by the beginning of its name", async () => {
    const { user } = show(grid(rowsOf(20)));
    await user.tab();
    await user.keyboard("f-i");
    expect(document.activeElement).toHaveTextContent("F-item 5");
  });

  it("opens the row under the focus with Enter and with a press", async () => {
    const onOpen = vi.fn();
    const { user } = show(grid(rowsOf(5), onOpen));
    await user.tab();
    await user.keyboard("{ArrowDown}{Enter}");
    expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ id: "r1" }), "name");
    await user.click(screen.getByText("D-item 3"));
    expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ id: "r3" }), "name");
  });

  it("sorts from its header by keyboard and says how it is sorted", async () => {
    const { user } = show(grid(rowsOf(5)));
    await user.tab();
    await user.keyboard("{ArrowUp}{ArrowRight}");
    const header = screen.getByRole("columnheader", { name: /Weight/u });
    expect(header).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(header).toHaveAttribute("aria-sort", "ascending");
    await user.keyboard("{Enter}");
    expect(header).toHaveAttribute("aria-sort", "descending");
    const first = screen.getAllByRole("row")[1];
    expect(first).toHaveTextContent("10");
  });

  it("keeps the focus in the place of a row that is filtered away", async () => {
    function Filtered() {
      const [rows, setRows] = useState(rowsOf(5));
      return (
        <>
          {grid(rows)}
          <button onClick={() => setRows((was) => was.filter((r) => r.id !== "r2"))}>Drop</button>
        </>
      );
    }
    const { user } = show(<Filtered />);
    await user.tab();
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(document.activeElement).toHaveTextContent("C-item 2");
    await user.click(screen.getByText("Drop"));
    expect(stops()).toHaveLength(1);
    expect(stops()[0]).toHaveTextContent("D-item 3");
  });

  it("renders every row below sixty, and only those in view from there on", () => {
    const { rerender } = show(grid(rowsOf(59)));
    expect(screen.getAllByRole("row")).toHaveLength(60);
    rerender(grid(rowsOf(2000)));
    expect(screen.getAllByRole("row").length).toBeLessThan(60);
  });

  it("tells the true number and place of rows though it renders few", async () => {
    const { user } = show(grid(rowsOf(2000)));
    expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", "2001");
    await user.tab();
    await user.keyboard("{Control>}{End}{/Control}");
    expect(document.activeElement?.parentElement).toHaveAttribute("aria-rowindex", "2001");
  });

  it("says in words and to a reader how many rows are shown", () => {
    show(grid(rowsOf(12)));
    expect(screen.getAllByText("12 items").length).toBeGreaterThan(0);
    expect(within(screen.getByRole("status")).getByText("12 items")).toBeInTheDocument();
  });

  it("puts the focus on the row that took the place of the focused one", async () => {
    function Dropping() {
      const [rows, setRows] = useState(rowsOf(4));
      return grid(rows, (row) => setRows((was) => was.filter((one) => one.id !== row.id)));
    }
    const { user } = show(<Dropping />);
    await user.tab();
    await user.keyboard("{ArrowDown}{Enter}");
    expect(document.activeElement).toHaveTextContent("C-item 2");
    expect(document.activeElement).toHaveAttribute("role", "gridcell");
  });

  it("goes with the row that is opened from elsewhere", async () => {
    const { user, rerender } = show(grid(rowsOf(5), undefined, "r0"));
    await user.tab();
    rerender(grid(rowsOf(5), undefined, "r3"));
    expect(document.activeElement).toHaveTextContent("D-item 3");
    expect(stops()).toHaveLength(1);
  });

  it("draws the rows around one that is opened far away", () => {
    const { rerender } = show(grid(rowsOf(2000), undefined, "r0"));
    rerender(grid(rowsOf(2000), undefined, "r1500"));
    for (const index of [1495, 1500, 1505]) {
      expect(document.querySelector(`[aria-rowindex="${index + 2}"]`)).not.toBeNull();
    }
  });

  it("draws only the rows again that changed", async () => {
    const cell = vi.fn((row: Row) => row.name);
    const all = rowsOf(30);
    const watched: Column<Row>[] = [{ id: "name", title: "Name", width: "1fr", cell }];
    const { user } = show(
      <DataGrid
        label="Items"
        rows={all}
        columns={watched}
        rowKey={key}
        rowText={text}
        onOpen={() => undefined}
        summary="30 items"
        empty={null}
      />,
    );
    await user.tab();
    cell.mockClear();
    await user.keyboard("{ArrowDown}");
    expect(new Set(cell.mock.calls.map(([row]) => row.id))).toEqual(new Set(["r0", "r1"]));
  });

  it("marks the chosen row, and shows what stands for none", async () => {
    const { rerender } = show(grid(rowsOf(3), undefined, "r1"));
    expect(screen.getByRole("row", { selected: true })).toHaveTextContent("B-item 1");
    rerender(grid([]));
    expect(screen.getByText("Nothing here")).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });
});

describe("a grid whose rows can be chosen", () => {
  function Choosing({ count = 6, onOpen }: { count?: number; onOpen?: () => void }) {
    const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
    return (
      <>
        <DataGrid
          label="Items"
          rows={rowsOf(count)}
          columns={columns}
          rowKey={key}
          rowText={text}
          onOpen={onOpen ?? (() => undefined)}
          chosen={chosen}
          onChosen={setChosen}
          selected="r4"
          summary=""
          empty={null}
        />
        <samp>{[...chosen].sort().join(" ")}</samp>
      </>
    );
  }
  const chosen = () => document.querySelector("samp")?.textContent;

  it("ticks with Space and with a press on the box, and opens with the rest of the row", async () => {
    const onOpen = vi.fn();
    const { user } = show(<Choosing onOpen={onOpen} />);
    await user.tab();
    await user.keyboard("{Control>}{Home}{/Control} ");
    expect(chosen()).toBe("r0");
    await user.click(screen.getByRole("checkbox", { name: "Choose C-item 2" }));
    expect(chosen()).toBe("r0 r2");
    expect(onOpen).not.toHaveBeenCalled();
    expect(screen.getByRole("checkbox", { name: "Choose C-item 2" })).toBeChecked();
    await user.keyboard(" ");
    expect(chosen()).toBe("r0");
    await user.click(screen.getByText("B-item 1"));
    expect(onOpen).toHaveBeenCalledTimes(1);
    expect(await violations()).toEqual([]);
  });

  it("reaches from row to row with Shift, by arrows and by press", async () => {
    const { user } = show(<Choosing />);
    await user.tab();
    await user.keyboard("{Control>}{Home}{/Control}{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}");
    expect(chosen()).toBe("r0 r1");
    await user.keyboard("{ArrowDown}{ArrowDown} ");
    expect(chosen()).toBe("r0 r1 r3");
    await user.keyboard("{Shift>}");
    await user.click(screen.getByText("F-item 5"));
    await user.keyboard("{/Shift}");
    expect(chosen()).toBe("r0 r1 r3 r4 r5");
  });

  it("takes all that are shown and gives them back, and says how many there are", async () => {
    const { user } = show(<Choosing />);
    await user.tab();
    await user.keyboard("{Control>}a{/Control}");
    expect(chosen()).toBe("r0 r1 r2 r3 r4 r5");
    expect(screen.getByRole("status")).toHaveTextContent("6 chosen");
    const all = screen.getByRole("checkbox", { name: "Choose all that are shown" });
    expect(all).toBeChecked();
    await user.click(all);
    expect(chosen()).toBe("");
    await user.click(screen.getByRole("checkbox", { name: "Choose A-item 0" }));
    expect(all).toBePartiallyChecked();
  });

  it("tells the open row from those that are chosen", async () => {
    const { user } = show(<Choosing />);
    await user.click(screen.getByRole("checkbox", { name: "Choose B-item 1" }));
    expect(screen.getByRole("row", { current: true })).toHaveTextContent("E-item 4");
    expect(screen.getByRole("row", { selected: true })).toHaveTextContent("B-item 1");
  });
});
