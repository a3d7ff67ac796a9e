import type { MemberRole } from "../../bridge/generated/wire";
import { Radios } from "../../kit/Choice";
import { words } from "../../words/en";

const w = words.people;
const order: readonly MemberRole[] = ["owner", "assessor", "reviewer", "reader"];
const options = order.map((id) => ({ id, label: w.roles[id], hint: w.roleWords[id] }));

type Props = { value: MemberRole; onChange: (role: MemberRole) => void };

/** What the program lets somebody do, with its meaning beside each word. */
export function RoleField({ value, onChange }: Props) {
  return <Radios label={w.role} value={value} options={options} onChange={onChange} />;
}
