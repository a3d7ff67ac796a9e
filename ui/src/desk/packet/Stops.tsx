import type { PacketCheck } from "../../bridge/generated/wire";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";

/** Names what should be settled before a packet leaves; nothing when there is none. */
export function Stops({ stops }: { stops: readonly PacketCheck[] }) {
  if (stops.length === 0) return null;
  return (
    <Note tone="bad" title={words.packet.stops}>
      <ul>
        {stops.map(({ code, control, evidence, sentence }) => (
          <li key={[code, control, evidence, sentence].join(" ")}>{sentence}</li>
        ))}
      </ul>
    </Note>
  );
}
