// The real card, told what is filled in, on a ground like her page's. It may be
// tried, but nothing is signed or passed on from here.

import { own, luminance, channels as colour } from "./contrast.js";
import { hasForm } from "./settings.js";

const stage = document.getElementById("stage");
const card = stage.querySelector("share-sign");
const rehearsal = document.getElementById("rehearsal");

/** What stands on the card as long as nothing is filled in. */
const examples = { campaign: "preview", headline: "What you ask for", text: "Why it matters, in a few sentences." };

// What must not happen on behalf of somebody who only fills in a form.
const quiet = { tracking: "off" };

card.addEventListener("share-sign:before-sign", (event) => {
  event.preventDefault();
  rehearsal.textContent = "Here the signature would go to your destination. This was only a try: nothing was signed.";
});
card.addEventListener("share-sign:before-share", (event) => {
  if (event.detail.channel === "copy" || card.hasAttribute("url")) return;
  event.preventDefault();
  rehearsal.textContent = "Here the channel would open with your page’s address. Fill in “Address of your page” to try it.";
});

/** Shows the card with these settings; `values` has the ground and the ink of her page. */
export function preview({ attributes, style }, values) {
  const { ground, ink } = colour(values.ground) && colour(values.ink) ? values : own.light;
  stage.style.background = ground;
  stage.style.color = ink;
  stage.style.colorScheme = luminance(ground) < luminance(ink) ? "dark" : "light";

  const wanted = { ...examples, ...attributes, ...quiet };
  // Only the kinds that send nothing by themselves are what they will be.
  const { destination = "" } = attributes;
  if (/^(link|mailto):/.test(destination)) wanted.destination = destination;
  else if (hasForm(values)) wanted.destination = "local";
  else delete wanted.destination;
  if (attributes.headline && !attributes.text) wanted.text = "";
  // A preview that changed its place in the records would be another card each time.
  wanted.campaign = examples.campaign;

  for (const { name } of [...card.attributes]) if (!(name in wanted) && name !== "style") card.removeAttribute(name);
  for (const [name, text] of Object.entries(wanted)) if (card.getAttribute(name) !== text) card.setAttribute(name, text);
  for (const name of ["--share-sign-accent", "--share-sign-on-accent", "--share-sign-radius"]) {
    if (style[name]) card.style.setProperty(name, style[name]);
    else card.style.removeProperty(name);
  }
}

/** `heard(attribute, sentence)` is called with what the card itself cannot use. */
export const onProblem = (heard) =>
  card.addEventListener("share-sign:error", ({ detail }) => {
    if (detail.attribute) heard(detail.attribute, `The card cannot use this: it expects ${detail.expected}.`);
  });
