// A page that was prerendered: the card is there before any script, and the script
// takes it over without drawing it again.

import assert from "node:assert/strict";
import { prerender } from "../../pkg/dist/prerender.js";
import { Card } from "./card.mjs";
import { inEachEngine } from "./engine.mjs";
import { attributes, element, library, page } from "./petition.mjs";
import { story } from "./story.mjs";

// Keeps what is there before the script, and counts what changes.
const watching = `<script>
  const card = document.querySelector("share-sign");
  window.before = card.shadowRoot && [...card.shadowRoot.querySelectorAll("article, h2, form, input:not([type=hidden]), a, button, progress")];
  window.changes = [];
  if (card.shadowRoot) new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      changes.push([type, target.localName ?? target.nodeName, attributeName, ...[...addedNodes, ...removedNodes].map((node) => node.nodeName)].join(" "));
    }
  }).observe(card.shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true });
</script>`;

const url = "https://example.org/library";
const scripts = [
  { title: "as it stands", values: { url } },
  { title: "with channels that a first view does not bring", values: { url, channels: "mastodon hackernews line facebook" } },
  { title: "that posts without scripts", values: { url, destination: "form:https://formspree.io/f/abcdwxyz" } },
  { title: "with what was typed before the script", values: { url }, typed: "Ada" },
];

inEachEngine("A prerendered card", (browser) => {
  for (const { title, values, typed = "" } of scripts) story(browser, `is taken over ${title}`, async ({ site, driver }) => {
    const card = new Card(driver);
    const late = `<script>setTimeout(() => document.head.append(Object.assign(document.createElement("script"), { src: "/pkg/share-sign.js" })), 400)</script>`;
    const { html, problems } = prerender(page(element(values) + watching + late, { scripts: "" }), { url });
    assert.deepEqual(problems, []);
    await driver.get(site.page("/post.html", html));
    assert.equal(await card.run("return root.querySelector('h2').offsetHeight > 0"), true, "it is there without the script");
    if (typed) await card.type("name", typed);
    await card.run("return new Promise((over) => customElements.whenDefined('share-sign').then(() => setTimeout(over, 900)))");
    const { changes, kept, shifts } = await driver.executeScript(`return {
      changes,
      kept: before.every((element) => element.isConnected),
      shifts: window.__shifts.filter(({ afterInput }) => !afterInput).map(({ value, what }) => value + " " + what),
    }`);
    assert.equal(kept, true, "every element stays");
    // Links get the supporter's token, and typing changes attributes, too.
    const drawn = changes.filter((change) => !change.startsWith("attributes"));
    assert.deepEqual(drawn.filter((change) => !/ (STYLE|DIV|INPUT)$/.test(change)), [], "only the style goes, and what is for browsers without scripts");
    assert.ok(drawn.length > 0);
    assert.deepEqual(shifts, []);
    assert.equal(await card.value("name"), typed);
    if (!typed) {
      await card.sign();
      assert.match(await card.error("name"), /\w/, "the form works");
    }
  });

  story(browser, "made for a single script tag becomes that tag’s card", async ({ site, driver, card: open }) => {
    const data = Object.fromEntries(Object.entries({ ...library, url }).map(([name, value]) => [`data-${name}`, value]));
    const tag = `<script src="/pkg/share-sign.js" ${attributes(data)}></script>`;
    const { html } = prerender(page(tag, { scripts: "" }), { url });
    const card = await open(site.page("/post.html", html));
    await card.run("return new Promise((over) => customElements.whenDefined('share-sign').then(over))");
    assert.equal(await driver.executeScript("return document.querySelectorAll('share-sign').length"), 1);
    assert.equal(await card.run("return root.querySelectorAll('style').length"), 0, "it was taken over");
  });
});
