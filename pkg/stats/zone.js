// What the browser knows of time zones, in the form that the program takes.

const DAY = 86_400_000;
// No zone changes its clocks twice within so many days.
const STEP = 14 * DAY;

/**
 * The zone called `name`, or the visitor's own, from one moment to another: its name,
 * the minutes that its clocks are ahead of UTC at first, and the changes, as pairs of a
 * moment and the minutes from then on. `from` is a whole minute. A name that the
 * browser does not know is an error.
 */
export function zone(name, from, until) {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name || undefined,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const offset = (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, +value]));
    return Math.round((Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - at) / 60_000);
  };
  const first = offset(from);
  const changes = [];
  let before = first;
  for (let at = from; at < until; at += STEP) {
    const after = offset(at + STEP);
    if (after === before) continue;
    let [low, high] = [at, at + STEP];
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000;
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    changes.push(high, after);
    before = after;
  }
  return { name: format.resolvedOptions().timeZone, offset: first, changes };
}
