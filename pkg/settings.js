// What an element, and the page around it, say of a campaign: a flat list of
// paths and texts, in the order in which they count.

import { load, names } from "./edge.js";
import { flatten } from "./flatten.js";

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
  if (navigator.globalPrivacyControl) add("page.gpc", 1);
  const servers = "share-sign/1/server/";
  for (const name of names(servers).split("\n")) add(`page.server.${name.slice(servers.length)}`, load(name) ?? "");
  page("canonical", "link[rel=canonical]", "href");
  page("ogTitle", 'meta[property="og:title"]', "content");
  page("ogDescription", 'meta[property="og:description"]', "content");
  page("title", "title", "textContent");

  const languages = [record.get("locale"), element.closest("[lang]")?.lang, ...navigator.languages].filter(Boolean);
  add("page.language", languages[0]);

  const navigation = performance.getEntriesByType?.("navigation")[0]?.type;
  return {
    settings: `${record}`,
    languages,
    landed: /reload|back/.test(navigation) ? 0 : 1,
  };
}

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
