// The card as it stands on a page: what it shows, where it comes from, and what
// the page may do with it.

import assert from "node:assert/strict";
import { Card } from "./card.mjs";
import { inEachEngine } from "./engine.mjs";
import { attributes, element, library, page, post, script } from "./petition.mjs";
import { story } from "./story.mjs";

inEachEngine("The card", (browser) => {
  story(browser, "shows cause, target, progress, form and channels", async ({ site, card: open }) => {
    const card = await open(site.page("/post.html", post({ deadline: "2099-01-01T00:00:00Z" })));
    assert.equal(await card.partText("headline"), "Keep the library open");
    assert.equal(await card.partText("target"), "To The town council");
    assert.match(await card.partText("text"), /only warm room in town/);
    assert.equal(await card.partText("count"), "312 signatures");
    assert.equal(await card.partText("goal"), "188 more to reach 500");
    assert.match(await card.partText("deadline"), /days left/);
    assert.deepEqual(
      await card.run(`const bar = root.querySelector("progress"); return [bar.value, bar.max]`),
      [312, 500],
    );
    assert.ok(await card.shown("form [name=name]"));
    assert.ok(await card.shown("form [name=email]"));
    assert.ok(await card.shown("[part~=sign-button]"));
    assert.deepEqual(await card.channels(), ["facebook", "x", "email", "copy"]);
    assert.equal(await card.run(`return card.querySelector(".fallback").getClientRects().length`), 0);
    assert.equal((await card.events("ready")).length, 1);
  });

  story(browser, "shows no form without a destination, and an empty element shares its page", async ({ site, card: open }) => {
    const head = `<link rel="canonical" href="https://blog.example/post?id=3&utm_source=mail&fbclid=9#top">
      <meta property="og:title" content="What og:title says">`;
    const card = await open(site.page("/post.html", page("<share-sign></share-sign>", { head })));
    assert.equal(await card.partText("headline"), "What og:title says");
    assert.equal(await card.find("form"), null);
    const [first] = await card.links();
    assert.ok(first.href.includes(encodeURIComponent("https://blog.example/post?id=3&utm_source=")), first.href);
    assert.ok(!first.href.includes("fbclid"), first.href);
  });

  story(browser, "takes JSON for what attributes leave open, and attributes win", async ({ site, card: open }) => {
    const json = { headline: "From JSON", target: "The mayor", channels: ["telegram", "x"], goal: [400, 900], fields: ["name*", "comment"] };
    const body = `<share-sign headline="From the attribute" destination="local" signatures="1">
      <script type="application/json">${JSON.stringify(json)}</script></share-sign>`;
    const card = await open(site.page("/post.html", page(body)));
    assert.equal(await card.partText("headline"), "From the attribute");
    assert.equal(await card.partText("target"), "To The mayor");
    assert.equal(await card.partText("count"), "1 signature");
    assert.equal(await card.partText("goal"), "399 more to reach 400");
    assert.deepEqual(await card.channels(), ["telegram", "x"]);
    assert.ok(await card.shown("textarea[name=comment]"));
    assert.equal(await card.find("[name=email]"), null);
  });

  story(browser, "renders where a single script tag stands", async ({ site, card: open }) => {
    const data = Object.fromEntries(Object.entries(library).map(([name, value]) => [`data-${name}`, value]));
    const body = `<p id="above">Above</p><script async src="/pkg/share-sign.js" ${attributes(data)}></script><p id="below">Below</p>`;
    const card = await open(site.page("/post.html", page(body, { scripts: "" })));
    assert.equal(await card.partText("headline"), "Keep the library open");
    assert.ok(await card.shown("[name=email]"));
    assert.ok(
      await card.run(`const after = (a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING;
        return Boolean(after(document.getElementById("above"), card) && after(card, document.getElementById("below")))`),
    );
  });

  story(browser, "speaks French on a French page", async ({ site, card: open }) => {
    const card = await open(site.page("/billet.html", post({ signatures: "1600", goal: "2000" }, { lang: "fr" })));
    // A narrow no-break space parts the thousands in French.
    assert.equal(await card.partText("count"), "1\u202f600 signatures");
    assert.equal(await card.partText("sign-button"), "Signer");
    assert.equal(await card.run(`return root.querySelector("form").closest("[lang]").lang`), "fr");
    assert.match(await card.run(`return root.querySelector("label[for=f-email]").innerText`), /mail/i);
  });

  story(browser, "fetches no locale that it does not need", async ({ site, card: open }) => {
    await open(site.page("/post.html", post({})));
    const wanted = site.requests.filter(({ path }) => path.startsWith("/pkg/")).map(({ path }) => path);
    assert.ok(wanted.includes("/pkg/share-sign.js"), wanted.join(" "));
    assert.deepEqual(wanted.filter((path) => /[./-]fr\b/.test(path)), []);
  });

  story(browser, "reads its own text on a page in windows-1252", async ({ site, card: open }) => {
    const html = post(
      { headline: "Sauvez l’école de Besançon", signatures: "1600", channels: "facebook email" },
      { lang: "fr", charset: "windows-1252" },
    );
    const bytes = Buffer.from(html.replaceAll("’", "\u0092"), "latin1");
    const card = await open(site.page("/billet.html", bytes, { "content-type": "text/html" }));
    assert.equal(await card.driver.executeScript("return document.characterSet"), "windows-1252");
    assert.equal(await card.partText("headline"), "Sauvez l’école de Besançon");
    assert.equal(await card.partText("count"), "1\u202f600 signatures");
    assert.ok((await card.href("email")).includes("Besan%C3%A7on"), await card.href("email"));
    await card.type("email", "zoé");
    await card.sign();
    assert.match(await card.error("email"), /semble incomplète\. .* à /);
  });

  story(browser, "follows its attributes while the supporter types", async ({ site, card: open }) => {
    const card = await open(site.page("/post.html", post({})));
    await card.type("name", "Ada");
    await card.run(`card.setAttribute("headline", "Open on Sundays"); card.setAttribute("signatures", "499");
      card.setAttribute("channels", "x telegram")`);
    await card.driver.wait(async () => (await card.partText("headline")) === "Open on Sundays", 3000);
    assert.equal(await card.partText("count"), "499 signatures");
    assert.equal(await card.partText("goal"), "1 more to reach 500");
    assert.deepEqual(await card.channels(), ["x", "telegram"]);
    assert.equal(await card.value("name"), "Ada");
    assert.equal(await card.focused(), "name");
    await card.press(" Lovelace");
    assert.equal(await card.value("name"), "Ada Lovelace");
    await card.run(`card.removeAttribute("destination")`);
    await card.driver.wait(async () => !(await card.find("form")), 3000);
  });

  story(browser, "is not disturbed by the script being there twice", async ({ site, card: open }) => {
    const scripts = `${script}${script}<script src="/pkg/share-sign.js?again"></script>`;
    const card = await open(site.page("/post.html", post({}, { scripts })));
    await card.driver.sleep(500);
    assert.equal(await card.run(`return root.querySelectorAll("[part~=card]").length`), 1);
    assert.equal((await card.events("ready")).length, 1);
    await card.click("[data-channel=x]");
    assert.equal((await card.stats()).channels.x.share, 1);
  });

  story(browser, "keeps two campaigns on one page apart", async ({ site, card: open }) => {
    const body = element({ id: "one" }) + element({ id: "two", campaign: "seven-oclock-boat", headline: "The boat", signatures: "9", goal: "20" });
    const url = site.page("/post.html", page(body));
    const one = await open(url, "#one");
    const two = await new Card(one.driver, "#two").ready();
    await two.type("name", "Ada Lovelace");
    await two.type("email", "ada@example.org");
    await two.sign();
    await two.part("thanks");
    assert.equal(await two.partText("count"), "10 signatures");
    assert.ok(await one.shown("form"));
    assert.equal(await one.partText("count"), "312 signatures");
    await one.click("[data-channel=facebook]");
    assert.equal((await one.stats()).channels.facebook.share, 1);
    assert.equal((await one.stats()).totals.sign, 0);
    assert.equal((await two.stats()).totals.sign, 1);
    assert.equal((await two.stats()).totals.share, 0);
  });

  story(browser, "counts a view when half of it was visible for a second", async ({ site, card: open, until, pause }) => {
    const url = site.page("/post.html", page(`<div style="height: 4000px"></div>${element({})}`));
    const card = await open(url);
    await pause(1500);
    assert.equal((await card.stats()).totals.view, 0);
    await card.run(`card.scrollIntoView({ block: "start", behavior: "instant" })`);
    await pause(300);
    assert.equal((await card.stats()).totals.view, 0);
    await until("a view", async () => (await card.stats()).totals.view === 1, 3000);
    await card.run("scrollTo(0, 0)");
    await pause(300);
    await card.run(`card.scrollIntoView({ block: "start", behavior: "instant" })`);
    await pause(1400);
    assert.equal((await card.stats()).totals.view, 1);
    assert.equal((await card.events("view")).length, 1);
  });
});
