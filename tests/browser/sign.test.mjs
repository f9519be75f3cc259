// Signing: the form says in words what is wrong, the signature goes to its
// destination, and the card remembers.

import assert from "node:assert/strict";
import { Key } from "./card.mjs";
import { inEachEngine } from "./engine.mjs";
import { element, page, post } from "./petition.mjs";
import { story } from "./story.mjs";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

async function fill(card) {
  await card.type("name", "Ada Lovelace");
  await card.type("email", "ada@example.org");
}

inEachEngine("Signing", (browser) => {
  story(browser, "says in words, beside the field, what is wrong", async ({ site, card: open }) => {
    const card = await open(site.page("/post.html", post({ fields: "name* email* comment" })));
    assert.equal(await card.error("name"), "");
    await card.sign();
    assert.equal(await card.error("name"), "Please enter your name.");
    assert.equal(await card.error("email"), "Please enter your email address.");
    assert.equal(await card.error("comment"), "");
    assert.equal(await card.focused(), "name");
    assert.match(await card.partText("status"), /2 fields need your attention/);
    const [below, left] = await card.run(`
      const field = root.querySelector("[name=email]").getBoundingClientRect();
      const error = root.getElementById("e-email").getBoundingClientRect();
      return [error.top - field.bottom, Math.abs(error.left - field.left)];`);
    assert.ok(below >= -1 && below < 24 && left < 24, `the error stands ${below}px below, ${left}px beside its field`);

    await card.type("name", "Ada");
    await card.type("email", "ada@example");
    assert.equal(await card.error("name"), "");
    await card.press(Key.TAB);
    assert.match(await card.error("email"), /does not look like an email address/);
    await card.type("email", ".org");
    assert.equal(await card.error("email"), "");
    assert.equal(await card.value("email"), "ada@example.org");
    assert.equal((await card.stats()).totals.sign, 0);
    assert.deepEqual(await card.outbox(), []);
  });

  story(browser, "does not lose a click to words that appear under the pointer", async ({ site, card: open }) => {
    const card = await open(site.page("/post.html", post({ fields: "name* email*", consent: "required" })));
    await card.type("name", "Ada Lovelace");
    await card.type("email", "ada@example");
    // Leaving the field brings up its error, and the button may move.
    await card.sign();
    assert.match(await card.partText("status"), /2 fields need your attention/);
    await card.type("email", ".org");
    await card.click("[name=consent][value=no]");
    assert.equal(await card.run("return root.querySelector('[name=consent][value=no]').checked"), true);
    await card.sign();
    await card.part("thanks");
  });

  story(browser, "does not scold a person who only passes through", async ({ site, card: open }) => {
    const card = await open(site.page("/post.html", post({})));
    await card.tabTo("name");
    await card.press(Key.TAB);
    await card.press(Key.TAB);
    assert.equal(await card.error("name"), "");
    assert.equal(await card.error("email"), "");
  });

  story(browser, "ties each label and error to its field", async ({ site, card: open }) => {
    const card = await open(site.page("/post.html", post({ fields: "name* email* postcode country comment" })));
    await card.sign();
    const fields = await card.run(`return [...root.querySelectorAll("form input:not([tabindex='-1']), form textarea, form select")].map((field) => ({
      name: field.name, id: field.id, label: field.labels[0]?.innerText, autocomplete: field.autocomplete, type: field.type,
      describes: (field.getAttribute("aria-describedby") ?? "").split(" ").every((id) => root.getElementById(id)),
    }))`);
    assert.deepEqual(fields.map(({ name }) => name), ["name", "email", "postcode", "country", "comment"]);
    for (const field of fields) {
      assert.equal(field.id, `f-${field.name}`);
      assert.ok(field.label?.length > 2 && field.describes, JSON.stringify(field));
      assert.ok(field.autocomplete, field.name);
    }
    assert.equal(fields[1].type, "email");
  });

  story(browser, "keeps a local signature here, thanks, and remembers", async ({ site, card: open, reload, until }) => {
    const card = await open(site.page("/post.html", post({})));
    await fill(card);
    await card.sign();
    await card.part("thanks");
    assert.equal(await card.find("form"), null);
    assert.match(await card.partText("thanks"), /Thank you, Ada/);
    assert.equal(await card.partText("count"), "313 signatures");
    assert.equal(await card.partText("goal"), "187 more to reach 500");
    assert.ok(await card.shown("[data-channel=x]"), "the share step is there");
    const { totals } = await card.stats();
    assert.deepEqual([totals.sign, totals.sent], [1, 1]);
    const kinds = (await card.events()).map(({ kind }) => kind).filter((kind) => ["before-sign", "sign", "sent"].includes(kind));
    assert.deepEqual(kinds, ["before-sign", "sign", "sent"]);
    const [sent] = await card.events("sent");
    assert.match(sent.detail.id, UUID);
    assert.equal(sent.detail.outcome, "accepted");
    assert.equal(JSON.stringify(await card.events()).includes("ada@"), false, "no personal data in events");
    await reload();
    await card.ready();
    await until("the card to remember", async () => /signed this petition/i.test(await card.partText("thanks")));
    assert.equal(await card.find("form"), null);
    assert.equal(await card.partText("count"), "313 signatures");
  });

  story(browser, "works from the keyboard alone, up to the share step", async ({ site, card: open, destination, newTab, until }) => {
    const inbox = await destination();
    const card = await open(site.page("/post.html", post({ destination: inbox.address, fields: "name* email* comment" })));
    await card.tabTo("name");
    await card.press("Ada Lovelace");
    await card.press(Key.TAB);
    assert.equal(await card.focused(), "email");
    await card.press("ada@example.org");
    await card.press(Key.TAB);
    await card.press("Because it is warm.");
    await card.tabTo("sign-button");
    await card.press(Key.ENTER);
    await card.part("thanks");
    await until("the focus on the thanks", () =>
      card.run(`return Boolean(root.activeElement && root.querySelector("[part~=thanks]").contains(root.activeElement))`),
    );
    await card.tabTo("x");
    const href = await card.href("x");
    await card.press(Key.ENTER);
    assert.equal(await newTab(), href);
    const { totals } = await card.stats();
    assert.deepEqual([totals.sign, totals.sent, totals.share], [1, 1, 1]);
    assert.equal(inbox.posts[0].body.comment, "Because it is warm.");
  });

  story(browser, "signs with Enter in a field", async ({ site, card: open }) => {
    const card = await open(site.page("/post.html", post({})));
    await fill(card);
    await card.press(Key.ENTER);
    await card.part("thanks");
    assert.equal((await card.stats()).totals.sign, 1);
  });

  story(browser, "posts one JSON object to the destination", async ({ site, card: open, destination, pause, until }) => {
    const inbox = await destination({ status: 201, delay: 1200 });
    const card = await open(site.page("/post.html", post({ destination: inbox.address, consent: "required" })));
    await card.type("name", "Zoé ✊ O’Neil");
    await card.type("email", "zoe@example.org");
    await card.sign();
    assert.match(await card.error("consent") || (await card.text("#e-consent")), /choose yes or no/i);
    assert.equal(inbox.posts.length, 0);
    await card.click("[name=consent][value=no]");
    await card.sign();
    await until("the button to say that it is sending", async () => /Sending/.test(await card.partText("sign-button") ?? ""), 4000);
    assert.equal((await card.outbox()).length, 1, "stored before it is sent");
    // Impatience must not sign twice.
    await card.click("[part~=sign-button]");
    await card.part("thanks");
    await pause(300);
    const [request, ...more] = inbox.posts;
    assert.equal(more.length, 0);
    assert.equal(request.method, "POST");
    assert.match(request.headers["content-type"], /^application\/json/);
    assert.equal(request.headers.cookie, undefined);
    assert.equal(inbox.preflights.length, 1);
    const { id, campaign, name, email, consent, locale, time } = request.body;
    assert.match(id, UUID);
    assert.deepEqual({ campaign, name, email, consent, locale }, {
      campaign: "keep-the-library",
      name: "Zoé ✊ O’Neil",
      email: "zoe@example.org",
      consent: false,
      locale: "en",
    });
    assert.ok(Math.abs(Date.parse(time) - Date.now()) < 60000, time);
    assert.deepEqual(await card.outbox(), []);
    assert.equal((await card.events("sent"))[0].detail.id, id);
    assert.equal((await card.stats()).totals.sent, 1);
    assert.equal(await card.partText("count"), "313 signatures");
    const kept = await card.run("return JSON.stringify({ ...localStorage })");
    assert.ok(!/zoe|Zo/i.test(kept), `personal data is gone from the device: ${kept}`);
  });

  story(browser, "gives a refused signature back, to be changed and sent again", async ({ site, card: open, destination, until, reload }) => {
    const inbox = await destination({ status: 422, body: `{"error":"no"}` });
    const card = await open(site.page("/post.html", post({ destination: inbox.address })));
    await fill(card);
    await card.sign();
    await until("the reason", async () => /did not accept/.test((await card.partText("status")) ?? ""));
    assert.ok(await card.shown("form"));
    assert.equal(await card.value("email"), "ada@example.org");
    assert.equal((await card.stats()).totals.sent, 0);
    await reload();
    await card.ready();
    assert.equal(await card.value("name"), "Ada Lovelace", "also after a reload");
    inbox.answer = { status: 200 };
    await card.retype("email", "ada@example.com");
    await card.sign();
    await card.part("thanks");
    const [first, second] = await inbox.received(2);
    assert.equal(second.body.email, "ada@example.com");
    assert.equal(second.body.id, first.body.id);
    assert.deepEqual(await card.outbox(), []);
  });

  story(browser, "tells a person who had signed before", async ({ site, card: open, destination }) => {
    const inbox = await destination({ status: 409 });
    const card = await open(site.page("/post.html", post({ destination: inbox.address })));
    await fill(card);
    await card.sign();
    assert.match(await (await card.part("thanks")).getText(), /already signed/);
    assert.equal((await card.events("sent"))[0].detail.outcome, "already-signed");
    assert.deepEqual(await card.outbox(), []);
  });

  story(browser, "keeps what was typed across a reload", async ({ site, card: open, reload }) => {
    const card = await open(site.page("/post.html", post({ fields: "name* email* comment" })));
    await card.type("name", "Ada Lovelace");
    await card.type("comment", "Warm");
    await reload();
    await card.ready();
    assert.equal(await card.value("name"), "Ada Lovelace");
    assert.equal(await card.value("comment"), "Warm");
  });

  story(browser, "lets the page call a signature off", async ({ site, card: open, destination, pause }) => {
    const inbox = await destination();
    const guard = `<script>addEventListener("share-sign:before-sign", (event) => event.preventDefault())</script>`;
    const card = await open(site.page("/post.html", post({ destination: inbox.address }, { head: guard })));
    await fill(card);
    await card.sign();
    await pause(400);
    assert.equal(inbox.posts.length, 0);
    assert.deepEqual(await card.outbox(), []);
    assert.equal((await card.stats()).totals.sign, 0);
    assert.equal(await card.value("name"), "Ada Lovelace");
    const [event] = await card.events("before-sign");
    assert.ok(event.cancelable && event.detail.campaign === "keep-the-library");
  });

  story(browser, "takes nobody's name after the deadline", async ({ site, card: open }) => {
    const card = await open(site.page("/post.html", page(element({ deadline: "2020-01-01T00:00:00Z" }))));
    assert.equal(await card.find("form"), null);
    assert.match(await card.run("return root.querySelector('article').innerText"), /closed/);
    assert.ok(await card.shown("[data-channel=x]"));
  });
});
