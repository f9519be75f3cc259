// Calendar files and links, read by programs we did not write.
import assert from "node:assert/strict";
import { test } from "node:test";
import ICAL from "ical.js";
import { ask, tricky } from "./program.mjs";

const now = Date.UTC(2026, 10, 23, 5, 0, 0);
const start = Date.UTC(2030, 2, 1, 17, 0, 0);
const end = start + 5_400_000;
const url = "https://bus.example/rally?a=1,2;3&b=%C3%A9#x";

const entry = (text, ask) => ({ ask, uid: "rally@bus.example", title: text, place: text, text, url, start, end, now });

/** The components of a file, after the checks that a lenient reader leaves out. */
function read(file) {
  assert(file.endsWith("\r\n"));
  assert(!/\r(?!\n)|(?<!\r)\n/.test(file), "lines end with CRLF and nothing else");
  for (const line of file.split("\r\n")) {
    assert(Buffer.byteLength(line) <= 75, `at most 75 octets: ${line}`);
    assert(!/[\0-\x08\x0a-\x1f\x7f]/.test(line), "no control character");
  }
  for (const line of file.replaceAll("\r\n ", "").split("\r\n"))
    if (/^(UID|SUMMARY|LOCATION|DESCRIPTION):/.test(line)) assert.match(line.slice(line.indexOf(":") + 1), /^(?:[^\\;,]|\\[\\;,n])*$/, "texts are escaped");
  return new ICAL.Component(ICAL.parse(file));
}

test("a file reads back as what went in", () => {
  ask(...tricky.map((text) => entry(text, "ics"))).forEach((file, at) => {
    const text = tricky[at];
    const calendar = read(file);
    assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
    assert(calendar.getFirstPropertyValue("prodid"));
    const [component, ...others] = calendar.getAllSubcomponents();
    assert.equal(others.length, 0);
    const event = new ICAL.Event(component, { strictExceptions: true });
    assert.equal(event.uid, "rally@bus.example");
    assert.equal(event.summary, text);
    assert.equal(event.location, text);
    assert.equal(event.description, `${text}\n\n${url}`);
    assert.equal(component.getFirstPropertyValue("url"), url);
    assert.equal(event.startDate.toJSDate().getTime(), start);
    assert.equal(event.endDate.toJSDate().getTime(), end);
    assert.equal(component.getFirstPropertyValue("dtstamp").toJSDate().getTime(), now);
    const alarm = component.getFirstSubcomponent("valarm");
    assert.equal(alarm.getFirstPropertyValue("action"), "DISPLAY");
    assert.equal(alarm.getFirstPropertyValue("trigger").toSeconds(), -3600);
    assert.equal(alarm.getFirstPropertyValue("description"), text);
  });
});

test("links carry what the calendars' forms take", () => {
  ask(...tricky.map((text) => entry(text, "links"))).forEach((links, at) => {
    const text = tricky[at];
    const addresses = Object.fromEntries(links.map(([id, href]) => [id, new URL(href)]));
    assert.deepEqual(Object.keys(addresses), ["google-calendar", "outlook-calendar", "office365-calendar"]);
    const shown = (whole, wanted) => wanted === whole || (whole.endsWith("…") && wanted.startsWith(whole.slice(0, -1)));
    for (const [id, { href, host, searchParams }] of Object.entries(addresses)) {
      assert(href.length < 8000, `${id}: ${href.length} bytes`);
      assert(!href.includes("+"), "a space is %20");
      const [title, body, place] = id === "google-calendar" ? ["text", "details", "location"] : ["subject", "body", "location"];
      assert(shown(searchParams.get(title), text), `${id}: ${searchParams.get(title)}`);
      assert(shown(searchParams.get(place), text));
      assert(searchParams.get(body).endsWith(`\n\n${url}`), "the link is never cut");
      assert(shown(searchParams.get(body).slice(0, -url.length - 2), text));
      if (id === "google-calendar") {
        assert.equal(host, "calendar.google.com");
        assert.equal(searchParams.get("dates"), "20300301T170000Z/20300301T183000Z");
      } else {
        assert.equal(Date.parse(searchParams.get("startdt")), start);
        assert.equal(Date.parse(searchParams.get("enddt")), end);
        assert.equal(searchParams.get("rru"), "addevent");
      }
    }
  });
});

/** Minutes that clocks in `zone` are ahead of UTC at a moment. */
function offset(zone, at) {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.formatToParts(at).find(({ type }) => type === "timeZoneName").value);
  return sign ? (sign + 1) * (hours * 60 + +minutes) : 0;
}

/** The changes of a zone's clocks from one moment to another, to the minute. */
function changes(zone, from, to) {
  const found = [];
  const hour = 3_600_000;
  for (let at = from; at < to; at += hour) {
    if (offset(zone, at) === offset(zone, at + hour)) continue;
    let change = at;
    while (offset(zone, change) === offset(zone, at)) change += 60_000;
    found.push({ at: change, offset: offset(zone, change) });
  }
  return found;
}

/** What clocks in `zone` show, as if they were in UTC. */
const shown = (zone, at) => at + offset(zone, at) * 60_000;

for (const zone of ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/St_Johns", "Africa/Casablanca", "UTC"]) {
  test(`a weekly reminder keeps its hour in ${zone}`, () => {
    const first = Date.UTC(2026, 8, 30, 20, 30);
    const weeks = 40;
    const span = [first - 14 * 3_600_000, first + (weeks + 1) * 7 * 86_400_000];
    const [{ ics, href, moment }] = ask({
      ask: "reminder",
      uid: "reminder@bus.example",
      title: "Post it, now; please",
      text: "Save the bus",
      url,
      start: first,
      minutes: 15,
      zone,
      offset: offset(zone, span[0]),
      changes: changes(zone, ...span),
      weeks,
      now,
    });
    assert.equal(shown(zone, moment), first);
    const calendar = read(ics);
    const described = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
    assert.equal(described.tzid, zone);
    const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent"));
    const times = [];
    for (const each = event.iterator(); ; ) {
      const next = each.next();
      if (!next) break;
      // The zone as the file has it, and nothing that the reader knows of the world.
      next.zone = described;
      times.push(next.toUnixTime() * 1000);
    }
    assert.equal(times.length, weeks);
    times.forEach((at, week) => assert.equal(new Date(shown(zone, at)).toISOString(), new Date(first + week * 7 * 86_400_000).toISOString()));
    assert.equal(event.endDate.subtractDate(event.startDate).toSeconds(), 900);
    const { searchParams } = new URL(href);
    assert.equal(searchParams.get("dates"), "20260930T203000/20260930T204500");
    assert.equal(searchParams.get("ctz"), zone);
    assert.equal(searchParams.get("recur"), "RRULE:FREQ=WEEKLY;COUNT=40");
  });
}
