// What comes after signing: honest words for each outcome, a way on, a way back; and
// petitions that are signed elsewhere.

import assert from "node:assert/strict";
import { inEachEngine } from "./engine.mjs";
import { element, page, post } from "./petition.mjs";
import { story } from "./story.mjs";

async function sign(card) {
  await card.type("name", "Ada Lovelace");
  await card.type("email", "ada@example.org");
  await card.sign();
}

inEachEngine("After signing", (browser) => {
  story(browser, "tells the number only where the destination does, and what to do next", async ({ site, card: open, destination }) => {
    const inbox = await destination({ status: 201, body: `{"number": 1601}` });
    const next = [
      { label: "Give", url: "https://ngo.example/give" },
      { label: "Write to the mayor", mail: "mayor@town.example", body: "Dear mayor,\nplease." },
    ];
    const settings = `<script type="application/json">${JSON.stringify({ next })}</script>`;
    const values = { destination: inbox.address, confirmation: "email", "withdraw-url": "https://ngo.example/withdraw" };
    const card = await open(site.page("/post.html", page(element(values, settings))));
    await sign(card);
    const words = await (await card.part("thanks")).getText();
    assert.match(words, /Thank you, Ada Lovelace!/);
    assert.match(words, /Your signature is number 1,601\./);
    assert.match(words, /confirm your address/);
    const links = await card.run(`return [...root.querySelectorAll("[part=next] a, [part=withdraw]")].map(({ href }) => href)`);
    assert.deepEqual(links, [
      "https://ngo.example/give",
      "mailto:mayor@town.example?subject=Keep%20the%20library%20open&body=Dear%20mayor%2C%0D%0Aplease.",
      "https://ngo.example/withdraw",
    ]);
    const plain = await destination({ status: 201, body: "<html>thanks</html>" });
    const other = await open(site.page("/other.html", post({ campaign: "other", destination: plain.address })));
    await sign(other);
    assert.doesNotMatch(await (await other.part("thanks")).getText(), /number/);
  });

  story(browser, "says that it was sent and no more where nobody can know more", async ({ site, card: open, destination }) => {
    const inbox = await destination({ status: 200, body: "<html>ok</html>", headers: { "content-type": "text/html" } });
    const address = inbox.address.replace("json:", "form:").replace("/signatures", "/forms/d/e/abc/formResponse");
    const fields = { to: address, fields: { name: "entry.1", email: "entry.2" } };
    const body = element({ destination: undefined }, `<script type="application/json">${JSON.stringify({ destination: fields })}</script>`);
    const card = await open(site.page("/post.html", page(body)));
    await sign(card);
    assert.match(await (await card.part("thanks")).getText(), /Thank you/);
    const [{ text, headers }] = inbox.posts;
    assert.match(headers["content-type"], /x-www-form-urlencoded/);
    const sent = new URLSearchParams(text);
    assert.deepEqual([sent.get("entry.1"), sent.get("entry.2")], ["Ada Lovelace", "ada@example.org"]);
    assert.equal(inbox.preflights.length, 0);
  });

  story(browser, "takes a waiting signature back", async ({ site, card: open, destination, until, reload }) => {
    const inbox = await destination();
    await inbox.down();
    const card = await open(site.page("/post.html", post({ destination: inbox.address })));
    await sign(card);
    await until("the words that it waits", async () => /not sent yet/.test((await card.partText("thanks")) ?? ""));
    await card.click("[data-sign=withdraw]");
    await until("the form", () => card.shown("form"));
    assert.match(await card.partText("status"), /deleted from this device/);
    assert.deepEqual(await card.outbox(), []);
    const kept = await card.run("return JSON.stringify([{ ...localStorage }, { ...sessionStorage }])");
    assert.ok(!kept.includes("ada@") && !kept.includes("Lovelace"), kept);
    await reload();
    await card.ready();
    assert.ok(await card.shown("form"));
    assert.equal(await card.value("name"), "");
  });

  story(browser, "takes back what is kept on this device only, also on a later visit", async ({ site, card: open, until, reload }) => {
    const card = await open(site.page("/post.html", post({})));
    await sign(card);
    await card.part("thanks");
    await reload();
    await card.ready();
    await card.click("[data-sign=withdraw]");
    await until("the form", () => card.shown("form"));
    assert.ok(!(await card.run("return JSON.stringify({ ...localStorage })")).includes("Lovelace"));
    assert.equal((await card.events("withdraw")).length, 1);
  });

  story(browser, "writes a mail for the supporter’s own program", async ({ site, card: open, driver }) => {
    const card = await open(site.page("/post.html", post({ destination: "mailto:petition@ngo.example", consent: "opt-in" })));
    // A mail program would take the page away; the test only wants the address.
    await driver.executeScript(`addEventListener("click", (event) => {
      const link = event.composedPath().find((node) => node.href?.startsWith?.("mailto:"));
      if (link) { event.preventDefault(); window.mailed = link.href; }
    })`);
    await sign(card);
    assert.match(await (await card.part("thanks")).getText(), /Send that message/);
    const mail = new URL(await driver.executeScript("return window.mailed"));
    assert.equal(mail.pathname, "petition@ngo.example");
    const body = mail.searchParams.get("body");
    assert.match(body, /Keep the library open\r\n/);
    assert.match(body, /Your name: Ada Lovelace/);
    assert.equal((await card.stats()).totals.sign, 1);
    assert.equal((await card.stats()).totals.sent, 0, "nobody knows whether it went out");
  });

  story(browser, "leads to a petition elsewhere, marked, also without the part that signs", async ({ site, card: open, newTab }) => {
    const target = site.page("/elsewhere.html", "<!doctype html><title>Elsewhere</title>");
    const card = await open(site.page("/post.html", post({ destination: `link:${target}?id=3` })));
    assert.equal(await card.find("form"), null);
    await card.click("[part~=sign-button]");
    const url = new URL(await newTab());
    assert.equal(url.searchParams.get("id"), "3");
    assert.equal(url.searchParams.get("utm_campaign"), "keep-the-library");
    assert.equal((await card.stats()).totals.sign, 1);
    assert.ok(!site.requests.some(({ path }) => path.includes("/sign-")));
  });
});
