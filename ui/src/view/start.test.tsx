import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { framework } from "../../test/catalogue";
import * as clinic from "../../test/clinic";
import { show, violations } from "../../test/show";
import type { OrganisationView } from "../bridge/generated/wire";
import { Memory, type Answers } from "../bridge/memory";
import { blank } from "../desk/organisation/blank";
import { words } from "../words/en";
import { StartView } from "./StartView";

const w = words.start;
const file: OrganisationView = {
  organisation: clinic.assessment.organisation,
  sites: [{ ...blank.site("o1"), id: "p1", name: "Harbour Street" }],
  systems: [{ ...blank.system("o1"), id: "s1", name: "Retina triage" }],
  vendors: [],
  people: [],
  assessments: [],
};

function start(more: Answers = {}) {
  const client = new Memory({
    status: () => clinic.openVault,
    library: () => clinic.library,
    framework: () => ({ digest: "d1", framework }),
    organisation: () => file,
    profile_consequences: () => ({ consequences: [] }),
    start_assessment: () => clinic.assessment,
    ...more,
  });
  return { client, ...show(<StartView organisation={null} />, client) };
}

it("starts with what is filled in already: nobody has to write a word", async () => {
  const { user, client } = start();
  await user.click(await screen.findByRole("button", { name: w.begin }));
  await waitFor(() => {
    expect(client.asked("start_assessment")).toHaveLength(1);
  });
  expect(client.asked("start_assessment")[0]).toMatchObject({
    organisation: "o1",
    scope: { sites: ["p1"], systems: ["s1"], vendors: [] },
    engagement: { kind: "self-assessment", assessor: "R. Ames" },
  });
  expect(client.asked("start_assessment")[0]?.title).toMatch(/^Review \d{4}$/u);
});

it("says what lacks instead of starting without a title", async () => {
  const { user, client } = start();
  await user.clear(await screen.findByLabelText(w.name));
  await user.click(screen.getByRole("button", { name: w.begin }));
  expect(within(screen.getByRole("alert")).getByText(w.nameMissing)).toBeInTheDocument();
  expect(client.asked("start_assessment")).toEqual([]);
  expect(await violations()).toEqual([]);
});

it("makes the organisation where there is none yet, and goes on with it", async () => {
  let made = false;
  const { user } = start({
    library: () => (made ? clinic.library : { organisations: [], assessments: [] }),
    save_organisation: () => {
      made = true;
      return file;
    },
  });
  await user.click(await screen.findByRole("button", { name: words.library.newOrganisation }));
  await user.type(await screen.findByLabelText(words.library.organisationName), "Harbour Clinic");
  await user.click(screen.getByRole("button", { name: words.library.make }));
  expect(await screen.findByRole("button", { name: w.begin })).toBeInTheDocument();
});
