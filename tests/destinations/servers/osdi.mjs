// A petition in a service that speaks OSDI, as the specification and Action Network's
// documentation describe them: people are matched by email address and phone number,
// and each signs a petition once.

import { serve } from "./http.mjs";

const HAL = { "content-type": "application/hal+json" };
const KEY = "secret-key";
const PETITION = "/api/v2/petitions/0b2d6c1e-7a43-4f58-9c3e-5d1f8e6a2b90";

/** An `osdi:error` (https://opensupporter.github.io/osdi-docs/errors.html). */
function invalid(...error_descriptions) {
  const resource_status = [{ resource: "osdi:person", response_code: 400, error_descriptions }];
  return { status: 400, headers: HAL, body: { "osdi:error": { request_type: "atomic", response_code: 400, resource_status } } };
}

/** What is wrong with a person, as error descriptions. */
function problems(person) {
  const wrong = [];
  const email = person?.email_addresses?.[0]?.address;
  const phone = person?.phone_numbers?.[0]?.number;
  if (!email && !phone) wrong.push({ error_code: "NO_CONTACT", description: "An email address or a phone number is required" });
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    wrong.push({ error_code: "EMAIL", description: "Email is invalid", properties: ["email_addresses[0].address"] });
  }
  const [address] = person?.postal_addresses ?? [];
  if (address?.country && !/^[A-Z]{2}$/.test(address.country)) {
    wrong.push({ error_code: "COUNTRY", description: "Not a country", properties: ["postal_addresses[0].country"] });
  }
  const status = person?.email_addresses?.[0]?.status;
  if (status !== undefined && status !== "subscribed") {
    wrong.push({ error_code: "STATUS", description: "The only valid status is subscribed", properties: ["email_addresses[0].status"] });
  }
  return wrong;
}

/** Opens a petition. `address` is that of its resource. */
export async function start() {
  const people = [];
  const signatures = [];
  const answered = [];
  const tags = ["library"];
  let next;

  function matched({ email_addresses, phone_numbers }) {
    const email = email_addresses?.[0]?.address.trim().toLowerCase();
    const phone = phone_numbers?.[0]?.number.replace(/\D/g, "");
    let one = people.find((known) => (email && known.email === email) || (phone && known.phone === phone));
    if (!one) {
      // Whoever is new goes on the list, whatever was sent.
      one = { email, phone, status: "subscribed", tags: new Set() };
      people.push(one);
    }
    return one;
  }

  function sign(body, posted) {
    const wrong = problems(body.person);
    if (wrong.length) return invalid(...wrong);
    const one = matched(body.person);
    one.person = { ...one.person, ...body.person };
    if (body.person.email_addresses?.[0]?.status) one.status = "subscribed";
    for (const tag of body.add_tags ?? []) if (tags.includes(tag)) one.tags.add(tag);
    let signature = signatures.find((known) => known.one === one);
    if (!signature) {
      signature = { one };
      signatures.push(signature);
    }
    Object.assign(signature, { body, endpoint: posted });
    if (body.triggers?.autoresponse?.enabled === true) answered.push(one.email);
    // Without a key the status is all that is told.
    return { headers: HAL, body: {} };
  }

  const server = await serve((request, url, text) => {
    const instead = next;
    next = undefined;
    if (instead) return { headers: HAL, ...instead };
    const [, endpoint] = url.pathname.match(`^${PETITION}(?:/(signatures|record_signature_helper))?$`) ?? [];
    if (!url.pathname.startsWith(PETITION) || (!endpoint && url.pathname !== PETITION)) {
      return { status: 404, headers: HAL, body: { error: "Couldn't find Petition" } };
    }
    if (!endpoint) {
      if (request.headers["osdi-api-token"] !== KEY) {
        return { status: 403, headers: HAL, body: { error: "API Key invalid or not present" } };
      }
      return { headers: HAL, body: { title: "Keep the library open", total_signatures: signatures.length } };
    }
    if (!/^application\/(hal\+)?json\b/.test(request.headers["content-type"] ?? "")) return { status: 415, headers: HAL, body: {} };
    return sign(JSON.parse(text), endpoint);
  });
  return {
    ...server,
    address: `${server.address}${PETITION}`,
    people,
    signatures,
    /** Whom the service thanked by mail. */
    answered,
    key: KEY,
    /** Answers the next request with this instead. */
    instead: (reply) => (next = reply),
  };
}
