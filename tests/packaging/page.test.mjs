// A page that has nothing but the installed package's files, served as they are,
// in a real browser: once by the script tag, once by module imports.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { inEachEngine } from "../browser/engine.mjs";
import { element, page } from "../browser/petition.mjs";
import { openSite } from "../browser/site.mjs";
import { Card } from "../browser/card.mjs";
import { story } from "../browser/story.mjs";
import { install, pack, scratch } from "./package.mjs";

let place;
let home;
before(async () => {
  place = await scratch();
  const { tarball } = await pack(place.folder);
  home = await install(place.folder, tarball);
});
after(() => place.remove());

const ways = {
  "the script tag": `<script async src="/somewhere/share-sign/share-sign.js"></script>`,
  "a module import": `<script type="module" src="/somewhere/share-sign/index.js"></script>`,
  "an import map": `<script type="importmap">{"imports": {"share-sign": "/somewhere/share-sign/index.js"}}</script>
    <script type="module">import "share-sign";</script>`,
};

inEachEngine("The installed package", (browser) => {
  for (const [way, scripts] of Object.entries(ways)) {
    for (const lang of ["en", "fr"]) {
      story(browser, `works by ${way}, in ${lang}`, async ({ driver, open, newTab }) => {
        const site = await openSite({ folders: { "/somewhere/share-sign/": home } });
        try {
          await open(site.page("/post.html", page(element({ channels: "facebook x mastodon reddit copy" }), { scripts, lang })));
          const card = await new Card(driver).ready();
          await card.click("[data-channel=mastodon]");
          assert.match(await newTab(), /^https:\/\/share\.joinmastodon\.org\//);
          await card.type("name", "Ada Lovelace");
          await card.type("email", "ada@example.org");
          await card.sign();
          await card.part("thanks");
          const { totals } = await card.stats();
          assert.deepEqual([totals.share, totals.sign, totals.sent], [1, 1, 1]);
          assert.ok(site.requests.every(({ path }) => path === "/post.html" || path === "/favicon.ico" || path.startsWith("/somewhere/share-sign/")));
          const programs = site.requests.filter(({ path }) => path.includes("/dist/program-")).length;
          assert.equal(programs, way === "the script tag" ? 0 : 1, `the program was fetched ${programs} times`);
        } finally {
          // Leaving by this way, the story looks at the console.
          await open("about:blank");
          await site.close();
        }
      });
    }
  }
});
