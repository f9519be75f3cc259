// form: beside the clients of Formspree and Web3Forms, and against each service as it
// describes itself.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createClient } from "@formspree/core";
import useWeb3Forms from "@web3forms/react";
import { ask, make, signature } from "./bridge.mjs";
import { start } from "./servers/forms.mjs";

const open = [];
async function service(name, options) {
  const server = await start(name, options);
  open.push(server);
  return server;
}
after(() => Promise.all(open.map((one) => one.close())));

const FORMSPREE = "form:https://formspree.io/f/mvoeqkjd";
const WEB3FORMS = "form:https://api.web3forms.com/submit";
const GOOGLE = "form:https://docs.google.com/forms/d/e/1FAIpQLSc/viewform?usp=sf_link";

/** Sends a signature to its destination, which `server` stands in for. */
async function send(server, signed) {
  const [request] = ask({ signature: signed });
  const { pathname } = new URL(request.url);
  const { status, body } = await make({ ...request, url: server.address + pathname });
  const [verdict] = ask({ destination: signed.destination, reply: { status, body }, signature: signed });
  return { request, status, body, verdict };
}

/** What a form service has of `signed`, field by field. */
const told = ({ id }, more = {}) => ({
  id,
  campaign: "library",
  time: "2026-12-24T19:30:00.000Z",
  locale: "fr",
  page: "https://blog.example/library",
  source: "x",
  referral: "k3token",
  consent: "no",
  consentText: "May we write to you?",
  consentVersion: "3",
  firstName: "Zoé",
  lastName: "Martin",
  email: "zoe@example.org",
  country: "FR",
  comment: "It is “warm” there\nand & open",
  showName: "initial",
  ...more,
});

/** What Web3Forms' client is told, and what it says when `server` answers it. */
async function web3(server, settings, data) {
  const real = globalThis.fetch;
  globalThis.fetch = (url, init) => real(server.address + new URL(url).pathname, init);
  try {
    const answers = [];
    const said = (kind) => (message) => answers.push([kind, message]);
    await useWeb3Forms({ ...settings, onSuccess: said("success"), onError: said("error") }).submit(data);
    return answers;
  } finally {
    globalThis.fetch = real;
  }
}

test("Formspree has of us what its own client would have told it", async () => {
  const server = await service("formspree");
  const zoe = signature(FORMSPREE, { "to.set._subject": "A signature" });
  const data = told(zoe, { _subject: "A signature" });
  const theirs = await createClient().submitForm("mvoeqkjd", data, { endpoint: server.address });
  assert.equal(theirs.kind, "success");
  const { verdict } = await send(server, zoe);
  assert.deepEqual(verdict, { outcome: "accepted", fields: {}, words: "", number: 0 });
  const [reference, ours] = server.kept;
  assert.deepEqual(ours, reference);
  const [first, second] = server.requests;
  assert.equal(second.path, first.path);
  assert.equal(second.method, first.method);
  assert.equal(second.headers.accept, first.headers.accept);
});

test("what Formspree says of a field stands beside it, as in its own client", async () => {
  const server = await service("formspree");
  const zoe = signature(FORMSPREE, { "field.email": "zoe" });
  const theirs = await createClient().submitForm("mvoeqkjd", told(zoe, { email: "zoe" }), { endpoint: server.address });
  const { status, verdict } = await send(server, zoe);
  assert.equal(status, 422);
  assert.equal(verdict.outcome, "refused");
  const [error] = theirs.getFieldErrors("email");
  assert.deepEqual(verdict.fields, { email: error.message });
  assert.deepEqual(server.kept, []);
});

test("what a service says of a field under its own name stands beside ours", async () => {
  const server = await service("formspree");
  const renamed = { "to.fields.email": "_replyto", "to.fields.first-name": "name" };
  const { verdict } = await send(server, signature(FORMSPREE, { ...renamed, "field.email": "zoe" }));
  assert.deepEqual(verdict.fields, { email: "should be an email" });
  await send(server, signature(FORMSPREE, renamed));
  const [{ name, _replyto, email, firstName }] = server.kept;
  assert.deepEqual([name, _replyto, email, firstName], ["Zoé", "zoe@example.org", undefined, undefined]);
});

test("what Formspree says of the form stands alone, as in its own client", async () => {
  const server = await service("formspree");
  const zoe = signature("form:https://formspree.io/f/gone");
  const theirs = await createClient().submitForm("gone", told(zoe), { endpoint: server.address });
  const { verdict } = await send(server, zoe);
  const [error] = theirs.getFormErrors();
  assert.deepEqual(verdict, { outcome: "refused", fields: {}, words: error.message, number: 0 });
  assert.equal(error.message, "Form not found");
});

test("Web3Forms has of us what its own client would have told it", async () => {
  const server = await service("web3forms");
  const zoe = signature(WEB3FORMS, { "to.set.access_key": "1f6c", "to.set.subject": "A signature" });
  const settings = { access_key: "1f6c", settings: { subject: "A signature" } };
  assert.deepEqual(await web3(server, settings, told(zoe)), [["success", "Email sent successfully!"]]);
  const { verdict } = await send(server, zoe);
  assert.deepEqual(verdict, { outcome: "accepted", fields: {}, words: "", number: 0 });
  const [reference, ours] = server.kept;
  assert.equal(reference.subject, "A signature");
  assert.deepEqual(ours, reference);
  assert.equal(server.requests[1].path, server.requests[0].path);
});

test("a key that Web3Forms does not know is refused in its words, as in its own client", async () => {
  const server = await service("web3forms");
  const zoe = signature(WEB3FORMS, { "to.set.access_key": "typo" });
  const [[kind, words]] = await web3(server, { access_key: "typo" }, told(zoe));
  assert.equal(kind, "error");
  const { verdict } = await send(server, zoe);
  assert.deepEqual(verdict, { outcome: "refused", fields: {}, words, number: 0 });
  // It may as well say so under a status of success.
  server.instead({ status: 200, body: { success: false, message: words } });
  assert.deepEqual((await send(server, zoe)).verdict, verdict);
});

test("a service that promises JSON and shows a page has nobody's word for it", async () => {
  for (const [name, destination] of [["formspree", FORMSPREE], ["web3forms", WEB3FORMS]]) {
    const server = await service(name);
    server.instead({ status: 200, headers: { "content-type": "text/html" }, body: "<!doctype html><p>Are you human?" });
    const { verdict } = await send(server, signature(destination));
    assert.deepEqual(verdict, { outcome: "unconfirmed", fields: {}, words: "", number: 0 }, name);
  }
});

test("Getform takes a signature, and what it says of a field stands beside it", async () => {
  const server = await service("getform");
  const to = "form:https://getform.io/f/bjjgnlob";
  const zoe = signature(to, { consent: "yes", "field.newsletter-by-post": "yes" });
  assert.equal((await send(server, zoe)).verdict.outcome, "accepted");
  assert.deepEqual(server.kept, [told(zoe, { consent: "yes", newsletterByPost: "yes" })]);
  const { verdict } = await send(server, signature(to, { "field.email": "zoe" }));
  assert.equal(verdict.outcome, "refused");
  assert.deepEqual(verdict.fields, { email: "Invalid email address" });
});

test("who was never asked for consent says nothing of it", async () => {
  const server = await service("getform");
  await send(server, signature("form:https://getform.io/f/bjjgnlob", { consent: "", consentText: "", consentVersion: "" }));
  assert.deepEqual(Object.keys(server.kept[0]).filter((name) => name.startsWith("consent")), []);
});

test("Netlify takes a signature as the form that stands in the site's pages", async () => {
  const zoe = signature("form:https://blog.example/", { "to.set.form-name": "petition" });
  const fields = Object.keys(told(zoe));
  const server = await service("netlify", { fields });
  const { request, verdict } = await send(server, zoe);
  assert.equal(request.type, "application/x-www-form-urlencoded");
  assert.deepEqual(verdict, { outcome: "accepted", fields: {}, words: "", number: 0 });
  assert.deepEqual(server.kept, [told(zoe)]);
  const nameless = await send(server, signature("form:https://blog.example/"));
  assert.deepEqual([nameless.status, nameless.verdict.outcome], [404, "refused"]);
});

test("Google Forms has an answer to each of its questions, and nobody can know", async () => {
  const server = await service("google");
  const zoe = signature(GOOGLE, {
    "to.fields.email": "entry.1045781291",
    "to.fields.first-name": "entry.2005620554",
    "to.fields.comment": "entry.839337160",
    "to.set.entry.1166974658": "Web",
  });
  const { request, status } = await send(server, zoe);
  assert.equal(request.url, "https://docs.google.com/forms/d/e/1FAIpQLSc/formResponse");
  assert.equal(status, 200);
  assert.deepEqual(server.kept, [
    {
      "entry.1045781291": "zoe@example.org",
      "entry.2005620554": "Zoé",
      "entry.839337160": "It is “warm” there\nand & open",
      "entry.1166974658": "Web",
    },
  ]);
  // Of such a request a browser says no more than that there was a reply.
  assert.equal(request.mode, "no-cors");
  const unread = { destination: GOOGLE, signature: zoe };
  const [opaque, none] = ask({ ...unread, reply: { status: 0, body: "", opaque: true } }, { ...unread, reply: { status: 0, body: "" } });
  assert.deepEqual(opaque, { outcome: "unconfirmed", fields: {}, words: "", number: 0 });
  assert.equal(none.outcome, "later");
});

test("a form is posted without a preflight, as a plain form is", async () => {
  const requests = ask(...[FORMSPREE, WEB3FORMS, GOOGLE, "form:https://blog.example/"].map((to) => ({ signature: signature(to) })));
  for (const { url, type, ...request } of requests) {
    assert.equal(type, "application/x-www-form-urlencoded", url);
    const headers = Object.keys(request).filter((name) => name.startsWith("header."));
    assert.ok(headers.every((name) => name.toLowerCase() === "header.accept"), `${url}: ${headers}`);
  }
});

test("a service that is busy or broken is asked again later, and then has the signature", async () => {
  const server = await service("formspree");
  const zoe = signature(FORMSPREE);
  for (const status of [429, 500, 503]) {
    server.instead({ status, body: { error: "Too many" } });
    assert.deepEqual((await send(server, zoe)).verdict, { outcome: "later", fields: {}, words: "", number: 0 }, String(status));
  }
  assert.deepEqual(server.kept, []);
  assert.equal((await send(server, zoe)).verdict.outcome, "accepted");
  assert.deepEqual(server.kept, [told(zoe)]);
});

test("no form service tells a number, and none is asked for one", () => {
  const questions = [FORMSPREE, WEB3FORMS, GOOGLE].map((count) => ({ count, campaign: "library" }));
  assert.deepEqual(ask(...questions), [null, null, null]);
});
