// A `json:` destination on a port, and so an origin, of its own: it answers as
// the test says and remembers what it was sent.

import { listen, shut } from "./site.mjs";

/**
 * `answer` is what the next signatures get, until it is set to something else:
 *   { status: 201 }         answered at once
 *   { status, delay: 500 }  answered later, in milliseconds
 *   { hang: true }          never answered
 *   { reset: true }         the connection is cut after the request was read
 * `headers` and `body` may be added. `before`, when set, is called with each
 * signature and may return an answer for that one. `cors = false`: no page is allowed.
 */
export async function openDestination(answer = { status: 201 }) {
  const posts = [];
  const preflights = [];
  const byId = new Map();
  const destination = { answer, posts, preflights, byId, cors: true };

  const { server, port } = await listen(async (request, response) => {
    const cors = destination.cors && {
      "access-control-allow-origin": request.headers.origin ?? "*",
      "access-control-allow-headers": "content-type",
      "access-control-allow-methods": "POST",
    };
    if (request.method === "OPTIONS") {
      preflights.push(request.headers);
      response.writeHead(204, { ...cors });
      return response.end();
    }
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    let body;
    try {
      body = JSON.parse(text);
    } catch {
      body = undefined;
    }
    const post = { method: request.method, path: request.url, headers: request.headers, text, body, at: Date.now() };
    posts.push(post);
    const now = destination.before?.(post) ?? destination.answer;
    if (now.reset) return request.socket.destroy();
    if (now.hang) return undefined;
    if (now.delay) await new Promise((resolve) => setTimeout(resolve, now.delay));
    const status = now.status ?? 201;
    if (status < 300 && body?.id) byId.set(body.id, (byId.get(body.id) ?? 0) + 1);
    response.writeHead(status, { "content-type": "application/json", ...cors, ...now.headers });
    return response.end(now.body ?? "{}");
  });

  let open = true;
  return Object.assign(destination, {
    port,
    address: `json:http://127.0.0.1:${port}/signatures`,
    /** The network is cut: nothing listens any more. */
    async down() {
      if (open) await shut(server);
      open = false;
    },
    /** The network is back. */
    up: () =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
          open = true;
          resolve();
        });
      }),
    /** Waits until `count` signatures came in. */
    async received(count, patience = 8000) {
      const deadline = Date.now() + patience;
      while (posts.length < count) {
        if (Date.now() > deadline) {
          throw new Error(`The destination got ${posts.length} signatures in ${patience} ms; expected ${count}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      return posts.slice(0, count);
    },
    async close() {
      if (open) await shut(server);
    },
  });
}
