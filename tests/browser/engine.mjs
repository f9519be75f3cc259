// The three browser engines, started with explicit paths so that nothing is
// ever looked up or downloaded, and cut off from every host but this machine.

import { flags } from "./chromium-flags.mjs";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe } from "node:test";
import webdriver from "selenium-webdriver";
import { focusTopmost } from "./focus.mjs";
import { freePort, onStop, start, startDisplay, untilReady } from "./processes.mjs";

const { Builder, Capabilities } = webdriver;
const root = fileURLToPath(new URL("../../", import.meta.url));

export const all = ["chromium", "firefox", "webkit"];

/** The engines asked for by SHARE_SIGN_ENGINES, such as "chromium webkit"; default all three. */
export const chosen = (process.env.SHARE_SIGN_ENGINES ?? all.join(" ")).split(/[\s,]+/).filter(Boolean);
for (const name of chosen) {
  if (!all.includes(name)) {
    throw new Error(`SHARE_SIGN_ENGINES names "${name}"; expected some of: ${all.join(" ")}`);
  }
}

function find(variable, ...candidates) {
  if (process.env[variable]) return process.env[variable];
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const candidate of candidates) {
    const places = candidate.includes("/") ? [candidate] : folders.map((folder) => join(folder, candidate));
    const place = places.find((path) => existsSync(path));
    if (place) return place;
  }
  throw new Error(`Set ${variable} to the path of ${candidates[0]}; it was not found in: ${candidates.join(", ")}`);
}

const miniBrowsers = ["x86_64-linux-gnu", "aarch64-linux-gnu", "."].flatMap((machine) =>
  ["4.1", "6.0", "4.0"].map((version) => `/usr/lib/${machine}/webkit2gtk-${version}/MiniBrowser`),
);

// Nothing listens on this port: what is not on this machine fails at once and
// in the same way with and without an internet connection.
const NOWHERE = "127.0.0.1:9";
const HERE = ["localhost", "127.0.0.1"];

const recipes = {
  chromium({ dark, javascript }) {
    const args = [
      ...flags,
      `--proxy-server=${NOWHERE}`,
      `--proxy-bypass-list=${HERE.join(";")}`,
    ];
    if (dark) args.push("--blink-settings=preferredColorScheme=0");
    const prefs = javascript ? {} : { "profile.managed_default_content_settings.javascript": 2 };
    return {
      command: find("CHROMEDRIVER", "chromedriver", "/usr/lib/chromium/chromedriver"),
      args: (port) => [`--port=${port}`],
      capabilities: {
        browserName: "chrome",
        "goog:chromeOptions": { binary: find("CHROMIUM", "chromium", "chromium-browser", "google-chrome"), args, prefs },
      },
    };
  },

  firefox({ dark, javascript }) {
    return {
      command: find("GECKODRIVER", "geckodriver", join(root, "target/tools/bin/geckodriver")),
      // The websocket port is only asked for so that two sessions at the same
      // time do not fight for the default one.
      args: (port, spare) => [`--port=${port}`, `--websocket-port=${spare}`],
      capabilities: {
        browserName: "firefox",
        "moz:firefoxOptions": {
          binary: find("FIREFOX", "firefox-esr", "firefox"),
          args: ["-headless", "--width=1200", "--height=1000"],
          prefs: {
            "network.proxy.type": 1,
            "network.proxy.http": "127.0.0.1",
            "network.proxy.http_port": 9,
            "network.proxy.ssl": "127.0.0.1",
            "network.proxy.ssl_port": 9,
            "network.proxy.no_proxies_on": HERE.join(","),
            // Tab also reaches links, as it does outside macOS by default.
            "accessibility.tabfocus": 7,
            // 0 is dark, 1 is light.
            "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
            "javascript.enabled": javascript,
          },
        },
      },
    };
  },

  webkit({ dark, javascript }) {
    const args = ["--automation"];
    if (!javascript) args.push("--enable-javascript=false");
    return {
      command: find("WEBKITDRIVER", "WebKitWebDriver"),
      args: (port) => [`--port=${port}`],
      needsDisplay: true,
      env: {
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
        GTK_THEME: dark ? "Adwaita:dark" : "Adwaita",
      },
      capabilities: {
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary: find("MINIBROWSER", "MiniBrowser", ...miniBrowsers), args },
        proxy: { proxyType: "manual", httpProxy: NOWHERE, sslProxy: NOWHERE, noProxy: HERE },
      },
    };
  },
};

/** Fails instead of waiting for ever: a driver that hangs says nothing by itself. */
export function within(ms, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not answer within ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function attempt(name, wishes) {
  const recipe = recipes[name](wishes);
  const display = recipe.needsDisplay ? await startDisplay() : undefined;
  const [port, spare] = [await freePort(), await freePort()];
  const service = start(recipe.command, recipe.args(port, spare), {
    env: { ...recipe.env, ...(display && { DISPLAY: display.display }) },
  });

  let driver;
  let forget = () => {};
  async function close() {
    forget();
    // A browser that died or hangs cannot say goodbye; what is left of it goes
    // with its driver's process group.
    await within(5000, name, Promise.resolve(driver?.quit())).catch(() => {});
    await service.stop();
    await display?.stop();
  }
  forget = onStop(close);

  try {
    await untilReady(service, port, recipe.command);
    driver = await within(
      PATIENCE[name],
      recipe.command,
      new Builder()
        .disableEnvironmentOverrides()
        .usingServer(`http://127.0.0.1:${port}`)
        .withCapabilities(new Capabilities(recipe.capabilities))
        .build(),
    );
    await driver.manage().setTimeouts({ script: 15000, pageLoad: 20000, implicit: 0 });
  } catch (error) {
    await close();
    throw new Error(`${name} could not be started: ${error.message}\n${service.output()}`);
  }
  const execute = driver.execute.bind(driver);
  driver.execute = (command) => within(30000, `${name}, asked for ${command.getName()},`, execute(command));
  return { name, driver, close, focus: async () => display && focusTopmost(display.display) };
}

// WebKitGTK's driver starts a browser in a second, or now and then never answers;
// asking again helps. The others take up to five seconds and are reliable.
const PATIENCE = { chromium: 20000, firefox: 30000, webkit: 6000 };
const ATTEMPTS = 6;

/** Starts one browser. The caller must `close()` it. */
export async function launch(name, { dark = false, javascript = true } = {}) {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt(name, { dark, javascript });
    } catch (error) {
      if (tried === ATTEMPTS) throw error;
    }
  }
}

/**
 * Describes the same tests for each chosen engine. `body` gets a stand-in
 * whose `driver` is there once the tests run, and which can `restart()`.
 */
export function inEachEngine(title, body, options) {
  for (const name of chosen) {
    describe(`${title} in ${name}`, { concurrency: 1 }, () => {
      let started;
      const browser = {
        name,
        driver: undefined,
        async restart() {
          await started?.close();
          started = await launch(name, options);
          browser.driver = started.driver;
        },
        focus: () => started.focus(),
      };
      before(() => browser.restart(), { timeout: 90000 });
      after(() => started?.close(), { timeout: 30000 });
      body(browser);
    });
  }
}
