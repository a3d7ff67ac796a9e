import { useState } from "react";
import type { Evidence, Framework } from "../../bridge/generated/wire";
import { IconButton } from "../../kit/Button";
import { Tabs } from "../../kit/Tabs";
import { words } from "../../words/en";
import { EvidenceActions } from "./EvidenceActions";
import { EvidenceSigns } from "./EvidenceSigns";
import { PairNote } from "./PairNote";
import { PhiNote } from "./PhiNote";
import { Preview } from "./preview/Preview";
import { ShelfFacts } from "./ShelfFacts";
import { ShelfLinks } from "./ShelfLinks";
import type { ShelfRow } from "./shelf";
import styles from "./shelf.module.css";

const w = words.shelf;
type Tab = "preview" | "facts" | "links";

type Props = {
  framework: Framework;
  row: ShelfRow;
  onControl: (id: string) => void;
  onLook: (evidence: Evidence) => void;
  onLink: () => void;
  onClose: () => void;
};

/** One item of the shelf beside the list: a look at it, what is said of it, what it bears on. */
export function ShelfItem({ framework, row, onControl, onLook, onLink, onClose }: Props) {
  const { evidence, pair } = row;
  const [tab, setTab] = useState<Tab>("preview");
  return (
    <section className={styles.item} aria-label={evidence.title}>
      <header className={styles.itemHead}>
        <h2>{evidence.title}</h2>
        <EvidenceActions framework={framework} evidence={evidence} />
        <IconButton icon="cross" label={words.kit.close} onPress={onClose} />
      </header>
      <div className={styles.itemNotes}>
        <EvidenceSigns evidence={evidence} />
        <PairNote evidence={evidence} others={pair} onLook={onLook} />
        <PhiNote evidence={evidence} paired={pair.length > 0} place={null} />
      </div>
      <Tabs<Tab>
        label={evidence.title}
        value={tab}
        onChange={setTab}
        fills
        tabs={[
          { id: "preview", label: w.tabs.preview },
          { id: "facts", label: w.tabs.facts },
          { id: "links", label: w.tabs.links(row.links.length) },
        ]}
      >
        {tab === "preview" && <Preview key={evidence.id} evidence={evidence} />}
        {tab === "facts" && <ShelfFacts framework={framework} evidence={evidence} />}
        {tab === "links" && (
          <ShelfLinks framework={framework} row={row} onControl={onControl} onLink={onLink} />
        )}
      </Tabs>
    </section>
  );
}
