// Loads the program, its words and its icons: each once, and only what is needed.
import { channels, css, glue, icons, locale, analyticsParts, locales, moreParts, moreRows, scriptParts, signParts, statsParts, strings, wasm } from "./dist/manifest.js";
import { choose } from "./languages.js";

let program;
let starting;
let sheet;
// The words that were learned, by language.
const spoken = { [locale]: strings };

/**
 * Calls `use(program, locale)` with the program running and a locale it can
 * speak, at once where nothing has to be waited for. `base` is the directory of
 * the script-tag file, for what is loaded from there.
 */
export function withProgram(languages, base, use) {
  const id = choose(languages, locale, Object.keys(locales));
  const words = spoken[id] ? null : learn(id, base);
  const running = program ?? start(base);
  if (words || running.then) {
    return Promise.all([running, words]).then(() => use(program, spoken[id] ? id : locale));
  }
  use(program, id);
}

function start(base) {
  if (starting) return starting;
  const source = wasm();
  try {
    if (source.then) starting = source.then((bytes) => glue.default({ module_or_path: bytes }));
    else glue.initSync({ module: source });
  } catch (error) {
    starting = Promise.reject(error);
  }
  if (!starting) return begin();
  // Where WebAssembly is forbidden or too old, the same program runs as JavaScript.
  starting = starting.catch(() => scriptParts(base).then((script) => glue.initSync({ module: script.default }))).then(begin);
  starting.catch(() => (starting = undefined));
  return starting;
}

function begin() {
  glue.rows(channels);
  glue.locale(strings);
  return (program = glue);
}

// Without its words the card still works, in the language that it brought along.
async function learn(id, base) {
  try {
    const [words] = await Promise.all([locales[id](base), program ?? start(base)]);
    if (!spoken[id]) program.locale((spoken[id] = words.default));
  } catch (error) {
    console.warn(`share-sign: the language "${id}" could not be loaded; using "${locale}".`, error);
  }
}

const loaded = {};

// Loads each thing once; what could not be loaded is tried again when it is asked for.
function once(name, load) {
  return (loaded[name] ??= load().catch((error) => {
    delete loaded[name];
    throw error;
  }));
}

/** Loads the channels that a first view does not bring, without their icons. */
export const loadRows = (base) => once("rows", () => moreRows(base).then((rows) => program.rows(rows.default)));

/** Loads the icons of one group of channels. */
export const loadIcons = (base, group) => once(group, () => icons[group](base).then((paths) => program.rows(paths.default)));

/** Loads all icons. */
export const loadAllIcons = (base) => Promise.allSettled(Object.keys(icons).map((group) => loadIcons(base, group)));

/** The card's words in a language that it speaks. */
export const wordsOf = (id) => spoken[id];

/** Loads what tells the page's own analytics. */
export const loadAnalytics = (base) => once("analytics", () => analyticsParts(base));

/** Loads the statistics panel. */
export const loadStats = (base) => once("stats", () => statsParts(base));

/** Loads what signs. */
export const loadSign = (base) => once("sign", () => signParts(base));

/** Loads the dialogs and whatever else a visitor may never open. */
export const loadMore = (base) => once("more", () => moreParts(base));

/** The cards' style sheet, shared by all of them, in the place of a prerendered one. */
export function dress(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  // jsdom has none.
  if (!root.adoptedStyleSheets?.includes(sheet)) root.adoptedStyleSheets = [sheet];
  root.querySelector("style, link")?.remove();
}
