// PostgreSQL itself (compiled to WebAssembly), with the SQL that ships, behind what
// PostgREST does of it: the same statements in the role of a visitor, the same status
// for each error (https://docs.postgrest.org/en/v12/references/errors.html).

import { PGlite } from "@electric-sql/pglite";
import { readFileSync } from "node:fs";
import { serve } from "./http.mjs";

const sql = (path) => readFileSync(new URL(`../../../src/${path}`, import.meta.url), "utf8");
export const setup = sql("destination/setup/postgrest.sql") + sql("count/setup/postgrest.sql");
const STATUS = { 23505: 409, 23503: 409, 42501: 401, 42883: 404, 42703: 400, "42P01": 404 };
const quoted = (name) => `"${name.replaceAll('"', '""')}"`;

/** Opens a database for these campaigns. `address` is that of the table. */
export async function start(campaigns = ["library"]) {
  const database = new PGlite();
  await database.exec("create role anon nologin");
  await database.exec(setup);
  // Pasted a second time it does no harm.
  await database.exec(setup);
  for (const id of campaigns) await database.query("insert into share_sign_campaigns values ($1)", [id]);

  async function asVisitor(sql, values) {
    return database.transaction(async (transaction) => {
      await transaction.exec("set local role anon");
      return (await transaction.query(sql, values)).rows;
    });
  }

  async function handle(request, url, text) {
    const path = url.pathname.slice(1);
    try {
      if (path.startsWith("rpc/") && request.method === "POST") {
        // A function with one text that has no name takes a body of plain text.
        if (!/^text\/plain\b/.test(request.headers["content-type"])) return { status: 415, body: "" };
        await asVisitor(`select ${quoted(path.slice(4))}($1)`, [text]);
        return { status: 204 };
      }
      if (path.startsWith("rpc/")) {
        const names = [...url.searchParams.keys()];
        const given = names.map((name, index) => `${quoted(name)} => $${index + 1}`).join(", ");
        const rows = await asVisitor(`select * from ${quoted(path.slice(4))}(${given})`, [...url.searchParams.values()]);
        const [first] = rows;
        const scalar = rows.length === 1 && Object.keys(first).join() === path.slice(4);
        return { body: JSON.stringify(scalar ? first[path.slice(4)] : rows) };
      }
      if (request.method === "GET") return { body: await asVisitor(`select * from ${quoted(path)}`) };
      let row;
      try {
        row = JSON.parse(text);
      } catch {
        return { status: 400, body: { code: "PGRST102", message: "Empty or invalid json", details: null, hint: null } };
      }
      const columns = Object.keys(row).map(quoted).join(", ");
      const prefer = request.headers.prefer ?? "";
      const conflict = /resolution=ignore-duplicates/.test(prefer) ? "on conflict(id) do nothing" : "";
      const returning = /return=representation/.test(prefer) ? "returning *" : "returning 1";
      await asVisitor(
        `insert into ${quoted(path)}(${columns}) select ${columns} from json_populate_record(null::${quoted(path)}, $1::json) ${conflict} ${conflict || /representation/.test(prefer) ? returning : ""}`,
        [JSON.stringify(row)],
      );
      return { status: 201, body: "" };
    } catch ({ code, message, detail, hint }) {
      return { status: STATUS[code] ?? 400, body: { code, message, details: detail ?? null, hint: hint ?? null } };
    }
  }

  const server = await serve(handle);
  return {
    ...server,
    address: `${server.address}/signatures`,
    report: `${server.address}/rpc/share_sign_report`,
    database,
    held: async () => (await database.query("select * from signatures order by received_at")).rows,
    async close() {
      await server.close();
      await database.close();
    },
  };
}
