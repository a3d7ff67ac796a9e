import { useState } from "react";
import type { AssessmentView } from "../bridge/generated/wire";
import { IssuedPanel } from "../desk/issued/IssuedPanel";
import { PacketBuilder } from "../desk/packet/PacketBuilder";
import type { Lead } from "../desk/packet/plan";
import { useActions } from "../kit/actions";
import { useRemembered } from "../kit/remembered";
import { Tabs } from "../kit/Tabs";
import { words } from "../words/en";
import { OtherPapers } from "./OtherPapers";
import { usePlace } from "./place";
import styles from "./PaperView.module.css";

const w = words.packet;
const TABS = ["packet", "documents", "issued"] as const;
type Tab = (typeof TABS)[number];

/** What leaves the vault: the packet as it is put together, other documents, and what was issued. */
export function PaperView({ file }: { file: AssessmentView }) {
  const { id: assessment, stage, version } = file.assessment;
  const { place, go } = usePlace();
  const shown = place.at === "assessment" ? place.shown : undefined;
  const [left, setLeft] = useRemembered<Tab>(`paper ${assessment}`, "packet");
  const [tab, setOpen] = useState<Tab>(TABS.find((one) => one === shown) ?? left);
  const setTab = (to: Tab) => {
    setLeft(to);
    setOpen(to);
  };
  useActions(
    TABS.map((one) => ({
      id: `paper ${one}`,
      name: w.viewActions[one],
      group: words.paper.title,
      run: () => setTab(one),
    })),
  );
  const away = (lead: Lead) => {
    if (lead.to === "control") {
      go({ at: "assessment", assessment, part: "desk", control: lead.control });
    } else {
      go({ at: "assessment", assessment, part: "evidence", control: null, shown: lead.evidence });
    }
  };
  return (
    <div className={styles.view}>
      <h1 className="visually-hidden">{words.paper.title}</h1>
      <Tabs<Tab>
        fills
        label={w.views}
        value={tab}
        onChange={setTab}
        tabs={TABS.map((one) => ({ id: one, label: w.view[one] }))}
      >
        {tab === "packet" && (
          <PacketBuilder
            assessment={assessment}
            version={stage === "draft" ? w.draftVersion(version) : w.finalVersion(version)}
            onAway={away}
          />
        )}
        {tab === "documents" && <OtherPapers file={file} />}
        {tab === "issued" && (
          <div className={styles.scroll}>
            <div className={styles.page}>
              <IssuedPanel assessment={assessment} />
            </div>
          </div>
        )}
      </Tabs>
    </div>
  );
}
