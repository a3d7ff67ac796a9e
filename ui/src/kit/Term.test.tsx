import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { show, violations } from "../../test/show";
import { words } from "../words/en";
import { Term } from "./Term";

const sentence = (
  <p>
    How much <Term name="assurance">proof</Term> there is
  </p>
);

describe("a term", () => {
  it("reads as the sentence needs it and explains itself on focus, until Escape", async () => {
    const { user } = show(sentence);
    expect(screen.getByText(/How much/u)).toHaveTextContent("How much proof there is");
    await user.tab();
    expect(await screen.findByRole("tooltip")).toHaveTextContent(words.terms.assurance.means);
    expect(screen.getByRole("button", { name: "proof" })).toHaveAccessibleDescription(
      expect.stringContaining(words.terms.assurance.means),
    );
    expect(await violations()).toEqual([]);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("tooltip")).toBeNull());
    expect(screen.getByRole("button", { name: "proof" })).toHaveFocus();
  });

  it("explains itself when the mouse rests on it", async () => {
    const { user } = show(sentence);
    await user.pointer({ target: document.body });
    await user.pointer({ target: screen.getByText("proof") });
    expect(await screen.findByRole("tooltip")).toHaveTextContent(words.terms.assurance.word);
  });

  it("is explained in short sentences", () => {
    for (const { means } of Object.values(words.terms)) {
      expect(means.length, means).toBeLessThan(180);
      expect(means.endsWith("."), means).toBe(true);
    }
  });
});
