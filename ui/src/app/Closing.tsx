import { useEffect, useState } from "react";
import type { Fault } from "../bridge/fault";
import { useClient } from "../bridge/queries";
import { useSavers } from "../bridge/savers";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { words } from "../words/en";
import { FaultNote } from "../desk/FaultNote";

/** Saves what is still being written before the window goes. */
export function Closing() {
  const client = useClient();
  const savers = useSavers();
  const [faults, setFaults] = useState<Fault[]>([]);

  useEffect(
    () =>
      client.listen("closing", () => {
        void savers.flush().then((left) => {
          if (left.length === 0) void client.call("closed", {});
          else {
            // The person decides now: the program must not end the window meanwhile.
            void client.call("stay", {});
            setFaults(left);
          }
        });
      }),
    [client, savers],
  );

  const first = faults[0];
  return (
    <Dialog
      title={words.frame.closingTitle}
      role="alertdialog"
      isOpen={first !== undefined}
      onClose={() => setFaults([])}
      foot={
        <>
          <Button weight="danger" onPress={() => void client.call("closed", {})}>
            {words.frame.closeAnyway}
          </Button>
          <Button weight="primary" onPress={() => setFaults([])}>
            {words.frame.stay}
          </Button>
        </>
      }
    >
      <p>{words.frame.closingWords}</p>
      {first && <FaultNote fault={first} />}
    </Dialog>
  );
}
