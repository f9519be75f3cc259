// `cargo xtask bench counts`: what counting a click costs beside bare writes to the
// store, and how long a year of events takes to be read, folded, worked out and drawn,
// beside plain JavaScript that does the same up to the drawing. All in one run.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { launch } from "../browser/engine.mjs";
import { post } from "../browser/petition.mjs";
import { openSite } from "../browser/site.mjs";

const { values } = parseArgs({
  options: { events: { type: "string", default: "1000000" }, engine: { type: "string", default: "chromium" } },
});

const clicks = `
  const done = arguments[0];
  (async () => {
    const { glue } = await import("/pkg/dist/manifest.js");
    await import("/pkg/define.js");
    await customElements.whenDefined("share-sign");
    while (!document.querySelector("share-sign").shadowRoot) await new Promise((over) => setTimeout(over, 20));
    // The same text as a shard with a few counts, written three times.
    const shard = () => Object.keys(localStorage).find((name) => name.startsWith("share-sign/1/count/"));
    glue.tally(1, "copy");
    const text = localStorage.getItem(shard());
    const medians = {};
    const rounds = { count: [], writes: [] };
    const work = {
      count: () => glue.tally(1, "copy"),
      writes: (at) => {
        for (const name of ["a", "b", "c"]) localStorage.setItem("bare/" + name, text + at);
      },
    };
    // In turn first: whoever comes second pays for what the browser puts off.
    for (let round = 0; round < 60; round += 1) {
      for (const name of round % 2 ? ["count", "writes"] : ["writes", "count"]) {
        const start = performance.now();
        for (let at = 0; at < 200; at += 1) work[name](at);
        rounds[name].push((performance.now() - start) / 200);
      }
    }
    for (const [name, times] of Object.entries(rounds)) medians[name] = times.sort((a, b) => a - b)[30] * 1000;
    done(medians);
  })();`;

const year = `
  const [events] = arguments;
  const done = (result) => (window.result = result);
  (async () => {
    const HOUR = 3600000;
    const now = Math.floor(Date.now() / HOUR);
    const kinds = ["view", "arrival", "share", "copy", "sign", "sent"];
    const channels = ["", "facebook", "x", "whatsapp", "email", "mastodon", "telegram", "copy"];
    const variants = ["", "a", "b"];
    let state = 7;
    const chance = (limit) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 2 ** 32 * limit); };
    const list = [];
    for (let at = 0; at < events; at += 1) list.push([now - chance(24 * 365), kinds[chance(6)], channels[chance(8)], variants[chance(3)], 1].join("\\t"));
    const lines = list.join("\\n");

    const { ask } = await import("/pkg/edge.js");
    const program = await import("/pkg/bench/glue.js");
    program.initSync({ module: await (await fetch("/pkg/bench/program.wasm")).arrayBuffer() });
    // Reads, folds, keeps, works out; then draws.
    function ours(panel) {
      const start = performance.now();
      program.open(panel, "campaign=year&title=A+year&zone=UTC", "");
      program.choose(panel, "period", "all");
      program.bring(panel, "other", 0, 0, lines);
      program.brought(panel, 1, "");
      const kept = performance.now();
      ask(() => program.analyse(panel));
      const worked = performance.now();
      const [html] = ask(() => program.draw(panel, ""));
      if (html.length < 10000) throw new Error("nothing was drawn");
      program.close(panel);
      return { all: worked - start, analyse: worked - kept, draw: performance.now() - worked };
    }

    // Plain JavaScript: reads the lines, folds them as we do, and sums what the panel shows.
    function plain() {
      const days = Math.floor((now - 60 * 24) / 24) * 24;
      const sums = new Map();
      for (const line of lines.split("\\n")) {
        const [start, kind, channel, variant, n] = line.split("\\t");
        const bucket = +start < days ? Math.floor(start / 24) * 24 : +start;
        const key = bucket + "\\t" + kind + "\\t" + channel + "\\t" + variant;
        sums.set(key, (sums.get(key) ?? 0) + +n);
      }
      const rows = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
      const totals = {}, beside = {}, line = {}, week = {}, wordings = {};
      for (const [key, n] of rows) {
        const [start, kind, channel, variant] = key.split("\\t");
        totals[kind] = (totals[kind] ?? 0) + n;
        ((beside[channel] ??= {})[kind] ??= 0), (beside[channel][kind] += n);
        const day = Math.floor(start / 24);
        ((line[day] ??= {})[kind] ??= 0), (line[day][kind] += n);
        if (start >= days) ((week[(day + 3) % 7 * 24 + start % 24] ??= {})[kind] ??= 0), (week[(day + 3) % 7 * 24 + start % 24][kind] += n);
        if (variant) ((wordings[variant] ??= {})[kind] ??= 0), (wordings[variant][kind] += n);
      }
      return totals;
    }
    const times = { ours: [], plain: [], analyse: [], draw: [] };
    let totals;
    for (let round = 0; round < 5; round += 1) {
      await new Promise((over) => setTimeout(over, 200));
      localStorage.clear();
      const result = ours(round + 1);
      times.ours.push(result.all);
      times.analyse.push(result.analyse);
      times.draw.push(result.draw);
      const start = performance.now();
      totals = plain();
      times.plain.push(performance.now() - start);
    }
    const median = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, list.sort((a, b) => a - b)[2]]));
    const kept = Object.entries(localStorage).reduce((sum, [name, text]) => sum + name.length + text.length, 0);
    done({ ...median, kept,  characters: lines.length, totals, heap: performance.memory ? Math.round(performance.memory.usedJSHeapSize / 1e6) : null });
  })().catch((error) => (window.result = { error: String(error.stack) }));`;

const site = await openSite();
const browser = await launch(values.engine);
const { driver } = browser;
try {
  await driver.manage().setTimeouts({ script: 300_000 });
  await driver.get(site.page("/clicks.html", post({}, { scripts: "" })));
  const { count, writes } = await driver.executeAsyncScript(clicks);
  console.log(`${values.engine}: counting a click takes ${count.toFixed(1)} µs; three bare writes take ${writes.toFixed(1)} µs`);
  const made = new URL("../../target/xtask/program/stats/", import.meta.url);
  site.page("/pkg/bench/glue.js", readFileSync(new URL("glue.js", made)), { "content-type": "text/javascript" });
  site.page("/pkg/bench/program.wasm", readFileSync(new URL("optimised.wasm", made)), { "content-type": "application/wasm" });
  await driver.get(site.page("/year.html", post({}, { scripts: "" })));
  const events = Number(values.events);
  await driver.executeScript(year, events);
  let result;
  while (!(result = await driver.executeScript("return window.result"))) await new Promise((over) => setTimeout(over, 500));
  if (result.error) throw new Error(result.error);
  console.log(`a year of ${events} events (${Math.round(result.characters / 1e6)} MB of text), medians of 5:`);
  console.log(`  read, folded, kept and worked out: ${result.ours.toFixed(0)} ms (of which worked out ${result.analyse.toFixed(0)} ms); plain JavaScript: ${result.plain.toFixed(0)} ms`);
  console.log(`  drawn, as a string: ${result.draw.toFixed(0)} ms`);
  console.log(`  the store holds ${result.kept} characters${result.heap ? `, the page ${result.heap} MB` : ""}`);
} finally {
  await browser.close();
  await site.close();
}
