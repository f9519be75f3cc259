// Where signatures can go: what each kind needs, in the words of whoever must find
// it, and the setting that comes of it.

import { mailbox, web, webOrPlace } from "./addresses.js";

const address = (label, hint, check = web) => ({ label, hint, check });
const filled = (what) => (text) => (text ? "" : `${what} is missing.`);
const key = (label, hint) => ({ label, hint, check: (text) => (/^[\w.-]*$/.test(text) ? filled(label)(text) : `${label}: only letters, digits, dots, hyphens and underlines, without spaces`) });

/** Whether the text holds a secret that must never stand on a page. */
const secret = (text) => /^sb_secret_|service_role/.test(text) || /"role":"service_role"/.test(decoded(text));

function decoded(token) {
  try {
    return atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}

/** `name = entry.1` on each line, as an object; undefined for a line that is not so. */
export function pairs(text) {
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  const found = lines.map((line) => /^([\w-]+)\s*=\s*(entry\.\d+)$/.exec(line));
  return found.every(Boolean) ? Object.fromEntries(found.map(([, ours, theirs]) => [ours, theirs])) : undefined;
}

function questions(text, values) {
  const known = pairs(text);
  if (!known) return "Write one on each line, like: email = entry.222";
  const wanted = [...values.fields.split(" ").map((field) => field.replace("*", "")), ...(values.consent === "none" ? [] : ["consent"])];
  const missing = wanted.filter((id) => id && !(id in known));
  return missing.length ? `Without a question of its own this would be lost: ${missing.join(", ")}` : "";
}

const plain = (kind) => ({ address }) => `${kind}:${address}`;

/** By id, in the order in which they are offered. */
export const destinations = {
  none: { to: () => undefined, about: "The card shows the cause and passes it on, without a form." },
  local: { to: () => "local", about: "Signatures stay in the browser where they were written. To try it out, or for a tablet at a stall." },
  google: {
    about: "A form of yours, one question for each field. Google’s answer cannot be read, so the card says “sent”: try it once and look into your spreadsheet.",
    address: address("Address of the Google form", "Like https://docs.google.com/forms/d/e/…/viewform", (text) =>
      /^https:\/\/docs\.google\.com\/forms\/\S+$/.test(text) ? "" : "It starts with https://docs.google.com/forms/"),
    names: { label: "Which question is which", hint: "From the form’s menu, “Get pre-filled link”. One on each line: email = entry.222", check: questions },
    to: ({ address, names }) => ({ to: `form:${address}`, fields: pairs(names) }),
  },
  form: {
    about: "Formspree, Getform or another service that takes posted forms. Switch its captcha off.",
    address: address("Address of the form", "Like https://formspree.io/f/abcdefgh"),
    to: plain("form"),
  },
  web3forms: {
    about: "Signatures arrive by mail. The access key is public by design; leave hCaptcha off.",
    key: key("Access key", "It comes by mail when you ask Web3Forms for one."),
    to: ({ key }) => ({ to: "form:https://api.web3forms.com/submit", set: { access_key: key } }),
  },
  netlify: {
    about: "The form with all its fields must also stand, hidden, in the HTML of a page of the same site.",
    address: address("A page of the same site", "Usually /", webOrPlace),
    key: key("Name of the form", "As in its HTML, like petition."),
    to: ({ address, key }) => ({ to: `form:${address}`, set: { "form-name": key } }),
  },
  postgrest: {
    about: "A database of your own, as at Supabase, with the SQL that comes with share-sign. It keeps everyone to one signature.",
    address: address("Address of the table", "Like https://abc.supabase.co/rest/v1/signatures"),
    key: {
      label: "Publishable key",
      hint: "It starts with sb_publishable_, or is the older “anon” key. Leave it empty where your server needs none. Never the secret one: everybody can read this page.",
      check: (text) => {
        if (secret(text)) return "This is the secret key: everybody could read your signatures with it. Take the publishable one.";
        return /^[\w.-]*$/.test(text) ? "" : "A key has only letters, digits, dots, hyphens and underlines.";
      },
    },
    to: ({ address, key }) => (key ? { to: `postgrest:${address}`, headers: { apikey: key } } : `postgrest:${address}`),
  },
  osdi: {
    about: "Action Network, or another service that speaks OSDI. No key is needed, and none may stand on a page.",
    address: address("Address of the petition", "Like https://actionnetwork.org/api/v2/petitions/c945d6fe-…"),
    needs: ["email"],
    to: plain("osdi"),
  },
  proca: {
    about: "A Proca server, and the number of your action page on it.",
    address: address("Address with the number", "Like https://api.proca.app/api?id=42", (text) =>
      web(text) || (/[?&]id=\d+/.test(text) ? "" : "The number of the action page belongs at its end: ?id=42")),
    needs: ["email", "name or first-name"],
    to: plain("proca"),
  },
  mailto: {
    about: "The supporter’s own mail program shows the signature, and the supporter sends it. You count by hand.",
    address: address("Your mail address", "Like petition@example.org", mailbox),
    to: plain("mailto"),
  },
  link: {
    about: "The petition is on another site. The card leads there, and the link tells which channel brought people.",
    address: address("Address of the petition", "Like https://petition.example/keep-the-library"),
    to: plain("link"),
  },
  couchdb: {
    about: "A CouchDB database behind a proxy that lets people write and not read.",
    address: address("Address of the database", "Like https://sign.example.org/signatures"),
    to: plain("couchdb"),
  },
  json: {
    about: "A service of your own: each signature is posted to it as JSON.",
    address: address("Address of the service", "Like https://example.org/signatures", webOrPlace),
    to: plain("json"),
  },
};

/** What is wrong with the destination's own fields: sentences by field. */
export function problems(values) {
  const kind = destinations[values.to];
  const wrong = {};
  if (!kind) return wrong;
  for (const [field, name] of [["address", "address"], ["key", "key"], ["names", "names"]]) {
    if (!kind[field]) continue;
    const text = values[name];
    const said = !text && field === "address" ? `${kind[field].label} is missing. ${kind[field].hint}` : kind[field].check(text, values);
    if (said) wrong[name] = said;
  }
  const asked = values.fields.split(" ").map((field) => field.replace("*", ""));
  const missing = (kind.needs ?? []).filter((need) => !need.split(" or ").some((id) => asked.includes(id)));
  if (missing.length) wrong.fields = `This destination needs ${missing.join(", and ")} among the fields.`;
  return wrong;
}
