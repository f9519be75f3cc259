// Empties the outbox: one signature at a time and one tab at a time, for all
// cards on the page, also signatures of campaigns on other pages of the site.
import { answer } from "./reply.js";
import { ask, read } from "./world.js";

const TIMEOUT = 30_000;
const LONGEST_TIMER = 3_600_000;
const SIGNED = "share-sign/1/signed/";

let program;
let redraw;
let busy;
let again;
let timer;
let stop;

/** Sends what waits: now, when a card has something new, and when the network or the supporter comes back. */
export function startPost(running, redrawAll) {
  program = running;
  redraw = redrawAll;
  if (!stop) {
    stop = new AbortController();
    addEventListener("online", () => post(true), stop);
    document.addEventListener("visibilitychange", () => document.hidden || post(), stop);
    // Another tab has sent what this one took for waiting.
    addEventListener("storage", ({ key }) => (!key || key.startsWith(SIGNED)) && catchUp(), stop);
  }
  post();
}

/** Leaves the page alone: no card is left on it. */
export function stopPost() {
  clearTimeout(timer);
  stop?.abort();
  stop = undefined;
}

/** Sends what is due. `hurry`: the network is back. */
export async function post(hurry = false) {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  try {
    // Two tabs may come here in the same moment. Where there are no locks, the
    // lease in the store keeps them apart as well as it can. A sandboxed frame is of no
    // origin and may not ask for any.
    if (navigator.locks && origin !== "null") {
      await navigator.locks.request("share-sign/outbox", { ifAvailable: true }, (lock) => lock && empty(hurry));
    } else {
      await empty(hurry);
    }
  } catch (error) {
    console.error("share-sign:", error);
  }
  busy = false;
  catchUp();
  clearTimeout(timer);
  const due = stop ? program.due() : -1;
  // At least a second: another tab may be at it and needs the time.
  if (due >= 0) timer = setTimeout(post, again ? 0 : Math.min(Math.max(due, 1000), LONGEST_TIMER));
  again = false;
}

function catchUp() {
  program.catch_up();
  redraw();
}

async function empty(hurry) {
  for (let fresh = true; ; fresh = false) {
    const [request] = ask(() => program.take(hurry && fresh, fresh));
    if (!request) return;
    const { id, ...how } = read(request);
    program.settle(id, await answer(how, TIMEOUT, true));
    redraw();
  }
}
