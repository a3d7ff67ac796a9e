import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from "react";

type View = {
  top: number;
  height: number;
  onScroll: (event: React.UIEvent<HTMLElement>) => void;
};

/** Keeps what of a grid is in view, and brings the open row into it when another is opened. */
export function useView(
  box: RefObject<HTMLElement | null>,
  rowHeight: number,
  open: { key: string | null | undefined; index: number },
): View {
  const [view, setView] = useState({ top: 0, height: 480 });
  const shown = useRef<string | null>(null);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(() =>
      setView((was) => ({ ...was, height: element.clientHeight || was.height })),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);

  useLayoutEffect(() => {
    const element = box.current;
    const { key, index } = open;
    const now = `${key ?? ""} ${index}`;
    if (!element || !key || index < 0 || shown.current === now) return;
    shown.current = now;
    const head = element.firstElementChild?.clientHeight ?? 0;
    const least = index * rowHeight + rowHeight + head - element.clientHeight;
    const top = Math.min(Math.max(element.scrollTop, least), index * rowHeight);
    if (top === element.scrollTop) return;
    element.scrollTo({ top });
    // The rows of the new place are drawn with it, not when the browser tells of it; where
    // that is, is known only once the grid is there.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setView((was) => ({ ...was, top }));
  }, [box, open, rowHeight]);

  const onScroll = useCallback((event: React.UIEvent<HTMLElement>) => {
    const top = event.currentTarget.scrollTop;
    setView((was) => ({ ...was, top }));
  }, []);
  return { ...view, onScroll };
}
