// Whatever the network, the server, the browser or the person does, a signature
// reaches the destination once, or the form is still filled in.

import assert from "node:assert/strict";
import { Card } from "./card.mjs";
import { inEachEngine } from "./engine.mjs";
import { post } from "./petition.mjs";
import { story } from "./story.mjs";

async function sign(card) {
  await card.type("name", "Ada Lovelace");
  await card.type("email", "ada@example.org");
  await card.sign();
}

const waits = async (card) => /not sent yet/.test((await card.partText("thanks")) ?? "");
const held = (inbox) => [...inbox.byId.values()];
const emptied = async (card) => (await card.outbox()).length === 0;

const script = (code) => ({ head: `<script>${code}</script>` });
// A minute and a half later: a sending that was under way counts as lost.
const later = script("const now = Date.now; Date.now = () => now() + 90000;");
// Requests to the destination are neither sent nor answered.
const stuck = script(`const real = fetch; window.fetch = (url, ...rest) =>
  String(url).includes("/signatures") ? new Promise(() => {}) : real(url, ...rest);`);
// As where a browser is set to keep nothing.
const forgetful = script(`for (const method of ["setItem", "getItem"]) {
  Storage.prototype[method] = () => { throw new DOMException("no", "QuotaExceededError"); };
}`);

inEachEngine("The network", (browser) => {
  story(browser, "loses nothing when the tab dies between storing and sending", async ({ site, card: open, destination, until, driver, newTab }) => {
    const inbox = await destination();
    const values = { destination: inbox.address };
    site.page("/stuck.html", post(values, stuck));
    site.page("/later.html", post(values, later));
    await open(site.page("/post.html", post({ campaign: "another" })));
    const home = await driver.getWindowHandle();
    await driver.switchTo().newWindow("window");
    await driver.get(site.at("/stuck.html"));
    const dying = await new Card(driver).ready();
    await sign(dying);
    await until("it to be stored", async () => !(await emptied(dying)));
    await driver.close();
    await driver.switchTo().window(home);
    assert.equal(inbox.posts.length, 0);
    const card = await open(site.at("/later.html"));
    await until("the outbox to be empty", () => emptied(card), 12000);
    assert.deepEqual(held(inbox), [1]);
    assert.match(await card.partText("thanks"), /Thank you|signed this petition/);
  });

  story(browser, "sends again under the same UUID when the tab dies before the reply", async ({ site, card: open, destination, until }) => {
    const inbox = await destination({ hang: true });
    const values = { destination: inbox.address };
    const card = await open(site.page("/post.html", post(values)));
    await sign(card);
    const [first] = await inbox.received(1);
    inbox.answer = { status: 409 };
    site.page("/later.html", post(values, later));
    const again = await open(site.at("/later.html"));
    await until("the outbox to be empty", () => emptied(again), 12000);
    assert.ok(inbox.posts.every(({ body }) => body.id === first.body.id));
    assert.equal((await again.stats()).totals.sent, 1);
  });

  story(browser, "signs in two tabs of the same page without a second signature", async ({ site, card: open, destination, until, driver, pause }) => {
    const inbox = await destination({ status: 201, delay: 800 });
    const card = await open(site.page("/post.html", post({ destination: inbox.address })));
    const home = await driver.getWindowHandle();
    await sign(card);
    await driver.switchTo().newWindow("window");
    await driver.get(site.at("/post.html"));
    const other = await new Card(driver).ready();
    await until("the other tab to know", () => other.find("[part~=thanks]"));
    await pause(1500);
    assert.equal(inbox.posts.length, 1);
    await driver.switchTo().window(home);
    await card.part("thanks");
    assert.deepEqual(held(inbox), [1]);
  });

  story(browser, "learns that another tab has sent what waited here", async ({ site, card: open, destination, until, driver }) => {
    const inbox = await destination();
    await inbox.down();
    const card = await open(site.page("/post.html", post({ destination: inbox.address })));
    const home = await driver.getWindowHandle();
    await sign(card);
    await until("the word that it waits", async () => (await card.outbox()).some(({ attempts }) => Number(attempts) > 0));
    const words = () => card.run(`return root.querySelector("[part=sign]").textContent`);
    const waiting = await words();
    await driver.switchTo().newWindow("window");
    await driver.get(site.at("/post.html"));
    const other = await new Card(driver).ready();
    await inbox.up();
    await until("the other tab to send it", async () => {
      await driver.executeScript(`dispatchEvent(new Event("online"))`);
      return emptied(other);
    }, 12000);
    await driver.switchTo().window(home);
    await until("words that it has arrived", async () => (await words()) !== waiting);
    assert.match(await card.partText("thanks"), /Thank you, Ada/);
    assert.deepEqual(held(inbox), [1]);
    assert.equal((await card.stats()).totals.sent, 1);
  });

  story(browser, "sends directly where nothing can be stored, and else keeps the form filled", async ({ site, card: open, destination, until }) => {
    const inbox = await destination();
    await inbox.down();
    const card = await open(site.page("/post.html", post({ destination: inbox.address }, forgetful)));
    await sign(card);
    await until("the words", async () => /keeps nothing for this page/.test((await card.partText("status")) ?? ""));
    assert.equal(await card.value("name"), "Ada Lovelace");
    assert.deepEqual(await card.outbox(), []);
    await inbox.up();
    await card.sign();
    await card.part("thanks");
    assert.deepEqual(held(inbox), [1]);
  }, { complains: [/stores nothing for this page/] });

  story(browser, "waits as long as a server asks, also across a reload", async ({ site, card: open, destination, until, pause, reload, driver }) => {
    const inbox = await destination({ status: 429, headers: { "retry-after": "3600", "access-control-expose-headers": "retry-after" } });
    const card = await open(site.page("/post.html", post({ destination: inbox.address })));
    await sign(card);
    await until("the card to say that it waits", () => waits(card));
    inbox.answer = { status: 201 };
    await reload();
    await card.ready();
    await driver.executeScript(`dispatchEvent(new Event("online"))`);
    await pause(2500);
    assert.equal(inbox.posts.length, 1);
    assert.equal((await card.outbox()).length, 1);
  });

  story(browser, "does not ask a server that is down for each signature that waits", async ({ site, card: open, destination, until, pause, reload }) => {
    const inbox = await destination({ status: 503 });
    const card = await open(site.page("/post.html", post({ destination: inbox.address, mode: "stall" })));
    for (const name of ["Ada", "Berta", "Carla"]) {
      await card.type("name", name);
      await card.type("email", "a@example.org");
      await card.sign();
      await card.part("thanks");
      await card.click("[data-sign=next]");
      await until("an empty form", async () => (await card.value("name")) === "");
    }
    await pause(500);
    // Somebody who signs is a reason to try, but with that signature alone.
    const before = inbox.posts.length;
    assert.ok(before <= 3, `${before} requests`);
    await reload();
    await card.ready();
    await pause(2000);
    assert.ok(inbox.posts.length <= before + 1, `${inbox.posts.length - before} requests after a reload`);
    assert.equal((await card.outbox()).length, 3);
    inbox.answer = { status: 201 };
    await until("an empty outbox", () => emptied(card), 30000);
    assert.deepEqual(held(inbox), [1, 1, 1]);
  }, { patience: 90000 });

  story(browser, "gives up waiting for a server that says nothing, and tries again", async ({ site, card: open, destination, until }) => {
    const inbox = await destination({ hang: true });
    const hasty = script("const real = AbortSignal.timeout; AbortSignal.timeout = (ms) => real.call(AbortSignal, ms / 20);");
    const card = await open(site.page("/post.html", post({ destination: inbox.address }, hasty)));
    await sign(card);
    await until("the card to say that it waits", () => waits(card));
    inbox.answer = { status: 201 };
    await until("the outbox to be empty", () => emptied(card), 15000);
    assert.deepEqual(held(inbox), [1]);
  });

  story(browser, "keeps a signature for a server that answers garbage where words are due", async ({ site, card: open, destination, until, pause }) => {
    const inbox = await destination({ status: 200, body: "<html>captive portal</html>" });
    const proca = inbox.address.replace("json:", "proca:").replace("/signatures", "/api?id=42");
    const card = await open(site.page("/post.html", post({ destination: proca, count: "off", fields: "first-name* email*" })));
    await card.type("first-name", "Ada");
    await card.type("email", "ada@example.org");
    await card.sign();
    await until("the card to say that it waits", () => waits(card));
    await pause(300);
    assert.equal((await card.outbox()).length, 1);
  });

  story(browser, "keeps a signature for a server that does not allow the page", async ({ site, card: open, destination, until }) => {
    const inbox = await destination({ status: 201 });
    inbox.cors = false;
    const card = await open(site.page("/post.html", post({ destination: inbox.address })));
    await sign(card);
    await until("the card to say that it waits", () => waits(card));
    assert.equal(inbox.posts.length, 0, "the browser did not even ask");
    inbox.cors = true;
    await until("the outbox to be empty", () => emptied(card), 15000);
    assert.deepEqual(held(inbox), [1]);
  });
});
