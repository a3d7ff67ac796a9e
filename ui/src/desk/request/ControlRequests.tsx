import { useState } from "react";
import { Button } from "react-aria-components";
import type { ControlView, EvidenceRequest, Framework, Person } from "../../bridge/generated/wire";
import { words } from "../../words/en";
import { date } from "../../words/format";
import panel from "../evidence/evidence.module.css";
import { RequestDialog } from "./RequestDialog";
import { askedOf, RequestMark } from "./requestMark";
import styles from "./request.module.css";

type Props = { framework: Framework; view: ControlView; people: readonly Person[] };

/** What is wanted for a control. */
export function ControlRequests({ framework, view, people }: Props) {
  const [open, setOpen] = useState<EvidenceRequest | null>(null);
  return (
    <section className={panel.panel} aria-label={words.desk.requests}>
      <h2>{words.desk.requests}</h2>
      {view.requests.length === 0 && <p className={panel.quiet}>{words.desk.noRequests}</p>}
      <ul>
        {view.requests.map((request) => (
          <li key={request.id}>
            <Button className={styles.line ?? ""} onPress={() => setOpen(request)}>
              <span>{request.artefact}</span>
              <span className={styles.quiet}>
                {[askedOf(request, people), request.due && date(request.due)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              <RequestMark state={request.state} />
            </Button>
          </li>
        ))}
      </ul>
      {open && (
        <RequestDialog
          framework={framework}
          request={open}
          people={people}
          evidence={view.evidence.map((linked) => linked.evidence)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
