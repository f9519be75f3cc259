// The card in a frame on somebody else's site: as tall as its content, with links that
// lead out of it, and with nothing taken from strangers.

import assert from "node:assert/strict";
import { Card } from "./card.mjs";
import { inEachEngine } from "./engine.mjs";
import { around, embed, enter, frame, frames, heights } from "./hosts/frames.mjs";
import { story } from "./story.mjs";

const petition = "https://example.org/night-bus";
const landing = async (card) => new URL(new URL(await card.href("facebook")).searchParams.get("u"));
const fits = ({ height, content, scrolls }) => height === content && !scrolls;
const wide = `style="border: 0; width: 100%" height="900"`;

inEachEngine("A frame with a card", (browser) => {
  const untold = new Set(frames.map(({ tried }) => tried));
  function row(title, ...rest) {
    if (!untold.delete(title)) throw new Error(`hosts/frames.mjs does not name "${title}", or it is tried twice`);
    story(browser, title, ...rest);
  }

  row("as tall as its content, whatever happens in it", async ({ site, driver, open, until }) => {
    await open(site.page("/blog.html", around(frame(embed(site), wide))));
    const card = await enter(driver);
    const settled = (what) => until(what, async () => fits(await heights(driver)));
    await settled("the height of the card");
    const before = (await heights(driver)).height;
    await card.run(`root.querySelector("[part~=sign-button]").click()`);
    await until("what is wrong with the form", async () => (await card.error("name")) !== "");
    await settled("the height with the errors");
    assert.ok((await heights(driver)).height > before, "it has grown");
    await driver.switchTo().defaultContent();
    await driver.executeScript(`document.getElementById("petition").style.width = "320px"`);
    await until("the height at 320 pixels", async () => (await heights(driver)).width === 320 && fits(await heights(driver)));
    const { height, wide: sideways } = await heights(driver);
    assert.ok(height > before);
    assert.equal(sideways, false);
  });

  row("scrolls where the page around it runs no script, and its links open beside that page", async ({ site, driver, open, until }) => {
    const sandbox = `sandbox="allow-scripts allow-same-origin allow-forms allow-popups"`;
    await open(site.page("/blog.html", around(frame(embed(site), `style="border: 0; position: fixed; inset: 0" width="600" height="400" ${sandbox}`), { script: "" })));
    const card = await enter(driver);
    const { height, content, scrolls } = await heights(driver);
    assert.deepEqual([height, scrolls, content > 400], [400, true, true]);
    const away = await card.run(`return [...root.querySelectorAll("a[href^=http]"), ...document.links].filter(({ protocol }) => protocol !== "mailto:").filter(({ target }) => target !== "_blank").map(({ href }) => href)`);
    assert.deepEqual(away, [], "no link stays inside the frame");
    const tabs = await driver.getAllWindowHandles();
    await card.click("[data-channel=facebook]");
    await until("a new tab", async () => (await driver.getAllWindowHandles()).length > tabs.length);
    assert.equal(await card.partText("headline"), "Keep the night bus to Upper Anlay");
    assert.equal((await landing(card)).href.split("?")[0], petition);
  });

  row("speaks as its surroundings understand it", async ({ site, driver, open, until }) => {
    const listen = `<script>window.heard = []; addEventListener("message", ({ data, origin }) => heard.push({ ...data, origin }))</script>`;
    await open(site.page("/blog.html", around(frame(`${embed(site)}#?secret=aB3dE5`, wide), { script: "", head: listen })));
    await enter(driver);
    const { content } = await heights(driver);
    await driver.switchTo().defaultContent();
    const heard = () => driver.executeScript("return heard");
    await until("the three messages", async () => (await heard()).filter((data) => [data.height, data.value].includes(content)).length >= 3);
    const last = (await heard()).slice(-3).map(({ origin, ...data }) => (assert.equal(origin, site.twin), data));
    assert.deepEqual(last, [
      { type: "share-sign:height", height: content },
      { sentinel: "amp", type: "embed-size", height: content },
      { message: "height", value: content, secret: "aB3dE5" },
    ]);
  });

  row("as WordPress puts a pasted address into a sandbox", async ({ site, driver, open, until }) => {
    // What wp_filter_oembed_result() of WordPress 6.1.9 makes of www/oembed.json, but for the address.
    const made = `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="${embed(site)}#?secret=aB3dE5fG7h" data-secret="aB3dE5fG7h" title="Keep the night bus to Upper Anlay" width="600" height="900"></iframe>`;
    const listen = `<script>addEventListener("message", ({ data, source }) => {
      const frame = document.querySelector("iframe[data-secret]");
      if (data.message === "height" && data.secret === frame.dataset.secret && source === frame.contentWindow) frame.height = Math.min(Math.max(data.value, 200), 1000);
    })</script>`;
    await open(site.page("/blog.html", around(made.replace("<iframe", `<iframe id="petition"`), { script: "", head: listen })));
    const card = await enter(driver);
    await until("WordPress’s height", async () => (await heights(driver)).height === Math.min((await heights(driver)).content, 1000));
    assert.equal((await landing(card)).href.split("?")[0], petition);
    await card.run(`root.querySelector("[data-open=picker]").click()`);
    await until("the words for what cannot be reached", async () => /could not be loaded/.test((await card.partText("status")) ?? ""));
  }, { complains: [/could not be loaded/] });

  row("takes nothing from strangers", async ({ site, driver, open, until, pause }) => {
    const says = (height) => `parent.postMessage({ type: "share-sign:height", height: ${height} }, "*");`;
    const stranger = site.page("/stranger.html", around(`<script>
      addEventListener("load", () => setTimeout(() => {
        ${["4000", "-5", "NaN", "Infinity", "'3000'", "{}", "null"].map(says).join("\n")}
        parent.frames[0].postMessage({ type: "share-sign:page", url: "https://blog.example/stranger", search: "?utm_source=x&utm_campaign=keep-the-night-bus" }, "*");
        parent.postMessage("done", "*");
      }, 700));
    </script>`, { script: "" }));
    const listen = `<script>addEventListener("message", ({ data }) => data === "done" && (window.done = (window.done ?? 0) + 1))</script>`;
    const others = `<iframe id="ad" title="Ad" height="90" src="${stranger}"></iframe><iframe data-share-sign id="moved" title="Moved" height="90" src="${site.twin}/www/index.html"></iframe>`;
    await open(site.page("/blog.html", around(frame(embed(site), wide) + others, { head: listen })));
    const card = await enter(driver);
    await until("the height of the card", async () => fits(await heights(driver)));
    await driver.switchTo().defaultContent();
    // A frame that has gone to another site since is a stranger, too.
    await driver.executeScript(`document.getElementById("moved").contentWindow.location = arguments[0]; postMessage({ type: "share-sign:height", height: 9999 }, "*")`, stranger);
    await until("what the strangers say", () => driver.executeScript("return window.done === 2"));
    await pause(100);
    assert.deepEqual(await driver.executeScript(`return ["ad", "moved"].map((id) => document.getElementById(id).clientHeight)`), [90, 90]);
    assert.ok(fits(await heights(driver)));
    assert.equal((await landing(card)).href.split("?")[0], petition);
    assert.equal((await card.stats()).totals.arrival, 0);
  });

  row("leads to the page around it where its file allows that, and counts who arrives there", async ({ site, driver, open, until }) => {
    const canonical = `<link rel="canonical" href="https://blog.example/bus">`;
    const url = site.page("/blog.html", around(frame(embed(site), wide), { head: canonical }));
    await open(`${url}?utm_source=facebook&utm_medium=share&utm_campaign=keep-the-night-bus&ss=aaaabbbbcccc&private=1`);
    const card = await enter(driver);
    await until("the arrival", async () => (await card.run("return card.stats?.()"))?.channels.facebook?.arrival === 1);
    assert.equal((await landing(card)).href.split("?")[0], "https://blog.example/bus");
    assert.doesNotMatch(await driver.executeScript("return location.href"), /private/);
  });

  const refused = ["javascript:alert(1)", "https://blog.example.evil.example/", "https://evil.example/night-bus", "data:text/html,x"];
  row("takes from its address only what cannot mislead", async ({ site, driver, open, until }) => {
    for (const url of refused) {
      const search = new URLSearchParams({ url, headline: "Another cause", text: "<img src=x onerror=alert(1)>", destination: "json:https://evil.example/", petition: "other", theme: "dark onload=x", lang: '"><b>' });
      await open(`${embed(site)}?${search}`);
      const card = await new Card(driver).ready();
      await until("the refusal", () => driver.executeScript("return window.__console.length > 0"));
      assert.equal(await card.partText("headline"), "Keep the night bus to Upper Anlay");
      assert.equal((await landing(card)).href.split("?")[0], petition);
      assert.deepEqual(await card.run("return ['theme', 'locale', 'url', 'destination'].map((name) => card.getAttribute(name))"), [null, null, null, "local"]);
    }
    await open(`${embed(site)}?url=https://blog.example/bus&theme=dark&lang=fr`);
    const card = await new Card(driver).ready();
    await until("the page and the language", async () => (await landing(card)).href.startsWith("https://blog.example/bus?") && /Signer/.test(await card.partText("sign-button")));
    assert.equal(await card.run("return card.getAttribute('theme')"), "dark");
  }, { complains: refused.map(() => /expected \?url= to begin/) });

  row("shows the petition that its address names, from a file beside it", async ({ site, driver, open, until }) => {
    const scripts = `<script async src="/pkg/share-sign.js"></script><script defer src="/pkg/embed.js"></script>`;
    site.page("/petitions/trees.json", JSON.stringify({ campaign: "trees", headline: "Keep </script><script>window.hurt=1</script> the trees", destination: "local", url: "https://example.org/trees" }));
    site.page("/petitions/old.json", "<p>not JSON</p>");
    const page = site.page("/any.html", `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Petitions</title>${scripts}</head><body></body></html>`);
    await open(`${page}?petition=trees`);
    const card = await new Card(driver).ready();
    assert.equal(await card.partText("headline"), "Keep </script><script>window.hurt=1</script> the trees");
    assert.equal(await driver.executeScript("return window.hurt ?? null"), null);
    assert.equal((await landing(card)).href.split("?")[0], "https://example.org/trees");
    for (const name of ["../pkg/package", "missing", "old"]) {
      await open(`${page}?petition=${encodeURIComponent(name)}`);
      await until("the words for it", () => driver.executeScript("return window.__console.length > 0"));
      assert.equal(await driver.executeScript("return document.querySelectorAll('share-sign').length"), 0);
    }
  }, { complains: [/expected \?petition= with small letters/, /missing.json could not be read: it answered 404/, /old.json could not be read/] });

  if (untold.size) throw new Error(`hosts/frames.mjs names what nothing tries: ${[...untold].join("; ")}`);
});
