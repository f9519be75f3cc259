// Share links and what there is to know of channels, for pages without a card and
// for programs without a page.
import { flatten } from "../flatten.js";
import { core, glue, program as bytes, rest } from "../dist/links.js";

let program;

// Started when it is first used: importing this file does nothing.
function start() {
  if (!program) {
    glue.initSync({ module: bytes() });
    program = glue;
    program.rows(core);
    program.rows(rest);
  }
  return program;
}

/** See links.d.ts. */
export function shareLinks(campaign, channels = []) {
  const settings = [];
  flatten("", campaign, (path, value) => settings.push(path, `${value}`.replaceAll("\0", "")));
  const pieces = start().links(settings.join("\0"), [...channels].join(" ")).split("\0");
  const links = [];
  let at = 0;
  for (; pieces[at]; at += 4) links.push({ channel: pieces[at], href: pieces[at + 1], text: pieces[at + 2], url: pieces[at + 3] });
  for (const sentence of pieces.slice(at + 1)) if (sentence) console.error(sentence);
  return links;
}

/** See links.d.ts. */
export const channels = () => start().list();

/** See links.d.ts. */
export function measure(channel, text, url = "") {
  const [used, limit, parts] = start().measure(channel, text, url).split(" ").map(Number);
  if (limit === undefined) throw new RangeError(`share-sign: "${channel}" is no channel; channels() lists them.`);
  return { used, limit, parts };
}
