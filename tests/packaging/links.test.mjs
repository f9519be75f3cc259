// Share links without a card and without a browser, as an installed package gives them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test, { describe } from "node:test";
import { channels, measure, shareLinks } from "../../pkg/dist/links.js";

const campaign = { url: "https://example.org/library?page=2&fbclid=7#top", headline: "Keep the library open", hashtags: ["library", "books"] };

describe("Links without a card", () => {
  test("come for the channels asked for, each with its own landing link", () => {
    const links = shareLinks(campaign, ["x", "facebook", "email"]);
    assert.deepEqual(links.map(({ channel }) => channel), ["x", "facebook", "email"], "in this order");
    const x = links[0];
    assert.equal(x.text, "Keep the library open");
    assert.equal(x.url, "https://example.org/library?page=2&utm_source=x&utm_medium=share&utm_campaign=example-org-library#top");
    const query = new URL(x.href).searchParams;
    assert.deepEqual([query.get("text"), query.get("url"), query.get("hashtags")], [x.text, x.url, "library,books"]);
    assert.deepEqual(Object.keys(x), ["channel", "href", "text", "url"]);
  });

  test("come for every channel when none is named", () => {
    const links = shareLinks(campaign);
    assert.deepEqual(links.map(({ channel }) => channel), channels().map(({ id }) => id));
    assert.ok(links.length >= 100);
  });

  test("take messages by channel, and say what cannot be used", (context) => {
    const said = context.mock.method(console, "error", () => {});
    const [x, email] = shareLinks({ ...campaign, messages: { default: "For all", x: ["First", "Second"] }, deadline: "soon" }, ["x", "email"]);
    assert.deepEqual([x.text, email.text], ["First", "For all"]);
    assert.equal(said.mock.callCount(), 1);
    assert.match(said.mock.calls[0].arguments[0], /deadline="soon"/);
  });

  test("have no marks where tracking is off", () => {
    const [copy] = shareLinks({ ...campaign, tracking: "off" }, ["copy"]);
    assert.equal(copy.url, "https://example.org/library?page=2#top");
  });

  test("list what each channel takes", async () => {
    const x = channels().find(({ id }) => id === "x");
    assert.deepEqual(x, { id: "x", name: "X", category: "social", kind: "link", accepts: ["text", "url", "hashtags", "via"], limit: 280 });
    const types = await readFile(new URL("../../pkg/channels.d.ts", import.meta.url), "utf8");
    assert.deepEqual([...types.matchAll(/\| "([^"]+)"/g)].map(([, id]) => id), channels().map(({ id }) => id));
  });

  test("measure as the channel counts", () => {
    assert.equal(measure("x", "Keep the library open", "https://example.org/").used, 21 + 1 + 23);
    assert.throws(() => measure("nonsense", "x"), RangeError);
  });
});
