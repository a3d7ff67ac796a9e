import { Button } from "../kit/Button";
import { Empty } from "../kit/State";
import { words } from "../words/en";

const w = words.overview;

type Props = {
  why: "nothing-answered" | "nothing-applies";
  onDesk: () => void;
  onScope: () => void;
};

/** What stands where there is no figure: why, and where to go on. */
export function NothingStands({ why, onDesk, onScope }: Props) {
  return why === "nothing-answered" ? (
    <Empty icon="scales" title={w.emptyTitle}>
      <p>{w.emptyWords}</p>
      <Button weight="primary" onPress={onDesk}>
        {w.toDesk}
      </Button>
    </Empty>
  ) : (
    <Empty icon="dash" title={w.allOutTitle}>
      <p>{w.allOutWords}</p>
      <Button weight="primary" onPress={onScope}>
        {w.toScope}
      </Button>
      <Button onPress={onDesk}>{w.toDesk}</Button>
    </Empty>
  );
}
