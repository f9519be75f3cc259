// A prerendered card in browsers where no script runs: it shows, its links are links,
// and its form posts what the service wants.
import assert from "node:assert/strict";
import test, { after, before, describe } from "node:test";
import { chosen, launch } from "../browser/engine.mjs";
import { listen, shut } from "../browser/site.mjs";
import { prerender } from "../../pkg/dist/prerender.js";

const page = (card) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Keep the library</title><body>${card}` +
  `<script async src="/share-sign.js"></script></body></html>`;

const json = (destination) => ({ to: `form:${destination}`, fields: { email: "_replyto" }, set: { list: "7 & more" } });

for (const engine of chosen) {
  describe(`Without scripts, in ${engine}`, () => {
    let browser;
    let site;
    let origin;
    let policy = "";
    const posted = [];
    const pages = new Map();
    before(async () => {
      const { server, port } = await listen(async (request, response) => {
        if (request.method === "POST") {
          let body = "";
          for await (const piece of request) body += piece;
          posted.push({ path: request.url, type: request.headers["content-type"], fields: Object.fromEntries(new URLSearchParams(body)) });
        }
        const type = request.url.endsWith(".css") ? "text/css" : "text/html; charset=utf-8";
        response.writeHead(200, { "content-type": type, "content-security-policy": policy });
        response.end(pages.get(request.url) ?? "<title>Thank you</title>");
      });
      site = server;
      origin = `http://127.0.0.1:${port}`;
      browser = await launch(engine, { javascript: false });
    });
    after(async () => {
      await browser?.close();
      await shut(site);
    });

    async function card(path, element, options) {
      const { html, problems } = prerender(page(element), { url: `${origin}${path}`, ...options });
      assert.deepEqual(problems, []);
      pages.set(path, html);
      await browser.driver.get(`${origin}${path}`);
      const root = await browser.driver.findElement({ css: "share-sign" }).getShadowRoot();
      const find = (css) => root.findElement({ css });
      const shown = async (css) => Promise.all((await root.findElements({ css })).map((found) => found.isDisplayed()));
      return { find, shown };
    }

    test("the card shows, its links lead on, and what needs a script is not there", async () => {
      const { find, shown } = await card("/a.html", '<share-sign campaign="a" destination="local" channels="x mastodon copy qr"></share-sign>');
      assert.equal(await (await find("[part=headline]")).getText(), "Keep the library");
      assert.deepEqual(await shown("a[data-channel]"), [true, true]);
      assert.match(await (await find("[data-channel=x]")).getAttribute("href"), /^https:\/\/x\.com\/intent\/.*utm_source%3Dx/);
      assert.deepEqual(await shown("button[data-channel], [data-open]"), [false, false, false, false]);
      assert.deepEqual(await shown("form"), [false]);
      assert.match(await (await find(".unscripted")).getText(), /^Signing here needs JavaScript/);
    });

    test("a strict policy takes the style sheet from its own address", async () => {
      const element = '<share-sign campaign="d" destination="local" channels="x copy"></share-sign>';
      pages.set("/card.css", prerender(page(element), { url: origin }).html.split("<style>")[1].split("</style>")[0]);
      policy = "default-src 'self'; style-src 'self'; require-trusted-types-for 'script'";
      const { shown } = await card("/d.html", element, { css: { link: "/card.css" } });
      policy = "";
      assert.deepEqual(await shown("a[data-channel], button[data-channel], form, .unscripted"), [false, true, true, false]);
    });

    test("signing by mail is a link", async () => {
      const { find, shown } = await card("/b.html", '<share-sign campaign="b" destination="mailto:mayor@town.example"></share-sign>');
      assert.deepEqual(await shown("form"), [false]);
      assert.match(await (await find(".unscripted a")).getAttribute("href"), /^mailto:mayor@town\.example\?subject=Keep%20the%20library&body=/);
    });

    test("the form posts what the service wants, and asks for what is missing", async () => {
      const settings = JSON.stringify({ fields: ["first-name*", "email*", "comment"], consent: "required", destination: json(`${origin}/sign?a=1`) });
      const { find, shown } = await card("/c.html", `<share-sign campaign="c"><script type="application/json">${settings}</script></share-sign>`);
      assert.deepEqual(await shown("form"), [true]);
      assert.deepEqual(await shown(".unscripted"), []);
      await (await find("#f-first-name")).sendKeys("Zoé");
      await (await find("#f-email")).sendKeys("z@example.org");
      await (await find("[type=submit]")).click();
      assert.deepEqual(posted, [], "nobody has answered the question yet");
      await (await find("#f-consent")).click();
      await (await find("[type=submit]")).click();
      await browser.driver.wait(async () => (await browser.driver.getTitle()) === "Thank you", 5000);
      assert.deepEqual(posted, [
        {
          path: "/sign?a=1",
          type: "application/x-www-form-urlencoded",
          fields: {
            firstName: "Zoé", _replyto: "z@example.org", comment: "", consent: "yes", list: "7 & more", campaign: "c", locale: "en",
            page: `${origin}/c.html`, consentText: "May we tell you how this campaign goes on, by email?",
          },
        },
      ]);
    });
  });
}
