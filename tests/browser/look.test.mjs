// The look: nothing jumps, it fits from 320 to 1200 pixels, and no page's
// stylesheet can spoil it.

import assert from "node:assert/strict";
import { inEachEngine } from "./engine.mjs";
import { element, page, post } from "./petition.mjs";
import { story } from "./story.mjs";

/** Notes each size and place that the card has, frame by frame, once it is drawn. */
const notes = `<script>
  window.__boxes = [];
  (function look() {
    const card = document.querySelector("share-sign")?.shadowRoot?.querySelector("[part~=card]");
    if (card) {
      const { x, y, width, height } = card.getBoundingClientRect();
      const box = [x, y + scrollY, width, height].map((side) => Math.round(side)).join(" ");
      if (window.__boxes.at(-1) !== box) window.__boxes.push(box);
    }
    requestAnimationFrame(look);
  })();
</script>`;

/** Styles by which a person would tell the parts apart. */
const STYLES = [
  "display", "visibility", "opacity", "position", "float", "boxSizing",
  "paddingTop", "paddingRight", "paddingBottom", "paddingLeft",
  "marginTop", "marginBottom", "borderTopWidth", "borderTopStyle", "borderTopLeftRadius",
  "backgroundColor", "color", "fontSize", "fontWeight", "lineHeight", "textTransform", "letterSpacing",
  "textAlign", "cursor", "transform", "width", "height", "boxShadow", "appearance",
];
const PARTS = {
  card: "[part~=card]", headline: "[part~=headline]", field: "[name=email]", label: "label[for=f-email]",
  button: "[part~=sign-button]", channel: "[data-channel=x]", icon: "[data-channel=x] svg", copy: "[data-channel=copy]",
  bar: "progress", list: "[part~=channels]",
};

const styles = (card) => card.run(
  `return Object.fromEntries(Object.entries(args[0]).map(([name, selector]) => {
     const computed = getComputedStyle(root.querySelector(selector));
     return [name, Object.fromEntries(args[1].map((property) => [property, computed[property]]))];
   }))`,
  PARTS,
  STYLES,
);

const hostile = `<style>
  * { all: unset !important; }
  *, *::before, *::after { margin: 7px !important; padding: 11px !important; color: red !important; opacity: 0.4 !important; text-transform: uppercase !important;
    letter-spacing: 1em !important; text-align: end !important; box-sizing: content-box !important; }
  button { background: lime !important; border: 9px dotted blue !important; font-size: 50px !important; text-transform: uppercase !important; }
  input, textarea, select { display: none !important; }
  a { pointer-events: none !important; color: yellow !important; text-decoration: line-through !important; }
  h2 { font: 90px fantasy !important; } svg { width: 300px !important; fill: red !important; } ul, li { display: none !important; }
</style>`;

inEachEngine("The look", (browser) => {
  story(browser, "does not jump once it is there", async ({ site, card: open, pause, driver }) => {
    const card = await open(site.page("/post.html", post({}, { head: notes })));
    await pause(1500);
    assert.equal((await driver.executeScript("return window.__boxes")).length, 1, JSON.stringify(await driver.executeScript("return window.__boxes")));
    const shifts = await driver.executeScript(`return window.__shifts.filter(({ what }) => /SHARE-SIGN|ARTICLE|FORM|SECTION/.test(what))`);
    assert.deepEqual(shifts, []);
    // An error's words may make room for themselves; typing and clicking may not.
    const before = await driver.executeScript("return window.__boxes.length");
    await card.type("name", "Ada");
    await card.type("email", "ada@example.org");
    await card.click("[data-channel=copy]");
    await pause(300);
    const after = await driver.executeScript("return window.__boxes");
    const widths = new Set(after.map((box) => box.split(" ")[2]));
    assert.equal(widths.size, 1);
    assert.ok(after.length - before <= 1, `the card changed its size ${after.length - before} times: ${after.join(" | ")}`);
  });

  story(browser, "is drawn whole: never unstyled, never half", async ({ site, card: open, driver }) => {
    const glimpse = `<script>
      window.__glimpses = [];
      (function look() {
        const root = document.querySelector("share-sign")?.shadowRoot;
        const card = root?.querySelector("[part~=card]");
        if (card && window.__glimpses.length < 30) {
          const button = root.querySelector("[part~=sign-button]");
          window.__glimpses.push([Boolean(button), button && getComputedStyle(button).backgroundColor, root.querySelectorAll("[data-channel] path").length,
            root.querySelector("[part~=headline]")?.innerText].join("|"));
        }
        requestAnimationFrame(look);
      })();
    </script>`;
    await open(site.page("/post.html", post({}, { head: glimpse })));
    await driver.sleep(600);
    const glimpses = await driver.executeScript("return window.__glimpses");
    assert.ok(glimpses.length > 1);
    assert.deepEqual([...new Set(glimpses)].length, 1, [...new Set(glimpses)].join("\n"));
    assert.match(glimpses[0], /^true\|rgb.*\|4\|Keep the library open$/);
  });

  story(browser, "stands up to a hostile stylesheet", async ({ site, card: open }) => {
    const plain = await open(site.page("/plain.html", page(`<div style="width: 600px">${element({})}</div>`)));
    const wanted = await styles(plain);
    const card = await open(site.page("/hostile.html", page(`<style>.wide { display: block !important; width: 600px !important; float: none !important; padding: 0 !important; margin: 0 !important }</style>
      <div class="wide">${element({})}</div>`, { head: hostile })));
    const found = await styles(card);
    for (const [part, expected] of Object.entries(wanted)) {
      // The page's own font size and colour are inherited by right, and with them line height and sizes.
      const inherited = ["color", "fontSize", "lineHeight", "width", "height", "boxShadow"];
      for (const property of inherited) {
        if (part !== "button" || property !== "color") delete expected[property];
      }
      const actual = Object.fromEntries(Object.keys(expected).map((property) => [property, found[part][property]]));
      for (const property of Object.keys(expected)) {
        if (/^(padding|margin|border.*(Width|Radius))/.test(property)) {
          // In em, so they follow the font size: none may vanish or double.
          const [is, should] = [parseFloat(actual[property]), parseFloat(expected[property])];
          assert.ok(Math.abs(is - should) <= Math.max(3, should * 0.35), `${part} ${property}: ${is} instead of ${should}`);
          delete actual[property];
          delete expected[property];
        }
      }
      assert.deepEqual(actual, expected, part);
    }
    const box = await card.run("const { width, height } = card.getBoundingClientRect(); return [width, height]");
    assert.ok(box[0] > 400 && box[1] > 300, `the card is ${box}`);
    await card.type("name", "Ada Lovelace");
    await card.type("email", "ada@example.org");
    await card.sign();
    await card.part("thanks");
    await card.click("[data-channel=copy]");
  });

  for (const width of [320, 480, 768, 1200]) {
    story(browser, `fits into ${width} pixels, in both directions of writing`, async ({ site, card: open }) => {
      for (const dir of ["ltr", "rtl"]) {
        const long = { headline: "Donaudampfschifffahrtsgesellschaftskapitänsmützenhalter für alle", channels: "facebook whatsapp x bluesky telegram email copy mastodon reddit sms", fields: "name* email* postcode comment" };
        const card = await open(site.page(`/${dir}.html`, page(`<div dir="${dir}" style="width: ${width}px">${element(long)}</div>`)));
        const [host, outside, small] = await card.run(`
          const whole = card.getBoundingClientRect();
          const parts = [...root.querySelectorAll("h2, p, input, textarea, button, a, label, progress")].filter((one) => one.getClientRects().length);
          const name = (one) => one.getAttribute("part") || one.localName;
          return [whole.width,
            parts.filter((one) => { const box = one.getBoundingClientRect(); return box.left < whole.left - 1 || box.right > whole.right + 1; }).map(name),
            parts.filter((one) => one.matches("button, a[data-channel], input") && one.type !== "radio" && one.getBoundingClientRect().height < 24).map(name)]`);
        assert.ok(Math.abs(host - width) <= 1, `${dir}: ${host} of ${width} pixels`);
        assert.deepEqual(outside, [], `${dir}: stands out of the card`);
        assert.deepEqual(small, [], `${dir}: too small to hit`);
      }
    });
  }

  story(browser, "follows the page's font and the wished theme", async ({ site, card: open, until }) => {
    const head = `<style>body { font-family: "Courier New", monospace; }</style>`;
    const card = await open(site.page("/post.html", post({ theme: "light" }, { head })));
    const background = () => card.run(`return getComputedStyle(root.querySelector("[part~=card]")).backgroundColor`);
    const family = await card.run(`return [...root.querySelectorAll("h2, input, button")].map((one) => getComputedStyle(one).fontFamily)`);
    assert.ok(family.every((name) => /Courier/.test(name)), family.join(" | "));
    const light = await background();
    await card.run(`card.setAttribute("theme", "dark")`);
    await until("the dark theme", async () => (await background()) !== light);
    const brightness = (color) => /[\d.]+/g.exec(color) && color.match(/[\d.]+/g).slice(0, 3).reduce((sum, value) => sum + Number(value), 0);
    assert.ok(brightness(light) > brightness(await background()));
  });

  story(browser, "shows where the focus is", async ({ site, card: open }) => {
    const card = await open(site.page("/post.html", post({})));
    for (const stop of ["name", "sign-button", "x", "copy"]) {
      await card.tabTo(stop);
      const ring = await card.run(`const style = getComputedStyle(root.activeElement);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1.5 || style.boxShadow !== "none"`);
      assert.ok(ring, stop);
    }
  });

  story(browser, "lets the page style its parts and properties", async ({ site, card: open }) => {
    const head = `<style>share-sign::part(headline) { color: rgb(1, 2, 3) } share-sign { --share-sign-accent: rgb(90, 10, 120) }</style>`;
    const card = await open(site.page("/post.html", post({}, { head })));
    const [headline, button] = await card.run(`return ["[part~=headline]", "[part~=sign-button]"].map((one) => {
      const style = getComputedStyle(root.querySelector(one)); return [style.color, style.backgroundColor] })`);
    assert.equal(headline[0], "rgb(1, 2, 3)");
    assert.equal(button[1], "rgb(90, 10, 120)");
  });
});
