// The script-tag file, before it is bundled with everything that a first view
// needs. Defines the element, and where the tag itself carries the campaign,
// puts a card in its place.
import { ShareSignElement } from "./element.js";
import { loadStats } from "./load.js";

// A page can have an element named "currentScript"; only a script will do.
let script = document.currentScript;
if (script?.localName !== "script") script = document.querySelector('script[src*="share-sign"]');
ShareSignElement.base = new URL(".", script?.src ?? document.baseURI).href;

ShareSignElement.define();

// A page with the statistics needs what draws them.
const panel = () => {
  const place = document.querySelector("share-sign-stats");
  place &&
    loadStats(ShareSignElement.base).catch((error) => {
      const said = "The statistics could not be loaded.";
      console.error("share-sign:", said, error);
      place.textContent.trim() || place.append(said);
    });
};
if (document.readyState === "loading") addEventListener("DOMContentLoaded", panel);
else panel();
if (script) render(script);

// Optimisers put data attributes of their own on scripts, so one of ours must be
// among them.
function render(script) {
  if (!["campaign", "headline", "text", "url", "destination", "channels"].some((name) => name in script.dataset)) return;
  if (!script.closest("body")) {
    console.error("share-sign: a script tag with data attributes shows the card where it stands, so it must stand in the body.");
    return;
  }
  // Prerendering puts it there, with the same attributes.
  const prerendered = script.previousElementSibling;
  const card = prerendered?.matches("share-sign[data-made]") ? prerendered : document.createElement("share-sign");
  for (const { name, value } of script.attributes) {
    if (name.startsWith("data-")) card.setAttribute(name.slice(5), value);
  }
  if (card !== prerendered) script.after(card);
}
