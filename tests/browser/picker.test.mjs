// All the other ways: the searchable dialog, channels without a share address,
// and servers of one's own.

import assert from "node:assert/strict";
import { Key } from "./card.mjs";
import { inEachEngine } from "./engine.mjs";
import { element, page, post } from "./petition.mjs";
import { story } from "./story.mjs";

// Nothing here may reach the real services: a click does all but leave.
const stay = `<script>
  addEventListener("click", (event) => {
    const link = event.composedPath().find((one) => one.localName === "a");
    if (link) { event.preventDefault(); (window.__left ??= []).push(link.href); }
  });
  window.open = (href) => void (window.__left ??= []).push(href);
</script>`;
const clipboard = (works) => `<script>
  Object.defineProperty(navigator, "clipboard", { value: {
    writeText: (text) => { window.__copied = text; return ${works} ? Promise.resolve() : Promise.reject(new DOMException("no", "NotAllowedError")) },
  } });
</script>`;

async function openPicker(card, until) {
  await card.click("[data-open=picker]");
  await until("the picker with its icons", () => card.run(`
    return Boolean(root.querySelector("dialog[open] [data-channel=xing] path[d]"))`));
}
const shown = (card) => card.run(`
  return [...root.querySelectorAll("dialog [data-channel]")].filter((one) => one.getClientRects().length).map((one) => one.dataset.channel)`);

inEachEngine("All channels", (browser) => {
  story(browser, "opens with the keyboard, is searched, and leads on", async ({ site, card: open, until, driver }) => {
    const card = await open(site.page("/post.html", post({}, { head: stay })));
    await card.run(`root.querySelector("[data-open=picker]").focus()`);
    await card.press(Key.ENTER);
    await until("the picker", () => card.run(`return Boolean(root.querySelector("dialog[open] [data-channel=xing] path[d]"))`));
    assert.ok((await shown(card)).length >= 100, `${(await shown(card)).length} channels`);
    assert.equal(await card.run("return root.activeElement.type"), "search", "one can type at once");
    await card.press("wykóp");
    assert.deepEqual(await until("one hit", async () => (await shown(card)).length === 1 && shown(card)), ["wykop"], "accents do not matter");
    await card.press(Key.ENTER);
    const [href] = await until("the way out", () => driver.executeScript("return window.__left"));
    assert.match(href, /^https:\/\/wykop\.pl\//);
    assert.equal((await card.stats()).channels.wykop.share, 1);
  });

  story(browser, "says so where nothing has that name, and Escape gives the focus back", async ({ site, card: open, until }) => {
    const card = await open(site.page("/post.html", post({})));
    await openPicker(card, until);
    await card.press("zzzz");
    await until("the word", async () => /no channel/i.test((await card.text("dialog [role=status]")) ?? ""));
    await card.press(Key.ESCAPE);
    await until("all of them again", async () => (await shown(card)).length > 100);
    await card.press(Key.ESCAPE);
    await until("the dialog to close", async () => !(await card.find("dialog[open]")));
    assert.equal(await card.run("return root.activeElement?.dataset.open"), "picker");
  });

  story(browser, "moves with the arrow keys", async ({ site, card: open, until }) => {
    const card = await open(site.page("/post.html", post({})));
    await openPicker(card, until);
    await card.press(Key.ARROW_DOWN);
    const focused = () => card.run("return root.activeElement?.dataset.channel");
    const [first, second] = await shown(card);
    assert.equal(await focused(), first);
    await card.press(Key.ARROW_RIGHT);
    assert.equal(await focused(), second);
    await card.press(Key.ARROW_LEFT);
    assert.equal(await focused(), first);
    await card.press(Key.ARROW_DOWN);
    assert.notEqual(await focused(), first);
    await card.press(Key.ARROW_UP);
    assert.equal(await focused(), first);
  });

  story(browser, "puts what was used last on top, and keeps nothing where tracking is off", async ({ site, card: open, until, reload }) => {
    const url = site.page("/post.html", post({}, { head: stay }));
    const card = await open(url);
    await openPicker(card, until);
    await card.click("dialog [data-channel=xing]");
    await reload();
    await card.ready();
    await openPicker(card, until);
    assert.equal((await shown(card))[0], "xing");
    assert.match(await card.text("dialog .category h4"), /used last/i);

    const silent = await open(site.page("/silent.html", post({ tracking: "off" }, { head: stay })));
    await silent.run("localStorage.clear()");
    await openPicker(silent, until);
    await silent.click("dialog [data-channel=xing]");
    assert.ok(!(await silent.run("return Object.keys(localStorage).join()")).includes("recent"));
  });

  story(browser, "shows a rare channel that the page asks for, with its icon, and loads no others", async ({ site, card: open, until }) => {
    const card = await open(site.page("/post.html", post({ channels: "xing twitter copy" })));
    await until("the icon", () => card.run(`return Boolean(root.querySelector("article [data-channel=xing] path[d]"))`));
    assert.deepEqual(await card.channels(), ["xing", "x", "copy"]);
    const files = await card.run(`return performance.getEntriesByType("resource").map(({ name }) => name.split("/").pop()).filter((name) => name.startsWith("icons-"))`);
    assert.equal(files.length, 1, files.join(" "));
    assert.deepEqual(await card.run("return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/more-'))"), []);
  });

  story(browser, "leaves out what closed, and says when", async ({ site, card: open, until }) => {
    const card = await open(site.page("/post.html", post({ channels: "pocket xing nonsense" })));
    await until("the channel", async () => (await card.channels()).join() === "xing");
  }, { complains: [/Pocket 2025-07-08/, /nonsense/] });

  story(browser, "shows people what they use in their language", async ({ site, card: open, until }) => {
    const card = await open(site.page("/post.html", page(element({ channels: undefined }), { lang: "ja" })));
    await until("LINE", async () => (await card.channels()).includes("line"));
  });

  story(browser, "copies and opens where a channel has no share address", async ({ site, card: open, until, driver }) => {
    const card = await open(site.page("/post.html", post({ channels: "instagram youtube copy" }, { head: stay + clipboard(true) })));
    await until("Instagram", async () => (await card.channels()).includes("instagram"));
    await card.click("[data-channel=instagram]");
    await until("the word", async () => /paste it there/i.test((await card.partText("status")) ?? ""));
    assert.match(await driver.executeScript("return window.__copied"), /^Keep the library open\s+http.*utm_source=instagram/);
    assert.match((await driver.executeScript("return window.__left"))[0], /^https:\/\/www\.instagram\.com/);
    assert.deepEqual((await card.stats()).channels.instagram, { share: 1, copy: 1 });
  });

  story(browser, "shows the text selected where the clipboard is refused", async ({ site, card: open, until }) => {
    const card = await open(site.page("/post.html", post({ channels: "tiktok copy" }, { head: stay + clipboard(false) })));
    await until("TikTok", async () => (await card.channels()).includes("tiktok"));
    await card.click("[data-channel=tiktok]");
    await until("a field with the text", () => card.shown("[part=link]"));
    assert.match(await card.run("return root.querySelector('[part=link]').value"), /Keep the library open[\s\S]*utm_source=tiktok/);
    assert.equal(await card.run("const field = root.querySelector('[part=link]'); return field.selectionEnd - field.selectionStart === field.value.length"), true);
  });

  story(browser, "leads to the campaign's own video on YouTube", async ({ site, card: open, until }) => {
    const film = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
    const card = await open(site.page("/post.html", post({ channels: "youtube copy", video: film })));
    await until("YouTube", async () => (await card.href("youtube")) === film);
  });

  story(browser, "asks once for the supporter's server, checks it, and remembers it here", async ({ site, card: open, until, driver, reload }) => {
    const card = await open(site.page("/post.html", post({ channels: "misskey copy" }, { head: stay })));
    await until("Misskey", async () => (await card.channels()).includes("misskey"));
    assert.equal(await card.href("misskey"), null, "a button until the server is known");
    await card.click("[data-channel=misskey]");
    await until("the question", () => card.shown("dialog[open] #server"));
    await card.press("not a server", Key.ENTER);
    await until("the error", () => card.shown("dialog .error"));
    assert.equal(await card.run("return root.querySelector('#server').value"), "not a server", "what was typed stays");
    assert.equal((await card.stats()).channels.misskey, undefined, "nothing is counted before it happens");
    const field = await card.get("#server");
    await field.sendKeys(Key.chord(Key.CONTROL, "a"), Key.DELETE);
    await field.sendKeys("@ada@Example.Social", Key.ENTER);
    const [href] = await until("the way out", () => driver.executeScript("return window.__left"));
    assert.match(href, /^https:\/\/example\.social\/share\?/);
    assert.equal((await card.stats()).channels.misskey.share, 1);
    await reload();
    await card.ready();
    await until("the link", async () => (await card.href("misskey"))?.startsWith("https://example.social/share?"));

    // It can be changed, and forgotten.
    await openPicker(card, until);
    await card.click("[data-server=misskey]");
    await until("the question", async () => (await card.run("return root.querySelector('dialog[open] #server')?.value")) === "example.social");
    const again = await card.get("#server");
    await again.sendKeys(Key.chord(Key.CONTROL, "a"), Key.DELETE);
    await again.sendKeys(Key.ENTER);
    await until("the button", async () => (await card.href("misskey")) === null);
    assert.ok(!(await card.run("return Object.keys(localStorage).join()")).includes("/server/"));
  });

  story(browser, "goes to the supporter's own Mastodon server once that is known", async ({ site, card: open, until, driver }) => {
    const card = await open(site.page("/post.html", post({ channels: "mastodon copy" }, { head: stay })));
    await until("Mastodon's own tool", async () => (await card.href("mastodon"))?.startsWith("https://share.joinmastodon.org/"));
    await openPicker(card, until);
    await card.click("[data-server=mastodon]");
    await until("the question", () => card.shown("dialog[open] #server"));
    await card.press("https://example.social/@ada", Key.ENTER);
    const href = await until("the way out", async () => (await driver.executeScript("return window.__left ?? []")).at(-1));
    assert.match(href, /^https:\/\/example\.social\/share\?/);
    await until("the link", async () => (await card.href("mastodon")) === href);
  });
});
