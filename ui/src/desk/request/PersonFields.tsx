import type { Person } from "../../bridge/generated/wire";
import { Select } from "../../kit/Choice";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import parts from "../parts.module.css";

const w = words.request;

/** Whom to ask: somebody on the list, or in words. */
type Whom = { person: string | null; ask: string };
type Props = { people: readonly Person[]; whom: Whom; onWhom: (whom: Whom) => void };

/** Chooses whom to ask. Who is on the list needs no words. */
export function PersonFields({ people, whom, onWhom }: Props) {
  return (
    <div className={parts.pairs}>
      <Select
        label={w.person}
        value={whom.person ?? ""}
        options={[
          { id: "", label: w.personNone },
          ...people.map((p) => ({ id: p.id, label: p.name, hint: p.role })),
        ]}
        onChange={(person) => onWhom({ person: person || null, ask: person ? "" : whom.ask })}
      />
      <Field
        label={w.ask}
        value={whom.ask}
        onChange={(ask) => onWhom({ person: ask ? null : whom.person, ask })}
      />
    </div>
  );
}
