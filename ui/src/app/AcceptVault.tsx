import { useState } from "react";
import { asFault, type Fault } from "../bridge/fault";
import { useTell } from "../bridge/queries";
import { FaultNote } from "../desk/FaultNote";
import { Button } from "../kit/Button";
import { words } from "../words/en";

/** Lets a person accept a vault that was found older than it should be. */
export function AcceptVault() {
  const tell = useTell();
  const [fault, setFault] = useState<Fault | null>(null);
  const accept = () => {
    tell("accept_vault", {}).catch((reason: unknown) => setFault(asFault(reason)));
  };
  return (
    <>
      <p>{words.frame.heldBack}</p>
      <Button onPress={accept}>{words.frame.accept}</Button>
      {fault && <FaultNote fault={fault} />}
    </>
  );
}
