import { useState } from "react";
import type { Audience, PacketPlan, PacketPlanView } from "../../bridge/generated/wire";
import { useActions } from "../../kit/actions";
import { useRemembered } from "../../kit/remembered";
import { Tabs } from "../../kit/Tabs";
import { words } from "../../words/en";
import { ChecksTab } from "./ChecksTab";
import { ContentTab } from "./ContentTab";
import { ExcludedTab } from "./ExcludedTab";
import { ExhibitsTab } from "./ExhibitsTab";
import type { Lead } from "./plan";
import type { LaidOut } from "./useLaidOut";
import styles from "./packet.module.css";

const w = words.packet;
const TABS = ["content", "exhibits", "checks", "excluded"] as const;
export type SideTab = (typeof TABS)[number];

type Props = {
  assessment: string;
  view: PacketPlanView;
  plan: PacketPlan;
  laid: LaidOut | null;
  tab: SideTab;
  onTab: (tab: SideTab) => void;
  onAudience: (audience: Audience) => void;
  onChange: (plan: PacketPlan) => void;
  /** Leads to what lies on another screen. */
  onAway: (lead: Lead) => void;
};

/** Which part of the builder is open, kept while the vault is. */
export function useSideTab(assessment: string): [SideTab, (tab: SideTab) => void] {
  return useRemembered<SideTab>(`packet tab ${assessment}`, "content");
}

/** What the packet consists of, what to know before it leaves, and what is not in it. */
export function BuilderSide(props: Props) {
  const { view, plan, laid, tab, onTab, onAudience, onChange, onAway } = props;
  const [wanted, want] = useState<string | null>(null);
  const checks = laid?.view.checks ?? [];
  const excluded = laid?.view.excluded ?? [];
  const counts: Record<SideTab, number> = {
    content: 0,
    exhibits: plan.exhibits.length,
    checks: checks.filter(({ severity }) => severity !== "info").length,
    excluded: excluded.length,
  };
  useActions(
    TABS.map((one) => ({
      id: `packet.tab ${one}`,
      name: w.tabActions[one],
      group: w.group,
      run: () => onTab(one),
    })),
  );
  const lead = (to: Lead) => {
    if (to.to === "exhibit") {
      want(to.evidence);
      onTab("exhibits");
    } else {
      onAway(to);
    }
  };
  const open = (to: SideTab) => {
    want(null);
    onTab(to);
  };
  return (
    <div className={styles.tabs}>
      <Tabs<SideTab>
        fills
        label={w.tabs}
        value={tab}
        onChange={open}
        tabs={TABS.map((one) => ({
          id: one,
          label: (
            <>
              {w.tab[one]} {counts[one] > 0 && <span className={styles.count}>{counts[one]}</span>}
            </>
          ),
        }))}
      >
        {tab === "content" && (
          <ContentTab
            view={view}
            plan={plan}
            audience={plan.audience}
            onAudience={onAudience}
            onChange={onChange}
          />
        )}
        {tab === "exhibits" && (
          <ExhibitsTab key={plan.audience} view={view} plan={plan} wanted={wanted} onChange={onChange} />
        )}
        {tab === "checks" && <ChecksTab checks={checks} plan={plan} onLead={lead} />}
        {tab === "excluded" && <ExcludedTab excluded={excluded} />}
      </Tabs>
    </div>
  );
}
