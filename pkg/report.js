// Tells an address of the campaign's own what this browser has counted of late, where
// the page asks for that (`report="…"`): hours, kinds, channels and numbers, nothing
// personal. Each report holds totals, so one that comes twice, or is lost, does no harm.

const DAY = 86_400;
const COUNT = "share-sign/1/count/";
const REPLICA = "share-sign/1/replica";
const KEY = /^(\d+) (view|arrival|share|copy|sign|sent) (\S*) (.*)$/s;

const started = new Set();

/** Starts reporting the counts of `campaign`: whenever the page is left or hidden. */
export function report(address, campaign, store) {
  try {
    if (!/^https?:$/.test(new URL(address, document.baseURI).protocol)) throw address;
  } catch {
    console.error(`share-sign: report="${address}" cannot be used and is ignored. Expected an address that begins with https://.`);
    return;
  }
  const key = `${campaign} ${address}`;
  if (started.has(key)) return;
  started.add(key);
  let told = "[]";
  const send = () => {
    const body = JSON.stringify(rows(campaign, store));
    // Plain text needs no question in advance, which a page that is left cannot ask.
    if (body !== told && navigator.sendBeacon(address, new Blob([body], { type: "text/plain" }))) told = body;
  };
  document.addEventListener("visibilitychange", () => document.hidden && send());
  addEventListener("pagehide", send);
}

/** What this browser counted of the campaign today and yesterday (UTC), by hour. */
export function rows(campaign, { load, names, random, save }, now = Date.now() / 1000) {
  let replica = load(REPLICA);
  if (!replica) save(REPLICA, (replica = (random().toString(36) + random().toString(36)).slice(0, 12)));
  const epoch = load(`share-sign/1/epoch/${campaign}`);
  if (epoch) replica += `-${epoch}`;
  const sums = new Map();
  const yesterday = Math.floor(now / DAY) - 1;
  for (const name of names(`${COUNT}${campaign}/`).split("\n")) {
    // Each page load's counts of one day stand by themselves; older ones are folded.
    if (Number(name.split("-").pop()) < yesterday) continue;
    for (const [key, n] of new URLSearchParams(load(name) ?? "")) sums.set(key, (sums.get(key) ?? 0) + Number(n));
  }
  const list = [];
  for (const [key, n] of sums) {
    const [, hour, kind, channel, variant] = KEY.exec(key) ?? [];
    if (hour && n > 0) list.push({ campaign, replica, at: hour * 3600, kind, channel, variant, n });
  }
  return list;
}
