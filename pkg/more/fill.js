// Fills the places that the card keeps for what not every campaign has.
import { dress } from "./dialog.js";
import { startSpeaking } from "./program.js";

const parts = { video: (program, host) => program.still(host.settings) };

/** Fills each place that is empty. */
export async function fill(host) {
  const program = await startSpeaking(host.languages);
  const root = host.element.shadowRoot;
  dress(root);
  for (const place of root.querySelectorAll("[data-later]:empty")) {
    place.innerHTML = parts[place.dataset.later]?.(program, host) ?? "";
  }
}
