// Starts the drivers and displays that a test needs, and makes sure that none
// of them outlives the test, however it ends.

import { spawn } from "node:child_process";
import { createServer } from "node:net";

const running = new Set();
const farewells = new Set();

// Each child leads a process group of its own, so that what it started in turn
// (a browser, a web process) goes with it.
function killGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

process.on("exit", () => running.forEach((child) => killGroup(child, "SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, async () => {
    await Promise.race([
      Promise.allSettled([...farewells].map((farewell) => farewell())),
      new Promise((resolve) => setTimeout(resolve, 3000)),
    ]);
    process.exit(1);
  });
}

/** Runs `farewell` when the process is told to stop; returns how to call it off. */
export function onStop(farewell) {
  farewells.add(farewell);
  return () => farewells.delete(farewell);
}

/** A TCP port on 127.0.0.1 that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts a program and returns `{ stop, output }`. `output()` is what it has
 * printed so far, for error messages.
 */
export function start(command, args, { env = {}, stdio = ["ignore", "pipe", "pipe"] } = {}) {
  const child = spawn(command, args, {
    detached: true,
    env: { ...process.env, ...env },
    stdio,
  });
  let printed = "";
  let failure;
  const keep = (chunk) => (printed = (printed + chunk).slice(-8000));
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const ended = new Promise((resolve) => {
    child.once("error", (error) => {
      failure = error;
      resolve();
    });
    child.once("exit", resolve);
  });
  running.add(child);
  ended.then(() => running.delete(child));

  return {
    child,
    ended,
    output: () => (failure ? `${command}: ${failure.message}` : printed),
    async stop() {
      killGroup(child, "SIGTERM");
      const timer = setTimeout(() => killGroup(child, "SIGKILL"), 2000);
      await ended;
      clearTimeout(timer);
      // The leader may be gone while a grandchild lingers.
      killGroup(child, "SIGKILL");
    },
  };
}

/** Waits until a WebDriver server answers on `port`, or says why it does not. */
export async function untilReady(service, port, name) {
  const deadline = Date.now() + 20000;
  let ended = false;
  service.ended.then(() => (ended = true));
  while (Date.now() < deadline && !ended) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/status`);
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await service.stop();
  throw new Error(`${name} did not start on port ${port}. It printed: ${service.output() || "nothing"}`);
}

/** Starts a virtual X display on a number that it picks itself. */
export async function startDisplay(width = 1400, height = 2400) {
  const xvfb = start(
    process.env.XVFB ?? "Xvfb",
    ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp"],
    { stdio: ["ignore", "ignore", "pipe", "pipe"] },
  );
  const number = await Promise.race([
    new Promise((resolve) => {
      let digits = "";
      xvfb.child.stdio[3]?.on("data", (chunk) => {
        digits += chunk;
        if (digits.includes("\n")) resolve(digits.trim());
      });
    }),
    xvfb.ended.then(() => undefined),
  ]);
  if (!number) throw new Error(`Xvfb did not start. It printed: ${xvfb.output() || "nothing"}`);
  return { display: `:${number}`, stop: xvfb.stop };
}
