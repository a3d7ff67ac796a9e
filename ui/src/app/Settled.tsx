import { useEffect, useRef } from "react";
import { useClient } from "../bridge/queries";
import { SIZES, useChangeSettings, useSettings } from "../bridge/settings";
import { useActions } from "../kit/actions";
import { useAnnounce } from "../kit/Announcer";
import { useKeys } from "../kit/useKeys";
import { words } from "../words/en";

const w = words.frame;

/** The page in its own size, in per cent. */
const OWN = 100;

/** Gives the window the colours and the size that were set, and its keys for the size. */
export function Settled() {
  const client = useClient();
  const announce = useAnnounce();
  const { settings, known } = useSettings();
  const change = useChangeSettings();
  const { theme } = settings;
  const size = settings.zoom ?? OWN;

  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }, [theme]);

  useEffect(() => {
    if (known) void client.zoom(size / 100).catch(() => undefined);
  }, [client, known, size]);

  // What the window was opened with needs no announcement; what a key did does.
  const told = useRef(size);
  useEffect(() => {
    if (known && told.current !== size) announce(w.sizeNow(size));
    if (known) told.current = size;
  }, [announce, known, size]);

  const make = (next: (size: number) => number | undefined) =>
    change(({ zoom }) => ({ zoom: next(zoom ?? OWN) ?? zoom }));
  const larger = () => make((from) => SIZES.find((one) => one > from));
  const group = words.palette.everywhere;
  const action = { group, overDialogs: true };
  useActions([
    { ...action, id: "larger", name: w.larger, keys: "Ctrl++", run: larger },
    {
      ...action,
      id: "smaller",
      name: w.smaller,
      keys: "Ctrl+-",
      run: () => make((from) => SIZES.findLast((one) => one < from)),
    },
    { ...action, id: "own-size", name: w.ownSize, keys: "Ctrl+0", run: () => make(() => OWN) },
  ]);
  // The key of the plus without Shift, where it stands there.
  useKeys({ "ctrl+=": larger });
  return null;
}
