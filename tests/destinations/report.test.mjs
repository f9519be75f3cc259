// What browsers report, summed by PostgreSQL with the SQL that ships.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { rows } from "../../pkg/report.js";
import { start } from "./servers/postgrest.mjs";

let server;
before(async () => (server = await start(["library", "river"])));
after(() => server.close());

const hour = Math.floor(Date.now() / 3_600_000);

/** A browser whose store holds these shards: page load and counts. */
function visitor(replica, shards) {
  const store = new Map([["share-sign/1/replica", replica]]);
  for (const [name, counts] of Object.entries(shards)) {
    store.set(`share-sign/1/count/library/${name}-${Math.floor(hour / 24)}`, `${new URLSearchParams(counts)}`);
  }
  return { load: (name) => store.get(name), names: (prefix) => [...store.keys()].filter((name) => name.startsWith(prefix)).join("\n"), save: (name, text) => store.set(name, text), random: () => 7 };
}

const tell = (list, type = "text/plain;charset=UTF-8") =>
  fetch(server.report, { method: "POST", headers: { "content-type": type }, body: JSON.stringify(list) });
const totals = async () => (await server.database.query("select kind, channel, variant, n::int, browsers::int from share_sign_totals where campaign = 'library' order by 1, 2, 3")).rows;

test("browsers are summed, and a report that comes twice or late counts once", async () => {
  const early = rows("library", visitor("ada", { a: { [`${hour} share x a`]: 2 } }));
  const late = rows("library", visitor("ada", { a: { [`${hour} share x a`]: 2, [`${hour} view  `]: 1 }, b: { [`${hour} share x a`]: 3 } }));
  const other = rows("library", visitor("berta", { a: { [`${hour} share x a`]: 4, [`${hour} share x b & c`]: 1 } }));
  for (const list of [late, early, other, late, other]) assert.equal((await tell(list)).status, 204);
  assert.deepEqual(await totals(), [
    { kind: "share", channel: "x", variant: "a", n: 9, browsers: 2 },
    { kind: "share", channel: "x", variant: "b & c", n: 1, browsers: 1 },
    { kind: "view", channel: "", variant: "", n: 1, browsers: 1 },
  ]);
});

test("foreign campaigns, old hours and rows that are none change nothing", async () => {
  const known = await totals();
  const row = { campaign: "library", replica: "eve", at: hour * 3600, kind: "share", channel: "x", variant: "", n: 1 };
  assert.equal((await tell([{ ...row, campaign: "nobody" }, { ...row, at: row.at - 90 * 86_400 }])).status, 204);
  for (const bad of [{ kind: "laugh" }, { n: 0 }, { n: 1_000_000_000 }, { replica: "<script>" }, { channel: null }]) {
    assert.ok((await tell([{ ...row, ...bad }])).status >= 400, JSON.stringify(bad));
  }
  assert.ok((await fetch(server.report, { method: "POST", headers: { "content-type": "text/plain" }, body: "no JSON" })).status >= 400);
  assert.deepEqual(await totals(), known);
});

test("visitors read nothing", async () => {
  const home = server.report.replace("/rpc/share_sign_report", "");
  for (const table of ["share_sign_counts", "share_sign_totals"]) assert.ok((await fetch(`${home}/${table}`)).status >= 400, table);
});

test("a browser without a name makes one, once", () => {
  const fresh = visitor(undefined, { a: { [`${hour} share x `]: 1 } });
  const [{ replica }] = rows("library", fresh);
  assert.match(replica, /^[0-9a-z-]{1,40}$/);
  assert.equal(rows("library", fresh)[0].replica, replica);
});
