// couchdb: against PouchDB's server with the design document that ships.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask, make, send, signature } from "./bridge.mjs";
import { start } from "./servers/couchdb.mjs";

let server;
let to;
before(async () => {
  server = await start();
  to = `couchdb:${server.address}`;
});
after(() => server.close());

test("the count of a database without signatures is none", async () => {
  const [count] = ask({ count: to, campaign: "library" });
  const { status, body } = await make(count);
  assert.equal(status, 200);
  assert.deepEqual(body.rows, []);
  assert.equal(count.absent, "0");
});

test("a signature becomes a document, and a repeated one stays one", async () => {
  const zoe = signature(to);
  const { reply, verdict } = await send(zoe);
  assert.equal(reply.status, 201, reply.text);
  assert.equal(verdict.outcome, "accepted");
  const [held, ...more] = await server.held();
  assert.deepEqual(more, []);
  assert.equal(held._id, `library:${zoe.id}`);
  assert.deepEqual([held.firstName, held.consent, held.consentText, held.comment], ["Zoé", false, "May we write to you?", "It is “warm” there\nand & open"]);
});

test("what the design document refuses comes back with its words", async () => {
  const { reply, verdict } = await send(signature(to, { "field.email": "no" }));
  assert.equal(reply.status, 403, reply.text);
  assert.equal(verdict.outcome, "refused");
  assert.match(JSON.stringify(verdict), /no email address/);
});

test("the count is that of the campaign", async () => {
  await send(signature(to, { campaign: "river" }));
  const [library, river] = ask({ count: to, campaign: "library" }, { count: to, campaign: "river" });
  assert.equal((await make(library)).body.rows[0].value, 1);
  assert.equal((await make(river)).body.rows[0].value, 1);
});

test("a database that is not there is no success", async () => {
  const { verdict } = await send(signature(`${to}-missing`));
  assert.equal(verdict.outcome, "refused");
});
