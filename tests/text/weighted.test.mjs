// What we say a text counts on X, against what X's own package says; and our
// graphemes against the browser's.

import assert from "node:assert/strict";
import { test } from "node:test";
import twitter from "twitter-text";
import { measureAll } from "./bridge.mjs";
import { texts } from "./generate.mjs";

const COUNT = 20_000;
const list = texts(1, COUNT);
const ours = measureAll("x", list);
const show = (text) => JSON.stringify(text);

/** The texts for which `differs` tells what is wrong, the first few of them. */
function wrong(differs) {
  const found = list.map((text, index) => [differs(text, ours[index]), text]).filter(([what]) => what);
  return found.slice(0, 10).map(([what, text]) => `${what}: ${show(text)}`);
}

test("the texts try what there is to try", () => {
  const share = (is) => list.filter(is).length / COUNT;
  assert.equal(new Set(list).size > COUNT * 0.95, true);
  assert.ok(share((text) => twitter.extractUrls(text).length > 0) > 0.3);
  assert.ok(share((text) => twitter.extractUrls(text).length > 1) > 0.05);
  assert.ok(share((text) => text.normalize() !== text) > 0.1);
  assert.ok(share((text) => text.includes("\u200d")) > 0.2);
  assert.ok(share((text) => twitter.extractHashtags(text).length > 0) > 0.1);
});

test(`${COUNT} texts count on X what its own package counts`, () => {
  const differs = (text, { used }) => {
    const expected = twitter.parseTweet(text).weightedLength;
    return used !== expected && `${used} instead of ${expected}`;
  };
  assert.deepEqual(wrong(differs), []);
});

test("the estimate is never below that, and seldom far above", () => {
  const low = (text, { used, estimate }) => estimate < used && `${estimate} is below ${used}`;
  assert.deepEqual(wrong(low), []);
  const plain = "Our town wants to close its library. Tell them: www.example.org/library, e.g. at 3.30 p.m. “Now.” ".repeat(2);
  const [{ used, estimate }] = measureAll("x", [plain]);
  assert.ok(estimate - used < 60, `${estimate} for ${used}`);
});

test("graphemes are those of Intl.Segmenter", () => {
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
  const differs = (text, { graphemes }) => {
    const expected = Array.from(segmenter.segment(text), ({ segment }) => segment);
    return JSON.stringify(graphemes) !== JSON.stringify(expected) && `${show(graphemes)} instead of ${show(expected)}`;
  };
  assert.deepEqual(wrong(differs), []);
});

test("Mastodon counts an address as 23 and a mention without its server", () => {
  // As its web interface does: with twitter-text's pattern, the scheme required.
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
  const measured = measureAll("mastodon", list);
  const differs = (text, index) => {
    let counted = "";
    let at = 0;
    for (const [start, end] of linksWithScheme(text)) {
      counted += text.slice(at, start) + "x".repeat(23);
      at = end;
    }
    counted = (counted + text.slice(at)).replace(/(^|[^/\w])@(([a-z0-9_]+)@[a-z0-9.-]+[a-z0-9]+)/gi, "$1@$3");
    const expected = [...segmenter.segment(counted)].length;
    return measured[index].used !== expected && `${measured[index].used} instead of ${expected}: ${show(text)}`;
  };
  assert.deepEqual(list.map(differs).filter(Boolean).slice(0, 10), []);
});

/** Where the pattern of addresses matches when the scheme is not optional. */
function linksWithScheme(text) {
  const source = twitter.regexen.extractUrl.source.replace("(https?:\\/\\/)?", "(https?:\\/\\/)");
  assert.notEqual(source, twitter.regexen.extractUrl.source);
  return Array.from(text.matchAll(new RegExp(source, "gi")), (match) => {
    const end = match.index + match[0].length;
    return [end - match[3].length, end];
  });
}
