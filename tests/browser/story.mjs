// One test: a site of its own, a browser, and at the end a look at the console.

import assert from "node:assert/strict";
import test from "node:test";
import { Card, until } from "./card.mjs";
import { within } from "./engine.mjs";
import { openDestination } from "./destination.mjs";
import { openSite } from "./site.mjs";

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export { pause };

/**
 * Runs `body` with what a visit needs. The page's console must stay empty, or
 * say what `complains` expects: a list of expressions, one for each entry. A
 * story that leaves the engine named in `spoils` in a state that no person could
 * bring about gets it started anew.
 */
export function story(browser, title, body, { complains = [], patience = 60000, spoils } = {}) {
  test(title, { timeout: patience }, async () => {
    const { driver } = browser;
    const closing = [];
    const home = await driver.getWindowHandle();
    await browser.focus();
    const said = [];
    let watched = true;

    async function listenToConsole() {
      if (!watched) return;
      const url = await driver.getCurrentUrl();
      if (!url.startsWith("http://127.0.0.1") && !url.startsWith("http://localhost")) return;
      said.push(...((await driver.executeScript("return window.__console ?? []")) ?? []));
    }

    const visit = {
      browser,
      driver,
      site: await openSite(),
      pause,
      until,

      /** Opens an address, and forgets nothing that the last page said. */
      async open(url) {
        await listenToConsole();
        await driver.get(url);
      },
      async reload() {
        await listenToConsole();
        await driver.navigate().refresh();
      },
      /** Opens a page with a card and waits for it. */
      async card(url, host) {
        await visit.open(url);
        return new Card(driver, host).ready();
      },
      console: () => driver.executeScript("return window.__console"),

      async destination(answer) {
        const destination = await openDestination(answer);
        closing.push(() => destination.close());
        return destination;
      },

      /** Waits for a tab opened by the last action, reads its address, and closes it. */
      async newTab() {
        const handle = await until("a new tab", async () =>
          (await driver.getAllWindowHandles()).find((one) => one !== home),
        );
        await driver.switchTo().window(handle);
        try {
          return await until("the new tab's address", async () => {
            const url = await driver.getCurrentUrl();
            return url && url !== "about:blank" && url;
          });
        } finally {
          await driver.close();
          await driver.switchTo().window(home);
        }
      },
      async tabs() {
        return (await driver.getAllWindowHandles()).length;
      },
    };
    closing.push(() => visit.site.close());

    try {
      await body(visit);
      await listenToConsole();
      watched = false;
      const texts = said.map((entry) => `${entry.level}: ${entry.text}`);
      const open = [...texts];
      for (const expected of complains) {
        const at = open.findIndex((text) => expected.test(text));
        assert.notEqual(at, -1, `The console should have said ${expected}; it said: ${texts.join(" | ") || "nothing"}`);
        open.splice(at, 1);
      }
      assert.deepEqual(open, [], "The console should be silent otherwise");
    } finally {
      // A browser in no state to go on must not spoil the tests after this one.
      if (spoils === browser.name) await browser.restart();
      else await tidy(driver, home).catch(() => browser.restart());
      for (const close of closing) await close();
    }
  });
}

async function tidy(driver, home) {
  for (const handle of await within(5000, "The browser", driver.getAllWindowHandles())) {
    if (handle === home) continue;
    await driver.switchTo().window(handle);
    await driver.close();
  }
  await driver.switchTo().window(home);
  await within(5000, "The browser", driver.get("about:blank"));
}
