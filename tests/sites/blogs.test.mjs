// Each blog of examples/sites, built by its generator for a site of its own and for
// one below a folder of a site: from its front page to the post, and all the way of
// a supporter; and what is there for a visitor without scripts.

import assert from "node:assert/strict";
import test, { after, before, describe } from "node:test";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Card } from "../browser/card.mjs";
import { chosen as engines, inEachEngine, launch } from "../browser/engine.mjs";
import { openSite } from "../browser/site.mjs";
import { story } from "../browser/story.mjs";
import { install, pack, scratch } from "../packaging/package.mjs";
import { buildBlog, generators, worse } from "./blogs.mjs";

// The generators differ in the pages that they write, and browsers in how they read
// modules from a bundler: the blog with the bundler is opened in all engines.
const BUNDLED = "astro";

/** Where the blogs stand in their sites, and which of them go through `share-sign prerender`. */
const ways = [
  { prefix: "/", prerendered: false },
  { prefix: "/blog/", prerendered: true },
];

const petition = {
  headline: 'Keep "Bücher & Brot" open 📚',
  text: `Books < bread? Not here: "Bücher & Brot" has sold both since 1987. Now its rent doubles, and Müller's may not stay.`,
  privacy: "https://example.org/privacy?list=no&kept=short",
  message: 'Where else are "a loaf & a novel" < 10 €? Keep it open! 📚',
  onX: "Books & bread < rent? No! 📚",
};

let place;
const sites = new Map();

/** A site with the blog, built for its address when it is first asked for. */
function blog(name, way) {
  const key = name + way.prefix;
  if (!sites.has(key)) sites.set(key, build(name, way));
  return sites.get(key);
}

async function build(name, { prefix, prerendered }) {
  const folders = {};
  const site = await openSite({ folders });
  const folder = join(place.folder, `${name}-${prerendered ? "prerendered" : "plain"}`);
  await mkdir(folder);
  const url = new URL(site.origin + prefix);
  folders[prefix] = await buildBlog(name, folder, { home: place.home, url, prerendered });
  return { ...site, home: url.href };
}

before(async () => {
  place = await scratch();
  place.home = await install(place.folder, (await pack(place.folder)).tarball);
  // The slowest build goes on while the other blogs are visited; who waits for it hears of a failure.
  for (const way of ways) blog(BUNDLED, way).catch(() => {});
});
after(async () => {
  for (const site of sites.values()) await (await site.catch(() => undefined))?.close();
  await place.remove();
});

/** Follows the front page's link to a post, and returns the post's address. */
async function openPost(driver, open, home, title) {
  await open(home);
  const href = await driver.executeScript(
    "return [...document.links].find((link) => link.textContent.includes(arguments[0]))?.href ?? null",
    title,
  );
  assert.ok(href?.startsWith(home), `the front page should link to "${title}"; it links to ${href}`);
  await open(href);
  return href;
}

const told = ({ prefix, prerendered }) => `at ${prefix}${prerendered ? ", prerendered" : ""}`;

inEachEngine("A blog", (browser) => {
  const opened = generators.filter((name) => browser.name === "chromium" || name === BUNDLED);
  for (const [name, way] of ways.flatMap((way) => opened.map((name) => [name, way]))) {
    const title = `made with ${name}, ${told(way)}, is read, signed and shared`;
    const body = async ({ driver, open, until }) => {
      const { home } = await blog(name, way);
      const url = await openPost(driver, open, home, "Bücher");
      const card = await new Card(driver).ready();
      // A prerendered card is there before the script that takes it over.
      await until("the script", async () => (await card.events("ready")).length > 0);
      assert.equal(await card.partText("headline"), worse(name, petition.headline));
      assert.equal(await card.partText("text"), petition.text);
      const addresses = await card.run(`return [...root.querySelectorAll("a")].map(({ href }) => href)`);
      assert.ok(addresses.includes(petition.privacy), `no link to ${petition.privacy} among ${addresses.join(" ")}`);

      const links = Object.fromEntries((await card.links()).map((link) => [link.channel, link]));
      assert.equal(links.x.text, worse(name, petition.onX));
      assert.equal(links.email.text, worse(name, petition.message));
      const landing = new URL(new URL(links.facebook.href).searchParams.get("u"));
      assert.equal(landing.origin + landing.pathname, url);
      assert.equal(landing.searchParams.get("utm_source"), "facebook");

      await card.type("name", "Ada Lovelace");
      await card.type("email", "ada@example.org");
      await card.sign();
      await card.part("thanks");
      assert.match(await card.partText("thanks"), /Thank you, Ada Lovelace!/);
    };
    // The first visit waits for the generator.
    story(browser, title, body, { patience: 120000 });
  }

  if (browser.name !== "chromium") return;

  story(browser, "made with hugo has a French post with a French card", async ({ driver, open }) => {
    const { home } = await blog("hugo", ways[1]);
    await openPost(driver, open, home, "bibliobus");
    const card = await new Card(driver).ready();
    assert.equal(await card.partText("headline"), `Gardons le « bibliobus » de l'Ardèche & ses "4 roues" 🚌`);
    assert.equal(await card.partText("sign-button"), "Signer");
  });
});

// One engine is enough: without scripts there is nothing of ours that runs.
describe("A blog without scripts", { skip: !engines.includes("chromium") && "only looked at in chromium" }, () => {
  let browser;
  before(async () => (browser = await launch("chromium", { javascript: false })), { timeout: 90000 });
  after(() => browser.close(), { timeout: 30000 });

  for (const [name, way] of ways.flatMap((way) => generators.map((name) => [name, way]))) {
    const what = way.prerendered ? "the card and its share links" : "the words and the link inside the element";
    test(`made with ${name}, ${told(way)}, shows ${what}`, { timeout: 120000 }, async () => {
      const { driver } = browser;
      const { home } = await blog(name, way);
      const url = await openPost(driver, (address) => driver.get(address), home, "Bücher");
      if (way.prerendered) {
        const card = new Card(driver);
        assert.equal(await card.partText("headline"), worse(name, petition.headline));
        assert.ok((await card.href("facebook")).includes(encodeURIComponent(url)));
      } else {
        const shown = await driver.findElement({ css: "share-sign p" });
        assert.equal(await shown.getText(), `${worse(name, petition.headline)}: shop@example.org`);
        assert.equal(await driver.findElement({ css: "share-sign a" }).getAttribute("href"), "mailto:shop@example.org");
      }
    });
  }
});
