// The table of hosts in docs/hosts.md says of each row which test backs it: no row without
// its test, and no test without its row.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { editors } from "./hosts/editors.mjs";
import { frames } from "./hosts/frames.mjs";
import { shapes } from "./hosts/shapes.mjs";

const text = readFileSync(new URL("../../docs/hosts.md", import.meta.url), "utf8");
const table = text.split("\n").filter((line) => line.startsWith("|")).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
const [head, , ...rows] = table;

test("the table of hosts has a row for each test, and a test for each row that names one", () => {
  assert.deepEqual(head, ["host", "what was tried", "what happened", "what to paste", "test"]);
  const tests = { hosts: [...shapes, ...editors], frame: frames };
  for (const [file, tried] of Object.entries(tests)) {
    const wanted = tried.map(({ host, tried: what }) => `${host}: ${what}`);
    const found = rows.filter((row) => row[4] === file).map(([host, what]) => `${host}: ${what}`);
    assert.deepEqual(found.sort(), wanted.sort());
    assert.equal(new Set(wanted).size, wanted.length, "each is named once");
  }
  for (const { host, tried, signs, alone } of shapes) {
    const [, , happened] = rows.find((row) => row[0] === host && row[1] === tried);
    assert.equal(/\bsigns\b/.test(happened), Boolean(signs), `whether ${host}: ${tried} signs`);
    assert.equal(/could not be loaded|without the header/.test(happened), Boolean(alone), `whether ${host}: ${tried} misses files`);
  }
});

test("what nobody tried says so, and where it is from", () => {
  for (const [host, tried, happened, paste, backed] of rows) {
    assert.ok(host && tried && happened && paste, `${host} has an empty cell`);
    if (backed === "hosts" || backed === "frame") continue;
    assert.equal(backed, "–");
    assert.match(tried, /^not tried/, `${host} has no test`);
    assert.match(happened, /\]\(https?:|^nothing found/, `${host} cites what it says`);
  }
});
