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

// The generators differ in the pages that they write, and browsers in how they
// read modules from a bundler: the blog with the bundler is opened in all engines.
// As it takes longest to build, it is built once, for the harder address.
const BUNDLED = "astro";
const PREFIXES = ["/", "/blog/"];
const all = PREFIXES.flatMap((prefix) => generators.map((name) => [name, prefix]));
const lean = all.filter(([name, prefix]) => name !== BUNDLED || prefix !== "/");
const chosen = (browser) => lean.filter(([name]) => browser.name === "chromium" || name === BUNDLED);

const petition = {
  headline: 'Keep "Bücher & Brot" open 📚',
  text: `Books < bread? Not here: "Bücher & Brot" has sold both since 1987. Now its rent doubles, and Müller's may not stay.`,
  privacy: "https://example.org/privacy?list=no&kept=short",
  message: 'Where else are "a loaf & a novel" < 10 €? Keep it open! 📚',
  onX: "Books & bread < rent? No! 📚",
};

let place;
const sites = new Map();

/** A site with the blog below `prefix`, built for its address when it is first asked for. */
function blog(name, prefix) {
  const key = name + prefix;
  if (!sites.has(key)) sites.set(key, build(name, prefix));
  return sites.get(key);
}

async function build(name, prefix) {
  const folders = {};
  const site = await openSite({ folders });
  const folder = join(place.folder, `${sites.size}`);
  await mkdir(folder);
  folders[prefix] = await buildBlog(name, folder, place.home, new URL(site.origin + prefix));
  return { ...site, home: site.origin + prefix };
}

before(async () => {
  place = await scratch();
  place.home = await install(place.folder, (await pack(place.folder)).tarball);
  // The slowest build goes on while the other blogs are visited; who waits for it hears of a failure.
  blog(BUNDLED, "/blog/").catch(() => {});
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

inEachEngine("A blog", (browser) => {
  for (const [name, prefix] of chosen(browser)) {
    const title = `made with ${name}, at ${prefix}, is read, signed and shared`;
    const body = async ({ driver, open }) => {
      const { home } = await blog(name, prefix);
      const url = await openPost(driver, open, home, "Bücher");
      const card = await new Card(driver).ready();
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
    const { home } = await blog("hugo", "/blog/");
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

  for (const name of generators) {
    test(`made with ${name} shows the words and the link inside the element`, { timeout: 120000 }, async () => {
      const { driver } = browser;
      const { home } = await blog(name, "/blog/");
      await openPost(driver, (url) => driver.get(url), home, "Bücher");
      const shown = await driver.findElement({ css: "share-sign p" });
      assert.equal(await shown.getText(), `${worse(name, petition.headline)}: shop@example.org`);
      assert.equal(await driver.findElement({ css: "share-sign a" }).getAttribute("href"), "mailto:shop@example.org");
    });
  }
});
