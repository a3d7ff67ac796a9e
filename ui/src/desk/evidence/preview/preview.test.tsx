import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { item, noPreview } from "../../../../test/evidence";
import { show, violations } from "../../../../test/show";
import type { PreviewView } from "../../../bridge/generated/wire";
import { faultOf, Memory } from "../../../bridge/memory";
import { words } from "../../../words/en";
import { Preview } from "./Preview";
import { pageAt, strip } from "./strip";

const w = words.preview;
const evidence = item("e1", { title: "Risk analysis" });

const shown = (part: Partial<PreviewView>) => {
  const client = new Memory({ preview: () => ({ ...noPreview, ...part }) });
  return { client, ...show(<Preview evidence={evidence} />, client) };
};

// A reader hears the position besides.
const isAt = (page: number, pages: number) =>
  screen.queryAllByText(w.position(page, pages)).length > 0;

const many = Array.from({ length: 3000 }, () => ({ width: 800, height: 1000 }));

describe("the preview of a picture", () => {
  it("is whole first, at its own size when asked, and turns by quarters for the eyes", async () => {
    const { user } = shown({ kind: "picture", pages: [{ width: 4000, height: 2000 }], total: 1 });
    const picture = await screen.findByRole("img", { name: w.picture("Risk analysis") });
    expect(picture).toHaveAttribute("src", expect.stringContaining("localhost/e1/1?width="));
    expect(parseFloat(picture.style.width)).toBeLessThan(700);
    await user.click(screen.getByRole("button", { name: w.turnRight }));
    expect(picture.style.transform).toContain("rotate(90deg)");
    // Lying on its side it is as high as it was wide, and still fits.
    expect(parseFloat(picture.style.width)).toBeLessThan(480);
    await user.click(screen.getByRole("button", { name: w.full }));
    expect(picture).toHaveStyle({ width: "4000px" });
    expect(await violations()).toEqual([]);
  });

  it("that could not be drawn says so and is asked for again", async () => {
    const { user } = shown({ kind: "picture", pages: [{ width: 400, height: 200 }], total: 1 });
    fireEvent.error(await screen.findByRole("img"));
    expect(screen.getByRole("alert")).toHaveTextContent(w.undrawnPicture);
    await user.click(screen.getByRole("button", { name: words.kit.tryAgain }));
    expect(screen.getByRole("img")).toBeInTheDocument();
  });
});

describe("the preview of pages", () => {
  it("of three thousand draws those in view, and goes to any of them", async () => {
    const { user } = shown({ kind: "pages", pages: many, total: 3000 });
    expect(await screen.findByText(w.position(1, 3000))).toBeInTheDocument();
    const first = await screen.findByRole("img", { name: w.page(1, 3000, "Risk analysis") });
    expect(first).toHaveAttribute("src", expect.stringContaining("/e1/1?"));
    expect(screen.getAllByRole("img").length).toBeLessThan(6);
    await user.type(screen.getByRole("textbox", { name: w.goTo }), "2500{Enter}");
    expect(isAt(2500, 3000)).toBe(true);
    expect(
      await screen.findByRole("img", { name: w.page(2500, 3000, "Risk analysis") }),
    ).toBeInTheDocument();
    expect(screen.queryByRole("img", { name: w.page(1, 3000, "Risk analysis") })).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it("moves by arrows, to the ends by Home and End, and no further", async () => {
    const { user } = shown({ kind: "pages", pages: many.slice(0, 5), total: 5 });
    (await screen.findByRole("region", { name: w.of("Risk analysis") })).focus();
    await user.keyboard("{ArrowRight}{ArrowRight}");
    expect(isAt(3, 5)).toBe(true);
    await user.keyboard("{End}{ArrowRight}");
    expect(isAt(5, 5)).toBe(true);
    expect(screen.getByRole("button", { name: w.next })).toBeDisabled();
    await user.keyboard("{Home}{ArrowLeft}");
    expect(isAt(1, 5)).toBe(true);
  });

  it("finds the page at a place among thousands, of whatever heights", () => {
    const mixed = many.map((page, index) => ({ ...page, height: 500 + (index % 7) * 100 }));
    const { tops, length } = strip(mixed, 640, false);
    for (const index of [0, 1, 777, 2999]) {
      expect(pageAt(tops, tops[index] ?? 0)).toBe(index);
      expect(pageAt(tops, (tops[index] ?? 0) + 1)).toBe(index);
    }
    expect(pageAt(tops, -50)).toBe(0);
    expect(pageAt(tops, length * 2)).toBe(2999);
  });
});

describe("the preview of other kinds", () => {
  it("shows text as it is, and says when only its beginning is here", async () => {
    shown({ kind: "text", text: "<b>not bold</b>", total: 1, cut: true });
    expect(await screen.findByText("<b>not bold</b>")).toBeInTheDocument();
    expect(screen.getByText(w.textCut("15 bytes"))).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it("shows comma-separated values as a table that sorts numbers as numbers", async () => {
    const rows = [["Name", ""], ["b", "10"], ["a", "9"]];
    const { user } = shown({ kind: "table", rows, total: 1_000_000, cut: true });
    const grid = await screen.findByRole("grid", { name: w.table("Risk analysis") });
    const second = within(grid).getByRole("columnheader", { name: w.column(2) });
    await user.click(second);
    const cells = within(grid).getAllByRole("gridcell").map((cell) => cell.textContent);
    expect(cells).toEqual(["2", "a", "9", "1", "b", "10"]);
    expect(screen.getByText(w.rows(2, 999_999))).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it("says what cannot be shown and why, and offers a copy only after saying that it is in the clear", async () => {
    const { user, client } = shown({ kind: "unshown", sentence: "No decoder for HEIC is built in." });
    client.teach({ save_copy: () => ({ file: null }) });
    expect(await screen.findByText("No decoder for HEIC is built in.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: words.evidence.copy }));
    expect(screen.getByRole("dialog")).toHaveTextContent(words.evidence.copyWords);
    expect(client.asked("save_copy")).toEqual([]);
    await user.click(screen.getByRole("button", { name: words.evidence.copyDo }));
    expect(client.asked("save_copy")).toEqual([{ evidence: "e1" }]);
  });

  it("that failed says what happened and can be asked for again", async () => {
    let turns = 0;
    const client = new Memory({
      preview: () => {
        turns += 1;
        if (turns === 1) throw faultOf("other", "The reader took too long.");
        return { ...noPreview, kind: "text", text: "There it is" };
      },
    });
    const { user } = show(<Preview evidence={evidence} />, client);
    expect(await screen.findByRole("alert")).toHaveTextContent("The reader took too long.");
    await user.click(screen.getByRole("button", { name: words.kit.tryAgain }));
    expect(await screen.findByText("There it is")).toBeInTheDocument();
  });
});

describe("pages that fly by", () => {
  it("are not asked for", async () => {
    vi.useFakeTimers();
    shown({ kind: "pages", pages: many, total: 3000 });
    await vi.advanceTimersByTimeAsync(10);
    const names = screen.getAllByRole("img").map((img) => img.getAttribute("alt"));
    vi.useRealTimers();
    expect(names).toEqual([w.page(1, 3000, "Risk analysis")]);
  });
});
