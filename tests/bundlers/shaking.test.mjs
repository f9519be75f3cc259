// What lands in a bundle of what somebody imports.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import * as esbuild from "esbuild";
import * as rollup from "rollup";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import * as vite from "vite";
import webpack from "webpack";
import { programsIn } from "./programs.mjs";
import { contents, openWorkshop } from "./workshop.mjs";

const none = { card: 0, sign: 0, more: 0, stats: 0, links: 0 };
const card = { ...none, card: 1, sign: 1, more: 1, stats: 1 };
const sources = {
  "a class that is not used": [`import { ShareSignElement } from "share-sign/element";`, none],
  "functions that are not used": [`import { channels, shareLinks } from "share-sign/links";`, none],
  "a file with types only": [`import "share-sign/react";`, none],
  "one function of share-sign/links": [`import { channels } from "share-sign/links"; console.log(channels());`, { ...none, links: 1 }],
  "the class, to define it elsewhere": [`import { ShareSignElement } from "share-sign/element"; ShareSignElement.define("my-petition");`, card],
  "the element": [`import "share-sign/define";`, card],
  "the package, for its effect": [`import "share-sign";`, card],
  "the package, with a function for links": [`import { measure } from "share-sign"; console.log(measure("x", "Hello"));`, { ...card, links: 1 }],
  "the statistics": [`import "share-sign/stats";`, { ...none, stats: 1 }],
};

// With the bundlers that take longer only what tells most is tried.
const all = Object.keys(sources);
const few = [all[0], all[3], all[6]];
const slow = ["vite", "webpack"];

/** Each makes a bundle of `entry` in the folder `to`. */
const bundlers = {
  async esbuild(entry, to) {
    await esbuild.build({ entryPoints: [entry], bundle: true, splitting: true, minify: true, format: "esm", outdir: to, logLevel: "silent" });
  },
  async rollup(entry, to) {
    const bundle = await rollup.rollup({ input: entry, plugins: [nodeResolve()], onwarn() {} });
    await bundle.write({ dir: to, format: "es" });
    await bundle.close();
  },
  async vite(entry, to) {
    const rolldownOptions = { input: entry, preserveEntrySignatures: "strict" };
    await vite.build({ root: to, logLevel: "silent", configFile: false, build: { outDir: to, modulePreload: false, rolldownOptions } });
  },
  async webpack(entry, to) {
    const stats = await promisify(webpack)({ mode: "production", entry, output: { path: to }, experiments: { outputModule: true } });
    assert.ok(!stats.hasErrors(), stats.toString());
  },
};

let workshop;
before(async () => (workshop = await openWorkshop()));
after(() => workshop.close());

let number = 0;
async function bundle(make, source) {
  const project = join(workshop.folder, `${(number += 1)}`);
  await mkdir(project);
  const entry = join(project, "main.js");
  await writeFile(entry, source);
  const to = join(project, "made");
  await mkdir(to);
  await make(entry, to);
  const files = await contents(to);
  const programs = await programsIn(files, workshop.home);
  return { files, programs };
}

for (const [name, make] of Object.entries(bundlers)) {
  describe(`In a bundle by ${name} there is, of`, () => {
    for (const what of slow.includes(name) ? few : all) {
      const [source, expected] = sources[what];
      test(`${what}, what it needs`, { timeout: 60000 }, async () => {
        const { files, programs } = await bundle(make, source);
        if (expected === none) {
          // esbuild writes chunks that nothing loads, so what counts is the first one.
          const code = files.get("main.js") ?? [...files.values()].join("");
          assert.ok(code.length < 200 && !/import|require/.test(code), `expected next to nothing, found ${code.slice(0, 300)}`);
          return;
        }
        const times = Object.fromEntries(Object.entries(programs).map(([program, places]) => [program, places.length]));
        assert.deepEqual(times, expected);
      });
    }
  });
}
