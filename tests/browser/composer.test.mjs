// The supporter's own message, and the campaign's several wordings.

import assert from "node:assert/strict";
import { Key } from "./card.mjs";
import { inEachEngine } from "./engine.mjs";
import { element, page } from "./petition.mjs";
import { story } from "./story.mjs";

const wordings = ["Our library needs you.", "Sign to keep the library open!"];
const json = (settings) => `<script type="application/json">${JSON.stringify(settings)}</script>`;
const withMessages = (messages, values = {}) => page(element({ channels: "facebook x bluesky email copy", ...values }, json({ messages })));
const message = (href) => new URL(href).searchParams.get("text");
const variant = (href) => new URL(new URL(href).searchParams.get("url")).searchParams.get("utm_content");

async function openComposer(card, until) {
  await card.click("[data-open=composer]");
  await until("the composer", () => card.shown("dialog[open] textarea"));
}
const write = async (card, text) => {
  await card.click("#message");
  const field = await card.get("#message");
  await field.sendKeys(Key.chord(Key.CONTROL, "a"), Key.DELETE);
  await field.sendKeys(text);
};

inEachEngine("Composing", (browser) => {
  story(browser, "keeps one wording for each supporter, and names it in links and counts", async ({ site, card: open, reload }) => {
    const card = await open(site.page("/post.html", withMessages(wordings)));
    const href = await card.href("x");
    const letter = variant(href);
    assert.ok(["a", "b"].includes(letter), letter);
    assert.equal(message(href), wordings["ab".indexOf(letter)]);
    await reload();
    await card.ready();
    assert.equal(await card.href("x"), href, "the same one on the next visit");
    await card.run(`root.querySelector("[data-channel=x]").addEventListener("click", (event) => event.preventDefault())`);
    await card.click("[data-channel=x]");
    const [event] = await card.events("share");
    assert.equal(event.detail.variant, letter);
    const stored = await card.run("return Object.entries(localStorage).filter(([name]) => name.includes('/count/')).map(([, counts]) => counts).join('&')");
    const counted = [...new URLSearchParams(stored).keys()];
    assert.ok(counted.some((key) => key.endsWith(` share x ${letter}`)), stored);
  });

  story(browser, "finds every wording among many supporters", async ({ site, card: open, driver }) => {
    const url = site.page("/post.html", withMessages(wordings));
    const seen = new Set();
    for (let visit = 0; visit < 24 && seen.size < 2; visit += 1) {
      const card = await open(url);
      seen.add(variant(await card.href("x")));
      await driver.executeScript("localStorage.clear()");
    }
    assert.deepEqual([...seen].sort(), ["a", "b"]);
  });

  story(browser, "puts the supporter's words into every link at once, and forgets them with the page", async ({ site, card: open, until, reload }) => {
    const card = await open(site.page("/post.html", withMessages("Our library needs you.")));
    await openComposer(card, until);
    assert.equal(await card.run("return root.activeElement.id"), "message", "the focus is where one writes");
    assert.equal(await card.run("return root.querySelector('#message').value"), wordings[0]);
    await write(card, "I learnt to read there & so did my son");
    await until("the link", async () => message(await card.href("x")) === "I learnt to read there & so did my son");
    assert.equal(variant(await card.href("x")), "own");
    const previews = await card.text("[data-previews]");
    assert.match(previews, /I learnt to read there & so did my son/);
    assert.match(previews, /\d+ of 280/);
    assert.ok(!/Facebook/.test(previews), "a channel without text has nothing to preview");
    await card.press(Key.ESCAPE);
    await until("the dialog to close", async () => !(await card.find("dialog")));
    assert.match(message(await card.href("x")), /I learnt/);
    await reload();
    await card.ready();
    assert.equal(message(await card.href("x")), wordings[0]);
  });

  story(browser, "remembers the message where that is asked for, and forgets it again", async ({ site, card: open, until, reload }) => {
    const card = await open(site.page("/post.html", withMessages("Our library needs you.")));
    await openComposer(card, until);
    await write(card, "Mine");
    await card.click("#keep");
    await reload();
    await card.ready();
    assert.equal(message(await card.href("x")), "Mine");
    await openComposer(card, until);
    assert.equal(await card.run("return root.querySelector('#message').value + root.querySelector('#keep').checked"), "Minetrue");
    await card.click("[data-reset]");
    assert.equal(await card.run("return root.querySelector('#message').value"), wordings[0]);
    await reload();
    await card.ready();
    assert.equal(message(await card.href("x")), wordings[0]);
    assert.ok(!(await card.run("return Object.keys(localStorage).join()")).includes("/message/"));
  });

  story(browser, "offers each wording, and says where one is too long", async ({ site, card: open, until }) => {
    const card = await open(site.page("/post.html", withMessages([wordings[0], "library ".repeat(60)])));
    await openComposer(card, until);
    await card.click('[data-wording^="library"]');
    await until("the shortened message", async () => /too long/.test(await card.text("[data-previews]")));
    const text = message(await card.href("x"));
    assert.ok(text.endsWith("library…"), text);
    assert.ok(text.length <= 280 - 24);
  });

  story(browser, "gives the focus back to where it was", async ({ site, card: open, until }) => {
    const card = await open(site.page("/post.html", withMessages("Our library needs you.")));
    await card.run(`root.querySelector("[data-open=composer]").focus()`);
    await card.press(Key.ENTER);
    await until("the composer", () => card.shown("dialog[open] textarea"));
    await card.press(Key.ESCAPE);
    await until("the focus", async () => card.run(`return root.activeElement?.dataset.open === "composer"`));
  });

  story(browser, "says so where the dialog cannot be loaded", async ({ site, card: open, until }) => {
    const card = await open(site.page("/post.html", withMessages("Our library needs you.")));
    await card.run(`card.constructor.base = "http://127.0.0.1:9/"`);
    await card.click("[data-open=composer]");
    await until("the word", async () => /could not be loaded/.test((await card.partText("status")) ?? ""));
    assert.equal(message(await card.href("x")), wordings[0], "the rest works");
  }, { complains: [/could not be loaded/] });
});
