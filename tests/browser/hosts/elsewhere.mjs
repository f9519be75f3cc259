// Another host that has the package: of another origin than the page, with or without
// the header that lets other origins read its files.

import { readFile } from "node:fs/promises";
import { listen, shut } from "../site.mjs";

const pkg = new URL("../../../pkg/", import.meta.url);

/** `headers` go out with each file; `has` is an expression for the paths that are there. */
export async function openElsewhere({ headers = {}, has = /./ } = {}) {
  const requests = [];
  const { server, port } = await listen(async (request, response) => {
    const { pathname } = new URL(request.url, "http://elsewhere");
    requests.push(pathname);
    try {
      if (!has.test(pathname)) throw new Error("It is not on this host");
      const body = await readFile(new URL(`.${pathname}`, pkg));
      response.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-store", ...headers }).end(body);
    } catch {
      response.writeHead(404, { ...headers }).end();
    }
  });
  return { origin: `http://localhost:${port}`, requests, close: () => shut(server) };
}

export const cors = { "access-control-allow-origin": "*" };
