// What can be filled in: each value's name (the same in the form and in the link),
// what it starts as, and what is wrong with a text that it cannot be.

import { web, webOrPlace } from "./addresses.js";
import { channels as colour } from "./contrast.js";
import { destinations, problems as ofDestination } from "./destinations.js";

/** The card's fields, by id. */
export const fieldNames = {
  name: "Name",
  "first-name": "First name",
  "last-name": "Last name",
  email: "Email",
  phone: "Phone",
  postcode: "Postcode",
  country: "Country",
  locality: "Town",
  region: "Region",
  street: "Street",
  "birth-date": "Date of birth",
  organisation: "Organisation",
  comment: "Comment",
  "show-name": "May the name be shown",
};

const most = (limit) => (text) => (text.length > limit ? `At most ${limit} characters; these are ${text.length}.` : "");
const oneOf = (...known) => (text) => (known.includes(text) ? "" : `“${text}” is not among the choices: ${known.map((one) => one || "none").join(", ")}.`);
const optional = (check) => (text, values) => (text ? check(text, values) : "");
const hex = (text) => (colour(text) ? "" : "A colour is written like #0b7a75, a hash and six letters or digits.");

function goal(text) {
  const steps = text.split(/[\s,]+/).filter(Boolean);
  if (!steps.every((step) => /^[1-9]\d{0,8}$/.test(step))) return "A goal is a number without dots or commas in it, like 500, or several with spaces between: 500 2000";
  const rising = steps.every((step, at) => at === 0 || Number(step) > Number(steps[at - 1]));
  return rising ? "" : "Put the smaller goal first: 500 2000";
}

function day(text) {
  const real = /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`);
  return real && !Number.isNaN(real.getTime()) && real.toISOString().startsWith(text) ? "" : "A day is written like 2030-12-24.";
}

function asked(text) {
  const ids = text.split(" ").filter(Boolean).map((field) => field.replace("*", ""));
  const unknown = ids.find((id) => !(id in fieldNames));
  if (unknown) return `There is no field “${unknown}”.`;
  return new Set(ids).size < ids.length ? "A field is named twice." : "";
}

const value = (initial, check) => ({ initial, check });

/** By name. */
export const values = {
  headline: value("", most(200)),
  target: value("", most(200)),
  text: value("", most(5000)),
  goal: value("", optional(goal)),
  signatures: value("", optional((text) => (/^\d{1,9}$/.test(text) ? "" : "A number without dots or commas in it, like 312"))),
  deadline: value("", optional(day)),
  url: value("", optional(web)),
  image: value("", optional(webOrPlace)),
  imageAlt: value("", most(500)),
  hashtags: value("", optional((text) => (/[<>"&]/.test(text) ? "Hashtags are words with spaces between them." : most(200)(text)))),
  campaign: value("", optional((text) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) ? most(64)(text) : "Only small letters, digits, and hyphens between them, like keep-the-library"))),
  to: value("local", oneOf(...Object.keys(destinations))),
  address: value("", most(2000)),
  key: value("", most(2000)),
  names: value("", most(2000)),
  fields: value("name* email*", asked),
  consent: value("none", oneOf("none", "opt-in", "required")),
  consentText: value("", most(500)),
  privacyUrl: value("", optional(webOrPlace)),
  messages: value("", most(1000)),
  channels: value("", () => ""),
  locale: value("", oneOf("", "en", "fr")),
  theme: value("auto", oneOf("auto", "light", "dark")),
  accent: value("#0b7a75", hex),
  onAccent: value("#ffffff", hex),
  ground: value("#ffffff", hex),
  ink: value("#1b1b1b", hex),
  radius: value("", oneOf("", "0", "1.2em")),
  tracking: value("full", oneOf("full", "utm", "off")),
  base: value("https://example.org/share-sign/", webOrPlace),
  platform: value("html", (text) => most(40)(text)),
};

/** All values as they start. */
export const initial = () => Object.fromEntries(Object.entries(values).map(([name, { initial }]) => [name, initial]));

/** What cannot be used, in sentences by name. */
export function problems(filled) {
  const wrong = {};
  for (const [name, { check }] of Object.entries(values)) {
    const said = check(filled[name], filled);
    if (said) wrong[name] = said;
  }
  return { ...ofDestination(filled), ...wrong };
}

/** `Sauvez l'école !` as the id of a campaign: `sauvez-l-ecole`. */
export function slug(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "");
}
