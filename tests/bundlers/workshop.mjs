// A folder in which the projects are built with the package as npm installs it. It lies
// in this one, where the tools are, as a project's own node_modules would be.

import { cp, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { install, pack, run } from "../packaging/package.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Opens a workshop: the package installed, and `sources` (a folder of tests/) copied beside it. */
export async function openWorkshop(sources) {
  const folder = await mkdtemp(join(here, ".scratch-"));
  const { tarball } = await pack(folder);
  const home = await install(folder, tarball);
  if (sources) await cp(join(here, "..", sources), folder, { recursive: true });
  const built = new Map();
  return {
    folder,
    /** Where the package is. */
    home,
    /** Runs a project's own `npm run build`, once. */
    build(name) {
      if (!built.has(name)) built.set(name, npm(join(folder, name), "build"));
      return built.get(name);
    },
    close: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

const quiet = { CI: "1", NEXT_TELEMETRY_DISABLED: "1", ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };

/** Runs one of a project's scripts, with the tools that ask for nothing and tell nobody. */
export const npm = (project, script) =>
  run("npm", ["run", "--silent", script], { cwd: project, env: { ...process.env, ...quiet }, timeout: 180000 });

/** All files below a folder that a visitor's browser may load, by their path in it. */
export async function contents(folder) {
  const files = new Map();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith(".map")) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files.set(path.slice(folder.length).replace(/^\//, ""), await readFile(path, "latin1"));
  }
  return files;
}

/** The path of a tool's command. */
export const tool = (name) => join(here, "node_modules/.bin", name);
