// The number of signatures, and who signed, from where the campaign says.

import assert from "node:assert/strict";
import { inEachEngine } from "./engine.mjs";
import { post } from "./petition.mjs";
import { story } from "./story.mjs";

inEachEngine("What others know", (browser) => {
  story(browser, "shows the number and who signed, as text and nothing else", async ({ site, card: open, until, reload }) => {
    const list = [{ name: "Ada L.", comment: "<img src=x onerror=alert(1)>" }, { name: "", comment: "Warm" }];
    site.page("/live.json", JSON.stringify({ data: { total: 1600 }, list }), { "content-type": "application/json" });
    const live = { count: "/live.json#/data/total", supporters: "/live.json#/list" };
    const card = await open(site.page("/post.html", post(live)));
    await until("the number", async () => (await card.partText("count")) === "1,600 signatures");
    await until("the list", async () => /Ada L\./.test((await card.partText("supporters")) ?? ""));
    assert.match(await card.partText("supporters"), /<img src=x.*Someone Warm/s);
    assert.equal(await card.find("[part=supporters] img"), null);

    await card.type("name", "Berta");
    await card.type("email", "b@example.org");
    await card.sign();
    await card.part("thanks");
    assert.equal(await card.partText("count"), "1,601 signatures");
    // A count that lags behind must not look as if somebody were taken off.
    site.page("/live.json", JSON.stringify({ data: { total: 1590 }, list: [] }), { "content-type": "application/json" });
    await reload();
    await card.ready();
    assert.match(await card.partText("count"), /1,60\d signatures/);
  });

  story(browser, "says how many have signed through the supporter’s own link", async ({ site, card: open, until, driver }) => {
    site.page("/through.json", JSON.stringify({ n: 3 }), { "content-type": "application/json" });
    const url = site.page("/post.html", post({ referrals: "/through.json?t={token}#/n" }));
    const card = await open(url);
    await card.type("name", "Berta");
    await card.type("email", "b@example.org");
    await card.sign();
    await card.part("thanks");
    const again = await open(url);
    await until("the words", async () => (await again.partText("brought")) === "3 people have signed through your link.");
    const token = await driver.executeScript(`return localStorage.getItem("share-sign/1/token")`);
    assert.ok(site.requests.some(({ path }) => path.includes(`through.json`)), token);
  });

  story(browser, "goes on without a number where none can be had", async ({ site, card: open, pause }) => {
    site.page("/broken.json", "{", { "content-type": "application/json" });
    const card = await open(site.page("/post.html", post({ count: "/broken.json#/n", supporters: "/broken.json" })));
    await pause(800);
    assert.equal(await card.partText("count"), "312 signatures");
    assert.ok(await card.shown("form"));
  });

  story(browser, "asks once for all pages that are opened within the half minute", async ({ site, card: open, until, reload, pause }) => {
    site.page("/n.json", "1700", { "content-type": "application/json" });
    const card = await open(site.page("/post.html", post({ count: "/n.json" })));
    await until("the number", async () => (await card.partText("count")) === "1,700 signatures");
    await reload();
    await card.ready();
    assert.equal(await card.partText("count"), "1,700 signatures");
    await pause(600);
    assert.equal(site.requests.filter(({ path }) => path === "/n.json").length, 1);
  });
});
