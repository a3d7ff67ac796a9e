import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { show, violations } from "../../../test/show";
import type { Look, LookView } from "../../bridge/generated/wire";
import { faultOf, Memory, type Answers } from "../../bridge/memory";
import { ReadOnly } from "../../kit/readOnly";
import { words } from "../../words/en";
import { LookPanel } from "./LookPanel";

const w = words.look;
const logo = { png: "iVBORw0KGgo=", width: 120, height: 40 };

function look(part: Partial<Look> = {}, more: Partial<LookView> = {}): LookView {
  const of: Look = { id: "o1", logo: null, alternative: "", colour: "", ...part };
  return { look: of, contrast: null, refused: null, ...more };
}

function panel(start = look(), answers: Answers = {}, isReadOnly = false) {
  let now = start;
  const client = new Memory({
    look: () => now,
    save_look: ({ colour, alternative }) => {
      const refused = colour === "ffffe0" ? "It can hardly be read on white paper." : null;
      now = { look: { ...now.look, colour, alternative }, contrast: colour ? 8.42 : null, refused };
      return now;
    },
    choose_logo: () => {
      now = { ...now, look: { ...now.look, logo } };
      return now;
    },
    remove_logo: () => {
      now = { ...now, look: { ...now.look, logo: null } };
      return now;
    },
    ...answers,
  });
  const element = (
    <ReadOnly value={isReadOnly}>
      <LookPanel organisation="o1" />
    </ReadOnly>
  );
  return { client, ...show(element, client) };
}

describe("the logo of a look", () => {
  it("is chosen, asks for its description, and is removed", async () => {
    const { user, client } = panel();
    await user.click(await screen.findByRole("button", { name: w.choose }));
    const picture = await screen.findByRole("img", { name: w.shown("") });
    expect(picture).toHaveAttribute("src", expect.stringMatching(/\/look\/o1\?v=[0-9a-f]+$/u));
    expect(screen.getByText(w.alternativeMissing)).toBeInTheDocument();
    await user.type(screen.getByLabelText(w.alternative), "Harbour Clinic");
    expect(screen.getByRole("img", { name: "Harbour Clinic" })).toBeInTheDocument();
    await waitFor(() => {
      expect(client.asked("save_look").at(-1)).toEqual({
        organisation: "o1",
        colour: "",
        alternative: "Harbour Clinic",
      });
    });
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: w.remove }));
    expect(client.asked("remove_logo")).toEqual([]);
    await user.click(await screen.findByRole("button", { name: w.removeDo }));
    expect(await screen.findByText(w.logoNone)).toBeInTheDocument();
    expect(client.asked("remove_logo")).toEqual([{ organisation: "o1" }]);
  });

  it("is shown anew when it is another picture", async () => {
    const other = { ...logo, png: "iVBORw0KGgp=" };
    const { user } = panel(look({ logo }), { choose_logo: () => look({ logo: other }) });
    const before = (await screen.findByRole("img")).getAttribute("src");
    await user.click(screen.getByRole("button", { name: w.another }));
    await waitFor(() => expect(screen.getByRole("img")).not.toHaveAttribute("src", before));
  });

  it("stays as it was when the picture cannot be taken, and says why", async () => {
    const { user } = panel(look({ logo }), {
      choose_logo: () => {
        throw faultOf("input", "This picture moves. Choose one that stands still.");
      },
    });
    await user.click(await screen.findByRole("button", { name: w.another }));
    expect(await screen.findByText(/This picture moves/u)).toBeInTheDocument();
    expect(screen.getByRole("img")).toBeInTheDocument();
  });

  it("says so when it cannot be shown", async () => {
    panel(look({ logo, alternative: "Harbour Clinic" }));
    fireEvent.error(await screen.findByRole("img"));
    expect(screen.getByRole("alert")).toHaveTextContent(w.undrawn);
  });
});

describe("the colour of a look", () => {
  it("is one of those that read well, by one press", async () => {
    const { user, client } = panel();
    await user.click(await screen.findByRole("radio", { name: w.colours["1f4e79"] }));
    expect(screen.getByLabelText(w.digits)).toHaveValue("1F4E79");
    await waitFor(() => {
      expect(client.asked("save_look")).toEqual([
        { organisation: "o1", colour: "1f4e79", alternative: "" },
      ]);
    });
    expect(await screen.findByText(w.contrast(8.42))).toBeInTheDocument();
    await user.click(screen.getByRole("radio", { name: w.own }));
    expect(await screen.findByText(w.contrastOwn)).toBeInTheDocument();
  });

  it("is written by its digits, and goes nowhere before it has six", async () => {
    const { user, client, savers } = panel();
    const field = await screen.findByLabelText(w.digits);
    await user.type(field, "#0B55");
    expect(screen.getByText(w.colourWrong)).toBeInTheDocument();
    await savers.flush();
    expect(client.asked("save_look")).toEqual([]);
    await user.type(field, "64");
    await waitFor(() => {
      expect(client.asked("save_look").at(-1)).toMatchObject({ colour: "0b5564" });
    });
    expect(screen.queryByText(w.colourWrong)).toBeNull();
    expect(screen.getAllByRole("radio").filter((one) => (one as HTMLInputElement).checked)).toEqual([]);
  });

  it("says why a colour is not used", async () => {
    const { user } = panel();
    await user.type(await screen.findByLabelText(w.digits), "ffffe0");
    const status = within(await screen.findByText(w.refused).then((one) => one.closest("div") as HTMLElement));
    expect(status.getByText(/hardly be read/u)).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it("can only be looked at by who may not change it", async () => {
    panel(look({ logo, alternative: "Harbour Clinic", colour: "1f4e79" }), {}, true);
    expect(await screen.findByRole("img", { name: "Harbour Clinic" })).toBeInTheDocument();
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getByLabelText(w.digits)).toHaveAttribute("readonly");
    expect(screen.getByRole("radio", { name: w.colours["1f4e79"] })).toBeDisabled();
  });
});
