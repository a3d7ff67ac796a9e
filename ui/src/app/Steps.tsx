import { useEffect } from "react";
import { useMay } from "../bridge/may";
import { useActions } from "../kit/actions";
import { IconButton } from "../kit/Button";
import { useKeys } from "../kit/useKeys";
import { words } from "../words/en";
import { stepName, type History } from "./useHistory";

const w = words.frame;

/** Undo and redo, each with what it would do. */
export function Steps({ history }: { history: History }) {
  const { steps, keeps, busy, walk } = history;
  const { assess } = useMay();
  const undo = steps.undo ? w.undoStep(stepName(steps.undo)) : w.undo;
  const redo = steps.redo ? w.redoStep(stepName(steps.redo)) : w.redo;
  const group = words.palette.everywhere;
  useActions([
    {
      id: "undo",
      name: undo,
      keys: "Ctrl+Z",
      group,
      run: () => walk("undo"),
      isDisabled: !keeps || !assess,
    },
    {
      id: "redo",
      name: redo,
      keys: "Ctrl+Shift+Z",
      group,
      run: () => walk("redo"),
      isDisabled: !keeps || !assess,
    },
  ]);
  useKeys({ "ctrl+y": () => assess && walk("redo") });

  // A button that has nothing left to do gives its focus to the screen, not to nobody. It is
  // disabled a moment before it loses the focus.
  useEffect(() => {
    const has = document.activeElement;
    if (!busy && (has === document.body || has?.matches(":disabled"))) {
      document.getElementById("content")?.focus({ preventScroll: true });
    }
  }, [busy, steps]);

  return (
    <>
      <IconButton
        icon="undo"
        label={undo}
        keys="Ctrl Z"
        aria-keyshortcuts="Control+Z"
        isDisabled={!steps.undo || !assess}
        onPress={() => walk("undo")}
      />
      <IconButton
        icon="redo"
        label={redo}
        keys="Ctrl Shift Z"
        aria-keyshortcuts="Control+Shift+Z"
        isDisabled={!steps.redo || !assess}
        onPress={() => walk("redo")}
      />
    </>
  );
}
