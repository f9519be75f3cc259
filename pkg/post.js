// Empties the outbox: one signature at a time and one tab at a time, for all
// cards on the page, also signatures of campaigns on other pages of the site.
import { ask, onSend, read } from "./edge.js";

const TIMEOUT = 30_000;
const LONGEST_TIMER = 3_600_000;

let program;
let redraw;
let busy;
let timer;
let stop;

/** Sends what waits: now, when a card has something new, and when the network or the supporter comes back. */
export function startPost(running, redrawAll) {
  if (!stop) {
    stop = new AbortController();
    onSend(() => post());
    addEventListener("online", () => post(true), stop);
    document.addEventListener("visibilitychange", () => document.hidden || post(), stop);
  }
  program = running;
  redraw = redrawAll;
  post();
}

/** Leaves the page alone: no card is left on it. */
export function stopPost() {
  clearTimeout(timer);
  stop?.abort();
  stop = undefined;
}

async function post(hurry = false) {
  if (busy) return;
  busy = true;
  try {
    // Two tabs may come here in the same moment. Where there are no locks, the
    // lease in the store keeps them apart as well as it can.
    if (navigator.locks) {
      await navigator.locks.request("share-sign/outbox", { ifAvailable: true }, (lock) => lock && empty(hurry));
    } else {
      await empty(hurry);
    }
  } catch (error) {
    console.error("share-sign:", error);
  }
  busy = false;
  clearTimeout(timer);
  const due = stop ? program.due() : -1;
  // At least a second: another tab may be at it and needs the time.
  if (due >= 0) timer = setTimeout(post, Math.min(Math.max(due, 1000), LONGEST_TIMER));
}

async function empty(hurry) {
  for (;;) {
    const [request] = ask(() => program.take(hurry));
    if (!request) return;
    const { id, method, url, type, body } = read(request);
    let status = 0;
    let wait = 0;
    try {
      const reply = await fetch(url, {
        method,
        body,
        headers: { "content-type": type },
        credentials: "omit",
        // Outlives the page: a supporter who signs and leaves at once has signed.
        keepalive: true,
        signal: AbortSignal.timeout?.(TIMEOUT),
      });
      status = reply.status;
      wait = Number(reply.headers.get("retry-after")) || 0;
    } catch {
      // No reply: the browser does not tell a cut line from a refused origin.
    }
    program.settle(id, status, Math.max(0, wait));
    redraw();
    hurry = false;
  }
}
