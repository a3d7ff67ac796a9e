import { useLayoutEffect, useState, type RefObject } from "react";

/** The size of an element in pixels. */
export type Box = { width: number; height: number };

// A page without layout still has to show something.
const USUAL: Box = { width: 640, height: 480 };

/** Follows the inner size of an element. */
export function useBox(element: RefObject<HTMLElement | null>): Box {
  const [box, setBox] = useState(USUAL);
  useLayoutEffect(() => {
    const at = element.current;
    if (!at || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = at;
      if (width > 0 && height > 0) {
        setBox((was) => (was.width === width && was.height === height ? was : { width, height }));
      }
    });
    observer.observe(at);
    return () => observer.disconnect();
  }, [element]);
  return box;
}
