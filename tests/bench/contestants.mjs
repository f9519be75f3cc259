// The same page with each contestant on it, installed as its own manual says.

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pkg = join(root, "pkg");
const installed = fileURLToPath(new URL("../node_modules/", import.meta.url));
const { build } = createRequire(join(root, "xtask/package.json"))("esbuild");

/** How many ways to share each contestant must show. */
const CHANNELS = 8;

const shared = encodeURIComponent("https://example.org/library");
const said = encodeURIComponent("Keep the library on Mill Street open");
const links = {
  Facebook: `https://www.facebook.com/sharer/sharer.php?u=${shared}`,
  WhatsApp: `https://wa.me/?text=${said}%20${shared}`,
  X: `https://x.com/intent/post?text=${said}&amp;url=${shared}`,
  Bluesky: `https://bsky.app/intent/compose?text=${said}%20${shared}`,
  Telegram: `https://t.me/share/url?url=${shared}&amp;text=${said}`,
  LinkedIn: `https://www.linkedin.com/sharing/share-offsite/?url=${shared}`,
  Reddit: `https://www.reddit.com/submit?url=${shared}&amp;title=${said}`,
  Email: `mailto:?subject=${said}&amp;body=${shared}`,
};

const page = ({ head = "", body, end = "" }) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Keep the library on Mill Street open</title>
    <link rel="icon" href="data:,">
    ${head}
  </head>
  <body>
    <h1>Keep the library on Mill Street open</h1>
    <p>It is the only warm room in town that asks nothing of you. On Thursdays Mr. Okafor reads to the small
      ones, and on Fridays the back room belongs to whoever needs a form filled in.</p>
    <p>In March the council votes on closing it. Six people wrote to them last time. Let us be more.</p>
    ${body}
    <p>Thank you for reading this far.</p>
    ${end}
  </body>
</html>
`;

// The device's own share sheet is one of the default channels, and phones, which
// this bench is about, have it; this Chromium does not.
const sheet = "<script>navigator.share ??= async () => {};</script>";
const card = `<share-sign
      campaign="keep-the-library"
      headline="Keep the library on Mill Street open"
      text="It is warm, it is quiet, and it is ours."
      target="The town council"
      goal="500 2000"
      signatures="312"
      url="https://example.org/library"
      destination="local"
    ></share-sign>`;
// What is drawn comes in one task with its listeners, so links and form are the sign of it.
const drawn = `(({ shadowRoot }) => shadowRoot && shadowRoot.querySelector("form") && shadowRoot.querySelectorAll("[data-channel]").length >= ${CHANNELS})(document.querySelector("share-sign") ?? {})`;

const seen = (selector) => `document.querySelectorAll(${JSON.stringify(selector)}).length >= ${CHANNELS}`;
const read = (...path) => readFileSync(join(...path));

function plain() {
  const list = Object.entries(links).map(([name, href]) => `<li><a class="channel" href="${href}">${name}</a></li>`);
  return { html: page({ body: `<ul>${list.join("")}</ul>` }), usable: `${seen("a.channel")} && document.readyState !== "loading"` };
}

function sharer() {
  const buttons = Object.keys(links).map(
    (name) =>
      `<button data-sharer="${name.toLowerCase()}" data-title="Keep the library on Mill Street open" data-url="https://example.org/library">${name}</button>`,
  );
  return {
    html: page({ head: `<script async src="sharer.min.js"></script>`, body: buttons.join("\n    ") }),
    files: { "sharer.min.js": read(installed, "sharer.js/sharer.min.js") },
    // Before that the buttons are there and do nothing.
    usable: `${seen("[data-sharer]")} && window.Sharer && document.readyState !== "loading"`,
  };
}

function shariff() {
  const services = ["facebook", "whatsapp", "twitter", "telegram", "linkedin", "reddit", "tumblr", "mail"];
  const dist = join(installed, "shariff/dist");
  const names = readdirSync(dist).filter((name) => /complete\.(css|js)$|\.woff2$/.test(name));
  return {
    html: page({
      head: `<link rel="stylesheet" href="shariff.complete.css">`,
      body: `<div class="shariff" data-lang="en" data-url="https://example.org/library" data-services='${JSON.stringify(services)}'></div>`,
      end: `<script src="shariff.complete.js"></script>`,
    }),
    files: Object.fromEntries(names.map((name) => [name, read(dist, name)])),
    usable: seen(".shariff li > a"),
  };
}

async function reactShare() {
  const { files, tags } = await bundle(fileURLToPath(new URL("react-share.jsx", import.meta.url)));
  return {
    html: page({ head: tags, body: `<div id="share"></div>` }),
    files,
    usable: seen("#share button"),
  };
}

function scriptTag() {
  return {
    html: page({ head: `${sheet}<script async src="share-sign.js"></script>`, body: card }),
    files: { "share-sign.js": read(pkg, "share-sign.js") },
    usable: drawn,
  };
}

async function npm(preloaded) {
  const { files, tags } = await bundle(join(pkg, "index.js"));
  const program = Object.keys(files).find((name) => name.startsWith("program-"));
  const preload = preloaded ? `<link rel="modulepreload" href="${program}">` : "";
  return {
    html: page({ head: `${sheet}${preload}${tags}`, body: card }),
    files,
    usable: drawn,
  };
}

/**
 * The files of an application in production, one minified module and the rest split
 * off, and the tags for them: as Vite does it, what the module imports is preloaded.
 */
async function bundle(entry) {
  const { outputFiles, metafile } = await build({
    entryPoints: { app: entry },
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    outdir: "/",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const [, app] = Object.entries(metafile.outputs).find(([path]) => basename(path) === "app.js");
  const imported = app.imports.filter(({ kind }) => kind === "import-statement");
  const preloads = imported.map(({ path }) => `<link rel="modulepreload" href="${basename(path)}">`);
  return {
    files: Object.fromEntries(outputFiles.map(({ path, contents }) => [basename(path), contents])),
    tags: `<script type="module" src="app.js"></script>${preloads.join("")}`,
  };
}

/** `[{ name, folder, files, usable }]`, the files by path. */
export async function contestants() {
  const all = {
    "plain links": plain(),
    "sharer.js": sharer(),
    shariff: shariff(),
    "react-share": await reactShare(),
    "share-sign, script tag": scriptTag(),
    "share-sign, npm": await npm(false),
    "share-sign, npm and preload": await npm(true),
  };
  return Object.entries(all).map(([name, { html, files = {}, usable }], index) => ({ name, folder: `${index}`, files: { ...files, "index.html": html }, usable }));
}
