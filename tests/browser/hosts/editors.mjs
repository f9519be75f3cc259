// What editors and sanitizers make of the code, with their own program where npm has it.
// `make` gives what the visitor's browser gets of `paste`; `left` says what is left of it
// there: the card, the words between its tags with their link, or both.

import { autop } from "@wordpress/autop";
import { parse as parseBlocks } from "@wordpress/block-serialization-default-parser";
import createDOMPurify from "dompurify";
import { JSDOM } from "jsdom";
import sanitizeHtml from "sanitize-html";
import { element } from "../petition.mjs";
import { oneTag, tag } from "./shapes.mjs";

const { window } = new JSDOM();
export const library = "https://example.org/library";
const words = `<p>Keep the library open: <a href="${library}">read &amp; sign</a></p>`;
export const snippets = {
  "one tag": `${oneTag(undefined, 'async="async"')}\n<noscript>${words}</noscript>`,
  "one tag with `//` inside": oneTag(undefined, 'async="async"').replace("></script>", ">//</script>"),
  "the script and the element": `${tag('async="async"')}\n${element({ text: "It is warm &\n\nit is ours." }, words)}`,
  "a link": `<p><a href="${library}" target="_blank" rel="noopener"><img src="/www/river.svg" alt="" width="160" height="90"><br>Keep the library open: read &amp; sign</a></p>`,
};

// As the editing area of a browser gives its content back: the attributes in another order,
// each with a value, and every text with its entities.
function reordered(html) {
  const { document } = new JSDOM(`<body>${html}</body>`).window;
  for (const one of document.querySelectorAll("script, share-sign")) {
    const all = [...one.attributes].reverse();
    for (const { name } of all) one.removeAttribute(name);
    for (const { name, value } of all) one.setAttribute(name, value);
  }
  return document.body.innerHTML;
}

// Blogger's theme is XML, and so is the feed that its posts travel in. Without a name
// space elements that are empty close themselves.
function throughXml(html) {
  const { DOMParser, XMLSerializer } = window;
  const entities = html.replace(/<(img|br)([^>]*)>/g, "<$1$2/>");
  const parsed = new DOMParser().parseFromString(`<b>${entities}</b>`, "application/xml");
  const wrong = parsed.querySelector("parsererror");
  if (wrong) throw new Error(wrong.textContent);
  return [...parsed.documentElement.childNodes].map((node) => new XMLSerializer().serializeToString(node)).join("");
}

// Lines between tags become <br />, as in posts where "Enter" is a line break.
const breaks = (html) => html.replaceAll(">\n", "><br />\n");

const block = (html) => parseBlocks(`<!-- wp:paragraph -->\n<p>Before.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:html -->\n${html}\n<!-- /wp:html -->`).map(({ innerHTML }) => innerHTML).join("");

// What wp_kses_post() of WordPress 6.1.9 gives for the two, written down from a run.
const kses = {
  "one tag": `\n${words}`,
  "the script and the element": `\n${words}`,
};

const custom = "WordPress, Custom HTML block";
const classic = "WordPress, classic editor";
const untrusted = "WordPress, without “unfiltered HTML”";
const blogger = "Blogger, by stand-ins";
const sanitizer = "Strict sanitizers: DOMPurify, sanitize-html";
const purify = (html) => createDOMPurify(window).sanitize(html);

export const editors = [
  { host: custom, paste: "one tag", make: block, left: "card" },
  { host: custom, paste: "the script and the element", make: block, left: "card" },
  { host: classic, paste: "one tag", make: (html) => autop(html), left: "card" },
  { host: classic, paste: "the script and the element", make: (html) => autop(html), left: "both" },
  { host: untrusted, paste: "one tag", make: () => kses["one tag"], left: "words" },
  { host: untrusted, paste: "the script and the element", make: () => kses["the script and the element"], left: "words" },
  { host: blogger, paste: "one tag", as: "attributes reordered, entities escaped, `<br />` at each line", make: (html) => breaks(reordered(html)), left: "card" },
  { host: blogger, paste: "the script and the element", as: "attributes reordered, entities escaped, `<br />` at each line", make: (html) => breaks(reordered(html)), left: "card" },
  { host: blogger, paste: "one tag with `//` inside", as: "through an XML parser", make: throughXml, left: "card" },
  { host: sanitizer, paste: "one tag", make: (html) => purify(html) + sanitizeHtml(html), left: "words" },
  { host: sanitizer, paste: "the script and the element", make: (html) => purify(html) + sanitizeHtml(html), left: "words" },
  { host: sanitizer, paste: "a link", make: (html) => purify(html) + sanitizeHtml(html), left: "words" },
].map((row) => ({ ...row, tried: [row.paste, row.as].filter(Boolean).join(", ") }));
