// Markup from strings, which strict pages (Trusted Types) take from named policies only.

let name = "share-sign";
let policy;

/** Names this copy's policy: a page takes each name once. */
export const rename = (wanted) => (name = wanted);

/** Makes the content of `element` be `html`, in which the program has escaped all texts. */
export function fill(element, html) {
  const createHTML = (text) => text;
  policy ??= globalThis.trustedTypes?.createPolicy(name, { createHTML }) ?? { createHTML };
  element.innerHTML = policy.createHTML(html);
}
