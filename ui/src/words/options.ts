/** Returns the choices of a code with their words, in their order. */
export function options<T extends string>(
  labels: Readonly<Record<T, string>>,
  hints?: Readonly<Partial<Record<T, string>>>,
): { id: T; label: string; hint?: string }[] {
  return (Object.keys(labels) as T[]).map((id) => {
    const hint = hints?.[id];
    return { id, label: labels[id], ...(hint ? { hint } : {}) };
  });
}
