import { useState } from "react";
import type { Person } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import type { AskingProps } from "./ActDialogs";
import { Named } from "./Named";
import { PersonFields } from "./PersonFields";

const w = words.request;

/** Asks whom to ask, for all of them at once. */
export function PersonDialog(props: AskingProps & { people: readonly Person[] }) {
  const { requests, people, save, fault, onClose } = props;
  const [whom, setWhom] = useState<{ person: string | null; ask: string }>({ person: null, ask: "" });
  const name = people.find((p) => p.id === whom.person)?.name ?? whom.ask.trim();
  const count = requests.length;
  const set = () =>
    void save(
      requests.map((request) => ({ ...request, ...whom, ask: whom.ask.trim() })),
      name ? w.assigned(count, name) : w.unassigned(count),
    );
  return (
    <Dialog
      title={w.personTitle(count)}
      isOpen
      onClose={onClose}
      wide
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="primary" onPress={set}>
            {words.kit.save}
          </Button>
        </>
      }
    >
      <Named requests={requests} />
      <PersonFields people={people} whom={whom} onWhom={setWhom} />
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  );
}
