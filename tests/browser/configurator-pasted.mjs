// What becomes of a snippet of the configurator in each platform's own tools: the
// element with its attributes, read back from the HTML that they make.

import { transform as transformAstro } from "@astrojs/compiler";
import { compileScript, compileTemplate, parse as parseVue } from "@vue/compiler-sfc";
import { createRequire } from "node:module";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compile as compileSvelte } from "svelte/compiler";
import { marked } from "marked";
import nunjucks from "nunjucks";
import { parse as parseHtml } from "parse5";

const require = createRequire(import.meta.url);
const cache = fileURLToPath(new URL("../node_modules/.cache/", import.meta.url));
// The build's own, which turns JSX into JavaScript.
const { transform } = createRequire(new URL("../../xtask/package.json", import.meta.url))("esbuild");

const elements = (node) => (node.childNodes ?? []).flatMap((child) => [...(child.tagName ? [child] : []), ...elements(child)]);
const text = (node) => (node.nodeName === "#text" ? node.value : (node.childNodes ?? []).map(text).join(""));
const attributes = ({ attrs }) => Object.fromEntries(attrs.map(({ name, value }) => [name, value]));

/** The card in a page: its attributes, its JSON, and the text and the elements between its tags. */
export function read(html) {
  const all = elements(parseHtml(html));
  const card = all.find(({ tagName }) => tagName === "share-sign");
  if (card) {
    const inside = elements(card);
    const json = inside.find(({ tagName }) => tagName === "script");
    const settings = json ? JSON.parse(text(json)) : undefined;
    if (json) json.childNodes = [];
    return { attributes: attributes(card), settings, text: text(card), elements: inside.filter((one) => one !== json).map(({ tagName }) => tagName) };
  }
  const tag = all.filter(({ tagName }) => tagName === "script").map(attributes).find((one) => one.src && Object.keys(one).some((name) => name.startsWith("data-")));
  return { attributes: Object.fromEntries(Object.entries(tag).filter(([name]) => name.startsWith("data-")).map(([name, value]) => [name.slice(5), value])) };
}

/** Runs a module made here, which finds the packages of the tests. */
async function run(code) {
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "pasted-"));
  try {
    const file = join(folder, "made.mjs");
    await writeFile(file, code);
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}

// Importing the package registers the element, which is not what is tested here.
const withoutImport = (code) => {
  const [before, after] = code.split(/^\s*import ['"]share-sign['"];?$/m);
  if (after === undefined) throw new Error("The snippet does not import the package");
  return before + after;
};

const react = async (codes) => {
  const { createElement } = require("react");
  const { renderToStaticMarkup } = require("react-dom/server");
  const parts = await Promise.all(codes.map((code) => transform(code, { loader: "jsx", jsx: "automatic", format: "esm" })));
  const html = [];
  for (const { code } of parts) html.push(renderToStaticMarkup(createElement((await run(withoutImport(code))).Petition)));
  return html;
};

const vue = async (codes) => {
  const { createSSRApp } = require("vue");
  const { renderToString } = require("@vue/server-renderer");
  const html = [];
  for (const source of codes) {
    const { descriptor, errors } = parseVue(source);
    if (errors.length) throw errors[0];
    const script = compileScript(descriptor, { id: "petition" });
    const { code, errors: wrong, tips } = compileTemplate({
      id: "petition", filename: "Petition.vue", source: descriptor.template.content, compilerOptions: { bindingMetadata: script.bindings },
    });
    if (wrong.length || tips.length) throw new Error([...wrong, ...tips].join());
    const { default: component, render } = await run(`${withoutImport(script.content).replace("export default", "const component =")}\n${code}\nexport default component;`);
    html.push(await renderToString(createSSRApp({ ...component, render })));
  }
  return html;
};

const svelte = async (codes) => {
  const { render } = await import("svelte/server");
  const html = [];
  for (const source of codes) {
    const { js, warnings } = compileSvelte(source, { generate: "server" });
    if (warnings.length) throw new Error(warnings.map(({ message }) => message).join());
    html.push(render((await run(withoutImport(js.code))).default).body);
  }
  return html;
};

// In the place of Astro's runtime: a component is a function, what is no component is
// an element, and texts are escaped as Astro escapes them.
const astroRuntime = `
const escape = (text) => String(text).replace(/&/g, "&amp;").replace(/"/g, "&#34;");
export const render = (strings, ...values) => strings.reduce((text, piece, at) => text + values[at - 1] + piece);
export const createComponent = (body) => body;
export const createAstro = () => ({});
export const createMetadata = () => ({});
export const maybeRenderHead = () => "";
export const renderScript = () => "";
export const renderComponent = (result, name, element, attributes, slots) =>
  "<" + element + Object.entries(attributes).map(([name, text]) => " " + name + '="' + escape(text) + '"').join("") + ">" + slots.default() + "</" + element + ">";
`;

const astro = async (codes) => {
  const html = [];
  for (const source of codes) {
    const { code, diagnostics } = await transformAstro(source, { filename: "/Petition.astro", internalURL: `data:text/javascript,${encodeURIComponent(astroRuntime)}`, renderScript: true });
    if (diagnostics.length) throw new Error(diagnostics.map(({ text }) => text).join());
    const { code: javascript } = await transform(code, { loader: "ts", format: "esm" });
    // Astro puts the style sheets and the scripts of the page elsewhere.
    const alone = javascript.replace(/^import\s+"[^"]*\?astro[^"]*";$/gm, "");
    html.push((await run(alone)).default({ createAstro: () => ({}) }, {}, {}));
  }
  return html;
};

const markdown = (text) => marked.parse(`# A post\n\nBefore it.\n\n${text}\n\nAfter *it*.\n`);

/** By platform: snippets as HTML. */
export const rendered = {
  html: async (codes) => codes,
  tag: async (codes) => codes,
  blogger: async (codes) => codes,
  // WordPress looks for [shortcodes], also within attributes; here every one is replaced.
  wordpress: async (codes) => codes.map((code) => code.replace(/\[[^\]]*\]/g, "SHORTCODE")),
  eleventy: async (codes) => codes.map((code) => markdown(nunjucks.renderString(code, { doctor: "REPLACED" }))),
  // Go's templates act on two braces and on nothing else.
  hugo: async (codes) => codes.map((code) => code.replace(/\{\{[\s\S]*?(\}\}|$)/g, "ACTION")),
  astro,
  react,
  vue,
  svelte,
};
