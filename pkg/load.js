// Loads the program, its words and its icons: each once, and only what is needed.
import { channels, css, glue, locale, locales, moreChannels, strings, wasm } from "./dist/manifest.js";

let program;
let starting;
let sheet;
const spoken = [locale];

/**
 * Calls `use(program, locale)` with the program running and a locale it can
 * speak, at once where nothing has to be waited for. `base` is the directory of
 * the script-tag file, for what is loaded from there.
 */
export function withProgram(languages, base, use) {
  const id = choose(languages);
  const words = spoken.includes(id) ? null : learn(id, base);
  const running = program ?? start();
  if (words || running.then) {
    return Promise.all([running, words]).then(() => use(program, spoken.includes(id) ? id : locale));
  }
  use(program, id);
}

function start() {
  if (starting) return starting;
  const source = wasm();
  if (source instanceof URL) {
    starting = glue.default({ module_or_path: source }).then(begin);
    starting.catch(() => (starting = undefined));
    return starting;
  }
  glue.initSync({ module: source });
  return begin();
}

function begin() {
  glue.channels(channels);
  glue.locale(strings);
  return (program = glue);
}

// Without its words the card still works, in the language that it brought along.
async function learn(id, base) {
  try {
    const [words] = await Promise.all([locales[id](base), program ?? start()]);
    if (!spoken.includes(id)) {
      program.locale(words.default);
      spoken.push(id);
    }
  } catch (error) {
    console.warn(`share-sign: the language "${id}" could not be loaded; using "${locale}".`, error);
  }
}

/** Loads the icons that a first view does not bring. */
export function loadIcons(base) {
  icons ??= moreChannels(base).then((rows) => program.channels(rows.default));
  return icons;
}
let icons;

/** The first of the wanted languages that there is a locale for: `fr-CA` finds `fr`. */
export function choose(languages, available = [locale, ...Object.keys(locales)]) {
  for (let tag of languages) {
    for (tag = tag?.toLowerCase(); tag; tag = tag.replace(/[-_]?[^-_]*$/, "")) {
      const found = available.find((id) => id.toLowerCase() === tag);
      if (found) return found;
    }
  }
  return locale;
}

/** The cards' style sheet, shared by all of them. */
export function dress(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [sheet];
}
