// A small web site per test, on an origin of its own: what one test leaves in
// localStorage cannot be seen by another, and no browser need be restarted.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { watchScript } from "./watch.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  // Without a charset, as many hosts send it: the page's encoding then applies.
  ".js": "text/javascript",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
};

export function listen(handler) {
  const server = createServer(handler);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      server.unref();
      resolve({ server, port: server.address().port });
    });
  });
}

export function shut(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

// SHARE_SIGN_WITHOUT=wasm takes WebAssembly away from every page under test.
const without = process.env.SHARE_SIGN_WITHOUT === "wasm" ? "delete window.WebAssembly;" : "";

// The script goes in as bytes so that a page in windows-1252 stays one.
function withWatch(bytes) {
  const text = bytes.toString("latin1");
  const head = /<head[^>]*>/i.exec(text) ?? /<!doctype[^>]*>/i.exec(text);
  const at = head ? head.index + head[0].length : 0;
  return Buffer.concat([
    bytes.subarray(0, at),
    Buffer.from(`<script>${without}${watchScript}</script>`, "latin1"),
    bytes.subarray(at),
  ]);
}

// The demo's pages expect the package beside them. The longer start comes first.
const served = {
  "/www/pkg/": join(root, "pkg"),
  "/www/": join(root, "www"),
  "/pkg/": join(root, "pkg"),
};

/**
 * Opens a site that serves `folders` (by default the package at /pkg/ and the
 * demo at /www/) and the pages given to `page()`.
 */
export async function openSite({ folders = served } = {}) {
  const pages = new Map();
  const requests = [];
  let blocked;

  async function content(path) {
    if (pages.has(path)) return pages.get(path);
    const prefix = Object.keys(folders).find((start) => path.startsWith(start));
    if (!prefix) return undefined;
    let file = normalize(path.slice(prefix.length)).replace(/^(\.\.\/?)+/, "");
    if (file === "." || file.endsWith("/")) file = join(file, "index.html");
    try {
      const body = await readFile(join(folders[prefix], file));
      return { body, headers: { "content-type": types[extname(file)] ?? "application/octet-stream" } };
    } catch {
      return undefined;
    }
  }

  const { server, port } = await listen(async (request, response) => {
    const url = new URL(request.url, "http://site");
    requests.push({ method: request.method, path: decodeURIComponent(url.pathname), search: url.search });
    if (url.pathname === "/favicon.ico") return response.writeHead(204).end();
    const found = blocked?.test(url.pathname) ? undefined : await content(decodeURIComponent(url.pathname));
    if (!found) {
      response.writeHead(404, { "content-type": "text/plain" });
      return response.end(`Nothing at ${url.pathname}`);
    }
    if (found.delay) await new Promise((resolve) => setTimeout(resolve, found.delay));
    const html = String(found.headers["content-type"]).startsWith("text/html");
    const bytes = Buffer.from(found.body);
    response.writeHead(200, { "cache-control": "no-store", ...found.headers });
    response.end(html ? withWatch(bytes) : bytes);
  });

  return {
    origin: `http://127.0.0.1:${port}`,
    /** The same pages under another host name: to a browser, another site with empty storage. */
    twin: `http://localhost:${port}`,
    requests,
    /** Adds a page. `body` is text (sent as UTF-8) or bytes. */
    page(path, body, headers = {}) {
      pages.set(path, { body, headers: { "content-type": types[extname(path)] ?? types[".html"], ...headers } });
      return `http://127.0.0.1:${port}${path}`;
    },
    /** Makes a path answer late, for loading states. */
    async late(path, delay) {
      pages.set(path, { ...(await content(path)), delay });
    },
    /** Makes the addresses that fit be missing, until `unblock()`. */
    block: (pattern) => (blocked = pattern),
    unblock: () => (blocked = undefined),
    at: (path) => `http://127.0.0.1:${port}${path}`,
    close: () => shut(server),
  };
}
