// The network is cut, comes back, answers late or twice: a signature waits in
// the outbox and reaches its destination exactly once.

import assert from "node:assert/strict";
import { Card } from "./card.mjs";
import { inEachEngine } from "./engine.mjs";
import { post } from "./petition.mjs";
import { story } from "./story.mjs";

async function signed(card) {
  await card.type("name", "Ada Lovelace");
  await card.type("email", "ada@example.org");
  await card.sign();
}

const waiting = async (card) => /not sent yet/.test((await card.partText("thanks")) ?? "");

inEachEngine("The outbox", (browser) => {
  story(browser, "keeps a signature while the network is cut and sends it by itself, once", async ({ site, card: open, destination, until, pause }) => {
    const inbox = await destination();
    await inbox.down();
    const card = await open(site.page("/post.html", post({ destination: inbox.address })));
    await signed(card);
    await until("the card to say that it waits", () => waiting(card));
    assert.equal((await card.outbox()).length, 1);
    const [{ id, campaign, attempts }] = await card.outbox();
    assert.deepEqual([campaign, attempts], ["keep-the-library", 1]);
    assert.equal((await card.stats()).totals.sent, 0);
    assert.equal(await card.partText("count"), "312 signatures");
    await inbox.up();
    // The first pause is about four seconds.
    const [request] = await inbox.received(1, 12000);
    assert.equal(request.body.id, id);
    await until("the outbox to be empty", async () => (await card.outbox()).length === 0);
    await until("the thanks", async () => !(await waiting(card)) && (await card.partText("thanks")));
    assert.equal(await card.partText("count"), "313 signatures");
    await pause(1500);
    assert.equal(inbox.posts.length, 1);
    assert.equal((await card.stats()).totals.sent, 1);
  });

  story(browser, "sends it at once when the browser is online again", async ({ site, card: open, destination, until, driver }) => {
    const inbox = await destination();
    await inbox.down();
    const card = await open(site.page("/post.html", post({ destination: inbox.address })));
    await signed(card);
    await until("the card to say that it waits", () => waiting(card));
    await inbox.up();
    await driver.executeScript(`dispatchEvent(new Event("online"))`);
    await inbox.received(1, 2500);
    await until("the outbox to be empty", async () => (await card.outbox()).length === 0);
    assert.equal([...inbox.byId.values()][0], 1);
  });

  story(browser, "sends it on a later visit, from another page of the site, once among two tabs", async ({ site, card: open, destination, until, driver, pause }) => {
    const inbox = await destination();
    await inbox.down();
    const first = await open(site.page("/post.html", post({ destination: inbox.address })));
    await signed(first);
    await until("the card to say that it waits", () => waiting(first));
    const [{ id }] = await first.outbox();
    site.page("/other.html", post({ campaign: "another-cause" }));
    await inbox.up();
    const other = await open(site.at("/other.html"));
    const home = await driver.getWindowHandle();
    await driver.switchTo().newWindow("window");
    await driver.get(site.at("/other.html"));
    await new Card(driver).ready();
    await driver.switchTo().window(home);
    const [request] = await inbox.received(1, 12000);
    assert.equal(request.body.id, id);
    assert.equal(request.body.campaign, "keep-the-library");
    await pause(1500);
    assert.equal(inbox.posts.length, 1);
    assert.ok(await other.shown("form"), "the other cause is still unsigned");
    const again = await open(site.at("/post.html"));
    assert.match(await again.partText("thanks"), /signed this petition/i);
  });

  story(browser, "repeats under the same UUID when the answer was lost, so that it counts once", async ({ site, card: open, destination, until }) => {
    const inbox = await destination();
    const seen = new Set();
    inbox.before = ({ body }) => {
      const known = seen.has(body.id);
      seen.add(body.id);
      return known ? { status: 409 } : { reset: true };
    };
    const card = await open(site.page("/post.html", post({ destination: inbox.address })));
    await signed(card);
    // Some browsers repeat a request by themselves when its connection is cut.
    await until("the outbox to be empty", async () => (await card.outbox()).length === 0, 12000);
    await card.part("thanks");
    assert.ok(inbox.posts.length >= 2);
    assert.equal(new Set(inbox.posts.map(({ body }) => body.id)).size, 1);
    assert.equal((await card.stats()).totals.sent, 1);
    assert.equal((await card.stats()).totals.sign, 1);
  });

  for (const status of [429, 503]) {
    story(browser, `tries again after ${status}`, async ({ site, card: open, destination, until }) => {
      const inbox = await destination({ status });
      const card = await open(site.page("/post.html", post({ destination: inbox.address })));
      await signed(card);
      await until("the card to say that it waits", () => waiting(card));
      inbox.answer = { status: 201 };
      await inbox.received(2, 12000);
      await until("the outbox to be empty", async () => (await card.outbox()).length === 0);
      assert.equal([...inbox.byId.values()].reduce((sum, count) => sum + count, 0), 1);
    });
  }

  story(browser, "survives leaving the page while it is being sent", async ({ site, card: open, destination, until }) => {
    const inbox = await destination({ hang: true });
    const url = site.page("/post.html", post({ destination: inbox.address }));
    const card = await open(url);
    await signed(card);
    await inbox.received(1);
    const again = await open(url);
    assert.equal((await again.outbox()).length, 1);
    assert.equal(await again.find("form"), null, "the form is not offered again");
    await until("words that it waits", () => waiting(again));
  });
});
