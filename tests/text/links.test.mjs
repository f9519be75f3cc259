// Whatever a campaign or a supporter writes: each link is one that browsers read,
// carries just the text it says, and keeps within what the channel takes.

import assert from "node:assert/strict";
import test, { describe } from "node:test";
import { channels, measure, shareLinks } from "../../pkg/dist/links.js";
import { texts } from "./generate.mjs";

const url = "https://example.org/save?id=7&q=%C3%A9+x#sign";
const hand = [
  "&#+%",
  "100% & more? #1 + 2 = 3; \"quoted\" 'too' <b>\\",
  "line one\nline two\n\nline four",
  "שלום עולם — مرحبا",
  "e\u0301".repeat(3000),
  "👩‍👩‍👧‍👦".repeat(2000),
  "x".repeat(10_000),
  "word ".repeat(2000),
  "日本語の長い文章。".repeat(1200),
  "%E0%A4%A %zz %",
  "#hashtag ".repeat(500),
  "https://example.org/a/very/long/address ".repeat(300),
];
const generated = texts(20261123, 400).concat(texts(7, 60).map((_, index, all) => all.slice(index, index + 40).join(" ")));
// The program takes spaces off both ends, and what no message may hold.
const samples = [...hand, ...generated];

describe("Share links", () => {
  const list = channels();

  test("are addresses that browsers read, and hold exactly their text and landing link", () => {
    for (const text of samples) {
      for (const { channel, href, text: sent, url: landing } of shareLinks({ url, headline: "A title", messages: [text] })) {
        const { kind, accepts } = list.find(({ id }) => id === channel);
        if (!href) {
          assert.equal(kind, "federated", `${channel} leads nowhere`);
          continue;
        }
        assert.ok(URL.canParse(href), `${channel}: ${href.slice(0, 200)}`);
        assert.doesNotMatch(href, /[\s<>"]/, channel);
        if (!["link", "mail", "sms", "app"].includes(kind)) continue;
        // Of the whole address, read once, nothing may be missing or turned into something else.
        const read = decodeURIComponent(href).replaceAll("\r\n", "\n");
        if (accepts.includes("text")) assert.ok(read.includes(sent), `${channel} lost some of ${JSON.stringify(sent)}`);
        assert.ok(read.includes(landing), `${channel} lost the landing link`);
        const parameters = [...new URL(href).searchParams.values(), decodeURIComponent(new URL(href).hash)].map((value) => value.replaceAll("\r\n", "\n"));
        const holds = (wanted) => parameters.some((value) => value.includes(wanted)) || !href.includes("?");
        assert.ok(holds(landing), `${channel}: no parameter holds the landing link`);
        if (accepts.includes("text") && sent) assert.ok(holds(sent), `${channel}: no parameter holds the text`);
      }
    }
  });

  test("keep within what the channel takes, and are whole where they fit", () => {
    let cut = 0;
    for (const text of samples) {
      const whole = shareLinks({ url, messages: [text] }, ["copy-text"])[0].text;
      for (const { channel, text: sent, url: landing } of shareLinks({ url, headline: "A title", messages: [text] })) {
        const { limit } = list.find(({ id }) => id === channel);
        if (!limit) continue;
        const { used } = measure(channel, sent, landing);
        assert.ok(used <= limit, `${channel}: ${used} of ${limit} for ${JSON.stringify(sent.slice(0, 80))}`);
        const short = whole.length < 30 && channel !== "viber";
        if (short) assert.equal(sent, whole, `${channel} cut a short text`);
        cut += sent !== whole;
      }
    }
    assert.ok(cut > 1000, "the samples are long enough to be cut");
  });
});
