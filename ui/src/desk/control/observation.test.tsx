import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { controlOfClass } from "../../../test/catalogue";
import * as clinic from "../../../test/clinic";
import { show, violations } from "../../../test/show";
import type { ControlView, Observation } from "../../bridge/generated/wire";
import { faultOf, Memory } from "../../bridge/memory";
import { NEW, newObservation } from "../../bridge/record";
import { Remembered } from "../../kit/remembered";
import { words } from "../../words/en";
import { today } from "../../words/format";
import { Observations } from "./Observations";

const w = words.desk;
const control = controlOfClass("REQ");
const first = control.procedures[0];
const blank = clinic.controlView(control);
const held: Observation = {
  ...newObservation("a1", control.id, "all", "2026-11-02"),
  id: "ob1",
  procedure: first?.text ?? "",
  result: "Three of three were named.",
  by: "R. Ames",
};

function observe(view: ControlView = blank, client = new Memory({ save_observation: () => blank })) {
  const part = (
    <Remembered>
      <Observations control={control} view={view} subject="all" assessor="R. Ames" people={[]} />
    </Remembered>
  );
  return { ...show(part, client), client, part };
}

describe("an observation", () => {
  it("is written by keys alone: O, the catalogue's procedure, what was found, Ctrl+Enter", async () => {
    const { user, client } = observe();
    await user.keyboard("o");
    expect(screen.getByRole("radio", { name: new RegExp(first?.text ?? "") })).toHaveFocus();
    await user.tab();
    await user.keyboard("Dana Whitlock");
    await user.type(screen.getByLabelText(w.result), "It was in force.{Control>}{Enter}{/Control}");
    await waitFor(() => {
      expect(client.asked("save_observation")).toEqual([
        {
          ...newObservation("a1", control.id, "all", today()),
          id: NEW,
          method: first?.method,
          procedure: first?.text,
          withWhom: "Dana Whitlock",
          result: "It was in force.",
          by: "R. Ames",
        },
      ]);
    });
    expect(screen.queryByRole("form")).toBeNull();
  });

  it("begins at the first procedure that nobody followed yet", async () => {
    const { user } = observe({ ...blank, observations: [held] });
    await user.keyboard("o");
    expect(screen.getByRole("radio", { checked: true })).not.toHaveAccessibleName(
      new RegExp(first?.text ?? ""),
    );
    expect(screen.getByText(w.followed("Nov 2, 2026"))).toBeInTheDocument();
  });

  it("is not saved without what was found, and says so where it lacks", async () => {
    const { user, client } = observe();
    await user.keyboard("o{Control>}{Enter}{/Control}");
    expect(screen.getByText(w.resultMissing)).toBeInTheDocument();
    expect(screen.getByLabelText(w.result)).toHaveFocus();
    expect(client.asked("save_observation")).toEqual([]);
  });

  it("half written is there again when one comes back", async () => {
    const { user, rerender, part } = observe();
    await user.keyboard("o");
    await user.type(screen.getByLabelText(w.result), "Half a sen");
    rerender(<Remembered>{null}</Remembered>);
    expect(screen.queryByRole("form")).toBeNull();
    rerender(part);
    expect(screen.getByLabelText(w.result)).toHaveValue("Half a sen");
  });

  it("gives the focus to where the next one is begun, when it is discarded", async () => {
    const { user } = observe();
    await user.keyboard("o");
    await user.click(screen.getByRole("button", { name: w.discardObservation }));
    expect(screen.getByRole("button", { name: w.addObservation })).toHaveFocus();
  });

  it("is edited in its place, and kept when saving fails", async () => {
    const client = new Memory({
      save_observation: () => {
        throw faultOf("other", "The disk is full.");
      },
    });
    const { user } = observe({ ...blank, observations: [held] }, client);
    await user.click(screen.getByRole("button", { name: /^Edit the observation/u }));
    const form = screen.getByRole("form", { name: w.editObservation });
    await user.type(within(form).getByLabelText(w.result), " One was late.");
    await user.click(within(form).getByRole("button", { name: w.saveObservation }));
    expect(await screen.findByRole("alert")).toHaveTextContent("The disk is full.");
    expect(within(form).getByLabelText(w.result)).toHaveValue(`${held.result} One was late.`);
  });

  it("has no fault that axe knows, written or being written", async () => {
    const { user } = observe({ ...blank, observations: [held] });
    await user.keyboard("o");
    expect(await violations()).toEqual([]);
  });
});
