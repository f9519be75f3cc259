// Makes the blog that Hexo, a static-site generator, gives to everyone who
// starts one: the starter files inside hexo-cli with the landscape theme, as
// published on npm, and the snippet of this project's README pasted into the
// theme's template for a post. Hexo rather than Eleventy, because Eleventy's
// own starter is not published on npm. Left out are the starter's archive,
// category and tag pages. Nothing is fetched while building.

import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const modules = fileURLToPath(new URL("../node_modules/", import.meta.url));
const readme = new URL("../../README.md", import.meta.url);
const require = createRequire(import.meta.url);

/** `text` with `wanted` replaced; a template that no longer has it is an error. */
function swap(text, wanted, by) {
  const parts = text.split(wanted);
  if (parts.length !== 2) throw new Error(`Expected ${wanted} exactly once, found it ${parts.length - 1} times`);
  return parts.join(by);
}

/** The first block of HTML in the README, with the two addresses that its reader has to change. */
export async function snippet({ script, destination }) {
  const block = /```html\n([^]*?)```/.exec(await readFile(readme, "utf8"))?.[1];
  if (!block) throw new Error("Expected a block of HTML in README.md");
  const moved = swap(block, /(?<=<script async src=")[^"]*(?=")/, script);
  return swap(moved, /(?<=destination=")[^"]*(?=")/, destination);
}

async function edit(file, change) {
  await writeFile(file, change(await readFile(file, "utf8")));
}

/**
 * Builds the blog for the address `url` and returns its files as a map from
 * path to content. A folder's page also stands under the folder's own path.
 */
export async function buildBlog(url, pasted) {
  const folder = await mkdtemp(join(tmpdir(), "share-sign-hexo-"));
  try {
    const cli = dirname(createRequire(require.resolve("hexo")).resolve("hexo-cli/package.json"));
    const theme = join(folder, "themes/landscape");
    await cp(join(cli, "assets"), folder, { recursive: true });
    await cp(join(modules, "hexo-theme-landscape"), theme, { recursive: true });
    await symlink(modules, join(folder, "node_modules"));
    await edit(join(folder, "_config.yml"), (text) => swap(text, /^url: .*$/m, `url: ${url}`));
    await edit(join(theme, "layout/_partial/article.ejs"), (text) =>
      swap(text, '<footer class="article-footer">', `<% if (!index){ %>\n${pasted}<% } %>\n<footer class="article-footer">`),
    );

    const hexo = join(modules, "hexo/bin/hexo");
    const { stdout } = await promisify(execFile)(process.execPath, [hexo, "generate"], { cwd: folder });
    const made = await readdir(join(folder, "public"), { recursive: true, withFileTypes: true }).catch(() => {
      throw new Error(`Hexo made no site; it said: ${stdout}`);
    });

    const files = new Map();
    for (const entry of made) {
      if (!entry.isFile()) continue;
      const full = join(entry.parentPath ?? entry.path, entry.name);
      const path = full.slice(join(folder, "public").length);
      const content = await readFile(full);
      files.set(path, content);
      if (entry.name === "index.html") files.set(path.slice(0, -"index.html".length), content);
    }
    return files;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
