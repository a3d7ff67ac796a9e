import { screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { show, violations } from "../../test/show";
import { Tree, type Twig } from "./Tree";

const twig = (id: string, depth: number, parent: string | null, hasChildren = false): Twig => ({
  id,
  depth,
  parent,
  hasChildren,
  content: id,
});

const twigs = [
  twig("one", 1, null, true),
  twig("one-a", 2, "one"),
  twig("one-b", 2, "one"),
  twig("two", 1, null),
];

const tree = (onSelect: (id: string) => void = () => undefined) => (
  <Tree label="Sections" twigs={twigs} selected="one" onSelect={onSelect} />
);

describe("the tree", () => {
  it("is one tab stop, and the arrows move through what is shown", async () => {
    const { user } = show(tree());
    await user.tab();
    expect(screen.getByRole("treeitem", { name: "one" })).toHaveFocus();
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
    expect(screen.getByRole("treeitem", { name: "two" })).toHaveFocus();
    await user.keyboard("{Home}");
    expect(screen.getByRole("treeitem", { name: "one" })).toHaveFocus();
    await user.keyboard("{End}");
    expect(screen.getByRole("treeitem", { name: "two" })).toHaveFocus();
  });

  it("folds with the left arrow, opens with the right one, and goes to the parent", async () => {
    const { user } = show(tree());
    await user.tab();
    await user.keyboard("{ArrowDown}{ArrowLeft}");
    expect(screen.getByRole("treeitem", { name: "one" })).toHaveFocus();
    await user.keyboard("{ArrowLeft}");
    expect(screen.queryByRole("treeitem", { name: "one-a" })).toBeNull();
    expect(screen.getByRole("treeitem", { name: "one" })).toHaveAttribute("aria-expanded", "false");
    await user.keyboard("{ArrowRight}");
    expect(screen.getByRole("treeitem", { name: "one-a" })).toBeInTheDocument();
  });

  it("chooses with Enter and with a press", async () => {
    const onSelect = vi.fn();
    const { user } = show(tree(onSelect));
    await user.tab();
    await user.keyboard("{ArrowDown}{Enter}");
    expect(onSelect).toHaveBeenLastCalledWith("one-a");
    await user.click(screen.getByRole("treeitem", { name: "two" }));
    expect(onSelect).toHaveBeenLastCalledWith("two");
  });

  it("has no fault that axe knows", async () => {
    show(tree());
    expect(await violations()).toEqual([]);
  });
});
