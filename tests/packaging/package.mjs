// The package as a user gets it: packed by npm, installed into an empty folder.

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const execute = promisify(execFile);
export const source = fileURLToPath(new URL("../../pkg/", import.meta.url));

/** Runs a program and returns what it printed; its complaints become the error. */
export async function run(command, args, options = {}) {
  try {
    return await execute(command, args, { timeout: 120000, maxBuffer: 1 << 24, ...options });
  } catch (error) {
    throw new Error(`${command} ${args.join(" ")} failed: ${error.stderr || error.stdout || error.message}`);
  }
}

/** A scratch folder and how to throw it away. */
export async function scratch() {
  const folder = await mkdtemp(join(tmpdir(), "share-sign-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Packs the package into `folder`; returns the tarball's path and the names in it. */
export async function pack(folder) {
  const { stdout } = await run("npm", ["pack", source, "--json", "--pack-destination", folder], { cwd: folder });
  const report = JSON.parse(stdout);
  // npm 11 lists packages, npm 12 may key them by name.
  const [{ filename, files }] = Array.isArray(report) ? report : Object.values(report);
  return { tarball: join(folder, filename), files: files.map(({ path }) => path).sort() };
}

/** Installs the tarball into a new project inside `folder`. It has no dependencies, so no registry is asked. */
export async function install(folder, tarball) {
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "somebodys-site", private: true, type: "module" }));
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", tarball], { cwd: folder });
  return join(folder, "node_modules", "share-sign");
}
