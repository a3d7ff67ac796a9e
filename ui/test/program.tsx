import { App } from "../src/app/App";
// The program fetches this while its first view stands; tests have it before they begin.
import "../src/app/OpenVault";
import type { AnswerRequest, Control } from "../src/bridge/generated/wire";
import { Memory, type Answers } from "../src/bridge/memory";
import { placed } from "../src/desk/framework";
import { framework } from "./catalogue";
import * as clinic from "./clinic";
import { show } from "./show";

/** Returns a control of the catalogue. */
export const controlNamed = (id: string): Control => {
  const found = placed(framework).find(({ control }) => control.id === id);
  if (!found) throw new Error(`no control ${id}`);
  return found.control;
};

/** Shows the whole program with the clinic's vault open. */
export function clinicOpen(answers: Answers = {}) {
  const client = new Memory({
    status: () => clinic.openVault,
    ready: () => ({}),
    closed: () => ({}),
    stay: () => ({}),
    lock: () => clinic.noVault,
    settings: () => ({ theme: "system", panes: {}, zoom: null, idleMinutes: null }),
    save_settings: (settings) => settings,
    history: () => ({ undo: null, redo: null }),
    library: () => clinic.library,
    assessment: () => clinic.assessment,
    framework: () => ({ digest: "d1", framework }),
    overview: () => clinic.overview,
    shelf: () => ({ evidence: [], links: [] }),
    requests: () => ({ requests: [], people: [], settles: [], missing: [], today: "2026-11-25" }),
    profile_consequences: () => ({ consequences: [] }),
    organisation: () => ({
      organisation: clinic.assessment.organisation,
      sites: [],
      systems: [],
      vendors: [],
      people: [],
      assessments: [clinic.listed],
    }),
    control: ({ control }) => clinic.controlView(controlNamed(control)),
    answer: (request: AnswerRequest) => {
      const control = controlNamed(request.control);
      return {
        control: clinic.controlView(control, clinic.answerRow(request.words)),
        row: clinic.controlRow(control),
        standing: clinic.standing,
        assessment: clinic.assessment.assessment,
        saved: clinic.SAVED,
      };
    },
  });
  client.teach(answers);
  return { client, ...show(<App />, client) };
}
