// `cargo xtask bench stall`: a tablet at a stall takes thousands of signatures without
// a network, and sends them when there is one. Time, memory, and what the destination
// holds in the end.

import { parseArgs } from "node:util";
import { Card } from "../browser/card.mjs";
import { openDestination } from "../browser/destination.mjs";
import { launch } from "../browser/engine.mjs";
import { post } from "../browser/petition.mjs";
import { openSite } from "../browser/site.mjs";

const { values } = parseArgs({
  options: { signatures: { type: "string", default: "10000" }, engine: { type: "string", default: "chromium" } },
});
const wanted = Number(values.signatures);
const CHUNK = 250;

// Signs `count` times in the page, as a hand would: types, presses, goes on.
const sign = `
  const [from, count, done] = arguments;
  const root = document.querySelector("share-sign").shadowRoot;
  const frame = () => new Promise((over) => setTimeout(over));
  async function once(number) {
    while (!root.querySelector("form [name=name]")) await frame();
    for (const [name, value] of [["name", "Ada Lovelace " + number], ["email", "ada" + number + "@example.org"], ["comment", "It is warm there."]]) {
      const field = root.querySelector("[name=" + name + "]");
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    }
    root.querySelector("form").requestSubmit();
    while (!root.querySelector("[data-sign=next]")) await frame();
    root.querySelector("[data-sign=next]").click();
    while (root.querySelector("[data-sign=next]")) await frame();
  }
  (async () => { for (let number = from; number < from + count; number += 1) await once(number); done(true); })();`;
const measure = `
  const texts = Object.entries(localStorage);
  return {
    heap: performance.memory ? Math.round(performance.memory.usedJSHeapSize / 1e6) : null,
    units: texts.reduce((sum, [name, text]) => sum + name.length + text.length, 0),
  };`;

const site = await openSite();
const inbox = await openDestination({ status: 201 });
await inbox.down();
const browser = await launch(values.engine);
const { driver } = browser;
try {
  await driver.manage().setTimeouts({ script: 120000 });
  await driver.get(site.page("/stall.html", post({ destination: inbox.address, mode: "stall", fields: "name* email* comment" })));
  const card = await new Card(driver).ready();
  const start = Date.now();
  const marks = [];
  for (let from = 0; from < wanted; from += CHUNK) {
    const at = Date.now();
    await driver.executeAsyncScript(sign, from, Math.min(CHUNK, wanted - from));
    marks.push((Date.now() - at) / CHUNK);
  }
  const offline = (Date.now() - start) / 1000;
  const full = await driver.executeScript(measure);
  const waiting = (await card.outbox()).length;
  console.log(`${values.engine}: ${waiting} of ${wanted} signatures wait after ${offline.toFixed(1)} s offline`);
  console.log(`each took ${marks[0].toFixed(1)} ms at first and ${marks.at(-1).toFixed(1)} ms at last`);
  console.log(`the store holds ${full.units} characters${full.heap ? `, the page ${full.heap} MB` : ""}`);

  await inbox.up();
  const online = Date.now();
  await driver.executeScript(`dispatchEvent(new Event("online"))`);
  while (inbox.byId.size < wanted && Date.now() - online < 900_000) await new Promise((over) => setTimeout(over, 100));
  const drained = (Date.now() - online) / 1000;
  await new Promise((over) => setTimeout(over, 1500));
  const empty = await driver.executeScript(measure);
  const twice = [...inbox.byId.values()].filter((count) => count > 1).length;
  console.log(`online: ${inbox.byId.size} arrived in ${drained.toFixed(1)} s, ${twice} of them twice; ${(await card.outbox()).length} are left`);
  console.log(`the store holds ${empty.units} characters${empty.heap ? `, the page ${empty.heap} MB` : ""}`);
  if (inbox.byId.size !== wanted) process.exitCode = 1;
} finally {
  await browser.close();
  await site.close();
  await inbox.close();
}
