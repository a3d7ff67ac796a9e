import { useAsk } from "../bridge/queries";
import { useMay } from "../bridge/may";
import { HealthDesk } from "../desk/health/HealthDesk";
import { IssuedPanel } from "../desk/issued/IssuedPanel";
import { LookPanel } from "../desk/look/LookPanel";
import { PeopleDesk } from "../desk/people/PeopleDesk";
import { ProgramDesk } from "../desk/program/ProgramDesk";
import { TrailDesk } from "../desk/trail/TrailDesk";
import { ReadOnly } from "../kit/readOnly";
import { Tabs } from "../kit/Tabs";
import { words } from "../words/en";
import { usePlace, type Place, type VaultPart } from "./place";
import styles from "./VaultView.module.css";

const w = words.vaultView;
const tabs: { id: VaultPart; label: string }[] = [
  { id: "people", label: w.tabs.people },
  { id: "trail", label: w.tabs.trail },
  { id: "documents", label: w.tabs.documents },
  { id: "health", label: w.tabs.health },
  { id: "program", label: w.tabs.program },
];

/** The vault itself: who has a way in, what was done, whether it is sound, and the program. */
export function VaultView({ place }: { place: Extract<Place, { at: "vault" }> }) {
  const { go } = usePlace();
  const { part, begin } = place;
  const vault = useAsk("status", {}, { fresh: Infinity }).data?.vault;
  if (!vault) return null;
  return (
    <div className={styles.view}>
      <header>
        <h1>{words.frame.vault(vault.name)}</h1>
        <p className={styles.folder}>{vault.folder}</p>
      </header>
      <Tabs label={w.parts} value={part} onChange={(next) => go({ at: "vault", part: next })} tabs={tabs}>
        {part === "people" && <PeopleDesk key={begin} begin={begin} />}
        {part === "trail" && <TrailDesk />}
        {part === "documents" && <Documents />}
        {part === "health" && <HealthDesk vault={vault} />}
        {part === "program" && <ProgramDesk vault={vault} />}
      </Tabs>
    </div>
  );
}

/** How the documents look that are issued from here, and all that was. */
function Documents() {
  const { assess } = useMay();
  return (
    <ReadOnly value={!assess}>
      <div className={styles.documents}>
        <LookPanel organisation={null} />
        <IssuedPanel />
      </div>
    </ReadOnly>
  );
}
