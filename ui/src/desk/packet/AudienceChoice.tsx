import type { Audience } from "../../bridge/generated/wire";
import { Radios } from "../../kit/Choice";
import { words } from "../../words/en";
import { AUDIENCES } from "./plan";

const w = words.packet;
const options = AUDIENCES.map((id) => ({
  id,
  label: w.audiences[id],
  hint: w.audienceHints[id],
}));

type Props = { value: Audience; onChange: (audience: Audience) => void };

/** For whom the packet is. It only chooses what is shown: each audience keeps its own plan. */
export function AudienceChoice({ value, onChange }: Props) {
  return (
    <Radios<Audience> looks label={w.audience} value={value} options={options} onChange={onChange} />
  );
}
