// What an element, and the page around it, say of a campaign: a flat list of
// paths and texts, in the order in which they count.

/**
 * The campaign's settings as a record for the program, the languages to speak in,
 * and whether this page load may be counted as an arrival (1 or 0).
 */
export function readSettings(element) {
  const record = new URLSearchParams();
  const add = (path, value) => record.append(path, value);

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
  page("canonical", "link[rel=canonical]", "href");
  page("ogTitle", 'meta[property="og:title"]', "content");
  page("ogDescription", 'meta[property="og:description"]', "content");
  page("title", "title", "textContent");

  const navigation = performance.getEntriesByType?.("navigation")[0]?.type;
  return {
    settings: `${record}`,
    languages: [record.get("locale"), element.closest("[lang]")?.lang, ...navigator.languages],
    landed: /reload|back/.test(navigation) ? 0 : 1,
  };
}

function flatten(path, value, add) {
  if (value && typeof value === "object") {
    for (const key in value) flatten(path ? `${path}.${key}` : key, value[key], add);
  } else if (value != null) {
    add(path, value);
  }
}

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
