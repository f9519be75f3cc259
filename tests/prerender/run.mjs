// Both commands, run as a person would, and sites to run them on.
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

const commands = {
  native: ["cargo", ["run", "--quiet", "--bin", "share-sign", "--"]],
  npm: [process.execPath, [join(root, "pkg/bin/share-sign.js")]],
};

/** Runs `share-sign` with these arguments inside `folder`; what it printed, and its exit code. */
export function run(which, folder, ...words) {
  const [program, before] = commands[which];
  const paths = words.map((word) => (word.startsWith("./") ? join(folder, word) : word));
  return new Promise((resolve) => {
    execFile(program, [...before, ...paths], { cwd: root, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ code: error ? error.code : 0, stdout, stderr: stderr.replaceAll(`${folder}/`, "./") });
    });
  });
}

/** A folder for `use`, with a copy of `source` inside where there is one. */
export async function inFolder(source, use) {
  const folder = await mkdtemp(join(tmpdir(), "share-sign-"));
  try {
    if (source) await cp(source, folder, { recursive: true });
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** All files below `folder`, by path. */
export async function contents(folder) {
  const files = new Map();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile()) files.set(path.slice(folder.length + 1), await readFile(path));
  }
  return files;
}
