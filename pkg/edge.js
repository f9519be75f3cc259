// The world that the program lives in: what it cannot do itself. The WebAssembly
// imports these functions; their meaning is described at `World` in src/world.rs.

/** The elements on the page by card number, and what each does on an event. */
export const cards = new Map();

let given = [];

/** The texts that the program gives while `call` runs. */
export function ask(call) {
  given = [];
  call();
  return given;
}

export const give = (text) => void given.push(text);

/** A record of the program as an object. */
export const read = (record) => Object.fromEntries(new URLSearchParams(record));

export const now = () => Date.now();
export const timestamp = () => new Date().toISOString();
export const random = () => crypto.getRandomValues(new Uint32Array(1))[0];

// What the browser would not store lasts as long as the page.
const memory = new Map();

// What is typed and not sent, and how this visit began, stays in this tab; all else
// is for the whole site.
// In a sandboxed frame the very question throws.
const storage = (name) => (/\/(draft|arrival)\//.test(name) ? sessionStorage : localStorage);

export function load(name) {
  if (memory.has(name)) return memory.get(name);
  try {
    return storage(name).getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

export function save(name, text) {
  try {
    storage(name).setItem(name, text);
    memory.delete(name);
    return true;
  } catch {
    memory.set(name, text);
    return false;
  }
}

// What was last written in `bump`, to be read again only where it is no longer there.
let counted = "";
let counts = new URLSearchParams();

/** Adds one to a number in a record, given the names of both, a line each. */
export function bump(names) {
  const [name, key] = names.split("\n");
  const text = load(name);
  if (text !== counted) counts = new URLSearchParams(text);
  counts.set(key, +counts.get(key) + 1);
  return save(name, (counted = `${counts}`));
}

/** Saves in the place of what is stored; where that is refused, the old text stays. */
export function replace(name, text) {
  const kept = memory.has(name);
  return save(name, text) || (kept || memory.delete(name), false);
}

export function forget(name) {
  memory.delete(name);
  try {
    storage(name).removeItem(name);
  } catch {
    // Where removing is forbidden, so was storing.
  }
}

/** Whether the text lasts only as long as the page. */
export const held = (name) => memory.has(name);

/** Keeps the text for as long as the page lasts. */
export function hold(name, text) {
  forget(name);
  memory.set(name, text);
}

export function names(prefix) {
  let stored = [];
  try {
    stored = Object.keys(localStorage);
  } catch {
    // There is none.
  }
  const found = new Set([...memory.keys(), ...stored].filter((name) => name.startsWith(prefix)));
  return [...found].join("\n");
}

export function resolve(address) {
  try {
    return new URL(address, globalThis.document?.baseURI).href;
  } catch {
    return undefined;
  }
}

// Only what names its day and its zone: everything else browsers read differently.
export function date(text) {
  return /^\d{4}-\d\d-\d\d(T\d\d:\d\d.*(Z|[+-]\d\d:?\d\d))?$/i.test(text) ? Date.parse(text) : NaN;
}

let events = [];

export const emit = (...event) => void events.push(event);

/** Raises the events so far: a listener may call the program, so it must not be running. */
export function flush() {
  const raised = events;
  events = [];
  for (const [card, event, detail] of raised) cards.get(card)?.raise(event, read(detail));
}

export const focus = (card, id) => cards.get(card)?.focusLater(id);

// Without Intl.Segmenter: a character, and what changes or joins it.
const clusters = /(\p{RI}\p{RI}|.)([\p{M}\p{EMod}\u{e0020}-\u{e007f}]|\u200d.?)*/gsu;

/** The grapheme clusters of a text, with U+0000 between them. */
export const graphemes = (text) =>
  (Intl.Segmenter ? Array.from(new Intl.Segmenter().segment(text), (piece) => piece.segment) : (text.match(clusters) ?? [])).join("\0");

export const nfc = (text) => text.normalize();
