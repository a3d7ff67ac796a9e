import type { MemberView } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { Chip } from "../../kit/Status";
import { dayOf } from "../../words/format";
import { words } from "../../words/en";
import type { Wanted } from "./PeopleDialogs";
import styles from "./people.module.css";

const w = words.people;

type Props = { view: MemberView; mayOwn: boolean; onWant: (wanted: Wanted) => void };

/** Returns hex in groups of four, as it is read out and compared. */
function inGroups(hex: string): string {
  return hex.replaceAll(" ", "").replaceAll(/.{4}(?=.)/gu, "$& ");
}

/** Somebody with a way in: what opens the vault for them, what they may, and what can be done
 * about it. */
export function PersonCard({ view, mayOwn, onWant }: Props) {
  const { member, isPresent, needsKeyFile, fingerprint, stays } = view;
  const hasCode = member.recoverySlot !== null;
  return (
    <li className={styles.person}>
      <div className={styles.who}>
        <h3>{member.name}</h3>
        {isPresent && <Chip>{w.you}</Chip>}
        <span className={styles.role}>
          {w.roles[member.role]} · {w.since(dayOf(member.since))}
        </span>
        {mayOwn && (
          <span className={styles.acts}>
            <Button
              weight="quiet"
              aria-label={w.editOf(member.name)}
              onPress={() => onWant({ to: "edit", one: view })}
            >
              {w.edit}
            </Button>
            {stays === null && (
              <Button
                weight="quiet"
                aria-label={w.removeOf(member.name)}
                onPress={() => onWant({ to: "remove", one: view })}
              >
                {w.remove}
              </Button>
            )}
          </span>
        )}
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{w.passphrase}</dt>
          <dd>
            {needsKeyFile ? w.withKeyFile : w.withoutKeyFile}
            {isPresent && (
              <Button weight="quiet" small onPress={() => onWant({ to: "change", one: view })}>
                {w.changePassphrase}
              </Button>
            )}
          </dd>
        </div>
        <div>
          <dt>{w.recoveryCode}</dt>
          <dd>
            {hasCode ? w.hasCode : w.noCode}
            {isPresent && (
              <Button weight="quiet" small onPress={() => onWant({ to: "code", one: view })}>
                {hasCode ? w.replaceCode : w.makeCode}
              </Button>
            )}
            {isPresent && hasCode && (
              <Button weight="quiet" small onPress={() => onWant({ to: "remove-code", one: view })}>
                {w.removeCode}
              </Button>
            )}
          </dd>
        </div>
        <div>
          <dt>{w.fingerprint}</dt>
          <dd>
            <code title={w.fingerprintWords}>{inGroups(fingerprint)}</code>
          </dd>
        </div>
      </dl>
      {mayOwn && stays !== null && <p className={styles.stays}>{stays}</p>}
    </li>
  );
}
