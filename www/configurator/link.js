// The settings in the fragment of an address, which browsers send nowhere.

import { initial } from "./values.js";

// What a person could have typed, and no more, however the link was made.
const LONGEST = 10_000;

/** The fragment, without what is as it starts. */
export function write(filled) {
  const start = initial();
  const changed = Object.entries(filled).filter(([name, text]) => text !== start[name]);
  return new URLSearchParams(changed).toString();
}

/** The values of a fragment, and the names in it that are not known. */
export function read(fragment) {
  const filled = initial();
  const unknown = [];
  for (const [name, text] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    if (Object.hasOwn(filled, name)) filled[name] = text.replaceAll("\r\n", "\n").slice(0, LONGEST);
    else unknown.push(name);
  }
  return { filled, unknown };
}
