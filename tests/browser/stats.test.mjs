// The statistics panel, as a campaigner uses it; and that no count is lost on the way.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { Key } from "selenium-webdriver";
import { Card } from "./card.mjs";
import { inEachEngine } from "./engine.mjs";
import { element, page } from "./petition.mjs";
import { story } from "./story.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"));
const panelTag = (attributes = "", content = "") => `<share-sign-stats campaign="keep-the-library" ${attributes}>${content}</share-sign-stats>`;
const both = (attributes, content) => element() + panelTag(attributes, content);
// Mail opens no tab, and headless browsers have no mail program.
const silent = `<script>addEventListener("click", (event) => event.composedPath()[0].closest?.("a[href^='mailto:']") && event.preventDefault());</script>`;
const hour = Math.floor(Date.now() / 3_600_000);

/** Puts counts of other page loads into the store: `[hours ago, kind, channel, variant, n]`. */
const stored = (rows, name = "earlier") => `<script>
  { const shards = {};
    for (const [ago, ...key] of ${JSON.stringify(rows)}) {
      const at = ${hour} - ago;
      (shards[Math.floor(at / 24)] ??= new URLSearchParams()).append([at, ...key.slice(0, 3)].join(" "), key[3]);
    }
    if (!sessionStorage.filled) for (const [day, counts] of Object.entries(shards)) localStorage.setItem("share-sign/1/count/keep-the-library/${name}-" + day, counts);
    sessionStorage.filled = 1; }
</script>`;

const usual = [
  [30, "view", "", "", 400],
  [30, "sign", "", "", 20],
  [30, "share", "facebook", "a", 12],
  [29, "arrival", "facebook", "a", 60],
  [29, "sign", "facebook", "a", 9],
  [28, "share", "x", "b", 8],
  [27, "arrival", "x", "b", 30],
  [27, "sign", "x", "b", 6],
  [27, "sent", "x", "b", 6],
];

inEachEngine("The statistics", (browser) => {
  async function panel(driver, until) {
    const found = new Card(driver, "share-sign-stats");
    await until("the panel", () => driver.executeScript(`return !!document.querySelector("share-sign-stats")?.shadowRoot?.querySelector("[part=panel]")`));
    return found;
  }
  /** The big numbers: views, signatures, clicks, arrivals. */
  const numbers = (found) => found.run(`return [...root.querySelectorAll(".numbers dd:not(.note)")].map((one) => +one.textContent.replace(/\\D/g, ""))`);
  const message = (found) => found.run(`return root.querySelector("[data-message]").textContent`);
  const bring = (found, ...files) =>
    found.run(`const all = new DataTransfer();
      for (const [name, text] of args[0]) all.items.add(new File([text], name));
      const input = root.querySelector("[data-act=import]");
      input.files = all.files;
      input.dispatchEvent(new Event("change", { bubbles: true, composed: true }));`, files);
  const saved = async (driver, found, until, act) => {
    await driver.executeScript(`window.saved = undefined; URL.createObjectURL = (blob) => { window.saved = blob; return "#"; };`);
    await found.click(`[data-act=${act}]`);
    return until("the file", () => driver.executeScript("return window.saved?.text()"));
  };

  story(browser, "follow what the card counts", async ({ site, driver, until, card: open }) => {
    const card = await open(site.page("/stats.html", page(both(), { head: silent })));
    const found = await panel(driver, until);
    assert.match(await found.text(".nothing") ?? await found.text("[part=panel]"), /Nothing has been counted yet|From seeing to signing/);
    await card.click("[data-channel=email]");
    await card.click("[data-channel=email]");
    await card.type("name", "Ada");
    await card.type("email", "ada@example.org");
    await card.sign();
    await until("the figures", async () => {
      const [, signatures, clicks] = await numbers(found);
      return signatures === 1 && clicks === 2;
    });
    assert.match(await found.text("[part=panel]"), /Keep the library open/, "the card’s headline");
  });

  story(browser, "show the funnel, the channels and the right time, and choose among them", async ({ site, driver, until, open }) => {
    await open(site.page("/stats.html", page(panelTag('time-zone="Europe/Paris"'), { head: stored(usual) })));
    const found = await panel(driver, until);
    assert.deepEqual(await numbers(found), [400, 35, 20, 90]);
    const text = await found.text("[part=panel]");
    assert.match(text, /Any day 8:30 PM.*only a start|8:30/s);
    assert.match(text, /Times are those of Paris/);
    const names = () => found.run(`return [...root.querySelectorAll("table.channels tbody tr, .channels tbody tr")].map((row) => row.querySelector("th, td").textContent.trim().split("\\n")[0])`);
    assert.deepEqual((await names()).map((name) => name.replace(/\s.*/, "")), ["Facebook", "X", "Without"]);
    await found.run(`root.querySelector("[data-act=sort][data-by=clicks]").focus()`);
    await found.press(Key.ENTER);
    assert.equal(await found.run(`return root.querySelector("[data-by=clicks]").closest("th").getAttribute("aria-sort")`), "descending");
    await found.press(Key.ENTER);
    assert.equal(await found.run(`return root.querySelector("[data-by=clicks]").closest("th").getAttribute("aria-sort")`), "ascending");
    assert.equal(await found.run(`return root.activeElement?.dataset.by`), "clicks", "and the focus stays");
    await found.run(`const choice = root.querySelector("[name=channel]"); choice.value = "x"; choice.dispatchEvent(new Event("change", { bubbles: true, composed: true }));`);
    assert.deepEqual((await numbers(found)).slice(-3), [6, 8, 30]);
    await found.run(`root.querySelector("[name=period][value='7']").click()`);
    assert.deepEqual((await numbers(found)).slice(-3), [6, 8, 30]);
  });

  story(browser, "bring other browsers’ counts together, in any order, once", async ({ site, driver, until, open }) => {
    await open(site.page("/stats.html", page(panelTag(), { head: stored(usual) })));
    const found = await panel(driver, until);
    const own = JSON.parse(await saved(driver, found, until, "json"));
    assert.equal(own.format, "share-sign counts");
    assert.equal(own.replicas.length, 1);
    const rows = own.replicas[0].counts;
    assert.equal(rows.reduce((sum, { n }) => sum + n, 0), usual.reduce((sum, row) => sum + row[4], 0));
    const other = (replica, keep) => JSON.stringify({ ...own, replicas: [{ ...own.replicas[0], replica, counts: keep }] });
    const [early, late] = [other("berta", rows.slice(0, 4)), other("berta", rows)];
    await bring(found, ["own.json", JSON.stringify(own)], ["late.json", late], ["early.json", early], ["late again.json", late], ["carla.json", other("carla", rows)]);
    await until("the words", async () => /5 files were imported/.test(await message(found)));
    assert.deepEqual(await numbers(found), [1200, 105, 60, 270]);
    assert.match(await found.text("[part=panel]"), /2 other devices/);
    const table = await saved(driver, found, until, "csv");
    assert.equal(table.trim().split("\r\n").length, 1 + 3 * rows.length);
    assert.match(table, /start,hours,kind,channel,variant,n/);
  });

  story(browser, "name a file that is none, and lose nothing by it", async ({ site, driver, until, open }) => {
    await open(site.page("/stats.html", page(panelTag(), { head: stored(usual) })));
    const found = await panel(driver, until);
    const file = (more) => JSON.stringify({ format: "share-sign counts", version: 1, campaign: "keep-the-library", replicas: [], ...more });
    const bad = { replica: "x", daysBefore: "2026-01-01", monthsBefore: "2025-01-01", counts: [{ start: "2026-02-01T00:00Z", kind: "laugh", channel: "", variant: "", n: 1 }] };
    await bring(found, ["holiday.jpg", "\u0000JFIF"], ["river.json", file({ campaign: "river" })], ["odd.json", file({ replicas: [bad] })]);
    await until("the words", async () => /holiday\.jpg, river\.json, odd\.json/.test(await message(found)));
    assert.deepEqual(await numbers(found), [400, 35, 20, 90]);
  }, { complains: [/holiday\.jpg could not/, /river\.json could not/, /odd\.json could not/] });

  story(browser, "forget everything, and bring it back", async ({ site, driver, until, open }) => {
    await open(site.page("/stats.html", page(panelTag(), { head: stored(usual) })));
    const found = await panel(driver, until);
    await found.click("[data-act=reset]");
    assert.match(await message(found), /are deleted/);
    assert.match(await found.text("[part=panel]"), /Nothing has been counted yet/);
    assert.equal(await driver.executeScript(`return Object.keys(localStorage).filter((name) => /^share-sign.1.counts?./.test(name)).length`), 0);
    await found.click("[data-act=undo]");
    assert.match(await message(found), /are back/);
    assert.deepEqual(await numbers(found), [400, 35, 20, 90]);
  });

  story(browser, "remind of the right time with the message to post", async ({ site, driver, until, card: open }) => {
    await open(site.page("/stats.html", page(both('time-zone="Europe/Paris"'), { head: stored(usual) })));
    const found = await panel(driver, until);
    await until("the figures", async () => (await numbers(found))[2] === 20);
    const once = (await saved(driver, found, until, "remind")).replaceAll("\r\n ", "");
    assert.match(once, /^BEGIN:VCALENDAR\r\n/);
    assert.match(once, /DTSTART;TZID=Europe\/Paris:\d{8}T203000\r\n/);
    assert.match(once, /SUMMARY:Pass on: Keep the library open\r\n/);
    assert.match(once, /DESCRIPTION:.*Keep the library open.*utm_source/);
    assert.ok(!once.includes("RRULE"));
    const weekly = await saved(driver, found, until, "remind-weekly");
    assert.match(weekly, /RRULE:FREQ=WEEKLY;COUNT=12\r\n/);
    const google = new URL(await found.run(`return root.querySelector("[data-act=google]").href`));
    assert.equal(google.hostname, "calendar.google.com");
    assert.match(google.searchParams.get("dates"), /^\d{8}T203000\/\d{8}T204500$/);
  });

  story(browser, "set aside what they cannot read, and say so once", async ({ site, driver, until, open }) => {
    const broken = `<script>localStorage.setItem("share-sign/1/counts/keep-the-library", "from the future");</script>`;
    await open(site.page("/stats.html", page(panelTag(), { head: stored(usual) + broken })));
    const found = await panel(driver, until);
    assert.match(await message(found), /set aside/);
    assert.deepEqual(await numbers(found), [400, 35, 20, 90]);
    assert.equal(await driver.executeScript(`return localStorage.getItem("share-sign/1/aside/share-sign/1/counts/keep-the-library")`), "from the future");
  });

  story(browser, "say what a wrong attribute should have been", async ({ site, driver, until, open }) => {
    await open(site.page("/stats.html", page(panelTag('time-zone="Paris time"', `<script type="application/json">{ "events": [{ "title": "?" }] }</script>`), { head: stored(usual) })));
    const found = await panel(driver, until);
    assert.deepEqual(await numbers(found), [400, 35, 20, 90]);
  }, { complains: [/time-zone="Paris time" should be/, /event should have a start/] });

  for (const theme of ["light", "dark"]) {
    story(browser, `are accessible, and fit a small screen, ${theme}`, async ({ site, driver, until, open }) => {
      site.page("/axe.js", axe, { "content-type": "text/javascript" });
      const style = `<script src="/axe.js"></script><style>:root { color-scheme: ${theme}; ${theme === "dark" ? "background: #111; color: #eee" : ""} }</style>`;
      const events = `<script type="application/json">{ "events": [{ "start": "${new Date(Date.now() - 1e8).toISOString()}", "title": "Radio" }] }</script>`;
      await open(site.page("/stats.html", page(`<main><div dir="${theme === "dark" ? "rtl" : "ltr"}">${panelTag(`theme="${theme}"`, events)}</div></main>`, { head: style + stored(usual) })));
      const found = await panel(driver, until);
      await found.run(`for (const details of root.querySelectorAll("details")) details.open = true;`);
      const problems = await driver.executeScript(`return axe.run(document.querySelector("share-sign-stats"), { resultTypes: ["violations"] }).then(({ violations, passes }) =>
        violations.map(({ id, nodes }) => id + " at " + nodes.map(({ target }) => target.join(" "))).concat(passes.length > 10 ? [] : ["axe looked at too little"]))`);
      assert.deepEqual(problems, []);
      await driver.executeScript(`document.querySelector("share-sign-stats").style.cssText = "display: block; width: 300px"`);
      const wide = await found.run(`const box = root.host.getBoundingClientRect();
        return [...root.querySelectorAll("[part=panel] *")].filter((one) => {
          // Tables scroll in a box of their own, and what is drawn is cut at its edges.
          if (one.closest("table, details") || one.parentElement.closest("svg")) return false;
          const { left, right, width } = one.getBoundingClientRect();
          return width > 0 && (right > box.right + 1 || left < box.left - 1);
        }).map((one) => one.localName + "." + one.getAttribute("class") + " " + Math.round(one.getBoundingClientRect().width)).slice(0, 5)`);
      assert.deepEqual(wide, []);
    });
  }
});

inEachEngine("A report", (browser) => {
  const leave = (driver, site) => driver.get(site.page("/away.html", "<!doctype html><title>away</title>"));

  story(browser, "tells the campaign’s own address what was counted, in totals", async ({ site, driver, until, card: open, destination }) => {
    const inbox = await destination();
    const address = inbox.address.replace("json:", "");
    const url = site.page("/post.html", page(element({ report: address }), { head: silent + stored([[500, "view", "", "", 7]]) }));
    const card = await open(url);
    await card.click("[data-channel=email]");
    await card.click("[data-channel=email]");
    await leave(driver, site);
    await until("a report", async () => inbox.posts.length > 0);
    const again = await open(url);
    await again.click("[data-channel=email]");
    await leave(driver, site);
    await until("another", async () => inbox.posts.at(-1).body?.some(({ kind, n }) => kind === "share" && n === 3));
    const rows = inbox.posts.at(-1).body;
    assert.match(inbox.posts.at(-1).headers["content-type"], /^text\/plain/);
    const [row] = rows.filter(({ kind }) => kind === "share");
    assert.deepEqual(Object.keys(row), ["campaign", "replica", "at", "kind", "channel", "variant", "n"]);
    assert.equal(row.channel, "email");
    assert.ok(Math.abs(row.at - Date.now() / 1000) < 7200 && row.at % 3600 === 0);
    assert.match(row.replica, /^[0-9a-z]{12}$/);
    assert.ok(rows.every(({ replica }) => replica === row.replica) && !rows.some(({ n }) => n === 7), "one browser, and nothing old");
  });

  story(browser, "goes nowhere unless it is asked for, and not against the visitor’s wish", async ({ site, driver, pause, card: open, open: go, destination }) => {
    const inbox = await destination();
    const address = inbox.address.replace("json:", "");
    const wish = `<script>Object.defineProperty(navigator, "globalPrivacyControl", { value: true });</script>`;
    for (const [values, head] of [[{}, ""], [{ report: address }, wish], [{ report: address, tracking: "off" }, ""]]) {
      const card = await open(site.page("/post.html", page(element(values), { head: silent + head })));
      await card.click("[data-channel=email]");
      await pause(300);
      await leave(driver, site);
    }
    await open(site.page("/post.html", page(element({ report: "mailto:me" }), { head: silent })));
    await pause(300);
    await go(site.page("/away.html", "<!doctype html><title>away</title>"));
    await pause(500);
    assert.deepEqual(inbox.posts, []);
  }, { complains: [/report="mailto:me" cannot be used/] });
});

inEachEngine("No count is lost", (browser) => {
  const email = `document.querySelector("share-sign").shadowRoot.querySelector("[data-channel=email]").click()`;

  story(browser, "by eight tabs that count at once", async ({ site, driver, card: open, until }) => {
    const url = site.page("/post.html", page(element(), { head: silent }));
    const card = await open(url);
    const handles = [await driver.getWindowHandle()];
    for (let tab = 1; tab < 8; tab += 1) {
      await driver.switchTo().newWindow("tab");
      await driver.get(url);
      await new Card(driver).ready();
      handles.push(await driver.getWindowHandle());
    }
    const start = Date.now() + 1500;
    for (const handle of handles) {
      await driver.switchTo().window(handle);
      // Timers of hidden tabs are slowed down, messages are not.
      await driver.executeScript(`let left = 50; const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { ${email}; left -= 1; if (left) port2.postMessage(0); else window.done = 1; };
        setTimeout(() => port2.postMessage(0), arguments[0] - Date.now());`, start);
    }
    for (const handle of handles) {
      await driver.switchTo().window(handle);
      await until("the tab to be done", () => driver.executeScript("return window.done === 1"), 15_000);
    }
    for (const handle of handles.slice(1)) {
      await driver.switchTo().window(handle);
      await driver.close();
    }
    await driver.switchTo().window(handles[0]);
    await until("all of them", async () => (await card.stats()).totals.share === 400);
  });

  story(browser, "by leaving the page with the click", async ({ site, driver, open, until }) => {
    const times = 200;
    site.page("/finished.txt", "", { "content-type": "text/plain" });
    const leave = `<script>
      const turn = +(new URLSearchParams(location.search).get("n") ?? Infinity);
      addEventListener("share-sign:ready", () => {
        if (turn === ${times}) fetch("/finished.txt");
        if (turn < ${times}) setTimeout(() => {
          ${email};
          location.replace("?n=" + (turn + 1));
        });
      });
    </script>`;
    await open(site.page("/post.html", page(element(), { head: silent + leave })));
    await driver.executeScript(`setTimeout(() => location.replace("?n=0"), 100)`);
    // Asking a browser that leaves page after page would only hold it up.
    await until("the last page", async () => site.requests.some(({ path }) => path === "/finished.txt"), 60_000);
    const card = await new Card(driver).ready();
    assert.equal((await card.stats()).totals.share, times);
  });

  story(browser, "when what is old is folded, which happens by itself", async ({ site, driver, card: open, until }) => {
    const rows = Array.from({ length: 90 }, (_, day) => [24 * (day + 3), "share", "facebook", "", 2]);
    const card = await open(site.page("/post.html", page(element(), { head: stored(rows) })));
    assert.equal((await card.stats()).totals.share, 180);
    const shards = () => driver.executeScript(`return Object.keys(localStorage).filter((name) => name.startsWith("share-sign/1/count/")).length`);
    await until("the fold", async () => (await shards()) < 10);
    const { totals, channels } = await card.stats();
    assert.deepEqual([totals.share, channels.facebook.share], [180, 180]);
  });

  story(browser, "on this page where nothing can be stored", async ({ site, card: open, until }) => {
    const full = `<script>Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };</script>`;
    const card = await open(site.page("/post.html", page(element(), { head: silent + full })));
    await card.click("[data-channel=email]");
    await card.click("[data-channel=email]");
    await until("both", async () => (await card.stats()).totals.share === 2);
  }, { complains: [/stores nothing for this page/] });
});
