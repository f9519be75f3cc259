// `cargo xtask bench load`: how long it takes until a page's ways to share work, on
// a slow line and a slow processor, with share-sign and with what else there is.

import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { launch } from "./chromium.mjs";
import { contestants } from "./contestants.mjs";
import { serve } from "./server.mjs";

// Chromium's DevTools call this "Slow 4G": a line of 1.6 Mbit/s down and 750 kbit/s
// up at 150 ms, which they make a delay of 3.75 × 150 ms for each request (a request
// on a new connection takes that many round trips) and 0.9 of the rates.
const NETWORK = { latency: 562.5, downloadThroughput: (1.6e6 * 0.9) / 8, uploadThroughput: (750e3 * 0.9) / 8 };
const CPU = 4;

const TAG = "share-sign, script tag";
const RIVALS = ["shariff", "react-share"];
const GOAL = 1.4;

const { values } = parseArgs({ options: { runs: { type: "string", default: "7" } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`--runs takes a whole number from 1 on, not "${values.runs}"`);
  process.exit(2);
}

const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
};
const busy = () => loadavg()[0].toFixed(1);
const kbit = (bytes) => `${Math.round((bytes * 8) / 1000)} kbit/s`;

const all = (await contestants()).map((contestant) => ({ ...contestant, visits: [] }));
const files = all.flatMap(({ folder, files }) => Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
const server = await serve(files);
const browser = await launch().catch((error) => {
  server.close();
  throw error;
});
const before = busy();

try {
  // Round 0 wakes browser and server up and does not count.
  for (let round = 0; round <= runs; round += 1) {
    // Each round begins with another one, so that none always follows the same.
    const order = all.map((_, index) => all[(index + round) % all.length]);
    for (const contestant of order) {
      const address = server.address(`${round}`, contestant.folder);
      const visit = await browser.visit(address, { cpu: CPU, network: NETWORK, usable: contestant.usable });
      if (round) contestant.visits.push(visit);
    }
    if (round) process.stderr.write(`run ${round} of ${runs}\n`);
  }
} finally {
  await browser.close();
  server.close();
}

const row = (name, ...cells) => name.padEnd(30) + cells.map((cell) => String(cell).padStart(10)).join("");
const times = new Map();
console.log(`Until it is interactive, in seconds: ${browser.product}, processor ${CPU} times slower, cold cache,`);
console.log(
  `Slow 4G (${NETWORK.latency} ms per request, ${kbit(NETWORK.downloadThroughput)} down, ${kbit(NETWORK.uploadThroughput)} up), brotli 11, ${runs} interleaved runs.`,
);
console.log(`This machine has ${cpus().length} processors; its load was ${before} before and ${busy()} after.\n`);
console.log(row("", "requests", "bytes", "median", "min", "max"));
for (const { name, visits } of all) {
  const seconds = visits.map(({ interactive }) => interactive / 1000);
  times.set(name, median(seconds));
  const [least, most] = [Math.min(...seconds), Math.max(...seconds)];
  const counts = ["requests", "bytes"].map((what) => Math.round(median(visits.map((visit) => visit[what]))));
  console.log(row(name, ...counts, ...[median(seconds), least, most].map((time) => time.toFixed(2))));
}

const own = times.get(TAG);
const compared = [...RIVALS.map((name) => [name, times.get(name)]), ["the goal", GOAL]].map(([name, time]) => {
  const gain = time - own;
  return `${Math.abs(gain).toFixed(2)} s ${gain > 0 ? "before" : "AFTER"} ${name} (${time.toFixed(2)} s)`;
});
console.log(`\n${TAG}: ${own.toFixed(2)} s, which is ${compared.join(", ")}`);
