/** Numbers and dates as a reader in the United States expects them; days stay ISO-exact. */
const day = new Intl.DateTimeFormat("en-US", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const exact = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});
const localDay = new Intl.DateTimeFormat("en-US", {
  day: "numeric",
  month: "short",
  year: "numeric",
});
const shortDay = new Intl.DateTimeFormat("en-US", { day: "numeric", month: "short" });

/** Returns a day, such as `Nov 24, 2026`. */
export function date(iso: string | null): string {
  return iso ? day.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)) : "–";
}

/** Returns the day of a moment, as this computer's place has it. */
export function dayOf(iso: string): string {
  return localDay.format(new Date(iso));
}

/** Returns a moment to the second, with its day, as this computer's clock and place have it. */
export function moment(iso: string): string {
  const at = new Date(iso);
  return `${localDay.format(at)}, ${exact.format(at)}`;
}

/** Returns the time of a moment, with its day when that is not today. */
export function clock(iso: string): string {
  const moment = new Date(iso);
  const now = new Date();
  return moment.toDateString() === now.toDateString()
    ? time.format(moment)
    : `${shortDay.format(moment)}, ${time.format(moment)}`;
}

/** Returns the time of a moment of today, and the day of an earlier one. */
export function lately(iso: string): string {
  const isToday = new Date(iso).toDateString() === new Date().toDateString();
  return isToday ? clock(iso) : date(iso);
}

/** Returns a figure in per cent, to the decimal that words and gates judge it by; or a dash. */
export function percent(figure: number | null): string {
  return figure === null ? "–" : `${figure.toFixed(1)} %`;
}

/** Returns a size for people. */
export function size(bytes: number): string {
  if (bytes === 1) return "1 byte";
  const units = ["bytes", "kB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[unit] ?? ""}`;
}

/** Returns the local day as `year-month-day`. */
export function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
