import { useState } from "react";
import { asFault, type Fault } from "../bridge/fault";
import type { Command, View } from "../bridge/client";
import { useTell } from "../bridge/queries";
import { Button } from "../kit/Button";
import { Field } from "../kit/Field";
import { words } from "../words/en";
import { FaultNote } from "./FaultNote";
import styles from "./PlaceField.module.css";

const w = words.kit;

/** The commands that ask for a file or a folder. */
type Asking = {
  [C in Command]: View<C> extends { folder: string | null } ? C : never;
}[Command] &
  `choose_${string}`;

type Props = {
  label: string;
  hint: string;
  /** What the system is asked for. */
  by: Asking;
  value: string;
  onChange: (folder: string) => void;
  error?: string | undefined;
};

/** A folder or file on this computer: written, or chosen in the system's own window. */
export function PlaceField({ label, hint, by, value, onChange, error }: Props) {
  const tell = useTell();
  const [fault, setFault] = useState<Fault | null>(null);
  const choose = async () => {
    setFault(null);
    try {
      const { folder } = await tell(by, {});
      if (folder !== null) onChange(folder);
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  return (
    <div className={styles.place}>
      <Field label={label} hint={hint} value={value} onChange={onChange} error={error} />
      <Button aria-label={w.choosePlaceOf(label)} onPress={() => void choose()}>
        {w.choosePlace}
      </Button>
      {fault && <FaultNote fault={fault} />}
    </div>
  );
}
