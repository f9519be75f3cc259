// couchdb: a repeated signature, as CouchDB answers it.
//
// CouchDB tells the conflict before it asks the design document; PouchDB's server asks
// first, and the rule against changes answers. So this database has no such document,
// and a process of its own, as two of these servers in one share their rules.

import assert from "node:assert/strict";
import { test } from "node:test";
import { send, signature } from "./bridge.mjs";
import { start } from "./servers/couchdb.mjs";

test("a conflict has signed already", async () => {
  const server = await start({ ruled: false });
  const zoe = signature(`couchdb:${server.address}`);
  assert.equal((await send(zoe)).reply.status, 201);
  const { reply, verdict } = await send(zoe);
  assert.equal(reply.status, 409);
  assert.equal(verdict.outcome, "already-signed");
  assert.equal((await server.held()).length, 1);
  await server.close();
});
