// The card as HTML: the element, and the one tag.

import { attribute, content, indent, json } from "../escape.js";

const styled = (style) => Object.entries(style).map(([name, text]) => `${name}: ${text}`).join("; ");

/** The file for the card's language, in the folder that was named. */
export function file({ base, locale }) {
  const folder = base.endsWith(".js") ? base.replace(/[^/]*$/, "") : `${base.replace(/\/$/, "")}/`;
  return `${folder}share-sign${locale && locale !== "en" ? `.${locale}` : ""}.js`;
}

/** What shows before, without, or instead of the script; undefined where there is nothing to say. */
export function fallback({ attributes }) {
  const { headline, url, destination = "" } = attributes;
  const href = url ?? (/^link:(.*)/s.exec(destination)?.[1] || (/^mailto:/.test(destination) ? destination : undefined));
  const word = attributes.locale === "fr" ? "Lire et signer" : "Read and sign";
  if (!headline && !href) return undefined;
  return { headline: headline ?? "", href, word };
}

/** The paragraph of the fallback. */
function paragraph(settings, risky) {
  const said = fallback(settings);
  if (!said) return "";
  const strong = said.headline && `<strong>${content(said.headline, risky)}</strong>`;
  const link = said.href && `<a href="${attribute(said.href, risky)}">${said.word}</a>`;
  return `<p>${[strong, link].filter(Boolean).join(" ")}</p>`;
}

/**
 * The element; `within` is what its JSON's script tag carries besides its type, and
 * `value` writes an attribute's value where that is not plain HTML.
 */
export function element(settings, { risky = "", within = "", value = (text) => `"${attribute(text, risky)}"` } = {}) {
  const { attributes, options, style } = settings;
  const all = { ...attributes, ...(Object.keys(style).length && { style: styled(style) }) };
  const lines = Object.entries(all).map(([name, text]) => `  ${name}=${value(text)}`);
  const inside = [
    options && `<script type="application/json"${within}>\n${json({ destination: options })}\n</script>`,
    paragraph(settings, risky),
  ].filter(Boolean);
  const indented = inside.map((part) => indent(part, 2));
  return `${["<share-sign", ...lines].join("\n")}>${["", ...indented, "</share-sign>"].join("\n")}`;
}

/** The paths of an object's texts: `{ to, headers: { apikey } }` as `destination.to`, `destination.headers.apikey`. */
function flat(path, value) {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) => flat(`${path}.${name}`, inner));
}

/** The script tag that carries everything itself. */
export function oneTag(settings, { risky = "", async = "async", noscript = false } = {}) {
  const { attributes, options, style } = settings;
  const all = { ...attributes, ...(options && Object.fromEntries(flat("destination", options))), ...(Object.keys(style).length && { style: styled(style) }) };
  const lines = Object.entries(all).map(([name, text]) => `  data-${name}="${attribute(text, risky)}"`);
  const tag = `${[`<script ${async} src="${attribute(file(settings), risky)}"`, ...lines].join("\n")}></script>`;
  const words = noscript && paragraph(settings, risky);
  return words ? `${tag}\n<noscript>${words}</noscript>` : tag;
}

/** The tag that loads the card. */
export const script = (settings, risky = "") => `<script async src="${attribute(file(settings), risky)}"></script>`;
