import { useState } from "react";
import type { Audience, PacketPlan, PacketPlanView, PaperSize } from "../../bridge/generated/wire";
import { useAnnounce } from "../../kit/Announcer";
import { Button } from "../../kit/Button";
import { Checkbox, Radios } from "../../kit/Choice";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { AudienceChoice } from "./AudienceChoice";
import { PartList } from "./PartList";
import { fromTemplate, withPartsOf } from "./plan";
import { Templates } from "./Templates";
import styles from "./packet.module.css";

const w = words.packet;
const papers = [
  { id: "letter", label: words.paper.letter },
  { id: "a4", label: words.paper.a4 },
] as const;

type Props = {
  view: PacketPlanView;
  plan: PacketPlan;
  audience: Audience;
  onAudience: (audience: Audience) => void;
  onChange: (plan: PacketPlan) => void;
};

/** For whom, which parts in which order, on what paper. */
export function ContentTab({ view, plan, audience, onAudience, onChange }: Props) {
  const announce = useAnnounce();
  // What was there before parts were replaced all at once.
  const [before, setBefore] = useState<{ plan: PacketPlan; sentence: string } | null>(null);
  const replace = (next: PacketPlan, sentence: string) => {
    setBefore({ plan, sentence });
    onChange(next);
    announce(sentence);
  };
  const change = (next: PacketPlan) => {
    setBefore(null);
    onChange(next);
  };
  return (
    <div className={styles.tab}>
      <AudienceChoice value={audience} onChange={onAudience} />
      {audience === "working" && (
        <Note tone="private">
          <p>{w.workingWarning}</p>
        </Note>
      )}
      <PartList
        plan={plan}
        onChange={change}
        onProposed={() => replace(withPartsOf(plan, view.proposed), w.proposedDone)}
      />
      {before?.plan.audience === plan.audience && (
        <Note tone="info">
          <p>{before.sentence}</p>
          <p>
            <Button changes small onPress={() => change(before.plan)}>
              {w.takeBack}
            </Button>
          </p>
        </Note>
      )}
      <Radios<PaperSize>
        label={w.paper}
        value={plan.paper}
        options={papers}
        onChange={(paper) => change({ ...plan, paper })}
        flow="line"
      />
      <div>
        <Checkbox isSelected={plan.data} onChange={(data) => change({ ...plan, data })}>
          {w.data}
        </Checkbox>
        <p className={styles.under}>{w.dataHint}</p>
      </div>
      <Templates
        plan={plan}
        templates={view.templates}
        onUse={(template) => replace(fromTemplate(plan, template.plan), w.templateUsed(template.name))}
      />
    </div>
  );
}
