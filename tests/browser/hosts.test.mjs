// The script tag pasted into pages of many shapes, and through editors: see hosts/.

import assert from "node:assert/strict";
import { inEachEngine } from "./engine.mjs";
import { Card } from "./card.mjs";
import { assertAlone, assertCard, assertNewTab, assertSigning } from "./hosts/check.mjs";
import { editors, snippets } from "./hosts/editors.mjs";
import { openElsewhere } from "./hosts/elsewhere.mjs";
import { shapes } from "./hosts/shapes.mjs";
import { drawn, inFrames, shown } from "./hosts/together.mjs";
import { library, page } from "./petition.mjs";
import { story } from "./story.mjs";

const refused = [/could not be loaded/, /could not be loaded/];
const alone = shapes.filter((row) => row.signs || row.alone || row.stats);
const together = [
  ...shapes.filter((row) => !alone.includes(row)).map((row) => ({ cards: 1, ...row })),
  ...editors.map(({ paste, make, left, ...row }) => ({
    ...row,
    cards: left === "words" ? 0 : 1,
    words: left !== "card",
    open: ({ site, path }) => site.page(`${path}.html`, page(make(snippets[paste]), { scripts: "" })),
  })),
];

inEachEngine("The script tag", (browser) => {
  story(browser, "works in pages of many shapes and after many editors", async ({ site, driver, open, until }) => {
    const addresses = together.map((row, at) => row.open({ site, path: `/row-${at}` }));
    await open(site.page("/all.html", inFrames(addresses)));
    const wanted = together.map(({ cards }) => cards).join();
    await until(`as many cards as there should be in each frame: ${wanted}`, async () => (await drawn(driver)).join() === wanted);
    const found = await shown(driver);
    for (const [at, { host, tried, cards, words = false }] of together.entries()) {
      const { scripts, ...card } = found[at];
      const landings = Array(cards).fill(`${addresses[at]} facebook`);
      const drawnCard = { headline: library.headline, channels: library.channels, mail: "mailto:?subject=Keep%20the%20library%20open&bod", sign: "Sign", counted: 1 };
      assert.deepEqual(card, { console: [], words, landings, ...(cards ? drawnCard : {}) }, `${host}: ${tried}`);
      assert.equal(scripts > 0, cards > 0, `${host}: ${tried}: whether a script is left`);
    }
  });

  for (const { host, tried, open, frame, signs, alone: missing, opens, stats, noStats, complains = [] } of alone) {
    story(browser, `works on ${host}: ${tried}`, async (visit) => {
      const { site, driver, until } = visit;
      const closing = [];
      visit.elsewhere = async (options) => {
        const elsewhere = await openElsewhere(options);
        closing.push(elsewhere.close);
        return elsewhere;
      };
      try {
        const url = await open(visit);
        await visit.open(url);
        // What is said in the frame is read at the end.
        if (frame) await driver.switchTo().frame(await driver.findElement({ css: "iframe" }));
        const card = await new Card(driver).ready();
        await assertCard(card, frame ? site.at(frame) : url);
        if (signs) await assertSigning(card, until);
        if (opens) await assertNewTab(card, visit);
        if (stats) await until("the statistics", () => driver.executeScript(`return document.querySelector("share-sign-stats").shadowRoot?.querySelectorAll("svg").length > 0`));
        if (noStats) await until("the statistics to say so", () => driver.executeScript(`return /could not be loaded/.test(document.querySelector("share-sign-stats").textContent)`));
        if (missing) await assertAlone(card, until);
      } finally {
        for (const close of closing) await close();
      }
    }, { complains: [...complains, ...(missing ? refused : [])] });
  }
});
