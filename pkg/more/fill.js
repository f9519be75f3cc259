// Fills the places that the card keeps for what not every campaign has.
import { read } from "../edge.js";
import { dress } from "./dialog.js";
import { drawEvents, listen } from "./events.js";
import { picture } from "./picture.js";
import { startSpeaking } from "./program.js";
import { fill as write } from "../trusted.js";

// A click cannot wait for a picture, so it is there before.
async function lendPicture(host) {
  const settings = new URLSearchParams(host.settings);
  try {
    host.lend(await picture(settings.get("image")));
  } catch (error) {
    console.warn("share-sign: the picture cannot be shared; its host must allow other pages to read it.", error);
  }
}

const parts = { events: drawEvents, video: (program, host) => program.still(host.settings) };

/** Fills each place that is empty. */
export async function fill(host) {
  const program = await startSpeaking(host.languages);
  for (const problem of program.wrong_events(host.settings).split("\n")) if (problem) host.element.raise("error", read(problem));
  const root = host.element.shadowRoot;
  dress(root);
  if (new URLSearchParams(host.settings).get("shareImage")) lendPicture(host);
  for (const place of root.querySelectorAll("[data-later]:empty")) {
    write(place, parts[place.dataset.later]?.(program, host) ?? "");
    if (place.dataset.later === "events") listen(program, host, place);
  }
}
