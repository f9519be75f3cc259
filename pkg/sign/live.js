// How many have signed, and who did last: asked while somebody is looking, not often,
// and ever less often where nothing changes.
import { answer } from "./reply.js";
import { ask, fill, load, read, save } from "./world.js";

const SOON = 60_000;
const SELDOM = 900_000;
const TIMEOUT = 10_000;

/** Watches for one card. What comes back stops it. */
export function watch(program, card, host) {
  const [count, supporters, referrals] = ask(() => program.asked(card));
  if (!count && !supporters && !referrals) return () => {};
  const asked = `share-sign/1/asked/${host.campaign()}`;
  let pause = SOON;
  let timer;
  let stopped;
  let last;

  async function look() {
    clearTimeout(timer);
    if (stopped) return;
    if (document.hidden) return document.addEventListener("visibilitychange", look, { once: true });
    // Another page of the site may have asked a moment ago.
    const recent = Date.now() - (Number(load(asked)) || 0);
    if (recent < 0 || recent > SOON / 2 || supporters || referrals) {
      save(asked, `${Date.now()}`);
      const [number, list, brought] = await Promise.all([count, supporters, referrals].map((request) => request && answer(read(request), TIMEOUT)));
      if (stopped) return;
      if (number && program.counted(card, count, number)) host.heard();
      if (list) show(list);
      if (brought) {
        program.brought(card, referrals, brought);
        host.signing?.update();
      }
      pause = `${number}${list}` === last ? Math.min(pause * 2, SELDOM) : SOON;
      last = `${number}${list}`;
    }
    // Not all visitors of a page in the same second.
    timer = setTimeout(look, pause * (1 + Math.random() / 4));
  }

  function show(list) {
    const place = host.root().querySelector("[part=supporters]");
    const [html] = ask(() => program.supporters(card, supporters, list));
    if (place && place.innerHTML !== html) fill(place, html);
  }

  look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
