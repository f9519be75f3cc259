// How long a set of share links takes: ours, with the way into the program and
// back, beside the functions of react-share and sharer.js themselves.
//
//   node tests/bench/links.mjs [--runs N]

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import vm from "node:vm";
import { shareLinks } from "../../pkg/dist/links.js";

const { values } = parseArgs({ options: { runs: { type: "string", default: "15" } } });
const ids = ["facebook", "x", "whatsapp", "telegram", "bluesky", "linkedin", "reddit", "email"];
const title = "Keep the library on Mill Street open: it is warm, it is quiet & it is ours";
const url = "https://example.org/library?page=2";
const hashtags = ["library", "books"];

async function reactShare() {
  const require = createRequire(import.meta.url);
  const file = require.resolve("react-share").replace(/index\.cjs$/, "index.js");
  const names = ids.map((id) => `${id}Link`);
  // The package keeps these functions to itself.
  const source = (await readFile(file, "utf8")).replace("export {", `export { ${names.join(", ")},`);
  const absolute = source.replace(/from "(react|react\/jsx-runtime|classnames|debug|jsonp)"/g, (_, name) => `from ${JSON.stringify(`file://${require.resolve(name)}`)}`);
  const made = await import(`data:text/javascript;base64,${Buffer.from(absolute).toString("base64")}`);
  const options = { title, hashtags, hashtag: "#library", separator: " ", subject: title, body: title };
  return () => ids.map((id) => made[`${id}Link`](url, options));
}

async function sharer() {
  const opened = [];
  const window = { addEventListener() {}, open: (href) => (opened.push(href), { focus() {} }), location: {}, screen: { width: 1000, height: 800 } };
  const document = { readyState: "complete", querySelectorAll: () => [] };
  const module = { exports: {} };
  const path = createRequire(import.meta.url).resolve("sharer.js/sharer.js");
  vm.runInNewContext(await readFile(path, "utf8"), { window, document, module, navigator: {}, encodeURIComponent });
  const Sharer = window.Sharer ?? module.exports;
  const data = { url, title, hashtags: hashtags.join(","), hashtag: "library", subject: title };
  const elements = ids.map((id) => ({ getAttribute: (name) => (name === "data-sharer" ? id : (data[name.slice(5)] ?? null)) }));
  return () => {
    opened.length = 0;
    for (const element of elements) new Sharer(element).share();
    return opened;
  };
}

const contestants = {
  "share-sign": () => shareLinks({ headline: title, url, hashtags }, ids),
  "react-share": await reactShare(),
  "sharer.js": await sharer(),
};

const ROUNDS = 2000;
const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
for (const [name, make] of Object.entries(contestants)) {
  const made = make();
  if (made.length !== ids.length) throw new Error(`${name} makes ${made.length} of ${ids.length} links`);
  for (let round = 0; round < ROUNDS; round += 1) make();
}
// In turn, so that a busy moment of the machine meets all of them.
for (let run = 0; run < Number(values.runs); run += 1) {
  for (const [name, make] of Object.entries(contestants)) {
    const start = process.hrtime.bigint();
    for (let round = 0; round < ROUNDS; round += 1) make();
    times[name].push(Number(process.hrtime.bigint() - start) / 1000 / ROUNDS);
  }
}
console.log(`A set of ${ids.length} links, median of ${values.runs} runs, in microseconds:`);
for (const [name, all] of Object.entries(times)) console.log(`  ${name.padEnd(12)} ${median(all).toFixed(1).padStart(8)}`);
