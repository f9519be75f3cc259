// The demo's pages work as they stand, and the card's content before and without
// its script is of use.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { inEachEngine } from "./engine.mjs";
import { Card } from "./card.mjs";
import { post } from "./petition.mjs";
import { story } from "./story.mjs";

const demo = new URL("../../www/", import.meta.url);
// What Chromium and Firefox say of a page without WebAssembly is looked at in strict.test.mjs.
const pages = readdirSync(demo).filter((name) => name.endsWith(".html") && name !== "no-wasm.html");
/** How many cards a page asks for: elements, and script tags with a campaign of their own. */
const cards = (name) => readFileSync(new URL(name, demo), "utf8").match(/<share-sign\b(?=[\s>])|<script[^>]+data-campaign/g)?.length ?? 0;

inEachEngine("The demo", (browser) => {
  for (const name of pages) {
    story(browser, `${name} draws its cards and stays silent`, async ({ site, driver, until, open }) => {
      await open(site.at(`/www/${name}`));
      const wanted = cards(name);
      await until(`${wanted} cards`, () =>
        driver.executeScript(`return [...document.querySelectorAll("share-sign")].filter((one) => one.shadowRoot?.querySelector("[part~=card]")).length === arguments[0]`, wanted),
      );
      assert.ok(site.requests.every(({ path }) => path.startsWith("/www/") || path === "/favicon.ico"));
    });
  }

  story(browser, "the blog post in French is signed and shared", async ({ site, card: open }) => {
    const card = await open(site.at("/www/docteur.html"));
    await card.type("name", "Zoé Martin");
    await card.type("email", "zoe@example.org");
    if (await card.find("[name=consent][value=no]")) await card.click("[name=consent][value=no]");
    await card.sign();
    assert.match(await (await card.part("thanks")).getText(), /Merci/);
    assert.equal((await card.stats()).totals.sent, 1);
  });

  story(browser, "the fallback stays where the script cannot be had", async ({ site, driver, open, pause }) => {
    await open(site.page("/post.html", post({}, { scripts: "" })));
    await pause(300);
    const fallback = await driver.findElement({ css: "share-sign .fallback" });
    assert.ok(await fallback.isDisplayed());
    assert.equal(await new Card(driver).run("return root === null"), true);
  });
});
