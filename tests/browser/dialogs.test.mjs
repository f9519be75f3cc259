// The dialogs for everybody: axe-core finds nothing, they fit a small phone, they
// speak the card's language and go with its direction.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { inEachEngine } from "./engine.mjs";
import { element, page } from "./petition.mjs";
import { story } from "./story.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"));
const settings = {
  messages: ["Our library needs you.", "word ".repeat(80)],
  events: [{ title: "Rally", start: "2031-03-01T18:00:00+01:00", place: "Market square", url: "https://bus.example/rally" }],
  video: "https://tube.example/w/p7ZMfg9kQxKdL2z",
};
const json = `<script type="application/json">${JSON.stringify(settings)}</script>`;
const dialogs = {
  picker: { open: "[data-open=picker]", there: "dialog [data-channel=zalo] path[d]" },
  composer: { open: "[data-open=composer]", there: "dialog [part=preview] .channel" },
  server: { open: "[data-channel=misskey]", there: "dialog #server" },
  qr: { open: "[data-channel=qr]", there: "dialog svg.qr" },
};

inEachEngine("Dialogs", (browser) => {
  for (const theme of ["light", "dark"]) {
    story(browser, `pass axe, ${theme}`, async ({ site, card: open, until }) => {
      site.page("/axe.js", axe, { "content-type": "text/javascript" });
      const head = `<script src="/axe.js"></script><style>:root { color-scheme: ${theme}; ${theme === "dark" ? "background: #111; color: #eee" : ""} }</style>`;
      const card = await open(site.page("/post.html", page(element({ channels: "x misskey qr copy", theme }, json), { head })));
      await until("the rest of the card", async () => (await card.shown("[part=event]")) && (await card.channels()).length === 4);
      const check = async (state) => {
        const found = await card.run(`
          return axe.run(card, { resultTypes: ["violations"], rules: { region: { enabled: false } } }).then(({ violations, passes }) => ({
            passes: passes.length,
            violations: violations.map(({ id, help, nodes }) => id + ": " + help + " at " + nodes.map(({ target, failureSummary }) => target.join(" ") + " (" + failureSummary.replace(/\\s+/g, " ") + ")").join(", ")),
          }))`);
        assert.deepEqual(found.violations, [], state);
        assert.ok(found.passes > 5, `${state}: axe looked at too little`);
      };
      await check("events and video");
      for (const [name, { open: opener, there }] of Object.entries(dialogs)) {
        await card.run(`root.querySelector(args[0]).click()`, opener);
        await until(name, () => card.find(there));
        await check(name);
        await card.run(`root.querySelector("dialog").close()`);
      }
    });
  }

  story(browser, "fit a small phone, in both directions", async ({ site, driver, open, until }) => {
    const inner = site.page("/inner.html", page(element({ channels: "x misskey qr copy" }, json), { lang: "fr" }).replace("<html", `<html dir="rtl"`));
    await open(site.page("/outer.html", `<!doctype html><title>phone</title><iframe src="${inner}" width="320" height="568" style="border:0"></iframe>`));
    await driver.switchTo().frame(0);
    const run = (script, ...args) => driver.executeScript(`const root = document.querySelector("share-sign")?.shadowRoot; ${script}`, ...args);
    await until("the card", () => run(`return root?.querySelectorAll("article [data-channel]").length === 4`));
    for (const [name, { open: opener, there }] of Object.entries(dialogs)) {
      await run(`root.querySelector(arguments[0]).click()`, opener);
      await until(name, () => run(`return Boolean(root.querySelector(arguments[0]))`, there));
      const fit = await run(`
        const dialog = root.querySelector("dialog"), box = dialog.getBoundingClientRect();
        const wide = [...dialog.querySelectorAll("*")].filter((one) => one.getClientRects().length && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === "visible" && one.clientWidth);
        const small = [...dialog.querySelectorAll("a, button, input, textarea")].filter((one) => { const { width, height } = one.getBoundingClientRect(); return width && (one.type === "checkbox" ? false : height < 24) });
        return { left: box.left >= 0, right: box.right <= innerWidth, top: box.top >= 0, bottom: box.bottom <= innerHeight,
          across: dialog.scrollWidth <= dialog.clientWidth + 1, small: small.map((one) => one.outerHTML.slice(0, 80)),
          wide: wide.map((one) => one.outerHTML.slice(0, 80)), dir: dialog.dir, words: dialog.innerText }`);
      assert.deepEqual({ ...fit, words: "" }, { left: true, right: true, top: true, bottom: true, across: true, small: [], wide: [], dir: "ltr", words: "" }, name);
      assert.match(fit.words, /Fermer/, `${name} speaks French`);
      await run(`root.querySelector("dialog").close()`);
    }
    await driver.switchTo().defaultContent();
  });
});
