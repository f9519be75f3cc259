// The pages of a built site: finding them, filling them, and writing them so that
// nobody ever sees half of one.
import { problems, start } from "./program.js";

// Enough for the disk to be busy while the program is.
const AT_ONCE = 8;

/**
 * Fills the HTML files below `folder`: `fill(html, path)` gives the bytes of a page.
 * Links are not followed, and what packages and version control keep is not looked at.
 */
export async function fillFolder(folder, fill, onProgress) {
  const { readFile, readdir } = await import("node:fs/promises");
  const program = start();
  const base = folder.endsWith("/") ? folder : `${folder}/`;
  const pages = (await find(readdir, base, "")).sort();
  const total = { pages: pages.length, cards: 0, changed: 0, problems: [] };
  const found = pages.map(() => []);
  let next = 0;
  let done = 0;

  async function one(path, problem) {
    const file = base + path;
    const html = await readFile(file);
    if (!program.concerns(html)) return;
    const filled = fill(html, path);
    total.cards += program.cards();
    problem.push(...problems().map(({ line, message }) => ({ file, line, message })));
    if (html.equals(filled)) return;
    await write(file, filled);
    total.changed++;
  }

  async function work() {
    while (next < pages.length) {
      const at = next++;
      try {
        await one(pages[at], found[at]);
      } catch ({ message }) {
        found[at].push({ file: base + pages[at], line: 0, message });
      }
      onProgress?.(++done, pages.length);
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, work));
  total.problems = found.flat();
  return total;
}

async function find(readdir, base, path) {
  const found = [];
  for (const entry of await readdir(base + path, { withFileTypes: true })) {
    const own = path + entry.name;
    if (entry.isFile() && /\.html?$/i.test(entry.name)) found.push(own);
    else if (entry.isDirectory() && entry.name !== "node_modules" && entry.name !== ".git") found.push(...(await find(readdir, base, `${own}/`)));
  }
  return found;
}

/** Writes a file in one step, with the permissions of the one that it replaces. */
export async function write(file, content) {
  const { chmod, rename, rm, stat, writeFile } = await import("node:fs/promises");
  const { basename, dirname, join } = await import("node:path");
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}.share-sign`);
  try {
    await writeFile(beside, content);
    const old = await stat(file).catch(() => undefined);
    if (old) await chmod(beside, old.mode);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
