// Many pages in one, each in a frame: what a visitor finds in each of them.

import { library as link } from "./editors.mjs";

/** A page with a frame for each address. */
export const inFrames = (addresses) =>
  `<!doctype html><html lang="en"><title>Many pages</title>${addresses.map((address) => `<iframe title="${address}" src="${address}" width="700" height="900"></iframe>`).join("")}`;

/** How many cards are drawn in each frame; -1 while its page loads. */
export const drawn = (driver) =>
  driver.executeScript(`return [...document.querySelectorAll("iframe")].map(({ contentDocument: page }) =>
    page.readyState !== "complete" ? -1 : [...page.querySelectorAll("share-sign")].filter(({ shadowRoot }) => shadowRoot?.querySelector("[part~=card]")).length)`);

/** What each frame shows. Its first card's link for mail is clicked. */
export const shown = (driver) =>
  driver.executeScript(
    `const visible = (found) => found?.getClientRects().length > 0;
     return [...document.querySelectorAll("iframe")].map(({ contentDocument: page, contentWindow: view }) => {
       const common = {
         console: view.__console.map(({ level, text }) => level + ": " + text),
         words: [...page.links].some((one) => one.href === arguments[0] && visible(one)),
         scripts: [...page.scripts].filter(({ src }) => src.includes("share-sign")).length,
         landings: [],
       };
       const cards = [...page.querySelectorAll("share-sign")].filter(({ shadowRoot }) => shadowRoot);
       if (!cards.length) return common;
       const [card] = cards;
       const root = card.shadowRoot;
       const get = (selector) => root.querySelector(selector);
       const before = card.stats().channels.email?.share ?? 0;
       get("[data-channel=email]").addEventListener("click", (event) => event.preventDefault());
       get("[data-channel=email]").click();
       return {
         ...common,
         headline: visible(get("[part~=headline]")) && get("[part~=headline]").innerText,
         channels: [...root.querySelectorAll("[data-channel]")].map(({ dataset }) => dataset.channel).join(" "),
         landings: cards.map((one) => new URL(new URL(one.shadowRoot.querySelector("[data-channel=facebook]").href).searchParams.get("u"))).map(({ origin, pathname, searchParams }) => origin + pathname + " " + searchParams.get("utm_source")),
         mail: get("[data-channel=email]").href.slice(0, 47),
         sign: visible(get("[part~=sign-button]")) && get("[part~=sign-button]").innerText,
         counted: card.stats().channels.email.share - before,
       };
     })`,
    link,
  );
