// The program that fills pages. Started when it is first used: importing this file does nothing.
import { core, glue, icons, program as bytes, rest, words } from "../dist/prerender.js";

let program;

export function start() {
  if (!program) {
    glue.initSync({ module: bytes() });
    program = glue;
    for (const rows of [core, rest, ...icons]) program.rows(rows);
    for (const [strings, own] of words) program.locale(strings, own);
  }
  return program;
}

/** What was wrong in the page that was filled last. */
export function problems() {
  const pieces = program.problems().split("\0");
  const found = [];
  for (let at = 0; at + 1 < pieces.length; at += 2) found.push({ line: +pieces[at], message: pieces[at + 1] });
  return found;
}

/** The options of one page as the program reads them. */
export function encode({ url = "", language = "", css = "inline", now = Date.now(), remove }) {
  const link = css === "inline" ? "" : css?.link;
  // A text has a method of that name.
  if (typeof link !== "string") throw new TypeError('share-sign: css must be "inline" or { link: address }.');
  const at = new Date(now).getTime();
  if (Number.isNaN(at)) throw new TypeError("share-sign: now must be a time.");
  const options = new URLSearchParams({ now: at, address: url, language, css: link });
  if (remove) options.set("remove", 1);
  return options;
}
