// What the card's own code lends to the part that signs: one store, one queue of
// events, one way of drawing for both. The program imports these functions.

/** The cards that sign, by number. */
export const hosts = new Map();

let shell;

/** Takes what the card lends (`shell` in element.js). */
export const lend = (lent) => (shell = lent);

export const ask = (call) => shell.ask(call);
export const fill = (element, html) => shell.fill(element, html);
export const read = (record) => shell.read(record);
export const patch = (root, html) => shell.patch(root, html);
export const give = (text) => shell.give(text);
export const now = () => shell.now();
export const timestamp = () => shell.timestamp();
export const random = () => shell.random();
export const load = (name) => shell.load(name);
export const save = (name, text) => shell.save(name, text);
export const replace = (name, text) => shell.replace(name, text);
export const forget = (name) => shell.forget(name);
export const names = (prefix) => shell.names(prefix);
export const resolve = (address) => shell.resolve(address);
export const date = (text) => shell.date(text);
export const focus = (card, id) => shell.focus(card, id);

export function emit(card, event, detail) {
  if (event === "sign" || event === "sent") hosts.get(card)?.tally(event);
  shell.emit(card, event, detail);
}
