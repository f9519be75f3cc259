// Serves the contestants on this machine, compressed as well as brotli can.

import { createServer } from "node:http";
import { extname } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};
// Compressed in itself.
const READY = [".woff2"];

/** `files` maps a path such as "plain/index.html" to its content. */
export async function serve(files) {
  const answers = new Map();
  for (const [path, content] of files) answers.set(path, answer(path, content));

  const server = createServer((request, response) => {
    // The first part of a path is the visit's own, so that no two share a cache.
    const path = request.url.replace(/^\/[^/]*\//, "").replace(/(^|\/)$/, "$1index.html");
    const found = answers.get(path);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, found.headers).end(found.body);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    address: (visit, name) => `http://127.0.0.1:${server.address().port}/${visit}/${name}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(path, content) {
  const type = TYPES[extname(path)];
  if (!type) throw new Error(`${path} should end in one of: ${Object.keys(TYPES).join(" ")}`);
  const plain = Buffer.from(content);
  const headers = { "content-type": type, "cache-control": "no-store" };
  if (READY.includes(extname(path))) return { body: plain, headers: { ...headers, "content-length": plain.length } };
  const body = brotliCompressSync(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  });
  return { body, headers: { ...headers, "content-encoding": "br", "content-length": body.length } };
}
