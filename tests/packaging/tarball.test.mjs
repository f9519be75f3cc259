// What is in the tarball, and what a program without a browser gets from it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import test, { after, before, describe } from "node:test";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { install, pack, run, scratch } from "./package.mjs";

const hash = "[0-9a-f]{12}";
/** Every file of the package; the built ones carry the hash of their content. */
const EXPECTED = [
  "CHANGELOG.md",
  "LICENSE-APACHE",
  "LICENSE-MIT",
  "README.md",
  "bin/share-sign.js",
  "channels.d.ts",
  "custom-elements.json",
  "define.d.ts",
  "define.js",
  `dist/analytics-${hash}\\.js`,
  `dist/assets-${hash}\\.js`,
  `dist/channels-${hash}\\.js`,
  ...[..."bcdfkmops"].map((group) => `dist/icons-${group}-${hash}\\.js`),
  "dist/links.js",
  `dist/links-${hash}\\.js`,
  `dist/locale-en-${hash}\\.js`,
  `dist/locale-fr-${hash}\\.js`,
  "dist/manifest.js",
  `dist/more-${hash}\\.js`,
  `dist/more-fr-${hash}\\.js`,
  `dist/more-script-${hash}\\.js`,
  "dist/prerender.js",
  `dist/prerender-${hash}\\.js`,
  `dist/program-${hash}\\.js`,
  `dist/share_sign-${hash}\\.js`,
  `dist/share_sign-${hash}\\.script\\.js`,
  `dist/sign-${hash}\\.js`,
  `dist/sign-fr-${hash}\\.js`,
  `dist/sign-script-${hash}\\.js`,
  `dist/stats-${hash}\\.js`,
  `dist/stats-fr-${hash}\\.js`,
  `dist/stats-script-${hash}\\.js`,
  "dist/stats.js",
  "dist/wasm.js",
  "edge.js",
  "element.d.ts",
  "element.js",
  "embed.js",
  "flatten.js",
  "frame.js",
  "index.d.ts",
  "index.js",
  "languages.js",
  "links.d.ts",
  "load.js",
  "package.json",
  "patch.js",
  "prerender.d.ts",
  "react.d.ts",
  "seen.js",
  "settings.js",
  "share-sign.fr.js",
  "share-sign.js",
  "solid.d.ts",
  "stats.d.ts",
  "svelte.d.ts",
  "trusted.js",
  "types.js",
  "vue.d.ts",
  "wasm.d.ts",
];

describe("The package", () => {
  let place;
  let packed;
  let home;
  before(async () => {
    place = await scratch();
    packed = await pack(place.folder);
    home = await install(place.folder, packed.tarball);
  });
  after(() => place.remove());

  test("holds exactly its files", () => {
    const open = [...packed.files];
    const missing = EXPECTED.filter((expected) => {
      const at = open.findIndex((name) => new RegExp(`^${expected}$`).test(name));
      if (at >= 0) open.splice(at, 1);
      return at < 0;
    });
    assert.deepEqual({ missing, surplus: open }, { missing: [], surplus: [] });
  });

  test("names in its manifest only files that it holds", async () => {
    const manifest = JSON.parse(await readFile(join(home, "package.json"), "utf8"));
    const named = [];
    (function collect(value) {
      if (typeof value === "string") named.push(value);
      else if (value) Object.values(value).forEach(collect);
    })([manifest.exports, manifest.types, manifest.unpkg, manifest.jsdelivr, manifest.customElements]);
    assert.ok(named.length > 8);
    for (const name of named) {
      const path = name.replace(/^\.\//, "");
      assert.ok(packed.files.includes(path), `package.json names ${name}, which is not in the package`);
    }
    assert.equal(manifest.dependencies, undefined);
  });

  test("satisfies publint", async () => {
    const { messages, pkg } = await publint({ pkgDir: home, strict: true });
    assert.deepEqual(messages.map((message) => formatMessage(message, pkg, { color: false })), []);
  });

  const bare = (code) => run(process.execPath, ["--input-type=module", "--eval", code], { cwd: place.folder });

  test("is imported by a bare Node without touching a DOM", async () => {
    const { stdout, stderr } = await bare(`
      const touched = [];
      for (const name of ["document", "window", "customElements", "localStorage", "location"]) {
        Object.defineProperty(globalThis, name, { configurable: true, get() { touched.push(name); return undefined; } });
      }
      const program = await import("share-sign");
      await import("share-sign/define");
      await import("share-sign/element");
      await import("share-sign/stats");
      console.log(JSON.stringify({ touched: touched.filter((name) => name !== "customElements"), names: Object.keys(program) }));`);
    const { touched, names } = JSON.parse(stdout);
    assert.deepEqual(touched, []);
    assert.ok(names.includes("ShareSignElement"), names.join(" "));
    assert.equal(stderr, "");
  });

  test("defines nothing on a server, and says nothing", async () => {
    const { stdout, stderr } = await bare(`
      const before = Object.getOwnPropertyNames(globalThis).length;
      const { ShareSignElement } = await import("share-sign/element");
      ShareSignElement.define();
      console.log(Object.getOwnPropertyNames(globalThis).length - before);`);
    assert.equal(stdout.trim(), "0");
    assert.equal(stderr, "");
  });
});
