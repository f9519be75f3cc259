// Whether TypeScript finds the types of each entry point, however it resolves them. The
// package has ES modules only, so that a CommonJS file gets one is no fault here.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { pack, scratch } from "../packaging/package.mjs";

let place;
before(async () => (place = await scratch()));
after(() => place.remove());

test("The types are found, and are right, by every way of resolving", { timeout: 120000 }, async () => {
  const { tarball } = await pack(place.folder);
  const { types, entrypoints, problems } = await checkPackage(createPackageFromTarballData(new Uint8Array(await readFile(tarball))));
  assert.equal(types.kind, "included");
  assert.ok(Object.keys(entrypoints).includes("./stats"), Object.keys(entrypoints).join(" "));
  // The script tag's file is none to import: it is there to be copied or linked.
  const meant = ({ kind, entrypoint, resolutionKind }) => kind === "CJSResolvesToESM" || (entrypoint === "./share-sign.js" && resolutionKind === "node10");
  const wrong = problems.filter((problem) => !meant(problem));
  assert.deepEqual(wrong.map(({ kind, entrypoint, resolutionKind }) => [kind, entrypoint, resolutionKind]), []);
});
