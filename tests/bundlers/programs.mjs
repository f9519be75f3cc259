// Which of the package's WebAssembly programs are where in a bundle. Each is text in
// the code, so a piece of that text finds it, whatever a bundler does around it.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

const names = { card: "program", sign: "sign", more: "more", stats: "stats", links: "links" };

/** For each program a text that is in its file and in no other. */
async function marks(home) {
  const dist = join(home, "dist");
  const files = await readdir(dist);
  const texts = {};
  for (const [name, file] of Object.entries(names)) {
    const found = files.find((path) => new RegExp(`^${file}-[0-9a-f]{12}\\.js$`).test(path));
    texts[name] = await readFile(join(dist, found), "latin1");
  }
  return Object.entries(texts).map(([name, text]) => {
    const strings = text.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
    const program = strings.reduce((longest, one) => (one.length > longest.length ? one : longest), "");
    // No quotes, escapes or the like: printing them again, a bundler may choose others.
    const runs = program.match(/[\w .,;:+*()=-]{40,}/g) ?? [];
    const mark = runs.find((piece) => Object.values(texts).join("").split(piece).length === 2);
    if (!mark) throw new Error(`Expected a text in the program "${name}" that no other has`);
    return [name, mark];
  });
}

/** For each program the files that hold it, one entry for each time. */
export async function programsIn(files, home) {
  const found = {};
  for (const [name, mark] of await marks(home)) {
    found[name] = [...files].flatMap(([path, text]) => Array(text.split(mark).length - 1).fill(path));
  }
  return found;
}
