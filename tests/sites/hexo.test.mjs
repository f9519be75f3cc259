// Somebody with a Hexo blog pastes the README's snippet into the theme: the whole
// way of a supporter, from the post to a visit that a shared link brought.

import assert from "node:assert/strict";
import { inEachEngine } from "../browser/engine.mjs";
import { Card } from "../browser/card.mjs";
import { story } from "../browser/story.mjs";
import { buildBlog, snippet } from "./hexo-blog.mjs";

const types = { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript" };

/** The blog's pages, styles and scripts, without the icon font that the theme asks a third party for. */
function* served(blog) {
  for (const [path, content] of blog) {
    const type = types[path.endsWith("/") ? "html" : path.split(".").pop()];
    if (type) yield [path, type === types.html ? `${content}`.replace(/<link[^>]+href="https:[^>]+>/g, "") : content, type];
  }
}

let blog;

inEachEngine("A Hexo blog", (browser) => {
  story(browser, "is signed and shared, and counts the arrival", async ({ site, driver, open, until }) => {
    blog ??= await buildBlog("https://mill-street.example", await snippet({ script: "/pkg/share-sign.js", destination: "local" }));
    for (const [path, content, type] of served(blog)) site.page(path, content, { "content-type": type });
    const [post] = [...blog.keys()].filter((path) => /^\/\d{4}\/.*\/$/.test(path));

    await open(site.origin + post);
    const card = await new Card(driver).ready();
    assert.match(await card.partText("headline"), /Keep the library on Mill Street open/);

    await card.type("name", "Ada Lovelace");
    await card.type("email", "ada@example.org");
    await card.sign();
    await card.part("thanks");
    assert.match(await card.partText("thanks"), /Thank you, Ada Lovelace!/);
    assert.equal(await card.partText("count"), "1 signature");

    const href = await card.run(`const link = root.querySelector("[data-channel=facebook]");
      card.addEventListener("click", (event) => event.preventDefault());
      link.click();
      return link.href`);
    assert.equal((await card.stats()).channels.facebook.share, 1);
    const landing = new URL(new URL(href).searchParams.get("u"));
    assert.equal(landing.origin, site.origin);
    assert.equal(landing.searchParams.get("utm_source"), "facebook");

    await open(landing.href);
    const again = await new Card(driver).ready();
    await until("the arrival to be counted", async () => (await again.stats()).channels.facebook?.arrival === 1);
    assert.match(await again.partText("thanks"), /You have signed this petition/);
  });
});
