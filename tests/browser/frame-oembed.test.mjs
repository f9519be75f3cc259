// The oEmbed answer beside the page for frames, found and read as a site finds and reads it
// where only an address was pasted. Its frame is what frame.test.mjs opens.

import assert from "node:assert/strict";
import test from "node:test";
import { JSDOM } from "jsdom";
import { openSite } from "./site.mjs";

/** What the link in a page's head leads to. */
async function discover(address) {
  const { document } = new JSDOM(await (await fetch(address)).text(), { url: address }).window;
  const link = document.head.querySelector('link[rel="alternate"][type="application/json+oembed"]');
  return { link, answer: await fetch(link.href), page: document };
}

test("the oEmbed answer is found, and has what a rich one must have", async () => {
  const site = await openSite();
  try {
    const { link, answer, page } = await discover(site.at("/www/embed.html"));
    assert.ok(link.title);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get("content-type"), /^application\/json/);
    const { version, type, html, width, height, title, provider_name: provider, provider_url: home, cache_age: age, ...surplus } = await answer.json();
    assert.deepEqual(surplus, {});
    assert.deepEqual([version, type], ["1.0", "rich"]);
    assert.ok(Number.isInteger(width) && Number.isInteger(height) && Number.isInteger(age));
    assert.equal(title, page.querySelector("share-sign").getAttribute("headline"));
    assert.ok(provider);
    assert.equal(new URL(home).protocol, "https:");

    const { body } = new JSDOM(html).window.document;
    assert.equal(body.children.length, 1);
    const [frame] = body.children;
    assert.equal(frame.localName, "iframe");
    const src = new URL(frame.getAttribute("src"));
    assert.equal(src.protocol, "https:", "other sites need the whole address");
    assert.ok(src.pathname.endsWith("/embed.html"));
    assert.deepEqual([frame.width, frame.height], [`${width}`, `${height}`]);
    assert.ok(frame.title, "a frame has a name for who does not see it");
    assert.ok("shareSign" in frame.dataset, "frame.js finds it");
    assert.doesNotMatch(html, /<script|\son\w+=/i);
  } finally {
    await site.close();
  }
});
