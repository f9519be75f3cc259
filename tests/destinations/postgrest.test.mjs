// postgrest: against PostgreSQL with the SQL that ships, and beside Supabase's client.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PostgrestClient } from "@supabase/postgrest-js";
import { ask, make, send, signature } from "./bridge.mjs";
import { start } from "./servers/postgrest.mjs";

let server;
let to;
before(async () => {
  server = await start();
  to = `postgrest:${server.address}`;
});
after(() => server.close());

test("a signature becomes a row, and a repeated one stays one", async () => {
  const zoe = signature(to);
  const first = await send(zoe);
  assert.equal(first.reply.status, 201, first.reply.text);
  assert.equal(first.verdict.outcome, "accepted");
  const again = await send(zoe);
  assert.equal(again.reply.status, 409);
  assert.equal(again.verdict.outcome, "already-signed");
  const rows = await server.held();
  assert.equal(rows.length, 1);
  const [row] = rows;
  assert.deepEqual(
    [row.id, row.first_name, row.email, row.consent, row.consent_version, row.comment, row.signed_at.toISOString()],
    [zoe.id, "Zoé", "zoe@example.org", false, "3", "It is “warm” there\nand & open", "2026-12-24T19:30:00.000Z"],
  );
});

test("the same address under another UUID has signed already, without regard to capitals", async () => {
  const { verdict } = await send(signature(to, { "field.email": "ZOE@example.org" }));
  assert.equal(verdict.outcome, "already-signed");
  assert.equal((await server.held()).length, 1);
});

test("consent that was not asked for is nothing", async () => {
  await send(signature(to, { consent: "", "field.email": "a@example.org" }));
  assert.equal((await server.held()).find(({ email }) => email === "a@example.org").consent, null);
});

test("what the database refuses comes back beside its field", async () => {
  const { reply, verdict } = await send(signature(to, { "field.email": "no" }));
  assert.equal(reply.status, 400, reply.text);
  assert.equal(verdict.outcome, "refused");
  assert.ok(verdict.fields.email, JSON.stringify(verdict));
});

test("another campaign is not let in", async () => {
  const { verdict } = await send(signature(to, { campaign: "river", "field.email": "b@example.org" }));
  assert.equal(verdict.outcome, "refused");
  await server.database.query("update share_sign_campaigns set open = false");
  const closed = await send(signature(to, { "field.email": "b@example.org" }));
  await server.database.query("update share_sign_campaigns set open = true");
  assert.equal(closed.verdict.outcome, "refused");
});

test("nobody reads the table, and the count and the chosen names are there for all", async () => {
  const direct = await fetch(server.address);
  assert.equal(direct.status, 401);
  await send(signature(to, { "field.first-name": "", "field.last-name": "", "field.name": "Ada King Lovelace", "field.email": "c@example.org", "field.show-name": "initial" }));
  await send(signature(to, { "field.email": "d@example.org", "field.show-name": "none" }));
  await send(signature(to, { "field.email": "e@example.org", "field.show-name": "full", "field.comment": "" }));
  const [count] = ask({ count: to, campaign: "library" });
  assert.equal(count.pointer, "");
  assert.equal((await make(count)).body, (await server.held()).length);
  const names = await (await fetch(`${server.address.replace(/signatures$/, "rpc/recent_supporters")}?campaign=library`)).json();
  assert.deepEqual(names.map(({ name }) => name), ["Zoé Martin", "Ada L.", "Zoé M.", "Zoé M."]);
  assert.ok(!JSON.stringify(names).includes("@"));
});

test("a supporter’s own link is counted, by those who know its token", async () => {
  const rpc = (token) => fetch(`${server.address.replace(/signatures$/, "rpc/signature_referrals")}?campaign=library&token=${token}`);
  await send(signature(to, { "field.email": "f@example.org", referral: "tok1" }));
  await send(signature(to, { "field.email": "g@example.org", referral: "tok1" }));
  assert.equal(await (await rpc("tok1")).json(), 2);
  assert.equal(await (await rpc("")).json(), 0);
});

test("the requests are those of Supabase’s own client", async () => {
  const made = [];
  const fetch = async (url, { method, headers, body }) => {
    made.push({ method, url: String(url), body: JSON.parse(body), headers: Object.fromEntries(new Headers(headers)) });
    return new Response(null, { status: 201 });
  };
  const client = new PostgrestClient(server.address.replace(/\/signatures$/, ""), {
    fetch,
    headers: { apikey: "key", Authorization: "Bearer key" },
  });
  const [ours] = ask({ signature: signature(to, { "to.headers.apikey": "key" }) });
  await client.from("signatures").insert(JSON.parse(ours.body));
  const [theirs] = made;
  assert.equal(ours.method, theirs.method);
  assert.equal(ours.url, theirs.url);
  assert.deepEqual(JSON.parse(ours.body), theirs.body);
  assert.equal(ours.type, theirs.headers["content-type"]);
  assert.equal(ours["header.apikey"], theirs.headers.apikey);
  assert.equal(ours["header.Authorization"], theirs.headers.authorization);
  // Ours says that it wants nothing back, which is what the server takes for granted.
  assert.equal(ours["header.Prefer"], "return=minimal");
  assert.equal(theirs.headers.prefer, undefined);
});

test("an upsert, as that client would make it, is what a table that nobody reads refuses", async () => {
  const row = { id: crypto.randomUUID(), campaign: "library" };
  const reply = await fetch(server.address, {
    method: "POST",
    headers: { "content-type": "application/json", prefer: "resolution=ignore-duplicates" },
    body: JSON.stringify(row),
  });
  assert.equal(reply.status, 401, "which is why ours is a plain insert");
});
