// Calls esbuild for `cargo xtask build`: reads a list of jobs as JSON from the
// standard input and writes { name: text } to the standard output.

import { build, transform } from "esbuild";
import { join } from "node:path";
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
    return bundle({ entryPoints: [entry], format: "iife", charset: "ascii", plugins: [given(entry, modules)] });
  },

  // A module with what it imports, but for the `external` paths.
  async module({ entry, modules = {}, external }) {
    return bundle({ entryPoints: [entry], format: "esm", charset: "ascii", external, plugins: [given(entry, modules, external)] });
  },

  // A classic script from a module of a page beside which the folder `pkg` will stand.
  async page({ entry, pkg }) {
    return bundle({ entryPoints: [entry], format: "iife", charset: "ascii", plugins: [beside(pkg)] });
  },
};

async function bundle(options) {
  const { outputFiles } = await build({ ...common, bundle: true, write: false, ...options });
  return outputFiles[0].text;
}

function given(entry, modules, external = []) {
  return {
    name: "modules",
    setup({ onResolve, onLoad }) {
      // The glue's own place is dist/, and it imports from the folder above.
      const pkg = entry.slice(0, entry.lastIndexOf("/pkg/") + 5);
      onResolve({ filter: /^\.\.\//, namespace: "given" }, ({ path }) => ({ path: join(pkg, path.slice(3)) }));
      onResolve({ filter: /.*/ }, ({ path }) => {
        if (external.includes(path)) return { path, external: true };
        if (path in modules) return { path, namespace: "given" };
      });
      onLoad({ filter: /.*/, namespace: "given" }, ({ path }) => ({ contents: modules[path], loader: "js" }));
    },
  };
}

function beside(pkg) {
  return {
    name: "beside",
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.\/pkg\// }, ({ path }) => ({ path: join(pkg, path.slice("../pkg/".length)) }));
    },
  };
}

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
