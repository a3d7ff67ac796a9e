import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Fault } from "../bridge/fault";
import { Loading } from "../kit/State";
import { FaultNote } from "./FaultNote";

type Props<T> = { of: UseQueryResult<T, Fault>; lines?: number; children: (view: T) => ReactNode };

/** Shows what was asked for: on its way, failed, or there. */
export function Asked<T>({ of, lines, children }: Props<T>) {
  if (of.data !== undefined) return children(of.data);
  if (of.isError) return <FaultNote fault={of.error} onRetry={() => void of.refetch()} />;
  return <Loading {...(lines ? { lines } : {})} />;
}
