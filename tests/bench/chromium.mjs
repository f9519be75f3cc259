// Chromium over the DevTools protocol, which alone can slow a page's network and
// processor down. Each visit gets a browser context of its own: nothing is cached,
// stored or compiled yet.

import { flags } from "../browser/chromium-flags.mjs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onStop, start } from "../browser/processes.mjs";

// How long nothing may be under way before a page counts as loaded.
const QUIET = 400;
const PATIENCE = 60000;

/** Starts the browser. The caller must `close()` it. */
export async function launch(binary = process.env.CHROMIUM ?? "chromium") {
  const profile = await mkdtemp(join(tmpdir(), "share-sign-bench-"));
  const args = [
    ...flags,
    // Nothing listens there: what is not on this machine fails at once.
    "--proxy-server=127.0.0.1:9",
    `--user-data-dir=${profile}`,
    "--remote-debugging-pipe",
    "about:blank",
  ];
  const service = start(binary, args, { stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"] });
  const forget = onStop(close);
  async function close() {
    forget();
    await service.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }

  const protocol = speak(service);
  try {
    const { product } = await protocol.call("Browser.getVersion");
    return { product, close, visit: (address, conditions) => visit(protocol, address, conditions) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The protocol on the pipes 3 and 4: JSON messages with a zero byte after each. */
function speak(service) {
  const [, , , input, output] = service.child.stdio;
  const waiting = new Map();
  const listeners = new Set();
  let last = 0;
  let rest = "";
  output.setEncoding("utf8");
  output.on("data", (chunk) => {
    const messages = (rest + chunk).split("\0");
    rest = messages.pop();
    for (const text of messages) {
      const message = JSON.parse(text);
      if (!message.id) {
        for (const listener of listeners) listener(message);
        continue;
      }
      const { resolve, reject, method } = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) reject(new Error(`${method}: ${message.error.message}`));
      else resolve(message.result);
    }
  });
  // Writing to a browser that died fails; the line below says so to whoever waits.
  input.on("error", () => {});
  service.ended.then(() => {
    const error = new Error(`Chromium ended. It printed: ${service.output() || "nothing"}`);
    for (const { reject } of waiting.values()) reject(error);
  });
  return {
    listeners,
    call: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject, method });
        input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      }),
  };
}

/**
 * Opens the address once in a fresh context and stays until nothing is loaded any
 * more. `cpu` is the factor of slowness, `network` as in emulateNetworkConditions,
 * and `usable` a JavaScript expression that is true once the page is. Returns
 * `{ interactive, requests, bytes }`, the first in milliseconds since the navigation began.
 */
async function visit(protocol, address, { cpu, network, usable }) {
  const { browserContextId } = await protocol.call("Target.createBrowserContext");
  const { targetId } = await protocol.call("Target.createTarget", { url: "about:blank", browserContextId });
  const { sessionId } = await protocol.call("Target.attachToTarget", { targetId, flatten: true });
  const call = (method, params) => protocol.call(method, params, sessionId);

  const traffic = { requests: 0, bytes: 0, open: new Map(), since: Date.now() };
  const listener = (message) => message.sessionId === sessionId && note(traffic, message);
  protocol.listeners.add(listener);
  try {
    await call("Network.enable");
    await call("Page.enable");
    await call("Network.emulateNetworkConditions", { offline: false, ...network });
    await call("Emulation.setCPUThrottlingRate", { rate: cpu });
    await call("Page.addScriptToEvaluateOnNewDocument", { source: `(${watch})(() => ${usable})` });
    await call("Page.navigate", { url: address });

    const deadline = Date.now() + PATIENCE;
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const { result } = await call("Runtime.evaluate", { expression: "window.interactiveAt" });
      if (traffic.failure) throw new Error(`${address} needs ${traffic.failure}`);
      const quiet = traffic.open.size === 0 && Date.now() - traffic.since > QUIET;
      if (result.value && quiet) return { interactive: result.value, requests: traffic.requests, bytes: traffic.bytes };
      if (Date.now() > deadline) throw new Error(`${address} was not usable within ${PATIENCE / 1000} s; expected: ${usable}`);
    }
  } finally {
    protocol.listeners.delete(listener);
    await protocol.call("Target.disposeBrowserContext", { browserContextId });
  }
}

function note(traffic, { method, params }) {
  if (method === "Network.requestWillBeSent" && params.request.url.startsWith("http")) {
    traffic.requests += 1;
    traffic.open.set(params.requestId, params.request.url);
  } else if (method === "Network.responseReceived" && params.response.status >= 400) {
    traffic.failure = `${params.response.url}, which is answered with ${params.response.status}`;
  } else if (method === "Network.loadingFinished" && traffic.open.delete(params.requestId)) {
    traffic.bytes += params.encodedDataLength;
  } else if (method === "Network.loadingFailed" && traffic.open.has(params.requestId)) {
    traffic.failure = `${traffic.open.get(params.requestId)}, which cannot be loaded: ${params.errorText}`;
  } else {
    return;
  }
  traffic.since = Date.now();
}

// Runs in the page. Interactive is when what is usable was drawn, and the main
// thread had time for a task after that: one posted right before a frame is drawn.
function watch(usable) {
  const look = () => {
    if (!usable()) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (window.interactiveAt = performance.now());
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}
