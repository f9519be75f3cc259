// A page with a frame in it, and what happens in there.

import { Card } from "../card.mjs";

/** The petition's page for frames, on another site than the page around it. */
export const embed = (site, search = "") => `${site.twin}/www/embed.html${search}`;

export const frame = (src, more = "") => `<iframe data-share-sign id="petition" title="Petition" src="${src}" ${more}></iframe>`;

export const around = (body, { script = `<script async src="/pkg/frame.js"></script>`, head = "" } = {}) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Somebody’s blog</title>${head}${script}</head>
  <body style="margin: 0">${body}</body>
</html>`;

/** Enters the frame and waits for the card in it. */
export async function enter(driver, id = "petition") {
  await driver.switchTo().defaultContent();
  await driver.switchTo().frame(await driver.findElement({ id }));
  return new Card(driver).ready();
}

/** How tall the frame is, and how tall its content. */
export async function heights(driver) {
  await driver.switchTo().defaultContent();
  const { height, width } = await driver.executeScript(`const { clientHeight, clientWidth } = document.getElementById("petition"); return { height: clientHeight, width: clientWidth }`);
  await driver.switchTo().frame(await driver.findElement({ id: "petition" }));
  const inside = await driver.executeScript(`const { scrollHeight, scrollWidth, clientWidth } = document.documentElement;
    return { content: Math.ceil(document.documentElement.getBoundingClientRect().height), scrolls: scrollHeight > innerHeight, wide: scrollWidth > clientWidth }`);
  return { height, width, ...inside };
}
