// Each project, built by its own tool, opened in a browser: the card is there, and a
// signature goes through.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { inEachEngine } from "../browser/engine.mjs";
import { openSite } from "../browser/site.mjs";
import { Card } from "../browser/card.mjs";
import { story } from "../browser/story.mjs";
import { programsIn } from "./programs.mjs";
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

inEachEngine("A page built with", (browser) => {
  for (const [name, folder] of Object.entries(projects)) {
    if (browser.name !== "chromium" && !everywhere.includes(name)) continue;
    story(browser, `${name} has a card that is signed`, async ({ driver, open, until }) => {
      await workshop.build(name);
      const site = await openSite({ folders: { "/": join(workshop.folder, name, folder) } });
      try {
        await open(site.at("/"));
        const card = await new Card(driver).ready();
        assert.equal(await card.partText("headline"), "Keep the library open");
        await card.type("name", "Ada Lovelace");
        await card.type("email", "ada@example.org");
        await card.sign();
        await card.part("thanks");
        assert.equal((await card.stats()).totals.sign, 1);
        await until("the page to hear of it", () => driver.executeScript("return /Somebody signed/.test(document.querySelector('#signed').textContent)"));
        await card.click("[data-open=picker]");
        await until("all channels", () => card.run("return root.querySelectorAll('dialog[open] [data-channel]').length > 90"));
      } finally {
        // Leaving by this way, the story looks at the console.
        await open("about:blank");
        await site.close();
      }
    });
  }
});
