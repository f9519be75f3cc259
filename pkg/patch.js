// Brings a tree in line with new HTML by changing only what differs, so that
// focus, what is being typed and prerendered markup all stay in place.

import { parse } from "./trusted.js";

/** Makes the content of `root` be `html`. */
export const patch = (root, html) => children(root, parse(html));

function children(old, wanted) {
  let here = old.firstChild;
  for (const next of [...wanted.childNodes]) {
    const present = here;
    if (!present) {
      old.append(next);
      continue;
    }
    here = present.nextSibling;
    if (present.isEqualNode(next)) continue;
    if (same(present, next)) {
      for (const { name, value } of next.attributes) {
        if (present.getAttribute(name) !== value) present.setAttribute(name, value);
      }
      for (const { name } of [...present.attributes]) {
        if (name !== "data-later" && name !== "open" && !next.hasAttribute(name)) present.removeAttribute(name);
      }
      // What was filled in later, by another part, is its own business; so is an icon
      // that still loads.
      if (!present.dataset.later && !next.dataset.icons) children(present, next);
    } else {
      present.replaceWith(next);
    }
  }
  while (here) {
    const surplus = here;
    here = here.nextSibling;
    // Dialogs stand beside the card.
    if (surplus.localName !== "dialog") surplus.remove();
  }
}

const same = (a, b) =>
  a.localName && a.localName === b.localName && ["id", "part"].every((name) => a.getAttribute(name) === b.getAttribute(name));
