// CouchDB's interface as PouchDB's own server gives it, in memory, with the design
// document that ships. What it lacks of CouchDB is named where it matters.

import express from "express";
import expressPouchDB from "express-pouchdb";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PouchDB from "pouchdb";
import memory from "pouchdb-adapter-memory";

export const design = JSON.parse(readFileSync(new URL("../../../src/destination/setup/couchdb.json", import.meta.url), "utf8"));
PouchDB.plugin(memory);
let last = 0;

/** Opens a database, with the design document unless `ruled` is false. `address` is that of the database. */
export async function start({ ruled = true } = {}) {
  const Database = PouchDB.defaults({ adapter: "memory" });
  const app = express();
  const requests = [];
  // CouchDB answers this itself where CORS is on; this server has no such thing.
  app.use((request, response, next) => {
    response.set({ "access-control-allow-origin": "*", "access-control-allow-headers": "content-type", "access-control-allow-methods": "GET, PUT" });
    if (request.method === "OPTIONS") return response.status(204).end();
    // Without this the server takes everybody for its administrator.
    request.couchSession = { userCtx: { name: null, roles: [] } };
    requests.push({ method: request.method, path: request.url, headers: request.headers });
    next();
  });
  app.use(
    "/",
    expressPouchDB(Database, {
      mode: "minimumForPouchDB",
      overrideMode: { include: ["validation"] },
      inMemoryConfig: true,
      logPath: join(tmpdir(), "share-sign-couchdb.log"),
    }),
  );
  const server = await new Promise((ready) => {
    const listening = app.listen(0, "127.0.0.1", () => ready(listening));
  });
  const home = `http://127.0.0.1:${server.address().port}`;
  const name = `signatures-${(last += 1)}`;
  const put = async (path, body) => {
    const reply = await fetch(`${home}/${path}`, { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  };
  await put(name);
  if (ruled) await put(`${name}/${design._id}`, design);
  return {
    address: `${home}/${name}`,
    requests,
    async held() {
      const { rows } = await (await fetch(`${home}/${name}/_all_docs?include_docs=true`)).json();
      return rows.map(({ doc }) => doc).filter(({ _id }) => !_id.startsWith("_design/"));
    },
    close: () => new Promise((closed) => (server.closeAllConnections(), server.close(closed))),
  };
}
