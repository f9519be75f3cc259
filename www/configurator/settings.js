// From what is filled in to what the card is told.

import { destinations } from "./destinations.js";
import { initial, slug } from "./values.js";

const start = initial();

/** Those of the values that the card would have by itself. */
const usual = { ...start, fields: "name* email*", to: "" };

/** Values of the form that are attributes of the same meaning. */
const attributes = {
  headline: "headline",
  text: "text",
  target: "target",
  image: "image",
  imageAlt: "image-alt",
  url: "url",
  hashtags: "hashtags",
  goal: "goal",
  signatures: "signatures",
  deadline: "deadline",
  messages: "messages",
  channels: "channels",
  fields: "fields",
  consent: "consent",
  consentText: "consent-text",
  privacyUrl: "privacy-url",
  locale: "locale",
  theme: "theme",
  tracking: "tracking",
};

const properties = { accent: "--share-sign-accent", onAccent: "--share-sign-on-accent", radius: "--share-sign-radius" };

/** Which attribute each value goes into, to say beside the field what the card says of the attribute. */
export const attributeOf = { ...attributes, campaign: "campaign", address: "destination" };

/** Whether there is a form of the card's own, with fields and consent. */
export const hasForm = ({ to }) => to !== "none" && to !== "link";

/**
 * The attributes in order (`{ name: text }`), the destination's options where it
 * has any (for the card's JSON), and custom properties. Values named in `wrong`
 * are left out.
 */
export function settings(values, wrong = {}) {
  const used = { ...values };
  for (const name of Object.keys(wrong)) used[name] = start[name];
  const out = {};
  const id = used.campaign || slug(used.headline);
  if (id) out.campaign = id;
  for (const [name, attribute] of Object.entries(attributes)) {
    const formless = ["fields", "consent", "consentText"].includes(name) && !hasForm(used);
    const unasked = name === "consentText" && used.consent === "none";
    if (used[name] && used[name] !== usual[name] && !formless && !unasked) out[attribute] = used[name];
  }
  let options;
  const incomplete = ["to", "address", "key", "names"].some((name) => name in wrong);
  const destination = incomplete ? undefined : destinations[used.to].to(used);
  if (typeof destination === "object") options = destination;
  else if (destination) out.destination = destination;
  const style = {};
  for (const [name, property] of Object.entries(properties)) if (used[name] && used[name] !== usual[name]) style[property] = used[name];
  return { attributes: out, options, style, base: used.base, locale: used.locale };
}
