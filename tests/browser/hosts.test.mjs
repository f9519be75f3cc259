// The script tag pasted into pages of many shapes, and through editors: see hosts/.

import assert from "node:assert/strict";
import { Card } from "./card.mjs";
import { inEachEngine } from "./engine.mjs";
import { assertAlone, assertCard, assertNewTab, assertSigning, cardsOn } from "./hosts/check.mjs";
import { editors, library, snippets } from "./hosts/editors.mjs";
import { openElsewhere } from "./hosts/elsewhere.mjs";
import { shapes } from "./hosts/shapes.mjs";
import { page } from "./petition.mjs";
import { story } from "./story.mjs";

const refused = [/could not be loaded/, /could not be loaded/];

inEachEngine("The script tag on", (browser) => {
  for (const { host, tried, open, cards: count = 1, frame, signs, alone, stats, opens, complains = [] } of shapes) {
    story(browser, `${host}: ${tried}`, async (visit) => {
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
        const { cards, marked } = await cardsOn(driver, count);
        await until(`${count} cards`, marked);
        const [card] = cards;
        await assertCard(card, frame ? site.at(frame) : url);
        for (const other of cards.slice(1)) assert.match(await other.href("facebook"), /facebook/);
        if (signs) await assertSigning(card, until);
        if (opens) await assertNewTab(card, visit);
        if (alone) await assertAlone(card, until);
        if (stats) await until("the statistics", () => driver.executeScript(`return document.querySelector("share-sign-stats").shadowRoot?.querySelectorAll("svg").length > 0`));
      } finally {
        for (const close of closing) await close();
      }
    }, { complains: [...complains, ...(alone ? refused : [])] });
  }

  for (const { host, tried, paste, make, left } of editors) {
    story(browser, `${host}: ${tried}`, async ({ site, driver, open }) => {
      const url = site.page("/post.html", page(make(snippets[paste]), { scripts: "" }));
      await open(url);
      const words = () => driver.executeScript(`return [...document.querySelectorAll("a")].some((link) => link.href === arguments[0] && link.getClientRects().length > 0)`, library);
      if (left === "words") {
        assert.equal(await driver.executeScript("return Boolean(document.querySelector('share-sign')?.shadowRoot)"), false);
        assert.ok(!site.requests.some(({ path }) => path.startsWith("/pkg/")), "no script is left");
      } else {
        const card = await new Card(driver).ready();
        await assertCard(card, url);
      }
      assert.equal(await words(), left !== "card", "the words are there where the card is not");
    });
  }
});
