import type { DestroyedView } from "../bridge/generated/wire";
import { useRemembered } from "../kit/remembered";

/** What was destroyed last and is not read yet: said where one is then, in the library. */
export function useDestroyed() {
  return useRemembered<DestroyedView | null>("destroyed", null);
}
