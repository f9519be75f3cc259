// Form services, each as its own documentation and client describe it. What they know
// of a form is what was posted: fields by name.

import { serve } from "./http.mjs";

const URLENCODED = /^application\/x-www-form-urlencoded\b/;
const page = (text, status = 200) => ({ status, headers: { "content-type": "text/html" }, body: `<!doctype html><p>${text}` });
/** Where a service leads people who posted a plain form. */
const onward = { status: 302, headers: { location: "/thanks" }, body: "" };

/** What a form or a JSON object says, by name. */
function read({ headers }, body) {
  const type = headers["content-type"] ?? "";
  if (URLENCODED.test(type)) return Object.fromEntries(new URLSearchParams(body));
  return type.startsWith("application/json") ? JSON.parse(body) : undefined;
}

const wantsJson = ({ headers }) => headers.accept === "application/json";
const isEmail = (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** Formspree: `POST /f/<id>`; JSON for whoever accepts nothing else. */
function formspree(kept, request, path, given) {
  const no = (status, ...errors) => ({ status, body: { error: errors[0].message, errors } });
  if (!wantsJson(request)) return onward;
  if (path !== "/f/mvoeqkjd") return no(404, { code: "FORM_NOT_FOUND", message: "Form not found" });
  const wrong = ["email", "_replyto"]
    .filter((field) => given[field] !== undefined && !isEmail(given[field]))
    .map((field) => ({ code: "TYPE_EMAIL", field, message: "should be an email" }));
  if (wrong.length) return no(422, ...wrong);
  kept.push(given);
  return { body: { next: "https://formspree.io/thanks", ok: true } };
}

/** Web3Forms: `POST /submit` with an access key; a person's browser is led on. */
function web3forms(kept, request, path, { access_key, ...given }) {
  const posted = URLENCODED.test(request.headers["content-type"]);
  if (posted && !wantsJson(request)) return onward;
  if (path !== "/submit" || access_key !== "1f6c") return { status: 400, body: { success: false, message: "Invalid Access Key" } };
  kept.push(given);
  return { body: { success: true, data: given, message: "Email sent successfully!" } };
}

/** Getform: `POST /f/<id>`. Of the services the least documented. */
function getform(kept, request, path, given) {
  if (!wantsJson(request)) return onward;
  if (path !== "/f/bjjgnlob") return { status: 404, body: { success: false, message: "Form not found" } };
  if (!isEmail(given.email)) {
    return { status: 422, body: { message: "The given data was invalid.", errors: { email: ["Invalid email address"] } } };
  }
  kept.push(given);
  return { body: { success: true } };
}

/** Netlify: any page of the site; the form, and each field, was in the site's HTML. */
function netlify(fields) {
  return (kept, request, _, { "form-name": form, ...given }) => {
    if (!URLENCODED.test(request.headers["content-type"]) || form !== "petition") return page("Page not found", 404);
    kept.push(Object.fromEntries(Object.entries(given).filter(([name]) => fields.includes(name))));
    return page("Thank you!");
  };
}

/** Google Forms: `POST …/formResponse`; an answer to each required question. */
function google(kept, request, path, given) {
  if (path !== "/forms/d/e/1FAIpQLSc/formResponse" || !given["entry.1045781291"]) return page("Something went wrong", 400);
  kept.push(given);
  return page("Your response has been recorded.");
}

const services = { formspree, web3forms, getform, google };

/** Opens a service of that name; of Netlify, with the `fields` in the site's HTML. `kept` is what was posted there. */
export async function start(name, { fields = [] } = {}) {
  const kept = [];
  const answer = name === "netlify" ? netlify(fields) : services[name];
  let next;
  // Google lets no page read what it says.
  const server = await serve(
    (request, url, body) => {
      const instead = next;
      next = undefined;
      if (instead) return instead;
      const given = request.method === "POST" ? read(request, body) : undefined;
      return given ? answer(kept, request, url.pathname, given) : page("Nothing here", 404);
    },
    { cors: name !== "google" },
  );
  return {
    ...server,
    kept,
    /** Answers the next request with this instead. */
    instead: (reply) => (next = reply),
  };
}
