import type { PacketPlan, PacketPlanView } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { useDraft, type Draft } from "../../bridge/savers";

/** Returns the plan of a packet as it is being made, kept as it is made. */
export function usePlan(assessment: string, view: PacketPlanView): Draft<PacketPlan> {
  const tell = useTell();
  const { plan } = view;
  return useDraft(`packet ${assessment} ${plan.audience}`, plan, async (value) => {
    await tell("save_packet_plan", { assessment, plan: value });
    return new Date().toISOString();
  });
}
