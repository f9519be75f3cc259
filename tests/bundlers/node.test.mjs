// The package in Node: as an ES module, from CommonJS, and in a test with jsdom.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { run } from "../packaging/package.mjs";
import { openWorkshop } from "./workshop.mjs";

let workshop;
before(async () => (workshop = await openWorkshop("bundlers/projects")));
after(() => workshop.close());

async function node(file, source) {
  const path = join(workshop.folder, file);
  if (source) await writeFile(path, source);
  const { stdout, stderr } = await run(process.execPath, [path], { cwd: workshop.folder });
  assert.equal(stderr, "");
  return stdout.trim();
}

const campaign = `{ url: "https://example.org/library", headline: "Keep the library open" }`;
const expected = "https://example.org/library?utm_source=x&utm_medium=share&utm_campaign=example-org-library";

test("Node imports it", async () => {
  const said = await node("links.mjs", `import { shareLinks } from "share-sign/links"; console.log(shareLinks(${campaign}, ["x"])[0].url);`);
  assert.equal(said, expected);
});

test("Node gets the program, which is sound", async () => {
  const said = await node("wasm.mjs", `import { program } from "share-sign/wasm"; console.log(WebAssembly.validate(program()), program().length > 50000);`);
  assert.equal(said, "true true");
});

test("CommonJS imports it when it is needed", async () => {
  const said = await node("later.cjs", `import("share-sign/links").then(({ shareLinks }) => console.log(shareLinks(${campaign}, ["x"])[0].url));`);
  assert.equal(said, expected);
});

const modern = process.features.require_module;
test("CommonJS requires it", { skip: modern ? false : "this Node cannot require an ES module; 20.19 and 22.12 can" }, async () => {
  const said = await node("links.cjs", `const { shareLinks } = require("share-sign/links"); require("share-sign"); console.log(shareLinks(${campaign}, ["x"])[0].url);`);
  assert.equal(said, expected);
});

test("jsdom draws a card that is signed", async () => {
  assert.match(await node("jsdom/petition.test.js"), /^Thank you, Ada Lovelace!/);
});
