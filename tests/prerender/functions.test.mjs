// What `share-sign/prerender` exports.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test, { describe } from "node:test";
import { parseFragment } from "parse5";
import { prerender, prerenderDirectory, renderCard } from "../../pkg/dist/prerender.js";
import { transform } from "../../xtask/node_modules/esbuild/lib/main.js";
import { chance } from "./pages.mjs";
import { inFolder } from "./run.mjs";
import { treeWithoutCards } from "./tree.mjs";

const page = '<!doctype html><html lang="fr"><title>Caf&eacute;</title><share-sign campaign="a"></share-sign>';
const url = "https://example.org/a/";

describe("prerender", () => {
  test("takes a text or bytes, and gives back the same", () => {
    const text = prerender(`\ufeff${page}é`, { url });
    assert.deepEqual(text.problems, []);
    assert.ok(text.html.startsWith("\ufeff<!doctype html>") && text.html.endsWith("</template></share-sign>é"));
    assert.match(text.html, /dir="auto">Café<\/h2>.*Faites passer/);
    const bytes = prerender(new TextEncoder().encode(`\ufeff${page}é`), { url });
    assert.equal(Buffer.compare(bytes.html, Buffer.from(text.html)), 0);
    assert.equal(prerender(text.html, { remove: true }).html, `\ufeff${page}é`);
  });

  test("takes its options", () => {
    const closed = (now) => prerender(page.replace('"a"', '"a" deadline="2026-12-24T20:30:00+01:00"'), { url, now }).html.includes('part="deadline"');
    assert.deepEqual([closed("2026-12-24T19:30:00Z"), closed(new Date("2026-12-24T19:31:00Z")), closed(0)], [true, false, true]);
    assert.match(prerender(page, { url, css: { link: "/a.css" } }).html, /<link rel="stylesheet" href="\/a\.css">/);
    assert.match(prerender(page.replace(' lang="fr"', ""), { url, language: "fr" }).html, /Faites passer/);
    assert.throws(() => prerender(page, { now: "tomorrow" }), TypeError);
    assert.throws(() => prerender(page, { css: "none" }), TypeError);
  });

  test("names what is wrong", () => {
    const { html, problems } = prerender(`${page}\n<share-sign goal="x"></share-sign>`);
    assert.deepEqual(problems.map(({ line }) => line), [1, 2, 2]);
    assert.match(problems[0].message, /does not say what its address is/);
    assert.ok(!html.includes('part="share"'), "no links to nowhere");
  });

  test("changes nothing that a parser sees, whatever the page", () => {
    const pieces = [
      "<share-sign></share-sign>", '<share-sign campaign="a">\n<p>x</share-sign >', "<SHARE-SIGN><u>x</u></SHARE-SIGN>",
      "<share-sign><share-sign></share-sign></share-sign>", "<share-sign />", "</share-sign>",
      "<script src=share-sign.js data-campaign=a></script>", "<script>'<share-sign></share-sign>'<!--<script></script>--></script>",
      "<p>", "</p>", "<div lang=fr>", "</div>", "<li>", "</ul>", "<span title='x", "'>", "<svg><desc>", "</svg>",
      "<style>", "</style>", "<template>", "</template>", "<noscript>", "</noscript>", "<!--", "-->", "<![CDATA[", "]]>",
      "<textarea>", "</textarea>", "&amp;x", "<br/>", "<span a=/>", "<button>", "</button>", "<h1>", "</h2>", "<math><mi>", "</math>",
    ];
    // No <b> and the like: one that is left open begins again in any element that follows.
    const next = chance(7);
    let cards = 0;
    for (let round = 0; round < 2000; round++) {
      const soup = `<title>a</title>${Array.from({ length: 1 + next(10) }, () => pieces[next(pieces.length)]).join("")}`;
      const { html } = prerender(soup, { url });
      const filled = treeWithoutCards(html);
      assert.equal(filled.tree, treeWithoutCards(soup).tree, soup);
      assert.equal(filled.cards, html.split("data-share-sign>").length - 1, `each card is where a parser finds it: ${soup}`);
      cards += filled.cards;
    }
    assert.ok(cards > 800, `${cards} cards`);
  });
});

describe("renderCard", () => {
  test("gives a whole element", () => {
    const html = renderCard(
      { campaign: "a", headline: 'A "b" <c>', privacyUrl: "/p", goal: [500, 2000], signatures: 20, via: null, messages: { x: "</script>" } },
      { url, language: "fr", content: "<p>light</p>" },
    );
    const { childNodes } = parseFragment(html);
    assert.equal(childNodes.length, 1);
    const [{ tagName, attrs, childNodes: inside }] = childNodes;
    assert.equal(tagName, "share-sign");
    assert.deepEqual(Object.fromEntries(attrs.map(({ name, value }) => [name, value])), {
      campaign: "a", headline: 'A "b" <c>', "privacy-url": "/p", signatures: "20",
    });
    assert.deepEqual(inside.map(({ tagName }) => tagName), ["template", "script", "p"]);
    assert.deepEqual(JSON.parse(inside[1].childNodes[0].value), { goal: [500, 2000], messages: { x: "</script>" } });
    assert.match(html, /max="500" value="20"/);
    assert.match(html, /Faites passer/);
  });

  test("refuses names that are none, and says on the console what is wrong", (t) => {
    assert.throws(() => renderCard({ "a b": 1 }, { url }), TypeError);
    const said = t.mock.method(console, "error", () => {});
    renderCard({ headline: "a", goal: "x" }, { url });
    assert.match(said.mock.calls[0].arguments[0], /^share-sign: goal="x" cannot be used/);
  });
});

test("prerenderDirectory fills a folder and reports", () =>
  inFolder(undefined, async (folder) => {
    await writeFile(join(folder, "a.html"), page);
    await writeFile(join(folder, "b.html"), page.replace("campaign", "goal"));
    const told = [];
    const total = await prerenderDirectory(folder, { site: "https://example.org", onProgress: (...how) => told.push(how) });
    assert.deepEqual(told, [[1, 2], [2, 2]]);
    assert.deepEqual({ ...total, problems: total.problems.map(({ file, line }) => [file, line]) }, {
      pages: 2, cards: 2, changed: 2, problems: [[join(folder, "b.html"), 1]],
    });
    assert.match(await readFile(join(folder, "a.html"), "utf8"), /example\.org%2Fa\.html%3F/);
    await assert.rejects(prerenderDirectory(join(folder, "none")));
  }));

test("the style sheet says what the card's says", async () => {
  // Space inside of custom properties is all that a minifier leaves.
  const minify = async (css) => (await transform(css, { loader: "css", minify: true })).code.replace(/([:,]) /g, "$1");
  const sources = await Promise.all(["html/card.css", "prerender/prerender.css"].map((path) => readFile(new URL(`../../src/${path}`, import.meta.url), "utf8")));
  const { html } = prerender(page, { url });
  assert.equal(await minify(html.split("<style>")[1].split("</style>")[0]), await minify(sources.join("")));
});
