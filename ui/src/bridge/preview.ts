/** Widths in pixels that pictures are asked for, so that few sizes are drawn. */
const WIDTHS = [200, 400, 600, 800, 1000, 1200, 1600, 2000, 2400, 3200, 4000];

/** The web view of Windows gives own schemes an address of the usual form. */
function root(agent: string): string {
  return agent.includes("Windows") ? "http://preview.localhost" : "preview://localhost";
}

/** Returns where a page or picture of evidence is drawn, at least `width` pixels wide. Only an
 * unlocked vault answers there. */
export function previewAddress(
  evidence: string,
  page: number,
  width: number,
  agent: string = navigator.userAgent,
): string {
  const enough = WIDTHS.find((one) => one >= width) ?? WIDTHS.at(-1) ?? width;
  return `${root(agent)}/${evidence}/${page}?width=${enough}`;
}

/** The most pixels across that a page is asked for. */
const WIDEST = 4000;

/** Returns where a page of a packet is drawn, counted from 0, exactly `width` pixels wide: its
 * letters are sharp only at the size at which they are shown. */
export function packetAddress(
  token: string,
  page: number,
  width: number,
  agent: string = navigator.userAgent,
): string {
  const across = Math.max(1, Math.min(WIDEST, Math.round(width)));
  return `${root(agent)}/packet/${token}/${page}?width=${across}`;
}

/** Returns where the logo of a look is drawn, by the look's id. Another picture has another
 * `version`, so that the one before it is not shown in its place. */
export function logoAddress(
  look: string,
  version: string,
  agent: string = navigator.userAgent,
): string {
  return `${root(agent)}/look/${look}?v=${version}`;
}
