// Passing it on: where each channel leads, and that every click is counted
// before anything else can happen.

import assert from "node:assert/strict";
import { Card, Key } from "./card.mjs";
import { inEachEngine } from "./engine.mjs";
import { page, post, element } from "./petition.mjs";
import { story } from "./story.mjs";

const CANONICAL = "https://blog.example/2026/library.html?page=2#top";
const head = `<link rel="canonical" href="${CANONICAL.replace("#top", "&amp;fbclid=77&amp;utm_source=mail#top")}">`;

/** What a landing link for `channel` looks like, but for the token at its end. */
function assertLanding(address, channel) {
  const url = new URL(address);
  assert.equal(url.origin + url.pathname, "https://blog.example/2026/library.html");
  assert.equal(url.hash, "#top");
  assert.deepEqual([...url.searchParams.keys()], ["page", "utm_source", "utm_medium", "utm_campaign", "ss"]);
  assert.equal(url.searchParams.get("page"), "2");
  assert.equal(url.searchParams.get("utm_source"), channel);
  assert.equal(url.searchParams.get("utm_medium"), "share");
  assert.equal(url.searchParams.get("utm_campaign"), "keep-the-library");
  assert.match(url.searchParams.get("ss"), /^[a-z0-9]{8,}$/);
}

const words = "Keep the library open";
/** For each channel: where it leads, and in which parameter the message and the address travel. */
const channels = {
  facebook: { at: "https://www.facebook.com/sharer/sharer.php", address: "u" },
  x: { at: "https://x.com/intent/tweet", address: "url", text: "text" },
  linkedin: { at: "https://www.linkedin.com/sharing/share-offsite/", address: "url" },
  whatsapp: { at: "https://wa.me/", inside: "text" },
  telegram: { at: "https://t.me/share/url", address: "url", text: "text" },
  bluesky: { at: "https://bsky.app/intent/compose", inside: "text" },
  mastodon: { at: "https://share.joinmastodon.org/", inside: "text", fragment: true },
  threads: { at: "https://www.threads.com/intent/post", address: "url", text: "text" },
  reddit: { at: "https://www.reddit.com/submit", address: "url", text: "title" },
  blogger: { at: "https://www.blogger.com/blog-this.g", address: "u", text: "n" },
  email: { at: "mailto:", inside: "body", text: "subject" },
  sms: { at: "sms:", inside: "body" },
};

inEachEngine("Sharing", (browser) => {
  story(browser, "gives every channel its message and a marked landing link", async ({ site, card: open, until }) => {
    const url = site.page("/post.html", post({ channels: `${Object.keys(channels).join(" ")} copy` }, { head }));
    const card = await open(url);
    // Those that a first view does not carry follow it.
    await until("all channels", async () => (await card.channels()).join() === [...Object.keys(channels), "copy"].join());
    for (const [id, { at, address, text, inside, fragment }] of Object.entries(channels)) {
      const href = await card.href(id);
      assert.ok(href.startsWith(at), `${id}: ${href}`);
      assert.ok(!/[+ "<>]/.test(href), `${id} has something unencoded: ${href}`);
      const query = new URLSearchParams(href.split(fragment ? "#" : "?").slice(1).join("?"));
      if (address) assertLanding(query.get(address), id);
      if (text) assert.ok(query.get(text).startsWith(words), `${id}: ${query.get(text)}`);
      if (inside) assertLanding(/https:\S+/.exec(query.get(inside))?.[0], id);
      const link = await card.run(
        `const found = root.querySelector('[data-channel="' + args[0] + '"]');
         return { tag: found.localName, target: found.target, rel: found.rel }`,
        id,
      );
      assert.equal(link.tag, "a", id);
      if (href.startsWith("http")) {
        assert.equal(link.target, "_blank", id);
        assert.match(link.rel, /noopener/, id);
      } else {
        assert.equal(link.target, "", id);
      }
    }
    const links = await card.links();
    assert.deepEqual(links.map(({ channel }) => channel), [...Object.keys(channels), "copy"]);
    assert.equal(links[1].href, await card.href("x"));
    assert.match(links[1].text, /Keep the library open/);
  });

  story(browser, "opens the channel in a new tab and counts the click", async ({ site, card: open, newTab }) => {
    const card = await open(site.page("/post.html", post({}, { head })));
    const href = await card.href("facebook");
    await card.click("[data-channel=facebook]");
    assert.equal((await card.stats()).channels.facebook.share, 1);
    assert.equal((await card.stats()).totals.share, 1);
    assert.equal(await newTab(), href);
    const [event] = await card.events("share");
    const { campaign, channel, href: shared } = event.detail;
    assert.deepEqual({ campaign, channel, shared }, { campaign: "keep-the-library", channel: "facebook", shared: href });
    assert.ok(event.bubbles && event.composed && event.element === "share-sign");
    assert.ok((await card.driver.getCurrentUrl()).endsWith("/post.html"), "the petition's page stays");
    const channels = await card.run("return Object.keys(localStorage)");
    assert.ok(channels.length && channels.every((key) => key.startsWith("share-sign/1/")), channels.join(" "));
  });

  story(browser, "counts a middle click once, and opens the same page", async ({ site, card: open, newTab }) => {
    const card = await open(site.page("/post.html", post({}, { head })));
    const href = await card.href("x");
    await card.click("[data-channel=x]", 1);
    assert.equal(await newTab(), href);
    assert.equal((await card.stats()).channels.x.share, 1);
    // WebKitGTK's driver believes from then on that the middle button is down.
  }, { spoils: "webkit" });

  story(browser, "does not count a right click", async ({ site, card: open, pause }) => {
    const card = await open(site.page("/post.html", post({})));
    await card.run(`addEventListener("contextmenu", (event) => event.preventDefault())`);
    // WebKitGTK's driver releases whichever button was pressed as the first one,
    // so the event a right click ends with is given by hand.
    await card.run(`root.querySelector("[data-channel=x]").dispatchEvent(
      new MouseEvent("auxclick", { button: 2, bubbles: true, composed: true, cancelable: true }))`);
    await pause(200);
    assert.equal((await card.stats()).totals.share, 0);
  });

  story(browser, "has counted before a page that leaves at once is gone", async ({ site, card: open, newTab, tabs }) => {
    const leave = `<script>addEventListener("click", () => location.assign("/elsewhere.html"))</script>`;
    site.page("/elsewhere.html", page("<p>Elsewhere</p>", { scripts: "" }));
    const url = site.page("/post.html", page(element({}) + leave));
    let card = await open(url);
    await card.click("[data-channel=x]");
    await card.driver.wait(async () => (await card.driver.getCurrentUrl()).endsWith("/elsewhere.html"), 5000);
    if ((await tabs()) > 1) await newTab();
    card = await open(url);
    assert.equal((await card.stats()).channels.x.share, 1);
  });

  story(browser, "works from the keyboard alone", async ({ site, card: open, newTab }) => {
    const card = await open(site.page("/post.html", post({}, { head })));
    await card.tabTo("x");
    assert.ok(await card.run(`return root.activeElement.matches(":focus-visible")`));
    const href = await card.href("x");
    await card.press(Key.ENTER);
    assert.equal(await newTab(), href);
    assert.equal((await card.stats()).channels.x.share, 1);
  });

  story(browser, "copies the landing link and says so", async ({ site, card: open, until }) => {
    const card = await open(site.page("/post.html", post({}, { head })));
    await card.click("[data-channel=copy]");
    await until("the copy to be counted", async () => (await card.stats()).totals.copy === 1);
    await until("the word that it was copied", async () => /copied/i.test((await card.partText("status")) ?? ""));
    assert.equal(await card.run(`return root.querySelector("[part~=status]").getAttribute("role")`), "status");
    const [event] = await card.events("copy");
    assert.equal(event.detail.channel, "copy");
    const paste = await card.driver.findElement({ id: "paste" });
    await paste.sendKeys(Key.chord(Key.CONTROL, "v"));
    assertLanding(await card.run("return paste.value"), "copy");
  });

  story(browser, "shows the link to copy by hand where the clipboard is closed", async ({ site, card: open, until }) => {
    const closed = `<script>
      Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) } });
      document.execCommand = () => false;
    </script>`;
    const card = await open(site.page("/post.html", post({}, { head: head + closed })));
    await card.click("[data-channel=copy]");
    await until("a field with the link", () => card.shown("input[readonly]"));
    assertLanding(await card.run(`return root.querySelector("input[readonly]").value`), "copy");
    assert.match(await card.partText("status"), /copy by hand/i);
    assert.equal((await card.stats()).totals.copy, 0);
  });

  story(browser, "offers the device's share sheet only where there is one", async ({ site, card: open, until }) => {
    const plain = await open(site.page("/plain.html", post({ channels: "device x" })));
    assert.deepEqual(await plain.channels(), ["x"]);
    const sheet = `<script>navigator.share = (data) => { window.__shared = { ...data, active: navigator.userActivation?.isActive ?? true }; return Promise.resolve() }</script>`;
    const card = await open(site.page("/post.html", post({ channels: "device x" }, { head: head + sheet })));
    assert.deepEqual(await card.channels(), ["device", "x"]);
    await card.click("[data-channel=device]");
    const shared = await until("the share sheet", () => card.run("return window.__shared"));
    assertLanding(shared.url, "device");
    assert.ok(shared.active, "called within the click");
    assert.match(`${shared.title} ${shared.text}`, /Keep the library open/);
    assert.equal((await card.stats()).channels.device.share, 1);
  });

  story(browser, "hands over the picture where the page asks for it and the device takes it", async ({ site, card: open, until }) => {
    const sheet = `<script>
      navigator.canShare = ({ files }) => files.every(({ type }) => type === "image/png");
      navigator.share = (data) => { window.__shared = { url: data.url, files: (data.files ?? []).map(({ name, type, size }) => [name, type, size > 0]) }; return Promise.resolve() };
    </script>`;
    const values = { channels: "device x", image: "/www/card.png", "share-image": "yes" };
    const card = await open(site.page("/post.html", post(values, { head: head + sheet })));
    const shared = await until("the picture", async () => {
      await card.click("[data-channel=device]");
      const found = await card.run("return window.__shared");
      return found?.files.length && found;
    });
    assert.deepEqual(shared.files, [["card.png", "image/png", true]]);
    assertLanding(shared.url, "device");
  });

  story(browser, "counts a click on the mail link", async ({ site, card: open }) => {
    const url = site.page("/post.html", page(`${element({})}<script>
      // Nothing here can open a mail program, and some engines leave the page to say so.
      addEventListener("click", (event) => event.preventDefault());</script>`));
    const card = await open(url);
    await card.click("[data-channel=email]");
    assert.equal((await card.stats()).channels.email.share, 1);
  });

  story(browser, "lets the page call a share off", async ({ site, card: open, pause, tabs }) => {
    const guard = `<script>addEventListener("share-sign:before-share", (event) => event.preventDefault())</script>`;
    const card = await open(site.page("/post.html", post({}, { head: head + guard })));
    await card.click("[data-channel=x]");
    await pause(500);
    assert.equal(await tabs(), 1);
    assert.equal((await card.stats()).totals.share, 0);
    const [event] = await card.events("before-share");
    assert.ok(event.cancelable);
    assert.equal(event.detail.channel, "x");
    assert.equal(event.detail.href, await card.href("x"));
    assert.equal((await card.events("share")).length, 0);
  });

  story(browser, "shares when the page asks for it", async ({ site, card: open, newTab }) => {
    const button = `<button id="go" onclick="document.querySelector('share-sign').share('x')">Share</button>`;
    const card = await open(site.page("/post.html", page(button + element({}))));
    const go = await card.driver.findElement({ id: "go" });
    await card.driver.actions().move({ origin: go }).click().perform();
    assert.equal(await newTab(), await card.href("x"));
    assert.equal((await card.stats()).channels.x.share, 1);
  });

  story(browser, "adds up what two tabs count", async ({ site, card: open, driver }) => {
    const url = site.page("/post.html", page(`${element({})}<script>addEventListener("click", (event) => event.preventDefault())</script>`));
    const first = await open(url);
    const home = await driver.getWindowHandle();
    await driver.switchTo().newWindow("window");
    await driver.get(url);
    const second = await new Card(driver).ready();
    await second.click("[data-channel=x]");
    const other = await driver.getWindowHandle();
    await driver.switchTo().window(home);
    await first.click("[data-channel=x]");
    await first.click("[data-channel=x]");
    await driver.switchTo().window(other);
    await second.click("[data-channel=x]");
    assert.equal((await second.stats()).channels.x.share, 4);
    await driver.switchTo().window(home);
    assert.equal((await first.stats()).channels.x.share, 4);
  });
});
