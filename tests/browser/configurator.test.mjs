// The page that makes a card, used as a campaigner would: fill in, look, copy, paste.

import assert from "node:assert/strict";
import { Key } from "./card.mjs";
import { desk, look } from "./configurator-desk.mjs";
import { inEachEngine } from "./engine.mjs";
import { story } from "./story.mjs";

inEachEngine("The configurator", (browser) => {
  story(browser, "a campaigner fills it in, copies the code, and sees the same card on her page", async (visit) => {
    const { site, driver, until, card: openCard, open: go } = visit;
    const page = desk(visit);
    const card = await page.start();
    assert.equal(await card.partText("headline"), "What you ask for");
    await page.type("headline", "Save my doctor, “save” <me> & all!");
    await until("the headline on the card", async () => (await card.partText("headline")) === "Save my doctor, “save” <me> & all!");
    await page.type("target", "the Medical Council");
    await page.type("text", "He believed me.\n\nNobody else did.");
    await page.type("goal", "1.000");
    await until("the word that a goal is no such number", async () => /without dots/.test(await page.wrong("goal")));
    assert.equal(await (await page.find("#goal")).getAttribute("aria-invalid"), "true");
    assert.match(await (await page.find("#left-out")).getText(), /Goal/);
    await page.type("goal", "500 2000");
    await until("no more wrong goal", async () => (await page.wrong("goal")) === "");
    await page.type("signatures", "312");
    await page.choose("to", "json");
    await page.type("address", `${site.origin}/signatures`);
    await page.choose("consent", "opt-in");
    await page.choose("theme", "light");
    await page.type("accent", "#ffee00");
    await until("a warning about the colours", async () => /Too weak/.test(await (await page.find("#contrast")).getText()));
    await page.press("#contrast li:nth-child(2) button");
    await until("a better one", async () => !/button: .*Too weak/.test(await (await page.find("#contrast li:nth-child(2)")).getText()));
    await page.type("accent", "#8a3b1e");
    await page.type("onAccent", "#ffffff");

    // Fields and channels, with the keyboard alone.
    await page.press("#fields summary");
    await page.press(`#fields [aria-label="Add Postcode"]`);
    await page.press(`#fields [aria-label="Move Postcode up"]`);
    assert.match(await page.said(), /Postcode: 2 of 3/);
    assert.equal(await driver.executeScript("return document.activeElement.getAttribute('aria-label')"), "Move Postcode up");
    await page.press("#channels summary");
    await until("the channels", () => driver.executeScript("return document.querySelectorAll('#channels .offers button').length > 100"));
    for (const [filter, name] of [["masto", "Mastodon"], ["mail", "Email"], ["copy the l", "Copy the link"]]) {
      await page.type("channel-filter", filter);
      await page.press(`#channels [aria-label="Add ${name}"]`);
    }
    await page.press(`#channels [aria-label="Move Copy the link up"]`);
    await page.press(`#channels [aria-label="Remove Email"]`);
    await until("the channels on the card", async () => `${await card.channels()}` === "mastodon,copy");
    await page.type("base", `${site.origin}/pkg/`);

    const wanted = await look(card);
    assert.deepEqual(wanted.fields, ["name*", "postcode", "email*"]);
    assert.equal(wanted.button, "rgb(138, 59, 30)");
    // Nothing is signed here, and nothing is asked of the destination.
    await card.type("name", "Ada Lovelace");
    await card.type("email", "ada@example.org");
    await card.sign();
    await until("the word that this was a try", async () => /nothing was signed/.test(await (await page.find("#rehearsal")).getText()));
    assert.ok(!site.requests.some(({ method }) => method !== "GET"));
    assert.ok(site.requests.every(({ path }) => path.startsWith("/www/")), "nothing is sent anywhere");

    const codes = {};
    for (const platform of ["html", "blogger", "wordpress", "tag"]) codes[platform] = await page.code(platform);
    await page.press("#files .copy");
    await until("the word that it is copied", async () => /The code is copied/.test(await page.said()));
    await page.press("#copy-link");
    await until("the link's word", async () => /The link is copied/.test(await page.said()));
    const link = await driver.getCurrentUrl();
    const filled = await page.values();

    for (const [platform, code] of Object.entries(codes)) {
      const copy = await openCard(site.page(`/${platform}.html`, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Blank</title><body>${code}</body></html>`));
      await until(`what ${platform} shows`, async () => (await copy.channels()).length === 2);
      assert.deepEqual(await look(copy), wanted, platform);
    }

    // The link opens what it was made of.
    await go("about:blank");
    const again = await page.start(new URL(link).hash);
    assert.deepEqual(await page.values(), filled);
    await until("the same card", async () => JSON.stringify(await look(again)) === JSON.stringify(wanted));
    assert.equal(await page.code("tag"), codes.tag);
  }, { patience: 120000 });

  story(browser, "what is copied is the code", async (visit) => {
    const { driver, site, until, open: go } = visit;
    const page = desk(visit);
    await page.start("#headline=Keep+it&platform=tag");
    const code = await page.code("tag");
    await page.press("#files .copy");
    await until("the word that it is copied", async () => /copied/.test(await page.said()));
    await go(site.page("/paste.html", `<!doctype html><html lang="en"><title>Paste</title><textarea aria-label="Paste"></textarea>`));
    await (await page.find("textarea")).sendKeys(Key.chord(Key.CONTROL, "v"));
    assert.equal(await driver.executeScript("return document.querySelector('textarea').value"), code);
  });

  story(browser, "one tag carries a destination with its key", async (visit) => {
    const { driver, site, destination, until, card: openCard } = visit;
    const page = desk(visit);
    const inbox = await destination({ status: 201 });
    const address = inbox.address.replace("json:", "");
    await page.start(`#${new URLSearchParams({ headline: "Keep it", to: "postgrest", address, key: "sb_publishable_1", base: `${site.origin}/pkg/`, platform: "blogger" })}`);
    const code = await driver.executeScript("return document.querySelector('#files code').textContent");
    const card = await openCard(site.page("/blog.html", `<!doctype html><html lang="en"><title>Blog</title><body>${code}</body></html>`));
    await card.click("[name=name]");
    // The card asks for the number of signatures, and the browser first asks whether it may with these headers.
    await until("the key", () => inbox.preflights.some((headers) => /apikey/.test(headers["access-control-request-headers"])));
  });

  story(browser, "a link with wrong values names them, and uses none of them", async (visit) => {
    const { driver, until } = visit;
    const page = desk(visit);
    const card = await page.start("#headline=Keep+it&goal=many&theme=purple&channels=x+pigeon&consent=perhaps&fields=name+shoe&accent=teal&weather=fine&platform=word&to=postgrest&key=sb_secret_1");
    await until("what is not known", async () => /weather/.test(await page.said()));
    for (const [name, words] of Object.entries({ goal: /number/, theme: /purple/, consent: /perhaps/, fields: /shoe/, accent: /#0b7a75/, platform: /word/, address: /missing/, key: /secret/ })) {
      assert.match(await page.wrong(name), words, name);
    }
    await until("the unknown channel", async () => /pigeon/.test(await page.wrong("channels")));
    assert.equal(await card.partText("headline"), "Keep it");
    const code = await driver.executeScript("return document.querySelector('#files code').textContent");
    for (const word of ["many", "purple", "perhaps", "shoe", "teal", "pigeon", "secret"]) assert.ok(!code.includes(word), word);
    // Each name leads to its field.
    await page.press("#left-out a");
    assert.equal(await driver.executeScript("return document.activeElement.getAttribute('aria-invalid')"), "true");
  });
});
