// Pages that forbid what they can: no inline script or style, no evaluation, no
// WebAssembly, no markup from strings; and browsers that have no WebAssembly at all.

import assert from "node:assert/strict";
import { inEachEngine } from "./engine.mjs";
import { element, page } from "./petition.mjs";
import { story } from "./story.mjs";
import { watchHash } from "./watch.mjs";

const markup = "require-trusted-types-for 'script'; trusted-types share-sign share-sign-more share-sign-stats";
const policy = (script) => ({
  "content-security-policy": `default-src 'self'; script-src 'self' ${script} ${watchHash}; style-src 'self'; ${markup}`,
});
const stats = `<share-sign-stats campaign="keep-the-library"></share-sign-stats>`;
const body = (values) => page(element({ events: undefined, ...values }) + stats);

// What a supporter may do with a card, and what a campaigner looks at.
async function use(card, driver, until) {
  await card.type("name", "Ada Lovelace");
  await card.type("email", "ada@example.org");
  await card.sign();
  await until("thanks", () => card.run(`return root.textContent.includes("Ada")`));
  await card.run(`root.querySelector("[data-channel=email]").addEventListener("click", (event) => event.preventDefault())`);
  await card.click("[data-channel=email]");
  await card.click("[data-open=picker]");
  await until("all channels", () => card.run(`return root.querySelectorAll("dialog [data-channel]").length > 90`));
  await card.run(`root.querySelector("dialog").close()`);
  const { totals } = await card.stats();
  assert.deepEqual([totals.sign, totals.share], [1, 1]);
  await until("the statistics", () =>
    driver.executeScript(`return document.querySelector("share-sign-stats").shadowRoot?.querySelectorAll("svg").length > 0`));
}

inEachEngine("A strict page", (browser) => {
  // WebKit forbids it without an event.
  const complains = browser.name === "webkit" ? [] : Array(4).fill(/policy: script-src wasm-eval/);

  story(browser, "needs nothing but WebAssembly to be allowed", async ({ site, card: open, driver, until }) => {
    const card = await open(site.page("/post.html", body({}), policy("'wasm-unsafe-eval'")));
    await use(card, driver, until);
    assert.ok(!site.requests.some(({ path }) => path.includes("script-") || path.includes(".script.")), "nobody loads the program twice");
  });

  story(browser, "may forbid WebAssembly: the same program runs as JavaScript", async ({ site, card: open, driver, until }) => {
    const card = await open(site.page("/post.html", body({}), policy("")));
    await use(card, driver, until);
    const loaded = site.requests.filter(({ path }) => path.includes("script-") || path.includes(".script.")).map(({ path }) => path);
    assert.equal(loaded.length, 4, loaded.join());
  }, { complains });

  story(browser, "is in the demo", async ({ site, card: open, driver, until }) => {
    await use(await open(site.at("/www/strict.html")), driver, until);
  });

  story(browser, "is in the demo without WebAssembly, too", async ({ site, card: open, driver, until }) => {
    await use(await open(site.at("/www/no-wasm.html")), driver, until);
    assert.ok(site.requests.some(({ path }) => path.includes("sign-script-")));
  }, { complains });

  story(browser, "is served by the package, too", async ({ site, card: open, driver, until }) => {
    const scripts = `<script type="module" src="/pkg/define.js"></script><script type="module" src="/pkg/dist/stats.js"></script>`;
    const card = await open(site.page("/post.html", page(element() + stats, { scripts }), policy("")));
    await use(card, driver, until);
  }, { complains });
});

inEachEngine("A browser without WebAssembly", (browser) => {
  story(browser, "runs the same program as JavaScript", async ({ site, card: open, driver, until }) => {
    const head = `<script>delete window.WebAssembly</script>`;
    const card = await open(site.page("/post.html", page(element() + stats, { head })));
    await use(card, driver, until);
  });

  story(browser, "shows what stands inside the element where that cannot be had either", async ({ site, open, driver, until }) => {
    const head = `<script>delete window.WebAssembly</script>`;
    site.block(/\.script\.js$/);
    await open(site.page("/post.html", page(element(), { head })));
    await until("the fallback", () => driver.executeScript(`return window.__console.some(({ text }) => text.includes("does not work here"))`));
    assert.equal(await driver.executeScript(`return document.querySelector(".fallback").offsetHeight > 0`), true);
  }, { complains: [/does not work here/] });
});
