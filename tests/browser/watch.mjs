// What is put at the top of each page under test: it keeps whatever the page
// says on its console, because not all three drivers can be asked for that, and
// the widget's events from the first one on.

import { createHash } from "node:crypto";

function watch() {
  const kept = (window.__console = []);
  const shifts = (window.__shifts = []);
  const events = (window.__events = []);
  const words = (value) => {
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    if (typeof value === "object") {
      try {
        return JSON.stringify(value);
      } catch {
        return String(value);
      }
    }
    return String(value);
  };
  for (const level of ["error", "warn"]) {
    const original = console[level];
    console[level] = function (...parts) {
      kept.push({ level, text: parts.map(words).join(" ") });
      return original.apply(this, parts);
    };
  }
  addEventListener(
    "error",
    (event) => {
      const what = event.target !== window && event.target?.tagName;
      kept.push({
        level: "uncaught",
        text: what ? `${what} failed to load ${event.target.src || event.target.href}` : event.message,
      });
    },
    true,
  );
  addEventListener("unhandledrejection", (event) => kept.push({ level: "rejection", text: words(event.reason) }));
  addEventListener("securitypolicyviolation", (event) =>
    kept.push({ level: "policy", text: `${event.violatedDirective} ${event.blockedURI}` }),
  );
  const kinds = "ready view arrival share copy sign sent withdraw error before-share before-sign";
  for (const kind of kinds.split(" ")) {
    addEventListener(`share-sign:${kind}`, (event) => {
      const { detail, bubbles, composed, cancelable, target } = event;
      events.push({ kind, detail, bubbles, composed, cancelable, element: target.localName });
    });
  }
  // Only Chromium reports these.
  if (window.PerformanceObserver?.supportedEntryTypes?.includes("layout-shift")) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        shifts.push({
          value: entry.value,
          at: entry.startTime,
          afterInput: entry.hadRecentInput,
          what: entry.sources.map((source) => source.node?.nodeName ?? "gone").join(" "),
        });
      }
    }).observe({ type: "layout-shift", buffered: true });
  }
}

export const watchScript = `(${watch})()`;

/** What a page's policy has to allow for it, in `script-src`. */
export const watchHash = `'sha256-${createHash("sha256").update(watchScript).digest("base64")}'`;
