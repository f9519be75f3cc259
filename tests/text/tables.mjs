// Writes src/message/exact/tables.rs: which characters, emoji sequences and
// top-level domains X's own counting knows, read out of the npm package
// twitter-text by asking its patterns about each character there is.
//
//   node tests/text/tables.mjs > src/message/exact/tables.rs

import assert from "node:assert/strict";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const inside = (path) => {
  const module = require(path);
  return (module.default ?? module).source;
};
const pattern = (name) => inside(`twitter-text/dist/regexp/${name}.js`);
const emoji = inside(createRequire(require.resolve("twitter-text")).resolve("twemoji-parser/dist/lib/regex.js"));

/** The alternatives of a pattern that stand in no group. */
function alternatives(source) {
  const found = [""];
  let depth = 0;
  let set = false;
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (c === "|" && depth === 0 && !set) {
      found.push("");
      continue;
    }
    if (set) set = c !== "]";
    else if (c === "[") set = true;
    else if (c === "(") depth++;
    else if (c === ")") depth--;
    found[found.length - 1] += c === "\\" ? c + source[++i] : c;
  }
  return found;
}

/** The group that `source` begins with, without its parentheses. */
function group(source) {
  assert.ok(source.startsWith("(?:"), source.slice(0, 40));
  let depth = 0;
  for (let i = 0; i < source.length; i++) {
    if (source[i] === "(") depth++;
    if (source[i] === ")" && --depth === 0) return source.slice(3, i);
  }
  throw new Error("a group without an end");
}

/** All code points up to `last` that match the whole of `source`. */
function members(source, flags = "", last = 0x10ffff) {
  const whole = new RegExp(`^(?:${source})$`, flags);
  const found = [];
  for (let c = 0x80; c <= last; c++) {
    const text = c > 0xffff ? String.fromCodePoint(c) : String.fromCharCode(c);
    if (whole.test(text)) found.push(c);
  }
  return found;
}

const escape = (text) => text.replace(/[^ -~]/gu, (c) => `\\u{${c.codePointAt(0).toString(16)}}`);
const constant = (name, comment, type, value) => `/// ${comment}\n#[rustfmt::skip]\npub const ${name}: ${type} = ${value};\n`;

/** `pieces` in lines of some hundred characters, with `end` at the end of each. */
function lines(pieces, end) {
  const found = [""];
  for (const piece of pieces) {
    if (found.at(-1).length + piece.length > 100) found.push("");
    found[found.length - 1] += piece;
  }
  return found.join(`${end}\n    `);
}

const text = (name, comment, pieces) => constant(name, comment, "&str", `"\\\n    ${lines(pieces.map(escape), "\\")}"`);

function ranges(name, comment, list) {
  const pairs = [];
  for (const c of list) {
    const end = pairs.at(-1);
    if (end && end[1] === c - 1) end[1] = c;
    else pairs.push([c, c]);
  }
  const rows = pairs.map((pair) => `(${pair.map((c) => `'\\u{${c.toString(16)}}'`).join(", ")}), `);
  return constant(name, comment, "&[(char, char)]", `&[\n    ${lines(rows, "")}\n]`).replaceAll(/ +$/gm, "");
}

// Top-level domains: the longest first, so that the first that fits is the one.
const list = (source) => group(group(source)).split("|");
const tlds = [...list(pattern("validGTLD")), ...list(pattern("validCCTLD"))].sort().reverse();
for (const tld of tlds) assert.match(tld, /^([a-z]{2}|[^\0-\x7f])/, "the estimate relies on this");

// Emoji: the parts of the pattern in its order.
const parts = alternatives(emoji);
assert.equal(parts.length, 10, "the pattern is built as it was");
const [work, gendered, persons, sequences, keycap, signs, either, bodies, rest, variation] = parts;
assert.equal(keycap, "[#*0-9]\\ufe0f?\\u20e3");
assert.equal(variation, "\\ufe0f");
const [workers, jobs] = [group(work), group(work.slice(work.indexOf("\\u200d") + 6))];
assert.deepEqual(members(workers), [0x1f468, 0x1f469]);
const inBodies = alternatives(group(bodies));
assert.equal(inBodies.length, 2);
const unescape = (source) => new Function(`return "${source}"`)();
const fixed = group(sequences)
  .split("|")
  .flatMap((source) => {
    const set = /^(.*)\\ud83d\[(.*)\]$/.exec(source);
    return set ? set[2].split("\\").slice(1).map((low) => `${set[1]}\\ud83d\\${low}`) : [source];
  })
  .map(unescape);
const flag = /^\\ud83c\\udd..\\ud83c/;
const letter = (c) => String.fromCodePoint(c - 0x1f1e6 + 0x41);
const flags = [];
for (const source of alternatives(group(rest)).filter((source) => flag.test(source))) {
  const first = unescape(source.slice(0, 12)).codePointAt(0);
  for (const second of members(source.slice(12))) flags.push(letter(first) + letter(second));
}
const regions = alternatives(group(rest)).filter((source) => source.includes("\\udb40")).map(unescape);
const singles = alternatives(group(rest)).filter((source) => !flag.test(source) && !source.includes("\\udb40"));

console.log(
  [
    "//! What X's own counting knows: written by `tests/text/tables.mjs`, which reads it\n" +
      "//! out of the npm package twitter-text 3.1.0. Not to be edited by hand.\n",
    text("DOMAINS", "Top-level domains, a space after each.", tlds.map((tld) => `${tld} `)),
    ranges(
      "ACCENTED",
      "Letters besides a to z that a domain without a scheme may have.",
      members(`[${pattern("latinAccentChars")}]`, "i", 0xffff),
    ),
    ranges("PATH", "What may stand in the path of an address, besides ASCII.", members(pattern("validGeneralUrlPathChars"), "i", 0xffff)),
    ranges("JOBS", "What a man or a woman is joined to: the job. Those below U+10000 need U+FE0F.", members(jobs.replaceAll("\\ufe0f", ""))),
    ranges("GENDERED", "May be joined to a gender, only with a skin tone or U+FE0F before it.", members(group(gendered))),
    ranges("PERSONS", "May be joined to a gender.", members(group(persons))),
    text("SEQUENCES", "Joined emoji that follow no rule, a space after each.", [...fixed, ...regions].map((one) => `${one} `)),
    ranges("SIGNS", "Emoji only before U+FE0F.", members(group(signs).replace("\\ufe0f", ""))),
    ranges("EITHER", "Emoji unless U+FE0E follows.", members(group(either))),
    ranges("EITHER_BODIES", "Emoji unless U+FE0E follows; may have a skin tone.", members(group(inBodies[0]))),
    ranges("BODIES", "Emoji that may have a skin tone.", members(inBodies[1])),
    text("FLAGS", "Flags, each by the two letters of its region.", [...new Set(flags)].sort()),
    ranges("SINGLES", "Emoji that stand by themselves.", members(singles.join("|"))),
  ]
    .join("\n")
    .trimEnd(),
);
