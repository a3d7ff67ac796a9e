import { useState } from "react";
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import type { AnswerWords, Finding, Framework, Response } from "../../bridge/generated/wire";
import { Icon } from "../../kit/Icon";
import { words } from "../../words/en";
import { date } from "../../words/format";
import { controlOf, severityWord } from "../framework";
import { SeverityMark } from "../marks";
import { FindingSheet } from "./FindingSheet";
import styles from "./finding.module.css";

type Props = {
  framework: Framework;
  finding: Finding;
  subjectName: string;
  answer: AnswerWords | null;
  open?: boolean;
};

/** Returns a response in a few words: what, by whom, until when. */
function short({ course, owner, due }: Response): string {
  const parts = [words.code.course[course], owner, due ? date(due) : ""];
  return parts.filter(Boolean).join(" · ");
}

/** A finding in one line; opened, with its remedy and the client's response to edit. */
export function FindingCard({ framework, finding, subjectName, answer, open }: Props) {
  const [isOpen, setOpen] = useState(open ?? false);
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
              <strong>{finding.control}</strong> {controlOf(framework, finding.control)?.label}
            </span>
            <span className={styles.quiet}>
              {[words.code.finding[finding.kind], finding.subject === "all" ? "" : subjectName]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
          <span className={styles.reply}>{short(finding.response)}</span>
        </AriaButton>
      </Heading>
      <DisclosurePanel className={styles.panel ?? ""}>
        {isOpen && <FindingSheet framework={framework} finding={finding} answer={answer} />}
      </DisclosurePanel>
    </Disclosure>
  );
}
