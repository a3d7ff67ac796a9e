import { useState } from "react";
import type { ExportedFile, PacketPlan } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Facts } from "../../kit/Facts";
import { Field } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { useRemembered } from "../../kit/remembered";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { Written } from "../Written";
import { useWriting } from "../useWriting";
import { weighing } from "./plan";
import { Stops } from "./Stops";
import type { LaidOut } from "./useLaidOut";

const w = words.packet;

/** How a packet leaves. */
export type Way = "export" | "print";

const ways = {
  export: { title: w.exportTitle, go: w.exportDo, allTheSame: w.exportAllTheSame },
  print: { title: w.printTitle, go: w.printDo, allTheSame: w.printAllTheSame },
} as const;

type Outcome = { is: "written"; file: ExportedFile } | { is: "said"; sentence: string };

type Props = {
  way: Way;
  assessment: string;
  /** The assessment's version, in words. */
  version: string;
  plan: PacketPlan;
  /** The pages of the plan; nothing while they are on their way. */
  laid: LaidOut | null;
  onClose: () => void;
};

/** Asks to whom a packet goes, names what should be settled first, and lets it leave. */
export function LeaveDialog({ way, assessment, version, plan, laid, onClose }: Props) {
  const tell = useTell();
  const [to, setTo] = useRemembered(`packet to ${assessment} ${plan.audience}`, "");
  const { busy, fault, write: writing } = useWriting();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { title, go, allTheSame } = ways[way];
  const stops = weighing(laid?.view.checks ?? [], "stop");

  const leave = () => {
    setOutcome(null);
    return writing(async () => {
      const request = { assessment, plan, to: to.trim() };
      if (way === "export") {
        const { file } = await tell("export_packet", request);
        setOutcome(file ? { is: "written", file } : { is: "said", sentence: words.paper.cancelled });
      } else {
        const { printed } = await tell("print_packet", request);
        setOutcome({ is: "said", sentence: printed ? w.printed : w.notPrinted });
      }
    });
  };
  return (
    <Dialog
      title={title(w.audiences[plan.audience])}
      isOpen
      onClose={onClose}
      wide
      foot={
        outcome?.is === "written" ? (
          <Button weight="primary" onPress={onClose}>
            {words.kit.close}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{words.kit.cancel}</Button>
            <Button
              weight={stops.length > 0 ? "danger" : "primary"}
              icon="download"
              isBusy={busy}
              isDisabled={laid === null}
              onPress={() => void leave()}
            >
              {stops.length > 0 ? allTheSame : go}
            </Button>
          </>
        )
      }
    >
      {outcome?.is === "written" ? (
        <Written file={outcome.file} />
      ) : (
        <>
          {laid === null ? (
            <p role="status">{w.laying}</p>
          ) : (
            <Facts
              of={[
                [w.fact.pages, laid.view.pages.toLocaleString("en-US")],
                [w.fact.paper, words.paper[plan.paper]],
                [w.fact.data, plan.data ? w.dataAlong : w.dataNot],
                [w.fact.version, version],
              ]}
            />
          )}
          {plan.audience === "working" && (
            <Note tone="private">
              <p>{w.workingWarning}</p>
            </Note>
          )}
          <Stops stops={stops} />
          <Field label={w.to} hint={w.toHint} value={to} onChange={setTo} />
          {outcome?.is === "said" && (
            <Note tone="info" live>
              <p>{outcome.sentence}</p>
            </Note>
          )}
          {fault && <FaultNote fault={fault} />}
        </>
      )}
    </Dialog>
  );
}
