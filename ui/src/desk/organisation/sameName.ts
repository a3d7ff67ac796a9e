/** Returns whether two names are the same for a person, whatever their case and spaces. */
export function sameName(a: string, b: string): boolean {
  const plain = (name: string) => name.trim().replaceAll(/\s+/gu, " ").toLowerCase();
  return plain(a) !== "" && plain(a) === plain(b);
}
