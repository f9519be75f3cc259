// The landing link is opened, in the same browser or in another one.

import assert from "node:assert/strict";
import { inEachEngine } from "./engine.mjs";
import { post } from "./petition.mjs";
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

  story(browser, "keeps the fragment and the page's own parameters", async ({ site, card: open }) => {
    const url = site.page("/post.html", post({}));
    const card = await open(`${url}?id=7&fbclid=1&utm_source=mail#top`);
    const link = await landing(card, "x");
    assert.match(link, /post\.html\?id=7&utm_source=x&utm_medium=share&utm_campaign=keep-the-library&ss=[a-z0-9]+#top$/);
  });
});
