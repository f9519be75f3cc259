// Each project, built by its own tool, opened in a browser: the card is there, and a
// signature goes through.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { inEachEngine } from "../browser/engine.mjs";
import { openSite } from "../browser/site.mjs";
import { freePort } from "../browser/processes.mjs";
import { story } from "../browser/story.mjs";
import { watchScript } from "../browser/watch.mjs";
import { createServer } from "vite";
import { programsIn } from "./programs.mjs";
import { signAt } from "./signing.mjs";
import { contents, openWorkshop } from "./workshop.mjs";

/** The projects, and the folder that each puts its page into. */
const projects = {
  vite: "dist",
  webpack: "dist",
  rollup: "public",
  esbuild: "public",
  parcel: "dist",
  next: "out",
  astro: "dist",
  sveltekit: "build",
  vue: "dist",
  react: "dist",
  solid: "dist",
};
/** One that a bundler made and one that a server rendered are tried in every engine. */
const everywhere = ["vite", "next"];

let workshop;
before(async () => (workshop = await openWorkshop("bundlers/projects")));
after(() => workshop.close());

for (const [name, folder] of Object.entries(projects)) {
  test(`${name} puts each program into the bundle once, in a file of its own`, { timeout: 200000 }, async () => {
    await workshop.build(name);
    const files = await contents(join(workshop.folder, name, folder));
    const { links, ...programs } = await programsIn(files, workshop.home);
    assert.deepEqual(links, [], "nobody asked for links without a card");
    const places = Object.values(programs).flat();
    assert.equal(places.length, 4, `card, signing, dialogs and statistics once each: ${JSON.stringify(programs)}`);
    assert.equal(new Set(places).size, 4, JSON.stringify(programs));
    assert.deepEqual([...files.keys()].filter((path) => path.endsWith(".wasm")), []);
  });
}

/** One page has the statistics, too. */
const statistics = ({ driver, until }) =>
  until("the statistics", () =>
    driver.executeScript(`return document.querySelector("share-sign-stats").shadowRoot?.querySelector("[part=panel]")?.textContent.includes("1")`),
  );

inEachEngine("A page built with", (browser) => {
  for (const [name, folder] of Object.entries(projects)) {
    if (browser.name !== "chromium" && !everywhere.includes(name)) continue;
    story(browser, `${name} has a card that is signed`, async (visit) => {
      await workshop.build(name);
      const site = await openSite({ folders: { "/": join(workshop.folder, name, folder) } });
      try {
        await signAt(site.at("/"), visit, () => name === "react" && statistics(visit));
      } finally {
        await site.close();
      }
    });
  }

  if (browser.name !== "chromium") return;
  story(browser, "esbuild has a card where the policy is strict", async (visit) => {
    await workshop.build("esbuild");
    const folder = join(workshop.folder, "esbuild", "public");
    const site = await openSite({ folders: { "/": folder } });
    try {
      const watch = createHash("sha256").update(watchScript).digest("base64");
      const policy = `default-src 'none'; img-src data:; script-src 'self' 'wasm-unsafe-eval' 'sha256-${watch}'`;
      await signAt(site.page("/", await readFile(join(folder, "index.html"), "utf8"), { "content-security-policy": policy, "content-type": "text/html" }), visit);
    } finally {
      await site.close();
    }
  });

  story(browser, "Vite has a card while it is worked on", async (visit) => {
    const watch = { name: "watch", transformIndexHtml: () => [{ tag: "script", children: watchScript, injectTo: "head-prepend" }] };
    const server = await createServer({ root: join(workshop.folder, "vite"), plugins: [watch], logLevel: "error", server: { host: "127.0.0.1", port: await freePort() } });
    try {
      await server.listen();
      await signAt(server.resolvedUrls.local[0], visit);
    } finally {
      await server.close();
    }
  });
});
