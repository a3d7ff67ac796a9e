/** Which colours: those of the system, or one of two. */
export type Theme = "system" | "light" | "dark";

const KEY = "auscult.theme";

/** Returns the colours chosen on this computer. They say nothing about any client. */
export function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

/** Uses the colours, and remembers them where the window may. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A window that keeps nothing asks again next time.
  }
}
