// Fills the cards of pages that are made elsewhere: by a site generator, or by a
// framework on a server. The build makes dist/prerender-….js of this folder and its program.
import { card } from "./card.js";
import { fillFolder } from "./folder.js";
import { encode, problems, start } from "./program.js";

export { command } from "./command.js";

/** See prerender.d.ts. */
export function prerender(html, options = {}) {
  const program = start();
  const encoded = encode(options);
  if (typeof html !== "string") return { html: program.page(html, `${encoded}`), problems: problems() };
  encoded.set("utf8", 1);
  const filled = program.page(new TextEncoder().encode(html), `${encoded}`);
  return { html: new TextDecoder("utf-8", { ignoreBOM: true }).decode(filled), problems: problems() };
}

/** See prerender.d.ts. */
export function renderCard(attributes, { content = "", ...options } = {}) {
  const { html, problems } = prerender(card(attributes, content), options);
  for (const { message } of problems) console.error(`share-sign: ${message}`);
  return html;
}

/** See prerender.d.ts. */
export async function prerenderDirectory(folder, { site = "", onProgress, ...options } = {}) {
  const program = start();
  const fill = (html, path) => program.page(html, `${encode({ ...options, url: site && program.address(site, path) })}`);
  return fillFolder(folder, fill, onProgress);
}
