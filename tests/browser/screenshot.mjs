// Takes a picture of a page, for looking at:
//
//   node tests/browser/screenshot.mjs [options] ADDRESS out.png
//
// ADDRESS is a URL, or a path such as /www/index.html which is then served
// from this repository.
//   --engine NAME   chromium (default), firefox or webkit
//   --width N       width of the page in CSS pixels, default 800
//   --height N      default 900
//   --full          as high as the page is
//   --dark          the visitor prefers dark
//   --rtl           the page is written from right to left
//   --js off        scripts do not run
//   --run SCRIPT    JavaScript to run in the page before the picture
//   --wait MS       how long to wait after loading and after --run, default 800

import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { all, launch } from "./engine.mjs";
import { listen, openSite, shut } from "./site.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: "string", default: "chromium" },
    width: { type: "string", default: "800" },
    height: { type: "string", default: "900" },
    full: { type: "boolean", default: false },
    dark: { type: "boolean", default: false },
    rtl: { type: "boolean", default: false },
    js: { type: "string", default: "on" },
    run: { type: "string" },
    wait: { type: "string", default: "800" },
  },
});
const [address, file] = positionals;
if (!file || !all.includes(options.engine)) {
  console.error(`Expected: screenshot.mjs [--engine ${all.join("|")}] [options] ADDRESS out.png`);
  process.exit(2);
}
const width = Number(options.width);
const height = Number(options.height);
const pause = () => new Promise((resolve) => setTimeout(resolve, Number(options.wait)));

const site = await openSite();
const url = address.startsWith("/") ? site.at(address) : address;

// Windows cannot be made as narrow as a telephone; a frame can, and media and
// container queries inside it answer to the frame's width.
const frame = await listen((request, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.end(`<!doctype html><title>frame</title>
    <meta name="color-scheme" content="light dark"><style>body { margin: 0 } iframe { border: 0; display: block }</style>
    <iframe width="${width}" height="${height}" src="${url.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`);
});

const browser = await launch(options.engine, { dark: options.dark, javascript: options.js !== "off" });
try {
  const { driver } = browser;
  const window = driver.manage().window();
  // WebKitGTK cuts an element's picture from the wrong place unless the element
  // is exactly as high as the window's inside.
  async function fit(inside) {
    const outer = await window.getRect();
    const inner = await driver.executeScript("return innerHeight");
    await window.setRect({ width: Math.max(width, 600) + 40, height: inside + outer.height - inner });
  }
  await driver.get(`http://127.0.0.1:${frame.port}/`);
  await fit(height);
  const iframe = await driver.findElement({ css: "iframe" });
  await driver.switchTo().frame(iframe);
  if (options.rtl) await driver.executeScript(`document.documentElement.dir = "rtl"`);
  await pause();
  if (options.run) {
    await driver.executeScript(options.run);
    await pause();
  }
  if (options.full) {
    const needed = await driver.executeScript("return document.documentElement.scrollHeight");
    await driver.switchTo().defaultContent();
    await driver.executeScript("arguments[0].height = arguments[1]", iframe, needed);
    await fit(needed);
    await new Promise((resolve) => setTimeout(resolve, 200));
  } else {
    await driver.switchTo().defaultContent();
  }
  await writeFile(file, await iframe.takeScreenshot(), "base64");
} finally {
  await browser.close();
  await shut(frame.server);
  await site.close();
}
