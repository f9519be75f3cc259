// proca: against a GraphQL server with the schema that Proca documents.

import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { ask, make, send, signature } from "./bridge.mjs";
import { start } from "./servers/proca.mjs";

let server;
let to;
const open = [];
beforeEach(async () => {
  server = await start();
  open.push(server);
  to = `proca:${server.address}`;
});
after(() => Promise.all(open.map((one) => one.close())));

/** The number that a count request points at. */
async function counted(destination) {
  const [request] = ask({ count: destination, campaign: "library" });
  const { status, body, text } = await make(request);
  assert.equal(status, 200, text);
  return request.pointer.slice(1).split("/").reduce((value, name) => value?.[name], body);
}

test("a signature is an action of the page, with each field where Proca looks for it", async () => {
  const zoe = signature(to, {
    "field.phone": "+33 1 23 45 67 89",
    "field.birth-date": "1990-02-03",
    "field.street": "1 rue X",
    "field.postcode": "75011",
    "field.locality": "Paris",
    "field.region": "Île-de-France",
    "field.newsletter-by-post": "yes",
  });
  const { request, reply, verdict } = await send(zoe);
  assert.equal(reply.status, 200, reply.text);
  assert.equal(reply.body.errors, undefined, reply.text);
  assert.deepEqual(verdict, { outcome: "accepted", fields: {}, words: "", number: 0 });
  assert.equal(server.actions.length, 1);
  const [{ actionPageId, action, contact, privacy, tracking }] = JSON.parse(JSON.stringify(server.actions));
  assert.equal(actionPageId, 42);
  assert.equal(action.actionType, "register");
  assert.deepEqual(contact, {
    firstName: "Zoé",
    lastName: "Martin",
    email: "zoe@example.org",
    phone: "+33 1 23 45 67 89",
    birthDate: "1990-02-03",
    address: { country: "FR", postcode: "75011", locality: "Paris", region: "Île-de-France", street: "1 rue X" },
  });
  assert.deepEqual(action.customFields, {
    id: zoe.id,
    time: "2026-12-24T19:30:00.000Z",
    locale: "fr",
    consentText: "May we write to you?",
    consentVersion: "3",
    comment: "It is “warm” there\nand & open",
    showName: "initial",
    newsletterByPost: "yes",
  });
  assert.deepEqual(privacy, { optIn: false });
  assert.deepEqual(tracking, {
    source: "x",
    medium: "share",
    campaign: "library",
    content: "k3token",
    location: "https://blog.example/library",
  });
  assert.equal(request.type, "application/json");
  assert.equal(server.requests[0].path, "/api?id=42");
});

test("yes, no and never asked stay three answers", async () => {
  for (const [consent, optIn] of [["yes", true], ["no", false], ["", null]]) {
    const { verdict } = await send(signature(to, { consent }));
    assert.equal(verdict.outcome, "accepted", consent);
    assert.equal(server.actions.at(-1).privacy.optIn, optIn, consent);
  }
});

test("a full name alone signs, and is kept as it was written", async () => {
  const { verdict } = await send(
    signature(to, { "field.first-name": "", "field.last-name": "", "field.name": "Ana María López" }),
  );
  assert.equal(verdict.outcome, "accepted");
  const { name, firstName, lastName } = server.actions[0].contact;
  assert.deepEqual([name, firstName, lastName], ["Ana María López", "Ana", "María López"]);
});

test("a visitor who came by no channel signs as well", async () => {
  const { verdict } = await send(signature(to, { source: "", referral: "" }));
  assert.equal(verdict.outcome, "accepted");
  assert.deepEqual({ ...server.actions[0].tracking }, { campaign: "library", location: "https://blog.example/library" });
});

test("what Proca says of its fields stands beside ours, all at once", async () => {
  const { reply, verdict } = await send(
    signature(to, { "field.email": "zoe", "field.last-name": "M4rtin", "field.phone": "call me", "field.postcode": "?" }),
  );
  assert.equal(reply.status, 200, reply.text);
  assert.equal(reply.body.data, null);
  assert.equal(verdict.outcome, "refused");
  const words = "has invalid format";
  assert.deepEqual(verdict.fields, { email: words, "last-name": words, phone: words, postcode: words });
  assert.equal(server.actions.length, 0);
});

test("what Proca says of a first name stands beside the full name where only that was asked for", async () => {
  const { verdict } = await send(
    signature(to, { "field.first-name": "", "field.last-name": "", "field.name": "R2 Martin" }),
  );
  assert.deepEqual(verdict.fields, { name: "has invalid format" });
});

test("a name that Proca needs and nobody gave is told", async () => {
  const { verdict } = await send(signature(to, { "field.first-name": "", "field.last-name": "" }));
  assert.equal(verdict.outcome, "refused");
  assert.deepEqual(verdict.fields, { "first-name": "can't be blank" });
});

test("a page that Proca does not know is refused in its words, beside no field", async () => {
  const { reply, verdict } = await send(signature(`proca:${server.other}`));
  assert.equal(reply.body.errors[0].extensions.code, "not_found");
  assert.deepEqual(verdict, { outcome: "refused", fields: {}, words: "action page not found", number: 0 });
});

test("a date that is none is refused before anything is kept", async () => {
  const { verdict } = await send(signature(to, { "field.birth-date": "3 Feb" }));
  assert.equal(verdict.outcome, "refused");
  assert.match(verdict.words, /YYYY-MM-DD/);
  assert.equal(server.actions.length, 0);
});

test("the stand-in holds what is asked against the schema", async () => {
  const [request] = ask({ signature: signature(to) });
  const { body } = await make({ ...request, body: request.body.replace('"firstName"', '"first_name"') });
  assert.match(body.errors[0].message, /"first_name" is not defined by type "ContactInput"/);
  assert.equal(server.actions.length, 0);
});

test("someone who signs twice is taken twice and counted once", async () => {
  assert.equal(await counted(to), 0);
  const zoe = signature(to);
  assert.equal((await send(zoe)).verdict.outcome, "accepted");
  assert.equal((await send(zoe)).verdict.outcome, "accepted");
  assert.equal((await send(signature(to, { "field.email": "ZOE@example.org" }))).verdict.outcome, "accepted");
  assert.equal(server.actions.length, 3);
  assert.equal(await counted(to), 1);
  await send(signature(to, { "field.email": "ana@example.org" }));
  assert.equal(await counted(to), 2);
});

test("the count needs no preflight, and is asked by the number of the page", async () => {
  const [request] = ask({ count: to, campaign: "library" });
  assert.equal(request.method, "GET");
  assert.deepEqual(Object.keys(request).filter((name) => name.startsWith("header.") || name === "type"), []);
  const { body } = await make(ask({ count: `proca:${server.other}`, campaign: "library" })[0]);
  assert.equal(body.errors[0].message, "action page not found");
});

test("a server that stumbles or babbles is asked again later, and then has the signature", async () => {
  const zoe = signature(to);
  for (const reply of [
    { status: 500, body: "" },
    { status: 502, body: "<h1>Bad gateway</h1>", headers: { "content-type": "text/html" } },
    { status: 429, body: "", headers: { "retry-after": "7" } },
    { status: 200, body: "<!doctype html>Please log in", headers: { "content-type": "text/html" } },
    { status: 200, body: '{"data": {"addActionContact": ' },
    { status: 200, body: { data: null } },
  ]) {
    server.instead(reply);
    const { verdict } = await send(zoe);
    assert.deepEqual(verdict, { outcome: "later", fields: {}, words: "", number: 0 }, JSON.stringify(reply));
  }
  assert.equal(server.actions.length, 0);
  assert.equal((await send(zoe)).verdict.outcome, "accepted");
  assert.equal(server.actions.length, 1);
});

test("a server that is not there is asked again later", async () => {
  await server.close();
  const { reply, verdict } = await send(signature(to));
  assert.equal(reply.status, 0);
  assert.equal(verdict.outcome, "later");
});
