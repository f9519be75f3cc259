// A tablet at a stall: one after the other, with and without a network.

import assert from "node:assert/strict";
import { inEachEngine } from "./engine.mjs";
import { post } from "./petition.mjs";
import { story } from "./story.mjs";

// The clock goes faster where a test has no time to wait.
const clock = `<script>
  let ahead = 0;
  const now = Date.now;
  Date.now = () => now() + ahead;
  window.later = (ms) => (ahead += ms);
</script>`;

async function person(card, name) {
  await card.type("name", name);
  await card.type("email", `${name.toLowerCase()}@example.org`);
  await card.sign();
  await card.part("thanks");
}

inEachEngine("The stall", (browser) => {
  story(browser, "takes one after the other, keeps what waits, and sends it when there is a network", async ({ site, card: open, destination, until, driver }) => {
    const inbox = await destination();
    await inbox.down();
    const card = await open(site.page("/post.html", post({ destination: inbox.address, mode: "stall" }, { head: clock })));
    for (const name of ["Ada", "Berta", "Carla"]) {
      await person(card, name);
      assert.match(await card.partText("thanks"), new RegExp(`Thank you, ${name}!`));
      await card.click("[data-sign=next]");
      await until("an empty form", async () => (await card.value("name")) === "");
      assert.equal(await card.value("email"), "");
    }
    assert.match(await card.partText("stall"), /3 signatures wait to be sent/);
    assert.equal((await card.outbox()).length, 3);
    await inbox.up();
    await driver.executeScript(`dispatchEvent(new Event("online"))`);
    await until("an empty outbox", async () => (await card.outbox()).length === 0, 15000);
    assert.deepEqual(inbox.posts.map(({ body }) => body.name).sort(), ["Ada", "Berta", "Carla"]);
    assert.equal((await card.stats()).totals.sent, 3);
    await until("the words to follow", async () => /No signature waits/.test((await card.partText("stall")) ?? ""));
  });

  story(browser, "returns to an empty form by itself, and empties one that is left", async ({ site, card: open, until, driver }) => {
    const card = await open(site.page("/post.html", post({ mode: "stall" }, { head: clock })));
    await person(card, "Ada");
    await driver.executeScript("later(13000)");
    await until("the form", () => card.shown("form"), 6000);
    await card.type("name", "Berta");
    await driver.executeScript("later(91000)");
    await until("an empty form", async () => (await card.value("name")) === "", 6000);
    await card.click("[part=stall] summary");
    assert.match(await card.partText("stall"), /1 signature on this device/);
  });

  story(browser, "saves a table that no spreadsheet runs", async ({ site, card: open, driver, until }) => {
    const card = await open(site.page("/post.html", post({ mode: "stall", fields: "name* comment" })));
    await card.type("name", "Ada");
    await card.type("comment", `=HYPERLINK("http://evil.example")`);
    await card.sign();
    await card.part("thanks");
    await driver.executeScript(`URL.createObjectURL = (blob) => { window.saved = blob; return "#"; };`);
    await card.click("[part=stall] summary");
    await card.click("[data-sign=save]");
    const text = await until("the table", () => driver.executeScript("return window.saved?.text()"));
    const [head, row] = text.split("\r\n");
    assert.match(head, /state,id,time,name,comment/);
    assert.match(row, /"'=HYPERLINK\(""http/);
  });
});
