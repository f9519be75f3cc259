// Files checked by hash: the script tag's by its attribute, what it loads later by the
// page's import map.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { inEachEngine } from "./engine.mjs";
import { element, page } from "./petition.mjs";
import { story } from "./story.mjs";

const pkg = new URL("../../pkg/", import.meta.url);
const hash = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
const parts = readdirSync(new URL("dist/", pkg)).filter((name) => name.endsWith(".js"));
const integrity = Object.fromEntries(parts.map((name) => [`/pkg/dist/${name}`, hash(readFileSync(new URL(`dist/${name}`, pkg)))]));
const scripts = (sum) => `<script type="importmap">${JSON.stringify({ integrity })}</script>
  <script async src="/pkg/share-sign.js" integrity="${sum}" crossorigin="anonymous"></script>`;
const whole = hash(readFileSync(new URL("share-sign.js", pkg)));

inEachEngine("A page that checks hashes", (browser) => {
  story(browser, "gets the whole widget where they are right", async ({ site, card: open }) => {
    const card = await open(site.page("/post.html", page(element(), { scripts: scripts(whole) })));
    await card.type("name", "Ada Lovelace");
    await card.type("email", "ada@example.org");
    await card.sign();
    await card.part("thanks");
  });

  story(browser, "gets nothing of a part that was tampered with", async ({ site, card: open, until }) => {
    const sign = parts.find((name) => /^sign-[0-9a-f]+\.js$/.test(name));
    const bytes = readFileSync(new URL(`dist/${sign}`, pkg));
    site.page(`/pkg/dist/${sign}`, Buffer.concat([bytes, Buffer.from(";window.stolen=1")]), { "content-type": "text/javascript" });
    const card = await open(site.page("/post.html", page(element(), { scripts: scripts(whole) })));
    await card.type("name", "Ada Lovelace");
    await card.type("email", "ada@example.org");
    await card.click('[part~="sign-button"]');
    await until("the card to say so", async () => /could not be loaded/.test((await card.partText("status")) ?? ""));
    assert.equal(await card.run("return window.stolen"), null);
    assert.equal(await card.value("name"), "Ada Lovelace", "what was typed stays");
  }, { complains: [/could not be loaded/] });

  story(browser, "shows what stands inside the element where the script itself was tampered with", async ({ site, open, driver, until }) => {
    await open(site.page("/post.html", page(element(), { scripts: scripts(hash("something else")) })));
    await until("the refusal", () => driver.executeScript("return window.__console.length > 0"));
    assert.equal(await driver.executeScript(`return !document.querySelector("share-sign").shadowRoot && document.querySelector(".fallback").offsetHeight > 0`), true);
  }, { complains: [/SCRIPT failed to load/] });
});
