// Notices that a card was really seen: half of it (or, where it is taller than
// the window, half the window) visible for a second.

const steps = Array.from({ length: 11 }, (_, step) => step / 10);

/** Calls `then` once, when `element` was seen. The result has a `disconnect`. */
export function whenSeen(element, then) {
  let timer;
  let over = false;
  const observer = new IntersectionObserver(
    (entries) => {
      // WebKit may still deliver what it had noticed before the end.
      if (over) return;
      const { intersectionRatio, intersectionRect, rootBounds } = entries.at(-1);
      const half = intersectionRatio >= 0.5 || intersectionRect.height >= rootBounds?.height / 2;
      if (!half) timer = clearTimeout(timer);
      timer ??= half ? setTimeout(done, 1000) : undefined;
    },
    { threshold: steps },
  );
  const disconnect = () => {
    over = true;
    clearTimeout(timer);
    observer.disconnect();
  };
  const done = () => {
    // A tab in the background shows nothing to anybody.
    if (document.hidden) return document.addEventListener("visibilitychange", () => over || (timer = setTimeout(done, 1000)), { once: true });
    disconnect();
    then();
  };
  observer.observe(element);
  return { disconnect };
}
