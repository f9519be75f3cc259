// The command `share-sign`.
import { fillFolder, write } from "./folder.js";
import { start } from "./program.js";

/** See prerender.d.ts. */
export async function command(words, { stdout = process.stdout, stderr = process.stderr } = {}) {
  const program = start();
  const said = Object.fromEntries(new URLSearchParams(program.understand(words.join("\0"))));
  if (said.kind === "job") return run(program, said, stdout, stderr);
  if (said.kind === "wrong") {
    stderr.write(`share-sign: ${said.words}\n\n${program.usage()}\n`);
    return 2;
  }
  stdout.write(`${said.kind === "help" ? program.usage() : said.words}\n`);
  return 0;
}

async function run(program, { folder, cssFile }, stdout, stderr) {
  const lines = [];
  if (cssFile) await write(cssFile, program.sheet()).catch(({ message }) => lines.push(`${cssFile}: cannot be written: ${message}`));
  const now = Date.now();
  const progress = (done, of) => {
    if (done % 100 === 0 || done === of) stderr.write(`\r${program.progress(done, of)}`);
  };
  let total;
  try {
    total = await fillFolder(folder, (html, path) => program.file(html, path, now), stderr.isTTY ? progress : undefined);
  } catch ({ message }) {
    stderr.write(`share-sign: ${folder} cannot be read: ${message}\n`);
    return 2;
  }
  // The line goes away: what follows says how it ended.
  if (stderr.isTTY) stderr.write("\r\x1b[K");
  for (const { file, line, message } of total.problems) lines.push(line ? `${file}:${line}: ${message}` : `${file}: ${message}`);
  for (const line of lines) stderr.write(`${line}\n`);
  stdout.write(`${program.summary(total.pages, total.cards, total.changed, lines.length)}\n`);
  return lines.length ? 1 : 0;
}
