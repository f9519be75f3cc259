// Cards come, move and go: none of them leaves anything behind.

import assert from "node:assert/strict";
import { Card } from "./card.mjs";
import { inEachEngine } from "./engine.mjs";
import { element, page, post } from "./petition.mjs";
import { story } from "./story.mjs";

/** Keeps count of the listeners on window and document, and of timers and observers. */
const ledger = `<script>{
  const open = window.__open = { listeners: new Map(), timers: new Set(), observers: new Set() };
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    const key = (type, callback) => { callback.__key ??= Math.random(); return target.constructor.name + type + callback.__key; };
    target.addEventListener = function (type, callback, ...rest) {
      if (callback) open.listeners.set(key(type, callback), type);
      rest[0]?.signal?.addEventListener("abort", () => open.listeners.delete(key(type, callback)));
      return addEventListener.call(this, type, callback, ...rest);
    };
    target.removeEventListener = function (type, callback, ...rest) {
      if (callback) open.listeners.delete(key(type, callback));
      return removeEventListener.call(this, type, callback, ...rest);
    };
  }
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  window.setTimeout = (callback, ...rest) => {
    // The driver of WebKitGTK times its scripts by a timer in the page.
    if (String(callback).includes("JavaScriptTimeout")) return setTimeout(callback, ...rest);
    const id = setTimeout((...args) => { open.timers.delete(id); return callback(...args); }, ...rest);
    // WebKit's driver sets timers in the page too, for its own scripts.
    if (new Error().stack.includes("/pkg/")) open.timers.add(id);
    return id;
  };
  window.clearTimeout = (id) => { open.timers.delete(id); clearTimeout(id); };
  window.setInterval = (...args) => { const id = setInterval(...args); open.timers.add(id); return id; };
  window.clearInterval = (id) => { open.timers.delete(id); clearInterval(id); };
  for (const name of ["IntersectionObserver", "MutationObserver", "ResizeObserver"]) {
    window[name] = class extends window[name] {
      observe(...args) { open.observers.add(this); return super.observe(...args); }
      disconnect() { open.observers.delete(this); return super.disconnect(); }
    };
  }
}</script>`;

const count = (driver) =>
  driver.executeScript(`const { listeners, timers, observers } = window.__open;
    return { listeners: [...listeners.values()].sort(), timers: timers.size, observers: observers.size }`);

inEachEngine("A card's life", (browser) => {
  story(browser, "ends without a listener, timer or observer left", async ({ site, card: open, driver, pause, until }) => {
    const card = await open(site.page("/post.html", page(`<div id="place">${element({})}</div>`, { head: ledger })));
    await card.click("[name=name]");
    await driver.executeScript(`window.__html = document.querySelector("share-sign").outerHTML;
      document.querySelector("share-sign").remove()`);
    await pause(300);
    const after = await count(driver);
    for (let round = 0; round < 4; round += 1) {
      await driver.executeScript(`document.getElementById("place").innerHTML = window.__html`);
      await card.ready();
      await until("something to be listened to", async () => {
        const now = await count(driver);
        return now.listeners.length + now.observers > after.listeners.length + after.observers;
      });
      await driver.executeScript(`document.querySelector("share-sign").remove()`);
      await pause(200);
    }
    assert.deepEqual(await count(driver), after);
    assert.deepEqual(after, { listeners: [], timers: 0, observers: 0 });
  });

  story(browser, "goes on after a move, with what was typed, and counts once", async ({ site, card: open, driver, pause }) => {
    const body = `<div id="a">${element({})}</div><div id="b"></div>`;
    const card = await open(site.page("/post.html", page(body)));
    await card.type("name", "Ada");
    await driver.executeScript(`document.getElementById("b").append(document.querySelector("share-sign"))`);
    await pause(300);
    await card.ready();
    assert.equal(await card.run(`return root.querySelectorAll("[part~=card]").length`), 1);
    assert.equal(await card.value("name"), "Ada");
    await card.click("[data-channel=x]");
    assert.equal((await card.stats()).channels.x.share, 1);
    await card.type("email", "ada@example.org");
    await card.sign();
    await card.part("thanks");
    assert.equal((await card.stats()).totals.sign, 1);
    assert.equal((await card.events("sign")).length, 1);
  });

  story(browser, "may be made by a script, before or after it is on the page", async ({ site, card: open, driver, until }) => {
    const card = await open(site.page("/post.html", post({ id: "first" })));
    await driver.executeScript(`
      const made = document.createElement("share-sign");
      made.id = "made"; made.setAttribute("campaign", "made"); made.setAttribute("headline", "Made by a script");
      document.body.append(made);
      made.setAttribute("target", "You");`);
    const made = await new Card(driver, "#made").ready();
    await until("its target", async () => (await made.partText("target")) === "To You");
    assert.equal(await made.partText("headline"), "Made by a script");
    assert.equal(await card.partText("headline"), "Keep the library open");
  });

  story(browser, "shares its styles with all others, and puts nothing on the page", async ({ site, card: open, driver, until }) => {
    // Noted by the page itself: drivers add names of their own.
    const head = `<script>
      window.__names = { before: Object.keys(window) };
      addEventListener("share-sign:ready", () => setTimeout(() => (window.__names.after = Object.keys(window))));
    </script>`;
    const url = site.page("/post.html", page(element({ id: "one" }) + element({ id: "two", campaign: "two" }), { head }));
    const one = await open(url, "#one");
    await new Card(driver, "#two").ready();
    assert.deepEqual(
      await one.run(`const other = document.getElementById("two").shadowRoot;
        return [root.adoptedStyleSheets.length > 0, root.adoptedStyleSheets[0] === other.adoptedStyleSheets[0],
                root.querySelectorAll("style, [style]").length]`),
      [true, true, 0],
    );
    const { before, after } = await until("the names", async () => {
      const names = await driver.executeScript("return window.__names");
      return names.after && names;
    });
    const known = new Set([...before, "__names", "one", "two", "before", "end", "paste"]);
    assert.deepEqual(after.filter((name) => !known.has(name)), []);
    assert.equal(await driver.executeScript("return document.cookie"), "");
  });

  story(browser, "asks nobody but its own site", async ({ site, card: open, driver }) => {
    await open(site.page("/post.html", post({})));
    const origins = await driver.executeScript(
      `return [...new Set(performance.getEntriesByType("resource").map(({ name }) => new URL(name).origin))]`,
    );
    assert.deepEqual(origins, [site.origin]);
  });
});
