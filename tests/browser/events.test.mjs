// Rallies and town halls, and the code and poster that bring people there.

import assert from "node:assert/strict";
import ICAL from "ical.js";
import jsQR from "jsqr";
import { inEachEngine } from "./engine.mjs";
import { element, page, post } from "./petition.mjs";
import { story } from "./story.mjs";

const rally = {
  title: "Rally; bells, drums & \"friends\" 🚌",
  start: "2031-03-01T18:00:00+01:00",
  end: "2031-03-01T19:30:00+01:00",
  place: "Market square",
  address: "Market square 1, Anlay",
  url: "https://bus.example/rally?a=1,2;3",
};
const townHall = { title: "قاعة البلدية", start: "2031-03-12T20:30:00+01:00", facebook: "https://www.facebook.com/events/123" };
const over = { title: "Over", start: "2020-01-01T10:00:00Z" };
const withEvents = (events, options) => page(element({}, `<script type="application/json">${JSON.stringify({ events })}</script>`), options);

// Files and print-outs are looked at instead of being given away.
const catchFiles = `<script>
  URL.createObjectURL = (blob) => { blob.text().then((text) => { window.__file = { text, type: blob.type } }); return "blob:nothing" };
  HTMLAnchorElement.prototype.click = function () { window.__name = this.download };
</script>`;

inEachEngine("Events", (browser) => {
  story(browser, "lists what is still to come, by time, in the visitor's own time", async ({ site, card: open, until }) => {
    const card = await open(site.page("/post.html", withEvents([townHall, over, rally])));
    await until("the list", () => card.shown("[part=event]"));
    const listed = await card.run(`return [...root.querySelectorAll("[part=event]")].map((event) => ({
      title: event.querySelector("h4").textContent, at: event.querySelector("time").dateTime, when: event.querySelector("time").textContent,
    }))`);
    assert.deepEqual(listed.map(({ title }) => title), [rally.title, townHall.title]);
    assert.equal(listed[0].at, "2031-03-01T17:00:00.000Z");
    const written = await card.run(`return new Date(args[0]).toLocaleDateString("en", { day: "numeric", month: "long", year: "numeric" })`, rally.start);
    for (const part of written.split(/[ ,]+/)) assert.ok(listed[0].when.includes(part), `${listed[0].when} has ${part}`);
    const links = await card.run(`return [...root.querySelectorAll("[part=event] a")].map(({ href, target, rel }) => ({ href, safe: target === "_blank" && rel === "noopener noreferrer" }))`);
    assert.ok(links.every(({ safe }) => safe));
    for (const host of ["calendar.google.com", "outlook.live.com", "outlook.office.com", "bus.example", "www.facebook.com"]) {
      assert.ok(links.some(({ href }) => new URL(href).host === host), host);
    }
  });

  story(browser, "gives a calendar file that a calendar reads", async ({ site, card: open, until, driver }) => {
    const card = await open(site.page("/post.html", withEvents([rally], { head: catchFiles })));
    await until("the list", () => card.shown("[part=event]"));
    await card.click("[part=event] summary");
    await card.click("[data-calendar]");
    const file = await until("the file", () => driver.executeScript("return window.__file"));
    assert.equal(file.type, "text/calendar");
    assert.equal(await driver.executeScript("return window.__name"), "event.ics");
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(file.text)).getFirstSubcomponent("vevent"));
    assert.equal(event.summary, rally.title);
    assert.equal(event.location, `${rally.place}, ${rally.address}`);
    assert.equal(event.startDate.toJSDate().toISOString(), "2031-03-01T17:00:00.000Z");
    assert.equal(event.endDate.toJSDate().toISOString(), "2031-03-01T18:30:00.000Z");
    assert.match(event.uid, /^keep-the-library-\d+-\d+@127\.0\.0\.1/);
    assert.equal(event.component.getFirstPropertyValue("url"), rally.url);
  });

  story(browser, "has an invitation of its own for each", async ({ site, card: open, until, driver }) => {
    const board = `<script>Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.__copied = text } } }); navigator.share = undefined;</script>`;
    const card = await open(site.page("/post.html", withEvents([townHall, rally], { head: board })));
    await until("the list", () => card.shown("[part=event]"));
    await card.click('[data-invite="1"]');
    const copied = await until("the invitation", () => driver.executeScript("return window.__copied"));
    assert.ok(copied.startsWith(`${rally.title} · `) && copied.endsWith(`\n${rally.url}`), copied);
    assert.match(await card.text(".events [role=status]"), /copied/i);
    await card.click('[data-invite="0"]');
    await until("the other", async () => (await driver.executeScript("return window.__copied")).endsWith(townHall.facebook));
  });

  story(browser, "names what cannot be used, and shows the rest", async ({ site, card: open, until }) => {
    const card = await open(site.page("/post.html", withEvents([{ title: "When?", start: "soon" }, rally])));
    await until("the list", async () => (await card.run(`return root.querySelectorAll("[part=event]").length`)) === 1);
    const [event] = await card.events("error");
    assert.equal(event.detail.attribute, "events.0.start");
    assert.equal(event.detail.campaign, "keep-the-library");
  }, { complains: [/events\.0\.start="soon"/] });

  story(browser, "shows nothing where all of it is over", async ({ site, card: open, pause }) => {
    const card = await open(site.page("/post.html", withEvents([over])));
    await pause(500);
    assert.equal(await card.run(`return root.querySelector("[part=events]").childNodes.length`), 0);
  });

  story(browser, "draws a code that a camera reads, and a poster of one page", async ({ site, card: open, until, driver }) => {
    const card = await open(site.page("/post.html", post({ channels: "qr copy" })));
    await until("the code's button", async () => (await card.channels()).includes("qr"));
    await card.click("[data-channel=qr]");
    await until("the code", () => card.shown("dialog svg.qr"));
    const [size, path] = await card.run(`const code = root.querySelector("dialog svg.qr"); return [code.viewBox.baseVal.width, code.querySelector("path").getAttribute("d")]`);
    const scale = 4;
    const pixels = new Uint8ClampedArray(size * scale * size * scale * 4).fill(255);
    for (const [, x, y, width] of [...path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map((found) => found.map(Number))) {
      for (let row = y * scale; row < (y + 1) * scale; row += 1) {
        for (let column = x * scale; column < (x + width) * scale; column += 1) pixels.fill(0, (row * size * scale + column) * 4, (row * size * scale + column) * 4 + 3);
      }
    }
    const read = jsQR(pixels, size * scale, size * scale)?.data;
    const landing = new URL(read);
    assert.equal(landing.searchParams.get("utm_source"), "qr");
    assert.equal(landing.searchParams.get("utm_campaign"), "keep-the-library");
    assert.equal((await card.stats()).channels.qr.share, 1);

    // The poster goes to the printer, which is this test.
    await driver.executeScript(`
      const append = document.body.append;
      document.body.append = function (frame) { append.call(this, frame); frame.contentWindow.print = () => { window.__printed = frame } };`);
    await card.click("[data-poster=a4]");
    const poster = await until("the poster", () => driver.executeScript(`
      const sheet = window.__printed?.contentDocument;
      return sheet && { text: sheet.body.innerText, codes: sheet.querySelectorAll("svg").length, strips: sheet.querySelectorAll(".strip").length,
        height: sheet.body.getBoundingClientRect().height, inside: sheet.querySelector("footer").getBoundingClientRect().bottom }`));
    assert.match(poster.text, /Keep the library open/);
    assert.equal(poster.codes, poster.strips + 1);
    assert.ok(poster.height <= (297 / 25.4) * 96 && poster.inside <= poster.height + 1, JSON.stringify(poster));
  });
});
