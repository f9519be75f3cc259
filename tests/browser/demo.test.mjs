// The demo's pages work as they stand, and the card's content before and without
// its script is of use.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inEachEngine } from "./engine.mjs";
import { Card } from "./card.mjs";
import { post } from "./petition.mjs";
import { openSite } from "./site.mjs";
import { story } from "./story.mjs";

const demo = new URL("../../www/", import.meta.url);
// What Chromium and Firefox say of a page without WebAssembly is looked at in strict.test.mjs.
const pages = readdirSync(demo).filter((name) => name.endsWith(".html") && name !== "no-wasm.html");
/** How many cards a page asks for: elements, and script tags with a campaign of their own. */
const cards = (name) => readFileSync(new URL(name, demo), "utf8").match(/<share-sign\b(?=[\s>])|<script[^>]+data-campaign/g)?.length ?? 0;

/** What the site's navigation leads to, and examples with one card, two, and statistics. */
const framed = ["index", "configurator", "gallery", "reference", "what-it-stores", "content-security", "json", "two", "stats"];

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

  story(browser, "the site stands under any address, and is not wider than a telephone", async ({ driver, until, open }) => {
    const folder = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
    const site = await openSite({ folders: { "/some/where/pkg/": folder("pkg"), "/some/where/": folder("www") } });
    try {
      const frames = framed.map((name) => `<iframe title="${name}" width="320" height="600" src="/some/where/${name}.html"></iframe>`).join("");
      await open(site.page("/frames.html", `<!doctype html><html lang="en"><title>Frames</title>${frames}`));
      const look = () => driver.executeScript(`return [...document.querySelectorAll("iframe")].map(({ title, contentDocument: page, contentWindow: view }) => ({
        title,
        ready: page.readyState === "complete" && [...page.querySelectorAll("share-sign")].every((card) => card.shadowRoot?.querySelector("[part~=card]")),
        width: page.documentElement.scrollWidth,
        console: view.__console.map(({ text }) => text),
      }))`);
      await until("all pages", async () => (await look()).every(({ ready }) => ready), 20000);
      for (const { title, width, console } of await look()) {
        assert.ok(width <= 320, `${title} is ${width} pixels wide`);
        assert.deepEqual(console, [], title);
      }
      const elsewhere = site.requests.map(({ path }) => path).filter((path) => !/^\/(some\/where\/|frames\.html|favicon\.ico)/.test(path));
      assert.deepEqual(elsewhere, []);
    } finally {
      await site.close();
    }
  });

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
