// A page with a frame in it, and what happens in there.

import { readFileSync } from "node:fs";
import { Card } from "../card.mjs";

/** What docs/hosts.md says of frames, and frame.test.mjs tries. */
export const frames = [
  "as tall as its content, whatever happens in it",
  "scrolls where the page around it runs no script, and its links open beside that page",
  "speaks as its surroundings understand it",
  "as WordPress puts a pasted address into a sandbox",
  "takes nothing from strangers",
  "leads to the page around it where its file allows that, and counts who arrives there",
  "takes from its address only what cannot mislead",
  "shows the petition that its address names, from a file beside it",
].map((tried) => ({ host: "Frame (`embed.html`)", tried }));

const { html } = JSON.parse(readFileSync(new URL("../../../www/oembed.json", import.meta.url), "utf8"));

/** The petition's page for frames, on another site than the page around it. */
export const embed = (site, search = "") => `${site.twin}/www/embed.html${search}`;

/** The frame that oembed.json gives, with another address and other attributes. */
export const frame = (src, more = "") =>
  html.replace(/ (src|width|height|style|loading)="[^"]*"/g, "").replace("<iframe", `<iframe id="petition" src="${src}" ${more}`);

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
