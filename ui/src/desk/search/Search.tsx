import { useEffect, useMemo, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { Find } from "../../bridge/generated/wire";
import { useAsk } from "../../bridge/queries";
import { FaultNote } from "../FaultNote";
import { useAnnounce } from "../../kit/Announcer";
import { Finder } from "../../kit/Finder";
import { Button } from "../../kit/Button";
import { Empty, Loading } from "../../kit/State";
import { words } from "../../words/en";
import { grouped, idOf } from "./grouped";
import { FindRow } from "./FindRow";
import styles from "./search.module.css";

const w = words.find;

/** How long after the last keystroke the vault is searched. */
const PAUSE = 60;

type Props = {
  isOpen: boolean;
  onClose: () => void;
  /** The assessment in view, which may be searched alone. */
  assessment: string | null;
  onGo: (find: Find) => void;
};

/** Returns a text once it has rested for a moment; an empty one at once. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return text === "" ? "" : rested;
}

/** Finds anything in the vault, or in the assessment in view, as one types. */
export function Search({ isOpen, onClose, assessment, onGo }: Props) {
  const [text, setText] = useState("");
  const [everywhere, setEverywhere] = useState(true);
  const announce = useAnnounce();
  const wanted = useRested(text.trim());
  const within = everywhere ? null : assessment;
  const asked = useAsk(
    "search",
    { text: wanted, assessment: within },
    { enabled: isOpen && wanted !== "", keep: true },
  );
  const view = wanted === "" || asked.isError ? undefined : asked.data;
  const finds = view?.finds;
  const current = asked.isPlaceholderData ? undefined : finds?.length;

  useEffect(() => {
    if (current !== undefined) announce(current === 0 ? w.none : w.found(current));
  }, [announce, current, wanted]);

  const groups = useMemo(
    () =>
      grouped(finds ?? []).map(({ kind, finds: found }) => ({
        id: kind,
        title: w.group(words.code.find[kind], found.length),
        items: found.map((find) => ({
          id: idOf(find),
          text: find.title,
          content: <FindRow find={find} withAssessment={within === null} />,
        })),
      })),
    [finds, within],
  );

  const empty = () => {
    if (wanted === "") {
      return (
        <Empty icon="search" title={w.begin}>
          <p>{w.beginWords}</p>
        </Empty>
      );
    }
    if (asked.isError) {
      return (
        <FaultNote fault={asked.error} title={w.failed} onRetry={() => void asked.refetch()} />
      );
    }
    if (!view) return <Loading lines={4} />;
    return (
      <Empty icon="search" title={w.none}>
        <p>{within === null ? w.noneAnywhere : w.noneHere}</p>
        {within !== null && (
          <Button onPress={() => setEverywhere(true)}>{w.lookEverywhere}</Button>
        )}
      </Empty>
    );
  };

  return (
    <Finder
      title={w.title}
      label={w.label}
      listLabel={w.results}
      isOpen={isOpen}
      onClose={onClose}
      text={text}
      onText={setText}
      groups={groups}
      onChoose={(id) => {
        const find = finds?.find((one) => idOf(one) === id);
        if (find) onGo(find);
      }}
      above={
        assessment !== null && (
          <div role="group" aria-label={w.where} className={styles.where}>
            {[true, false].map((all) => (
              <AriaButton
                key={String(all)}
                className={styles.choice ?? ""}
                aria-pressed={all === everywhere}
                onPress={() => setEverywhere(all)}
              >
                {all ? w.everywhere : w.here}
              </AriaButton>
            ))}
          </div>
        )
      }
      empty={empty()}
      foot={view && (view.more ? w.more : view.finds.length > 0 && w.found(view.finds.length))}
    />
  );
}
