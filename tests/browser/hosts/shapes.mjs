// The script tag as it stands in pages of many shapes. Each row is one line of the table
// in docs/hosts.md. `open` makes the page and tells its address; what else a row has says
// what is different there.

import { readFileSync } from "node:fs";
import { attributes, element, library, page } from "../petition.mjs";
import { watchScript } from "../watch.mjs";
import { cors } from "./elsewhere.mjs";

const src = "/pkg/share-sign.js";
export const tag = (extra = "", from = src) => `<script ${extra} src="${from}"></script>`;
const data = Object.fromEntries(Object.entries(library).map(([name, value]) => [`data-${name}`, value]));
/** The one-tag form. */
export const oneTag = (from = src, extra = "async") => `<script ${extra} src="${from}" ${attributes(data)}></script>`;
const bare = { scripts: "" };
const post = ({ site, path = "/post" }, html, options) => site.page(`${path}.html`, page(html, { ...bare, ...options }));

// A later part of the page as tag managers insert it.
const later = (code) => `<script>setTimeout(() => { ${code} }, 200)</script>`;
const created = (from) => `const script = document.createElement("script"); script.async = true; script.src = "${from}"; document.head.append(script);`;
// Custom HTML goes into a hidden div; its scripts, which do not run there, are made anew.
const hidden = (html) => `
  const box = document.createElement("div");
  box.style.display = "none"; box.style.visibility = "hidden";
  box.innerHTML = ${JSON.stringify(html).replaceAll("</", "<\\/")};
  document.body.append(box);
  for (const old of box.querySelectorAll("script")) {
    const script = document.createElement("script");
    for (const name of ["type", "src", "id", "async"]) if (old.getAttribute(name) !== null) script.setAttribute(name, old.getAttribute(name));
    script.text = old.text;
    old.replaceWith(script);
  }`;
// What docs/hosts.md says to put into a tag manager where nothing but its code can be
// changed, with the address and the channels of the tests.
const guide = readFileSync(new URL("../../../docs/hosts.md", import.meta.url), "utf8");
const [, bringsCard] = /## In a tag manager[^]*?```html\n([^]*?)```/.exec(guide);
const forTagManager = bringsCard
  .replace("https://example.org/share-sign/share-sign.js", src)
  .replace("place.appendChild(card);", `card.setAttribute("channels", "${library.channels}"); place.appendChild(card);`);

const xhtml = (head, body) => `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en">
<head><title>A small blog</title><script><![CDATA[${watchScript}]]></script>${head}</head>
<body><p id="before">A post</p>${body}</body></html>`;

// Names that elements give to the document or the window, where scripts look for something else.
const names = ["currentScript", "baseURI", "readyState", "prerendering", "title", "head", "hidden", "forms", "images", "links"];
const dot = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
const clobbering = `${names.map((name) => `<img name="${name}" alt="" src="${dot}">`).join("")}
  <form id="trustedTypes" name="trustedTypes"><input name="createPolicy"></form>
  <a id="customElements" href="#a"></a><a id="share" href="#b"></a><a id="fathom" href="#c"></a>`;

// A page in a frame of which the browser knows no origin, with a card from another host.
const sandboxed = (allowed, headers) => async (visit) => {
  const { origin } = await visit.elsewhere({ headers });
  // Nothing is stored in there, so a signature must be taken by somebody at once.
  const { address: destination } = await visit.destination();
  visit.site.page("/inner.html", page(element({ destination }), { scripts: tag("async", `${origin}/share-sign.js`) }));
  // In the corner, as drivers err about where things are in such a frame.
  const style = "position: fixed; inset: 0; width: 100%; height: 100%; border: 0";
  return post(visit, `<iframe sandbox="${allowed}" src="/inner.html" style="${style}"></iframe>`);
};
const noStorage = [/stores nothing for this page/];

const plain = "A page of your own";
export const shapes = [
  { host: plain, tried: "script in the head, async", open: (visit) => post(visit, element(), { head: tag("async") }) },
  { host: plain, tried: "script in the head, neither async nor deferred", open: (visit) => post(visit, element(), { head: tag() }) },
  { host: plain, tried: "script in the head, deferred", open: (visit) => post(visit, element(), { head: tag("defer") }) },
  { host: plain, tried: "script in the body, before the element", open: (visit) => post(visit, tag() + element()) },
  { host: plain, tried: "script in the body, after the element", open: (visit) => post(visit, element() + tag("async")) },
  { host: plain, tried: "script with `type=\"module\"`", open: (visit) => post(visit, element() + tag('type="module"')) },
  { host: plain, tried: "one tag, async", open: (visit) => post(visit, oneTag()) },
  { host: plain, tried: "one tag with `type=\"module\"`", open: (visit) => post(visit, oneTag(src, 'type="module"')) },
  { host: plain, tried: "one tag twice", cards: 2, open: (visit) => post(visit, oneTag() + oneTag(src, "")) },
  { host: plain, tried: "the script twice, two elements", cards: 2, open: (visit) => post(visit, tag() + element() + tag("async") + element()) },
  { host: plain, tried: "the statistics, and the script twice", stats: true, open: (visit) => post(visit, `${tag()}${element()}${tag()}<share-sign-stats campaign="keep-the-library"></share-sign-stats>`) },
  { host: plain, tried: "under a path prefix", open: ({ site, path = "/post" }) => site.page(`/www${path}.html`, page(element(), { scripts: tag("async", "pkg/share-sign.js") })) },
  { host: plain, tried: "`<base>` with another address", signs: true, open: (visit) => post(visit, element(), { head: `<base href="${visit.site.twin}/elsewhere/">${tag("async", visit.site.at(src))}` }) },
  { host: plain, tried: "no doctype (quirks mode)", open: ({ site, path = "/post" }) => site.page(`${path}.html`, `<head>${tag("async")}</head><body><font size=2><table><tr><td>${element()}</table>`) },
  { host: plain, tried: "elements named like what scripts look for", signs: true, open: (visit) => post(visit, clobbering + oneTag()) },
  {
    host: "XHTML",
    tried: "`<share-sign></share-sign>` as `application/xhtml+xml`",
    signs: true,
    open: ({ site, path = "/post" }) => site.page(`${path}.xhtml`, xhtml(`<script src="${src}"></script>`, element()), { "content-type": "application/xhtml+xml" }),
  },
  {
    host: "XHTML",
    tried: "one tag as `application/xhtml+xml`",
    open: ({ site, path = "/post" }) => site.page(`${path}.xhtml`, xhtml("", `<div>${oneTag(src, 'async="async"')}</div>`), { "content-type": "application/xhtml+xml" }),
  },
  { host: "Tag manager", tried: "script element inserted later", open: (visit) => post(visit, element() + later(created(src))) },
  { host: "Tag manager", tried: "custom HTML with the script, in a hidden div; the element in the page", open: (visit) => post(visit, element() + later(hidden(tag("async")))) },
  { host: "Tag manager", tried: "custom HTML that makes the element and inserts the script", open: (visit) => post(visit, `<main></main>${later(hidden(forTagManager))}`) },
  {
    host: "Another origin",
    tried: "files with the header `access-control-allow-origin: *`",
    signs: true,
    open: async (visit) => {
      const { origin } = await visit.elsewhere({ headers: cors });
      return post(visit, element() + tag("async", `${origin}/share-sign.js`));
    },
  },
  {
    host: "Another origin",
    tried: "files without that header",
    alone: true,
    open: async (visit) => {
      const { origin } = await visit.elsewhere();
      return post(visit, element() + tag("async", `${origin}/share-sign.js`));
    },
  },
  { host: "Sandboxed frame", tried: "`allow-scripts`, files with the header", frame: "/inner.html", signs: true, complains: noStorage, open: sandboxed("allow-scripts", cors) },
  { host: "Sandboxed frame", tried: "`allow-scripts`, files without the header", frame: "/inner.html", alone: true, complains: noStorage, open: sandboxed("allow-scripts") },
  {
    host: "Sandboxed frame",
    tried: "`allow-scripts allow-forms allow-popups`, files with the header",
    frame: "/inner.html",
    signs: true,
    opens: true,
    complains: noStorage,
    open: sandboxed("allow-scripts allow-forms allow-popups", cors),
  },
  {
    host: "A host of one file",
    tried: "`share-sign.js` alone, all other files missing",
    alone: true,
    noStats: true,
    complains: [/statistics could not be loaded/],
    open: ({ site }) => {
      site.block(/^\/pkg\/(?!share-sign\.js$)/);
      return post({ site }, `${element()}<share-sign-stats></share-sign-stats>${tag("async")}`);
    },
  },
];
