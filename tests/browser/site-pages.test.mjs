// The site's own pages: valid, reachable from each other, to be read by everybody,
// of use without a server and without scripts, and as good as Lighthouse can say.

import assert from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import test, { after, before, describe } from "node:test";
import { HtmlValidate } from "html-validate";
import { JSDOM } from "jsdom";
import { chosen, launch } from "./engine.mjs";
import { Card, until } from "./card.mjs";
import { flags } from "./chromium-flags.mjs";
import { freePort, start } from "./processes.mjs";
import { openSite } from "./site.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const www = join(root, "www");
const main = ["index", "configurator", "gallery", "reference", "what-it-stores", "content-security"].map((name) => `${name}.html`);
const read = (name) => readFileSync(join(www, name), "utf8");
const documents = new Map();
const parsed = (name) => {
  if (!documents.has(name)) documents.set(name, new JSDOM(read(name)).window.document);
  return documents.get(name);
};
const all = readdirSync(www).filter((name) => name.endsWith(".html"));
const ours = all.filter((name) => read(name).includes('href="site.css"'));

test("the pages are valid HTML", async () => {
  const check = new HtmlValidate({
    extends: ["html-validate:recommended"],
    elements: ["html5"],
    rules: {
      // Matters of taste, and of files whose hashes are not known here.
      "long-title": "off",
      "no-trailing-whitespace": "off",
      "require-sri": "off",
      "doctype-style": "off",
      "void-style": ["error", { style: "omit" }],
      "no-raw-characters": ["error", { relaxed: true }],
      // Lists may have names.
      "aria-label-misuse": ["error", { allowAnyNamable: true }],
      // A code sample that scrolls is a group, to be reached with the keyboard.
      "prefer-native-element": "off",
    },
  });
  const wrong = [];
  for (const name of ours) {
    const { results } = await check.validateString(read(name), name);
    for (const { line, ruleId, message } of results.flatMap(({ messages }) => messages)) wrong.push(`${name}:${line}: ${ruleId}: ${message}`);
  }
  assert.deepEqual(wrong, []);
});

test("one navigation leads to every page, and every link to something", () => {
  const navigation = (name) => parsed(name).querySelector("header.site")?.innerHTML.replace(/ aria-current="\w+"/, "");
  for (const name of ours) assert.equal(navigation(name), navigation("index.html"), `${name} has the site's navigation`);
  for (const name of main) {
    const current = [...parsed(name).querySelectorAll(".site [aria-current=page]")].map((link) => link.getAttribute("href"));
    assert.deepEqual(current, [name]);
    assert.ok(parsed(name).querySelector('meta[name="description"]')?.content.length > 50, `${name} says what it is about`);
  }

  const reached = new Set();
  for (const name of all) {
    for (const link of parsed(name).querySelectorAll("a[href], link[href], img[src], script[src]")) {
      const [path, fragment] = (link.getAttribute("href") ?? link.getAttribute("src")).split("#");
      if (/^(https?|mailto|data):/.test(path)) continue;
      // The package stands beside the pages once the site is served.
      const file = path.startsWith("pkg/") ? join(root, path) : join(www, path || name);
      assert.ok(existsSync(file), `${name} leads to ${path}, which is not there`);
      if (link.localName === "a" && path) reached.add(path);
      if (fragment && !fragment.includes("=")) assert.ok(parsed(path || name).getElementById(fragment), `${name} leads to #${fragment}`);
    }
  }
  for (const name of main) assert.ok(reached.has(name), `nothing leads to ${name}`);
  for (const name of parsed("gallery.html").querySelectorAll(".gallery img")) assert.ok(name.width && name.height, "a picture keeps its place free");
});

describe("The site in Chromium", { skip: !chosen.includes("chromium") && "Chromium is not among the engines" }, () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"));
  let browser;
  let site;
  before(async () => {
    site = await openSite();
    site.page("/axe.js", axe, { "content-type": "text/javascript" });
    browser = await launch("chromium");
  }, { timeout: 60000 });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const example = () => parsed("configurator.html").querySelector('a[href*="headline="]').getAttribute("href");

  test("axe finds nothing, in light and in dark", { timeout: 60000 }, async () => {
    const { driver } = browser;
    for (const name of main) {
      await driver.get(`${site.at(`/www/${name}`)}${name === "configurator.html" ? `${example()}&goal=many&channels=x+email&to=google` : ""}`);
      await until(`${name}'s cards`, () => driver.executeScript(`return [...document.querySelectorAll("share-sign")].every((card) => card.shadowRoot?.querySelector("[part~=card]"))`));
      await driver.executeScript(`for (const more of document.querySelectorAll("details")) more.open = true;
        const script = document.createElement("script"); script.src = "/axe.js"; document.head.append(script);`);
      await until("axe", () => driver.executeScript("return Boolean(window.axe)"));
      for (const scheme of ["light", "dark"]) {
        const found = await driver.executeScript(`document.documentElement.style.colorScheme = arguments[0];
          return axe.run(document, { resultTypes: ["violations"] }).then(({ violations, passes }) => ({
            passes: passes.length,
            violations: violations.map(({ id, nodes }) => id + ": " + nodes.map(({ target, failureSummary }) => target.join(" ") + " " + failureSummary.replace(/\\s+/g, " ")).join("; ")),
          }))`, scheme);
        assert.deepEqual(found.violations, [], `${name}, ${scheme}`);
        assert.ok(found.passes > 10, name);
      }
    }
  });

  test("works from a file, and says so where it cannot", { timeout: 60000 }, async () => {
    const { driver } = browser;
    const folder = await mkdtemp(join(tmpdir(), "share-sign-site-"));
    try {
      await cp(www, folder, { recursive: true });
      await cp(join(root, "pkg"), join(folder, "pkg"), { recursive: true });
      await driver.get(pathToFileURL(join(folder, "index.html")).href);
      const card = await new Card(driver).ready();
      assert.equal(await card.partText("headline"), "Save my doctor, save me!");
      const configurator = pathToFileURL(join(folder, "configurator.html")).href;
      await driver.get(`${configurator}#channels=x+email&url=https%3A%2F%2Fexample.org%2Fferry`);
      await driver.findElement({ id: "headline" }).sendKeys("Keep the ferry");
      const preview = await new Card(driver).ready();
      await until("the card", async () => (await preview.partText("headline")) === "Keep the ferry");
      await until("the channels", async () => `${await preview.channels()}` === "x,email");
      assert.match(await driver.findElement({ id: "files" }).getText(), /headline="Keep the ferry"/);

      await rm(join(folder, "configurator/whole.js"));
      await driver.get("about:blank");
      await driver.get(configurator);
      await until("the notice", async () => /needs a web server/.test(await driver.findElement({ id: "needs" }).getText()));
      assert.equal(await driver.findElement({ id: "form" }).isDisplayed(), false);
      assert.match(await driver.findElement({ id: "files" }).getText(), /<share-sign/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("without JavaScript it says what that costs, and is of use", { timeout: 60000 }, async () => {
    const bare = await launch("chromium", { javascript: false });
    try {
      const { driver } = bare;
      await driver.get(site.at("/www/configurator.html"));
      const text = await driver.findElement({ css: "main" }).getText();
      assert.match(text, /This form needs JavaScript/);
      assert.match(text, /<share-sign/);
      assert.equal(await driver.findElement({ id: "form" }).isDisplayed(), false);
      await driver.get(site.at("/www/index.html"));
      assert.match(await driver.findElement({ css: "share-sign" }).getText(), /Sign by email/);
    } finally {
      await bare.close();
    }
  });

  test("Lighthouse gives it a hundred for what does not depend on the machine", { timeout: 120000 }, async (t) => {
    const { default: lighthouse } = await import("lighthouse");
    const port = await freePort();
    const profile = await mkdtemp(join(tmpdir(), "share-sign-lighthouse-"));
    const chromium = start(process.env.CHROMIUM ?? "chromium", [...flags, `--remote-debugging-port=${port}`, `--user-data-dir=${profile}`, "about:blank"]);
    try {
      await until("Chromium", () => fetch(`http://127.0.0.1:${port}/json/version`).then(({ ok }) => ok, () => false), 20000);
      const quick = { pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 0, cpuQuietThresholdMs: 0, disableFullPageScreenshot: true };
      for (const name of main) {
        const timed = ["index.html", "configurator.html"].includes(name);
        const onlyCategories = ["accessibility", "best-practices", "seo", ...(timed ? ["performance"] : [])];
        const { lhr } = await lighthouse(site.at(`/www/${name}`), { port, logLevel: "error", onlyCategories, ...quick });
        const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
        const lost = Object.values(lhr.categories).filter(({ id }) => id !== "performance")
          .flatMap(({ auditRefs }) => auditRefs).filter(({ id, weight }) => weight && lhr.audits[id].score !== null && lhr.audits[id].score < 1).map(({ id }) => id);
        assert.deepEqual(lost, [], name);
        assert.deepEqual([scores.accessibility, scores["best-practices"], scores.seo], [100, 100, 100], name);
        if (!timed) continue;
        const shift = lhr.audits["cumulative-layout-shift"].numericValue;
        t.diagnostic(`${name}: performance ${scores.performance}, layout shift ${shift}, largest paint ${Math.round(lhr.audits["largest-contentful-paint"].numericValue)} ms`);
        // How fast it is depends on the machine, and is told above.
        assert.ok(shift < 0.01, `${name} moves by ${shift}`);
      }
    } finally {
      await chromium.stop();
      await rm(profile, { recursive: true, force: true });
    }
  });
});
