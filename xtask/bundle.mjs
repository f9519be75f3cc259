// Calls esbuild for `cargo xtask build`: reads a list of jobs as JSON from the
// standard input and writes { name: text } to the standard output.

import { build, transform } from "esbuild";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";

const common = { minify: true, target: "es2022", legalComments: "none", logLevel: "silent" };

const kinds = {
  // One file made small.
  async minify({ text, loader, charset }) {
    // What a style sheet may say is older browsers' business, not that of es2022.
    const target = loader === "css" ? ["chrome111", "firefox113", "safari16.4"] : common.target;
    return (await transform(text, { ...common, target, loader, charset, treeShaking: true })).code;
  },

  // A classic script from a module and all that it imports, with `modules`
  // (path as imported: text) in the place of files.
  async script({ entry, modules }) {
    const plugin = {
      name: "modules",
      setup({ onResolve, onLoad }) {
        // The glue's own place is dist/, and it imports from the folder above.
        onResolve({ filter: /^\.\.\//, namespace: "given" }, ({ path }) => ({ path: join(dirname(entry), path.slice(3)) }));
        onResolve({ filter: /.*/ }, ({ path }) => (path in modules ? { path, namespace: "given" } : undefined));
        onLoad({ filter: /.*/, namespace: "given" }, ({ path }) => ({ contents: modules[path], loader: "js" }));
      },
    };
    const { outputFiles } = await build({
      ...common,
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: "iife",
      charset: "ascii",
      plugins: [plugin],
    });
    return outputFiles[0].text;
  },

  // A module with what it imports, but for the `external` paths.
  async module({ entry, external }) {
    const { outputFiles } = await build({ ...common, entryPoints: [entry], bundle: true, write: false, format: "esm", external });
    return outputFiles[0].text;
  },
};

const jobs = JSON.parse(await buffer(process.stdin));
try {
  const made = await Promise.all(
    Object.entries(jobs).map(async ([name, { kind, ...job }]) => [name, await kinds[kind](job)]),
  );
  process.stdout.write(JSON.stringify(Object.fromEntries(made)));
} catch (error) {
  // esbuild's own message says which file and line; its stack would not.
  console.error(error.message);
  process.exitCode = 1;
}
