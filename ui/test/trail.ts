import type {
  SignedHeadView,
  TrailCheckView,
  TrailEntryView,
  TrailRequest,
  TrailRow,
  TrailView,
} from "../src/bridge/generated/wire";

const hex = (of: number) => of.toString(16).padStart(64, "0");

/** An entry of a long trail, by its number. */
export const entry = (number: number): TrailRow => ({
  number,
  at: new Date(Date.UTC(2026, 10, 1) + number * 60_000).toISOString(),
  who: number % 2 ? "Ines Okafor" : "Tom Reyes",
  action: "change",
  kind: "answer",
  about: `Answer ${number}`,
  organisation: "Harbour Clinic",
  here: true,
  clockBack: number === 7,
});

export const signed: SignedHeadView = {
  entries: 299_000,
  head: hex(11),
  root: hex(12),
  at: "2026-11-25T08:00:00Z",
  who: "Ines Okafor",
  occasion: "unlock",
  fingerprint: hex(13),
};

export const sound: TrailCheckView = {
  sound: true,
  entries: 300_000,
  signatures: 41,
  sentence: "Every entry follows from the one before it.",
  firstBreak: null,
  unseen: ["A whole older copy on a computer that never saw this vault looks sound."],
};

export const proof = (number: number): TrailEntryView => ({
  row: entry(number),
  object: "0b6ba5f6-0000-0000-0000-000000000001",
  slot: "0b6ba5f6-0000-0000-0000-000000000002",
  device: "0b6ba5f6-0000-0000-0000-000000000003",
  copy: "0b6ba5f6-0000-0000-0000-000000000004",
  previous: hex(number * 2),
  hash: hex(number * 2 + 1),
  before: null,
  after: hex(5),
  proof: [hex(21), hex(22)],
  signed,
});

/** Answers as a trail of a length does, newest first. */
export function trailOf(all: number, more: Partial<TrailView> = {}) {
  return ({ skip, take, action }: TrailRequest): TrailView => {
    const total = action === "unlock" ? 0 : all;
    const count = Math.max(0, Math.min(take, 200, total - skip));
    return {
      entries: Array.from({ length: count }, (_, at) => entry(total - skip - at)),
      total,
      all,
      head: hex(all),
      people: [
        { slot: "s1", name: "Ines Okafor" },
        { slot: "s2", name: "Tom Reyes" },
      ],
      actions: ["change", "unlock"],
      signed,
      verified: sound,
      ...more,
    };
  };
}
