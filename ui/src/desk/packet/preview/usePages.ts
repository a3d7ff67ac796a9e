import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useRemembered } from "../../../kit/remembered";
import { useBox } from "../../../kit/useBox";
import type { LaidOut } from "../useLaidOut";
import {
  carried,
  GAP,
  geometry,
  percentOf,
  placeOf,
  spotAt,
  type Geometry,
  type Spot,
  type Zoom,
} from "./geometry";

const START: Spot = { page: 0, share: 0 };

/** Pages that are there: those in view, or those that come in their place. */
export type Layer = { of: LaidOut; laid: Geometry; first: number; last: number };

function layer(of: LaidOut, laid: Geometry, from: number, to: number): Layer {
  return { of, laid, first: laid.at(from), last: of.view.pages === 0 ? -1 : laid.at(to) };
}

/** Returns which pages are there, how large they are, where one is, and how to get elsewhere.
 * Pages that were laid out anew take the place of those in view once they are drawn, and one
 * goes on reading where one was. */
export function usePages(latest: LaidOut, name: string) {
  const box = useRef<HTMLDivElement>(null);
  const room = useBox(box);
  const [zoom, setZoom] = useRemembered<Zoom>("packet zoom", "width");
  const [keptSpot, keepSpot] = useRemembered<Spot>(`packet spot ${name}`, START);
  const spot = useRef(keptSpot);
  const [shown, setShown] = useState(latest);
  const percent = percentOf(zoom, shown.view, room);
  const laid = useMemo(() => geometry(shown.view, percent), [shown, percent]);
  const [top, setTop] = useState(() => placeOf(laid, keptSpot));

  const coming = latest.view.token === shown.view.token ? null : latest;
  const next = useMemo(() => {
    if (!coming) return null;
    const to = geometry(coming.view, percentOf(zoom, coming.view, room));
    const isOther = coming.plan.audience !== shown.plan.audience;
    // Where one goes on reading is known once the new pages take their place.
    const on = (from: Spot) => (isOther ? START : carried(from, shown.view, coming.view));
    return { of: coming, laid: to, on };
  }, [coming, shown, zoom, room]);
  const goesTo = next ? placeOf(next.laid, next.on(spotAt(laid, top))) : 0;
  const entering = next ? layer(next.of, next.laid, goesTo, goesTo + room.height) : null;

  const turn = useCallback(() => {
    if (!next) return;
    spot.current = next.on(spot.current);
    setTop(placeOf(next.laid, spot.current));
    setShown(next.of);
  }, [next]);

  // The pages that came, by the layout that they belong to.
  const drawn = useRef({ token: "", pages: new Set<number>() });
  const from = entering?.first ?? 0;
  const to = entering?.last ?? -1;
  const token = coming?.view.token ?? null;
  const isReady = useCallback(() => {
    if (token === null) return false;
    for (let page = from; page <= to; page += 1) {
      if (drawn.current.token !== token || !drawn.current.pages.has(page)) return false;
    }
    return true;
  }, [token, from, to]);
  const onDrawn = useCallback(
    (of: string, page: number) => {
      if (drawn.current.token !== of) drawn.current = { token: of, pages: new Set() };
      drawn.current.pages.add(page);
      if (isReady()) turn();
    },
    [isReady, turn],
  );
  // Nothing to draw, or all of it is there already.
  useEffect(() => {
    if (isReady()) turn();
  }, [isReady, turn]);

  // Another size, and other pages, keep the place.
  useLayoutEffect(() => {
    box.current?.scrollTo({ top: placeOf(laid, spot.current) });
  }, [laid]);
  useEffect(() => () => keepSpot(spot.current), [keepSpot]);

  const scrolled = (place: number) => {
    setTop(place);
    spot.current = spotAt(laid, place);
  };
  const goTo = (page: number, share = 0) => {
    const last = Math.max(0, shown.view.pages - 1);
    const onto = Math.max(0, Math.min(last, page));
    const place = Math.max(0, laid.top(onto) + share * laid.height - GAP);
    box.current?.scrollTo({ top: place });
    scrolled(place);
    return onto;
  };
  return {
    box,
    zoom,
    setZoom,
    percent,
    pane: layer(shown, laid, top - room.height / 2, top + room.height * 1.5),
    entering,
    /** The page that is read. */
    here: laid.at(top + room.height / 3),
    onDrawn,
    onScroll: scrolled,
    goTo,
  };
}
