// What the stand-in servers have in common: a port of this machine, and the headers
// that let a page ask.

import { createServer } from "node:http";

/** Serves `handle(request, url, body)`, which returns `{status, body, headers}`. */
export async function serve(handle, { cors = true } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString("utf8");
    const allowed = cors && {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": request.headers["access-control-request-headers"] ?? "*",
      "access-control-allow-methods": "GET, POST, PUT",
    };
    if (request.method === "OPTIONS") return response.writeHead(204, { ...allowed }).end();
    requests.push({ method: request.method, path: request.url, headers: request.headers, body });
    try {
      const { status = 200, body: answer = "", headers } = await handle(request, new URL(request.url, "http://here"), body);
      response.writeHead(status, { "content-type": "application/json", ...allowed, ...headers });
      return response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
    } catch (error) {
      response.writeHead(500, { ...allowed });
      return response.end(String(error));
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: () => new Promise((closed) => (server.closeAllConnections(), server.close(closed))),
  };
}
