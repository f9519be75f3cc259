// Markup from strings, which strict pages (Trusted Types) take from named policies only.

let name = "share-sign";
let policy;

/** Names this copy's policy: a page takes each name once. */
export const rename = (wanted) => (name = wanted);

/** An element with what `html` says, in which the program has escaped all texts. */
export function parse(html) {
  const createHTML = (text) => text;
  policy ??= globalThis.trustedTypes?.createPolicy?.(name, { createHTML }) ?? { createHTML };
  // In an XHTML page innerHTML would read XML.
  return new DOMParser().parseFromString(policy.createHTML(html), "text/html").body;
}

/** Makes the content of `element` be `html`. */
export const fill = (element, html) => element.replaceChildren(...parse(html).childNodes);
