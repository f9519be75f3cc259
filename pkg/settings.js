// What an element, and the page around it, say of a campaign: a flat list of
// paths and texts, in the order in which they count.

/** The campaign's settings, packed for the program, and the languages to speak in. */
export function read(element) {
  const list = [];
  const add = (path, value) => list.push(path, `${value}`.replaceAll("\0", ""));

  for (const { name, value } of element.attributes) add(camel(name), value);

  const json = element.querySelector('script[type="application/json"]');
  if (json) {
    try {
      const settings = JSON.parse(json.textContent);
      if (!settings || typeof settings !== "object" || Array.isArray(settings)) throw json.textContent;
      flatten("", settings, add);
    } catch (error) {
      add("page.jsonError", error.message ?? error);
    }
  }

  const page = (name, selector, property) => {
    const found = document.querySelector(selector)?.[property];
    if (found) add(`page.${name}`, found);
  };
  add("page.url", location.href);
  add("page.base", document.baseURI);
  add("page.navigation", performance.getEntriesByType?.("navigation")[0]?.type ?? "");
  page("canonical", "link[rel=canonical]", "href");
  page("ogTitle", 'meta[property="og:title"]', "content");
  page("ogDescription", 'meta[property="og:description"]', "content");
  page("title", "title", "textContent");

  const at = list.indexOf("locale");
  const languages = [at < 0 ? "" : list[at + 1], element.closest("[lang]")?.lang, ...navigator.languages];
  return { settings: list.join("\0"), languages };
}

function flatten(path, value, add) {
  if (value && typeof value === "object") {
    for (const key in value) flatten(path ? `${path}.${key}` : key, value[key], add);
  } else if (value != null) {
    add(path, value);
  }
}

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
