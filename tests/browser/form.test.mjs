// The longer form: what it asks, what it says while it is filled in, what it keeps.

import assert from "node:assert/strict";
import { Key } from "./card.mjs";
import { inEachEngine } from "./engine.mjs";
import { element, page, post } from "./petition.mjs";
import { story } from "./story.mjs";

const json = (settings) => `<script type="application/json">${JSON.stringify(settings)}</script>`;
const petition = (settings, values = {}) => page(element(values, json(settings)));

/** Lets the part that signs load, as it does when somebody comes to the form. */
async function come(card, until) {
  await card.click("form input");
  await until("the part that signs", () => card.run(`return root.querySelector("[part=sign]")?.dataset.later === "sign"`));
}

inEachEngine("The form", (browser) => {
  story(browser, "asks for what the campaign made up, and sends it", async ({ site, card: open, destination, until }) => {
    const inbox = await destination();
    const fields = [
      "first-name*",
      "email*",
      "birth-date",
      "country*",
      "postcode",
      { id: "role", label: "I am a", kind: "choice", options: ["patient", "doctor & nurse"], required: true },
      { id: "visit", label: "I come to the hearing", kind: "tick" },
      "show-name",
    ];
    const card = await open(site.page("/post.html", petition({ fields }, { destination: inbox.address })));
    await until("the countries", () => card.run(`return root.querySelector("[name=country]").options.length > 200`));
    const names = await card.run(`return [...root.querySelector("[name=country]").options].map(({ text }) => text)`);
    assert.ok(names.includes("Côte d’Ivoire") && names.includes("Germany"), names.slice(0, 5).join());
    await card.type("first-name", "Zoé");
    await card.type("email", "zoe@example.org");
    await card.run(`for (const [name, value] of Object.entries(args[0])) {
      const field = root.querySelector("[name=" + name + "]");
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    }`, { country: "NL", role: "doctor & nurse", "birth-date": "1980-02-29", "show-name": "initial" });
    await card.type("postcode", "12345");
    await card.click("[name=visit]");
    await until("words about the postcode", async () => /like 1012 ?AB/.test(await card.error("postcode")));
    await card.retype("postcode", "1012 AB");
    await card.sign();
    await card.part("thanks");
    const { firstName, country, birthDate, role, visit, showName, postcode } = inbox.posts[0].body;
    assert.deepEqual(
      { firstName, country, birthDate, role, visit, showName, postcode },
      { firstName: "Zoé", country: "NL", birthDate: "1980-02-29", role: "doctor & nurse", visit: "yes", showName: "initial", postcode: "1012 AB" },
    );
  });

  story(browser, "asks about a slip in the address and puts it right from the keyboard", async ({ site, card: open, until }) => {
    const card = await open(site.page("/post.html", post({})));
    await card.type("name", "Ada Lovelace");
    await card.type("email", "ada@gmial.com");
    await card.press(Key.TAB);
    await until("the question", async () => /Did you mean ada@gmail\.com\?/.test((await card.text("#h-email")) ?? ""));
    assert.equal(await card.error("email"), "", "a question is no error");
    // It stands behind the field, so one step back and one on reach it.
    await card.run(`root.querySelector("[data-sign=use]").focus()`);
    await card.press(Key.ENTER);
    await until("the address to be right", async () => (await card.value("email")) === "ada@gmail.com");
    assert.equal(await card.focused(), "email");
    assert.equal(await card.find("#h-email"), null);
    await card.press(Key.ENTER);
    await card.part("thanks");
  });

  story(browser, "says how much room is left before there is none", async ({ site, card: open, until }) => {
    const card = await open(site.page("/post.html", post({ fields: "name* comment" })));
    await come(card, until);
    await card.click("[name=comment]");
    await card.run(`const field = root.querySelector("[name=comment]");
      field.value = "é".repeat(450);
      field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));`);
    await until("the words", async () => /50 characters left/.test((await card.text("#h-comment")) ?? ""));
    const described = await card.run(`return root.querySelector("[name=comment]").getAttribute("aria-describedby")`);
    assert.ok(described.includes("h-comment"), described);
  });

  story(browser, "asks for consent in the campaign’s words, which travel with the answer", async ({ site, card: open, destination }) => {
    const inbox = await destination();
    const consent = { consent: "required", "consent-text": "May the Friends of the Library write to you?", "consent-version": "7", "consent-yes": "Gladly" };
    const card = await open(site.page("/post.html", post({ ...consent, destination: inbox.address })));
    assert.match(await card.partText("consent"), /Friends of the Library.*Gladly.*No, thank you/);
    assert.equal(await card.run(`return root.querySelectorAll("[name=consent]:checked").length`), 0);
    await card.type("name", "Ada");
    await card.type("email", "ada@example.org");
    await card.click("[name=consent][value=yes]");
    await card.sign();
    await card.part("thanks");
    const { consent: answer, consentText, consentVersion } = inbox.posts[0].body;
    assert.deepEqual([answer, consentText, consentVersion], [true, "May the Friends of the Library write to you?", "7"]);
  });

  story(browser, "keeps no private field, and lets a draft go once it is signed", async ({ site, card: open, reload, until }) => {
    const fields = ["name*", { id: "story", label: "My story", private: true }, { id: "plan", label: "My plan" }];
    const card = await open(site.page("/post.html", petition({ fields })));
    await card.type("name", "Ada");
    await card.type("story", "secret");
    await card.type("plan", "to read");
    await reload();
    await card.ready();
    assert.deepEqual([await card.value("name"), await card.value("story"), await card.value("plan")], ["Ada", "", "to read"]);
    await card.sign();
    await card.part("thanks");
    await until("no draft", () => card.run("return sessionStorage.length === 0"));
  });

  story(browser, "fills in from the address where the page asks for it, and takes it out of there", async ({ site, card: open, until, driver }) => {
    site.page("/post.html", post({ prefill: "yes" }));
    const card = await open(site.at("/post.html?id=7&ss_name=Ada%20L&ss_email=ada%40example.org#top"));
    await until("the name", async () => (await card.value("name")) === "Ada L");
    assert.equal(await card.value("email"), "ada@example.org");
    await until("the address bar to be clean", async () => (await driver.getCurrentUrl()) === site.at("/post.html?id=7#top"));
    const hrefs = JSON.stringify(await card.links());
    assert.ok(!hrefs.includes("Ada"), "and nobody else gets it");
    site.page("/plain.html", post({}));
    const plain = await open(site.at("/plain.html?ss_name=Ada"));
    await come(plain, until);
    assert.equal(await plain.value("name"), "");
  });

  story(browser, "hides its trap from people, and lets them through all the same", async ({ site, card: open, destination, until }) => {
    const inbox = await destination();
    const card = await open(site.page("/post.html", post({ destination: inbox.address })));
    await card.type("name", "Ada");
    await card.type("email", "ada@example.org");
    const trap = `root.querySelector("form [tabindex='-1']")`;
    const seen = await card.run(`const { width, height } = ${trap}.parentElement.getBoundingClientRect();
      return [width <= 1 && height <= 1, ${trap}.closest("[aria-hidden=true]") !== null, ${trap}.autocomplete]`);
    assert.deepEqual(seen, [true, true, "off"]);
    await card.run(`${trap}.value = "http://spam.example"`);
    await card.sign();
    await until("the request to check", async () => /once more/.test((await card.partText("status")) ?? ""));
    assert.equal(inbox.posts.length, 0);
    await card.sign();
    await card.part("thanks");
    assert.ok(!inbox.posts[0].text.includes("spam"));
  });

  story(browser, "puts what the server says beside the field that it means", async ({ site, card: open, destination, until }) => {
    const inbox = await destination({ status: 422, body: `{"message": "Not so.", "errors": {"email": ["This mailbox is full."]}}` });
    const card = await open(site.page("/post.html", post({ destination: inbox.address })));
    await card.type("name", "Ada");
    await card.type("email", "ada@example.org");
    await card.sign();
    await until("the words", async () => (await card.error("email")) === "This mailbox is full.");
    assert.match(await card.partText("status"), /Not so\./);
    assert.equal(await card.focused(), "email");
  });

  story(browser, "says so where the part that signs cannot be loaded, and loses nothing", async ({ site, card: open, until, reload }) => {
    await site.block(/\/dist\/sign-/);
    const card = await open(site.page("/post.html", post({})));
    await card.type("name", "Ada");
    await card.type("email", "ada@example.org");
    await card.sign();
    await until("the words", async () => /could not be loaded/.test((await card.partText("status")) ?? ""));
    assert.equal(await card.value("name"), "Ada");
    site.unblock();
    await reload();
    await card.ready();
    assert.equal(await card.value("name"), "Ada");
    await card.sign();
    await card.part("thanks");
  }, { complains: [/could not be loaded/] });
});
