// osdi: against a petition as OSDI and Action Network describe it, and beside the
// client that OSDI's own group made for front ends.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, beforeEach, test } from "node:test";
import { JSDOM } from "jsdom";
import { ask, make, send, signature } from "./bridge.mjs";
import { start } from "./servers/osdi.mjs";

const { resolve } = createRequire(import.meta.url);
const scripts = ["jquery", "jquery-osdi/jquery.osdi.js"].map((name) => readFileSync(resolve(name), "utf8"));

let server;
let to;
const open = [];
beforeEach(async () => {
  server = await start();
  open.push(server);
  to = `osdi:${server.address}`;
});
after(() => Promise.all(open.map((one) => one.close())));

/** Lets the reference client post a form of these inputs, and returns what it sent. */
async function reference(inputs, options = {}) {
  const { window } = new JSDOM("<form></form>", { url: "https://blog.example/library", runScripts: "outside-only" });
  for (const script of scripts) window.eval(script);
  const form = window.document.querySelector("form");
  for (const [name, value] of Object.entries(inputs)) {
    form.append(Object.assign(window.document.createElement("input"), { name, value }));
  }
  await new Promise((done, fail) => {
    window.jQuery(form).osdi({
      endpoint: `${server.address}/record_signature_helper`,
      immediate: true,
      done,
      fail: (xhr) => fail(new Error(`${xhr.status} ${xhr.responseText}`)),
      ...options,
    });
  });
  window.close();
  const { headers, body } = server.requests.at(-1);
  return { headers, body: JSON.parse(body) };
}

const everything = {
  "field.phone": "+33 1 23 45 67 89",
  "field.street": "1 rue X",
  "field.postcode": "75011",
  "field.locality": "Paris",
  "field.region": "Île-de-France",
};
const inputs = {
  given_name: "Zoé",
  family_name: "Martin",
  email_address: "zoe@example.org",
  phone_number: "+33 1 23 45 67 89",
  street: "1 rue X",
  locality: "Paris",
  region: "Île-de-France",
  postal_code: "75011",
  country: "FR",
};

test("a person is told as the reference client tells the same one", async () => {
  const theirs = await reference(inputs);
  const { reply, verdict } = await send(signature(to, { consent: "yes", ...everything }));
  assert.equal(reply.status, 200, reply.text);
  assert.equal(verdict.outcome, "accepted");
  const { headers, body: sent, path } = server.requests.at(-1);
  const ours = JSON.parse(sent);
  const { custom_fields, ...person } = ours.person;
  assert.deepEqual(person, theirs.body.person);
  assert.deepEqual(ours.triggers, theirs.body.triggers);
  assert.equal(headers["content-type"], theirs.headers["content-type"]);
  assert.match(path, /\/record_signature_helper$/);
  assert.equal(custom_fields.consent, "yes");
});

test("of a person with an address and a name only, neither tells more", async () => {
  const theirs = await reference({ given_name: "Zoé", family_name: "Martin", email_address: "zoe@example.org" }, { status: false });
  await send(signature(to, { "field.country": "" }));
  const { custom_fields, ...person } = JSON.parse(server.requests.at(-1).body).person;
  assert.deepEqual(person, theirs.body.person);
  assert.equal(custom_fields.consent, "no");
});

test("a signature brings its comment, its origin and what has no place of its own", async () => {
  const zoe = signature(to, { "field.birth-date": "1990-02-03", "field.newsletter-by-post": "no" });
  await send(zoe);
  assert.equal(server.signatures.length, 1);
  const [{ body }] = server.signatures;
  assert.equal(body.comments, "It is “warm” there\nand & open");
  assert.equal(body.action_date, "2026-12-24T19:30:00.000Z");
  assert.deepEqual(body.identifiers, [`share-sign:${zoe.id}`]);
  assert.deepEqual(body.referrer_data, { source: "x", referrer: "k3token", website: "https://blog.example/library" });
  assert.deepEqual(body.person.custom_fields, {
    consent: "no",
    consent_text: "May we write to you?",
    consent_version: "3",
    locale: "fr",
    birth_date: "1990-02-03",
    show_name: "initial",
    newsletter_by_post: "no",
  });
});

test("Action Network is asked at its own endpoint, and told the origin under its own name", async () => {
  const network = "https://actionnetwork.org";
  const destination = `osdi:${network}${new URL(server.address).pathname}`;
  const zoe = signature(destination);
  const [request] = ask({ signature: zoe });
  const { status, body } = await make({ ...request, url: request.url.replace(network, new URL(server.address).origin) });
  assert.equal(status, 200, JSON.stringify(body));
  const [verdict] = ask({ destination, reply: { status, body }, signature: zoe });
  assert.equal(verdict.outcome, "accepted");
  assert.equal(server.signatures[0].endpoint, "signatures");
  assert.equal(server.signatures[0].body["action_network:referrer_data"].source, "x");
  assert.equal(server.signatures[0].body.referrer_data, undefined);
});

test("someone who signs twice is one person with one signature", async () => {
  const zoe = signature(to);
  assert.equal((await send(zoe)).verdict.outcome, "accepted");
  assert.equal((await send(zoe)).verdict.outcome, "accepted");
  assert.equal((await send(signature(to, { "field.email": "ZOE@example.org" }))).verdict.outcome, "accepted");
  assert.equal(server.requests.length, 3);
  assert.equal(server.signatures.length, 1);
  await send(signature(to, { "field.email": "ana@example.org" }));
  assert.equal(server.signatures.length, 2);
});

test("someone who signed on the campaign's other page stays who they are, with their tags", async () => {
  await reference(inputs, { add_tags: ["library", "unheard of"] });
  await send(signature(to, { "field.email": "", "field.phone": "+33123456789" }));
  assert.equal(server.people.length, 1);
  assert.deepEqual([...server.people[0].tags], ["library"]);
  assert.equal(server.people[0].email, "zoe@example.org");
});

test("who left the list comes back with a yes, and with nothing else", async () => {
  await send(signature(to));
  for (const [consent, expected] of [["no", "unsubscribed"], ["", "unsubscribed"], ["yes", "subscribed"]]) {
    server.people[0].status = "unsubscribed";
    await send(signature(to, { consent }));
    assert.equal(server.people[0].status, expected, consent);
  }
});

test("the thanks that the campaign wrote go out", async () => {
  await send(signature(to));
  assert.deepEqual(server.answered, ["zoe@example.org"]);
});

test("the service's words stand beside our fields", async () => {
  const { reply, verdict } = await send(signature(to, { "field.email": "zoe", "field.country": "France" }));
  assert.equal(reply.status, 400, reply.text);
  assert.equal(verdict.outcome, "refused");
  assert.deepEqual(verdict.fields, { email: "Email is invalid", country: "Not a country" });
  assert.equal(server.signatures.length, 0);
});

test("words about no field stand alone", async () => {
  const { verdict } = await send(signature(to, { "field.email": "" }));
  const words = "An email address or a phone number is required";
  assert.deepEqual(verdict, { outcome: "refused", fields: {}, words, number: 0 });
});

test("a petition that is not there, or wants a key, refuses in its words", async () => {
  const missing = await send(signature(`${to}0`));
  assert.deepEqual([missing.reply.status, missing.verdict.outcome, missing.verdict.words], [404, "refused", "Couldn't find Petition"]);
  for (const status of [401, 403]) {
    server.instead({ status, body: { error: "API Key invalid or not present" } });
    const { verdict } = await send(signature(to));
    assert.deepEqual([verdict.outcome, verdict.words], ["refused", "API Key invalid or not present"], String(status));
  }
});

test("a service that is busy or broken is asked again later, and then has the signature", async () => {
  const zoe = signature(to);
  for (const reply of [
    { status: 429, body: { error: "Rate limit exceeded" }, headers: { "retry-after": "2" } },
    { status: 500, body: { "osdi:error": { error_description: "Unexpected" } } },
    { status: 503, body: "<h1>Down for maintenance</h1>", headers: { "content-type": "text/html" } },
  ]) {
    server.instead(reply);
    const { verdict } = await send(zoe);
    assert.deepEqual(verdict, { outcome: "later", fields: {}, words: "", number: 0 }, String(reply.status));
  }
  assert.equal(server.signatures.length, 0);
  assert.equal((await send(zoe)).verdict.outcome, "accepted");
  assert.equal(server.signatures.length, 1);
});

test("the number of signatures wants a key, so the page asks the service for none and sends none", async () => {
  assert.deepEqual(ask({ count: to, campaign: "library" }), [null]);
  await send(signature(to));
  assert.equal(server.requests[0].headers["osdi-api-token"], undefined);
  // A campaign's own relay, which holds the key, can name `total_signatures` as its count.
  const petition = { method: "GET", url: server.address };
  assert.equal((await make(petition)).status, 403);
  assert.equal((await make({ ...petition, "header.OSDI-API-Token": server.key })).body.total_signatures, 1);
});
