import { useState } from "react";
import type { MembersView, MemberView } from "../../bridge/generated/wire";
import { useMay } from "../../bridge/may";
import { useAsk } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Fold } from "../../kit/Fold";
import { Note } from "../../kit/Note";
import { dayOf } from "../../words/format";
import { words } from "../../words/en";
import { Asked } from "../Asked";
import { PeopleDialogs, type Wanted } from "./PeopleDialogs";
import { PersonCard } from "./PersonCard";
import styles from "./people.module.css";

const w = words.people;

/** What somebody comes to do at once with their own way in. */
type Begin = "recovery-code" | "passphrase";

/** Who has a way into the vault, one's own way in, and what roles are worth. */
export function PeopleDesk({ begin }: { begin?: Begin | undefined }) {
  const members = useAsk("members", {});
  return (
    <div className={styles.desk}>
      <Asked of={members} lines={6}>
        {(view) => <People view={view} begin={begin} />}
      </Asked>
      <Note tone="info" title={w.honest}>
        <p>{w.honestRole}</p>
        <p>{w.honestSeparate}</p>
        <p>{w.honestSigning}</p>
      </Note>
    </div>
  );
}

function People({ view, begin }: { view: MembersView; begin: Begin | undefined }) {
  const may = useMay();
  const own = view.members.find((one) => one.isPresent);
  const [wanted, want] = useState<Wanted | null>(() => begun(begin, own));
  const [done, setDone] = useState<string | null>(null);
  return (
    <>
      <header className={styles.head}>
        <h2>{w.title}</h2>
        {may.own && (
          <Button icon="plus" onPress={() => want({ to: "add" })}>
            {w.add}
          </Button>
        )}
      </header>
      {/* The region is there before it says something, or it would not be heard. */}
      <div role="status" className={styles.done}>
        {done && (
          <Note tone="good">
            <p>{done}</p>
          </Note>
        )}
      </div>
      <ul className={styles.people}>
        {view.members.map((one) => (
          <PersonCard key={one.member.id} view={one} mayOwn={may.own} onWant={want} />
        ))}
      </ul>
      {view.removed.length > 0 && (
        <Fold title={w.removed} count={view.removed.length}>
          <ul className={styles.gone}>
            {view.removed.map(({ id, name, role, removed }) => (
              <li key={id}>
                <strong>{name}</strong>
                <span>
                  {w.roles[role]}
                  {removed !== null && ` · ${w.removedOn(dayOf(removed))}`}
                </span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <PeopleDialogs
        wanted={wanted}
        view={view}
        onClose={() => want(null)}
        onDone={(sentence) => {
          want(null);
          setDone(sentence);
        }}
      />
    </>
  );
}

function begun(begin: Begin | undefined, own: MemberView | undefined): Wanted | null {
  if (!own || !begin) return null;
  return begin === "passphrase" ? { to: "change", one: own } : { to: "code", one: own };
}
