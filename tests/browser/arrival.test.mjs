// The landing link is opened, in the same browser or in another one.

import assert from "node:assert/strict";
import { Card } from "./card.mjs";
import { inEachEngine } from "./engine.mjs";
import { page, post } from "./petition.mjs";
import { story } from "./story.mjs";

/** The landing link inside the share link of a channel. */
async function landing(card, channel) {
  const { href } = (await card.links()).find((link) => link.channel === channel);
  const address = new URLSearchParams(href.split("?").slice(1).join("?")).get(channel === "facebook" ? "u" : "url");
  assert.ok(address, href);
  return address;
}

inEachEngine("An arrival", (browser) => {
  story(browser, "is counted for its channel in the same browser", async ({ site, card: open, reload }) => {
    const card = await open(site.page("/post.html", post({})));
    const link = await landing(card, "x");
    assert.ok(link.startsWith(`${site.origin}/post.html?utm_source=x&utm_medium=share&utm_campaign=keep-the-library&ss=`), link);
    assert.equal((await card.stats()).totals.arrival, 0);
    await open(link);
    assert.equal((await card.stats()).channels.x.arrival, 1);
    assert.equal((await card.stats()).totals.arrival, 1);
    const [event] = await card.events("arrival");
    assert.equal(event.detail.channel, "x");
    assert.equal(event.detail.campaign, "keep-the-library");
    await reload();
    await card.ready();
    assert.equal((await card.stats()).totals.arrival, 1, "a reload is no new arrival");
    await open(site.at("/post.html"));
    assert.equal((await card.stats()).totals.arrival, 1);
  });

  story(browser, "is counted in a browser that has never seen the page", async ({ site, card: open }) => {
    const card = await open(site.page("/post.html", post({})));
    const link = await landing(card, "facebook");
    // Another host name is another site to a browser: its storage is empty.
    const stranger = link.replace(site.origin, site.twin);
    const there = await open(stranger);
    const stats = await there.stats();
    assert.equal(stats.channels.facebook.arrival, 1);
    assert.deepEqual(Object.keys(stats.channels), ["facebook"]);
    const own = await landing(there, "facebook");
    assert.notEqual(new URL(own).searchParams.get("ss"), new URL(link).searchParams.get("ss"), "passes on its own token");
    assert.equal(new URL(own).searchParams.getAll("utm_source").length, 1);
    const back = await open(site.at("/post.html"));
    assert.equal((await back.stats()).totals.arrival, 0);
  });

  story(browser, "is told to the destination by a signature that follows", async ({ site, card: open, destination }) => {
    const inbox = await destination();
    const url = site.page("/post.html", post({ destination: inbox.address }));
    const card = await open(`${url}?utm_source=x&utm_medium=share&utm_campaign=keep-the-library&ss=k3token`);
    await card.type("name", "Ada Lovelace");
    await card.type("email", "ada@example.org");
    await card.sign();
    await card.part("thanks");
    const [{ body }] = await inbox.received(1);
    assert.equal(body.source, "x");
    assert.equal(body.referral, "k3token");
    const { channels } = await card.stats();
    assert.deepEqual([channels.x.arrival, channels.x.sign], [1, 1]);
  });

  story(browser, "of another campaign, or of somebody else's marks, is not counted", async ({ site, card: open }) => {
    const url = site.page("/post.html", post({}));
    const card = await open(`${url}?utm_source=x&utm_medium=share&utm_campaign=another&ss=abc`);
    assert.equal((await card.stats()).totals.arrival, 0);
    await open(`${url}?utm_source=newsletter&utm_medium=email`);
    assert.equal((await card.stats()).totals.arrival, 0);
    await open(`${url}?utm_source=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&utm_medium=share&utm_campaign=keep-the-library`);
    assert.deepEqual(Object.keys((await card.stats()).channels).filter((id) => /[<>]/.test(id)), []);
  });

  story(browser, "takes its marks out of the address bar and remembers them for the visit", async ({ site, card: open, destination, driver, until, reload }) => {
    const inbox = await destination();
    const url = site.page("/post.html", post({ destination: inbox.address }));
    const marks = "utm_source=x&utm_medium=share&utm_campaign=keep-the-library&ss=k3token";
    const card = await open(`${url}?a&id=7&${marks}&q=a+b#top`);
    await until("the address to be clean", async () => (await driver.getCurrentUrl()) === `${url}?a&id=7&q=a+b#top`);
    await reload();
    await card.ready();
    await card.type("name", "Ada");
    await card.type("email", "ada@example.org");
    await card.sign();
    await card.part("thanks");
    const [{ body }] = await inbox.received(1);
    assert.deepEqual([body.source, body.referral], ["x", "k3token"]);
    assert.equal((await card.stats()).totals.arrival, 1);
    site.page("/keep.html", post({ marks: "keep" }));
    await open(site.at(`/keep.html?${marks}`));
    await new Promise((over) => setTimeout(over, 2500));
    assert.equal(await driver.getCurrentUrl(), site.at(`/keep.html?${marks}`));
  });

  story(browser, "passes on no token where the visitor asks for privacy", async ({ site, card: open }) => {
    const head = `<script>Object.defineProperty(navigator, "globalPrivacyControl", { value: true });</script>`;
    const card = await open(site.page("/post.html", post({}, { head })));
    assert.match(await landing(card, "x"), /utm_campaign=keep-the-library$/);
    assert.equal(await card.run(`return localStorage.getItem("share-sign/1/token")`), null);
  });

  story(browser, "is told to the analytics that are there, and to no others", async ({ site, card: open, driver, until }) => {
    const head = `<script>
      window.told = [];
      window.plausible = (...said) => told.push(["plausible", ...said]);
      window._paq = { push: (said) => told.push(["matomo", ...said]) };
      window.gtag = (...said) => told.push(["gtag", ...said]);
      window.dataLayer = { push: (said) => told.push(["gtm", said]) };
      window.posthog = { capture: () => { throw new Error("broken"); } };
    </script>`;
    const tools = { analytics: "plausible matomo umami gtag gtm posthog fathom pigeon" };
    const url = site.page("/post.html", post(tools, { head }));
    await open(`${url}?utm_source=x&utm_medium=share&utm_campaign=keep-the-library&ss=k3token`);
    const told = await until("each of them", () => driver.executeScript("return told.length > 3 && told"));
    const detail = { campaign: "keep-the-library", channel: "x" };
    const google = { method: "x", content_type: "petition", item_id: "keep-the-library" };
    assert.deepEqual(told, [
      ["plausible", "arrival", { props: detail }],
      ["matomo", "trackEvent", "share-sign", "arrival", "x"],
      ["gtag", "event", "arrival", google],
      ["gtm", { event: "arrival", ...google }],
    ]);
  }, { complains: [/posthog could not be told/, /analytics="pigeon" cannot be used/] });

  story(browser, "keeps the fragment and the page's own parameters", async ({ site, card: open }) => {
    const url = site.page("/post.html", post({}));
    const card = await open(`${url}?id=7&fbclid=1&utm_source=mail#top`);
    const link = await landing(card, "x");
    assert.match(link, /post\.html\?id=7&utm_source=x&utm_medium=share&utm_campaign=keep-the-library&ss=[a-z0-9]+#top$/);
  });

  story(browser, "is counted only when a page made ready beforehand is opened", async ({ site, driver, until, open, pause }) => {
    // What an engine does that prerenders the page of a link which is likely to be followed.
    const head = `<script>
      let ready = true;
      Object.defineProperty(document, "prerendering", { get: () => ready });
      Object.defineProperty(document, "hidden", { get: () => ready });
      window.activate = () => {
        ready = false;
        for (const type of ["prerenderingchange", "visibilitychange"]) document.dispatchEvent(new Event(type));
      };
    </script>`;
    await open(`${site.page("/post.html", post({}, { head }))}?utm_source=x&utm_medium=share&utm_campaign=keep-the-library&ss=k3token`);
    await pause(1500);
    const stored = () => driver.executeScript(`return Object.keys(localStorage).filter((name) => name.includes("/count/")).length`);
    assert.equal(await stored(), 0, "nobody has come yet");
    await driver.executeScript("activate()");
    const card = await new Card(driver).ready();
    const totals = () => card.stats().then((stats) => stats.totals);
    await until("view and arrival", async () => (await totals()).view === 1 && (await totals()).arrival === 1);
  });

  story(browser, "is counted once by going away and back", async ({ site, driver, until, card: open, open: go }) => {
    const landing = `${site.page("/post.html", post({ marks: "keep" }))}?utm_source=x&utm_medium=share&utm_campaign=keep-the-library&ss=k3token`;
    const card = await open(landing);
    await until("the view", async () => (await card.stats()).totals.view === 1);
    await go(site.page("/other.html", page("<p>Elsewhere</p>", { scripts: "" })));
    await driver.navigate().back();
    const again = await new Card(driver).ready();
    const kept = await driver.executeScript("return performance.getEntriesByType('navigation')[0]?.type !== 'back_forward'");
    // A page from the engine's cache was loaded once; one that is loaded again is seen again.
    await until("what follows", async () => (await again.stats()).totals.view === (kept ? 1 : 2));
    assert.equal((await again.stats()).totals.arrival, 1);
  });

  story(browser, "in a tab behind is no view before somebody looks", async ({ site, driver, until, card: open, pause }) => {
    const head = `<script>
      let hidden = true;
      Object.defineProperty(document, "hidden", { get: () => hidden });
      window.look = () => {
        hidden = false;
        document.dispatchEvent(new Event("visibilitychange"));
      };
    </script>`;
    const card = await open(site.page("/post.html", post({}, { head })));
    await pause(1800);
    assert.equal((await card.stats()).totals.view, 0);
    await driver.executeScript("look()");
    await until("the view", async () => (await card.stats()).totals.view === 1);
  });
});
