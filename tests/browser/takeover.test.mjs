// A page that was prerendered: the card is there before any script, and the script
// takes it over without drawing it again.

import assert from "node:assert/strict";
import { Card } from "./card.mjs";
import { inEachEngine } from "./engine.mjs";
import { attributes, library, page, post } from "./petition.mjs";
import { story } from "./story.mjs";

// What prerendering writes, here from a card that a browser drew.
async function prerendered({ open, site, driver }, values) {
  await open(site.page("/model.html", post({ tracking: "off", ...values })));
  const card = await new Card(driver).ready();
  const html = await card.run("return root.innerHTML");
  const css = await card.run("return [...root.adoptedStyleSheets[0].cssRules].map(({ cssText }) => cssText).join('')");
  return `<template shadowrootmode="open" data-share-sign><style>${css}</style>${html}</template>`;
}

// Keeps what is there before the script, and counts what changes.
const watching = `<script>
  const card = document.querySelector("share-sign");
  window.before = card.shadowRoot && [...card.shadowRoot.querySelectorAll("article, h2, form, input, a, button, progress")];
  window.changes = [];
  if (card.shadowRoot) new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      changes.push([type, target.localName ?? target.nodeName, attributeName, ...[...addedNodes, ...removedNodes].map((node) => node.nodeName)].join(" "));
    }
  }).observe(card.shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true });
</script>`;

inEachEngine("A prerendered card", (browser) => {
  for (const typed of ["", "Ada"]) story(browser, typed ? "keeps what was typed before the script" : "is taken over as it stands", async (visit) => {
    const { site, driver, pause } = visit;
    const template = await prerendered(visit, { url: "https://example.org/library" });
    const host = (values) => `<share-sign ${attributes({ ...library, ...values })}>${template}<p>Fallback words</p></share-sign>`;
    const body = host({ tracking: "off", url: "https://example.org/library" });
    const late = `<script>setTimeout(() => document.head.append(Object.assign(document.createElement("script"), { src: "/pkg/share-sign.js" })), 400)</script>`;
    const url = site.page("/post.html", page(body + watching + late, { scripts: "" }));
    await driver.get(url);
    assert.equal(await driver.executeScript("return document.querySelector('share-sign').shadowRoot.querySelector('h2').offsetHeight > 0"), true, "it is there without the script");
    const card = new Card(driver);
    if (typed) await card.type("name", typed);
    await card.run("return new Promise((over) => customElements.whenDefined('share-sign').then(() => setTimeout(over, 600)))");
    await pause(300);
    const { changes, kept, shifts } = await driver.executeScript(`return {
      changes,
      kept: before.every((element) => element.isConnected),
      shifts: window.__shifts.filter(({ afterInput }) => !afterInput).map(({ value, what }) => value + " " + what),
    }`);
    assert.equal(kept, true, "every element stays");
    // Typing changes attributes, too.
    const drawn = changes.filter((change) => !typed || change.startsWith("childList"));
    assert.deepEqual(drawn, ["childList #document-fragment  STYLE"], "nothing changes but where the style comes from");
    assert.deepEqual(shifts, []);
    assert.equal(await card.value("name"), typed);
  });

  story(browser, "made for a single script tag becomes that tag’s card", async (visit) => {
    const { site, driver, card: open } = visit;
    const template = await prerendered(visit, { url: "https://example.org/library" });
    const values = { ...library, tracking: "off", url: "https://example.org/library" };
    const data = Object.fromEntries(Object.entries(values).map(([name, value]) => [`data-${name}`, value]));
    const body = `<share-sign data-made="script" ${attributes(values)}>${template}</share-sign><script src="/pkg/share-sign.js" ${attributes(data)}></script>`;
    await open(site.page("/post.html", page(body, { scripts: "" })));
    assert.equal(await driver.executeScript("return document.querySelectorAll('share-sign').length"), 1);
  });
});
