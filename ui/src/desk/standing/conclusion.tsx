import type { Conclusion } from "../../bridge/generated/wire";
import type { IconName } from "../../kit/Icon";
import { Status, type Shade } from "../../kit/Status";
import { words } from "../../words/en";

const marks: Record<Conclusion, { icon: IconName; shade: Shade }> = {
  met: { icon: "check", shade: "good" },
  partly: { icon: "half", shade: "warn" },
  "not-met": { icon: "cross", shade: "bad" },
  decided: { icon: "scales", shade: "good" },
  open: { icon: "circle", shade: "warn" },
  "not-applicable": { icon: "dash", shade: "quiet" },
  "context-only": { icon: "info", shade: "quiet" },
  "not-assessed": { icon: "dash", shade: "quiet" },
};

/** What the answers say about a provision. */
export function ConclusionMark({ of }: { of: Conclusion }) {
  return <Status {...marks[of]}>{words.code.conclusion[of]}</Status>;
}
