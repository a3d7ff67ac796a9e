import type { EvidenceRequest, Person, RequestState } from "../../bridge/generated/wire";
import type { IconName } from "../../kit/Icon";
import { Status, type Shade } from "../../kit/Status";
import { words } from "../../words/en";

const marks: Record<RequestState, { icon: IconName; shade: Shade }> = {
  wanted: { icon: "circle", shade: "quiet" },
  asked: { icon: "clock", shade: "accent" },
  received: { icon: "inbox", shade: "warn" },
  accepted: { icon: "check", shade: "good" },
  refused: { icon: "cross", shade: "bad" },
  "not-to-be-had": { icon: "dash", shade: "bad" },
};

/** Where a request stands. */
export function RequestMark({ state }: { state: RequestState }) {
  const { icon, shade } = marks[state];
  return (
    <Status shade={shade} icon={icon}>
      {words.code.request[state]}
    </Status>
  );
}

/** Returns whether something is still to be done about a request. */
export function isOpen({ state }: EvidenceRequest): boolean {
  return state === "wanted" || state === "asked" || state === "received";
}

/** Returns whom a request goes to. */
export function askedOf(request: EvidenceRequest, people: readonly Person[]): string {
  return people.find((p) => p.id === request.person)?.name ?? request.ask;
}
