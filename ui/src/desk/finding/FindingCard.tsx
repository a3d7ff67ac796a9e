import { useMemo, useState } from "react";
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import type { Finding, Framework, Response } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { useDraft } from "../../bridge/savers";
import { Button } from "../../kit/Button";
import { Icon } from "../../kit/Icon";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import { date } from "../../words/format";
import { controlOf, labels, severityWord } from "../framework";
import { SaveMark } from "../SaveMark";
import { SeverityMark } from "../marks";
import { ResponseFields } from "./ResponseFields";
import styles from "./finding.module.css";

const w = words.finding;
type Props = {
  framework: Framework;
  finding: Finding;
  subjectName: string;
  open?: boolean;
  onControl?: (control: string) => void;
};

/** Returns a response in a few words: what, by whom, until when. */
function short({ course, owner, due }: Response): string {
  const parts = [words.code.course[course], owner, due ? date(due) : ""];
  return parts.filter(Boolean).join(" · ");
}

/** A finding in one line; opened, with its remedy and the client's response to edit. */
export function FindingCard({ framework, finding, subjectName, open, onControl }: Props) {
  const tell = useTell();
  const control = controlOf(framework, finding.control);
  const [isOpen, setOpen] = useState(open ?? false);
  const held = useMemo(
    () => ({ consequence: finding.consequence, response: finding.response }),
    [finding.consequence, finding.response],
  );
  const draft = useDraft(`response ${finding.id}`, held, async (value) => {
    await tell("save_response", { finding: finding.id, ...value });
    return new Date().toISOString();
  });
  return (
    <Disclosure className={styles.card ?? ""} isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={3} className={styles.heading ?? ""}>
        <AriaButton slot="trigger" className={styles.head ?? ""}>
          <Icon name="right" />
          <SeverityMark
            weight={finding.severity}
            label={severityWord(framework, finding.severity)}
          />
          <span className={styles.name}>
            <span>
              <strong>{finding.control}</strong> {control?.label}
            </span>
            <span className={styles.quiet}>
              {[words.code.finding[finding.kind], finding.subject === "all" ? "" : subjectName]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
          <span className={styles.reply}>{short(draft.value.response)}</span>
        </AriaButton>
      </Heading>
      <DisclosurePanel className={styles.panel ?? ""}>
        {isOpen && (
          <>
            <p>{finding.wording}</p>
            {control && (
              <p>
                <strong>{w.remedy}.</strong> {control.remedy}{" "}
                <span className={styles.quiet}>
                  ({w.effort}: {labels(framework.efforts, [control.effort])})
                </span>
              </p>
            )}
            <p className={styles.signs}>
              {finding.contradiction && (
                <Status shade="warn" icon="warning">
                  {w.contradiction}
                </Status>
              )}
              {finding.standing === "settled" && (
                <Status shade="good" icon="check">
                  {w.settled}
                </Status>
              )}
              <span className={styles.quiet}>{w.raised(date(finding.firstRaised))}</span>
              <SaveMark state={draft.state} held={null} onRetry={draft.retry} />
            </p>
            <ResponseFields
              value={draft.value}
              failure={control?.mlFailure ?? ""}
              onChange={draft.write}
            />
            {onControl && (
              <Button
                weight="quiet"
                edge="start"
                icon="right"
                onPress={() => onControl(finding.control)}
              >
                {w.toControl(finding.control)}
              </Button>
            )}
          </>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}
