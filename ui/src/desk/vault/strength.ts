/** Returns how strong a passphrase looks, 0 to 4. A hint only: the vault decides. */
export function strength(passphrase: string): 0 | 1 | 2 | 3 | 4 {
  const letters = Array.from(passphrase.normalize("NFC"));
  const distinct = new Set(letters).size;
  const parts = passphrase.trim().split(/[\s\-_.]+/u).filter((part) => part.length > 2).length;
  if (letters.length < 12) return 0;
  if (distinct < 6) return 1;
  if (letters.length >= 24 && parts >= 4) return 4;
  if (letters.length >= 18 && distinct >= 9) return 3;
  return 2;
}
