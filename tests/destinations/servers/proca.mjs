// A Proca server as a page meets it: GraphQL over HTTP against the schema beside this
// file, its rules for what a contact may be, and its way of telling what is wrong.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { buildSchema, GraphQLError } from "graphql";
import { createHandler } from "graphql-http";
import { serve } from "./http.mjs";

const NAME = /^\p{L}[\p{L}\s,'’.-]*$/u;
const BLANK = "can't be blank";
const FORMAT = "has invalid format";

/** What each part of a contact may be: longest, pattern, whether there must be one. */
const CONTACT = {
  firstName: { longest: 64, pattern: NAME, needed: true },
  lastName: { longest: 64, pattern: NAME },
  email: { longest: 64, pattern: /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/, needed: true },
  phone: { longest: 20, pattern: /^[+]?[0-9 ()-]+$/ },
};
const ADDRESS = {
  country: { longest: 2, pattern: /^[A-Z]{2}$/i },
  postcode: { longest: 10, pattern: /^[A-Z0-9- ]{1,10}$/i },
  locality: { longest: 64 },
  street: { longest: 128 },
};

function problems(given, rules) {
  return Object.entries(rules).flatMap(([field, { longest, pattern, needed }]) => {
    const text = given[field]?.trim();
    if (!text) return needed ? [{ message: BLANK, path: [field] }] : [];
    if (text.length > longest) return [{ message: `should be at most ${longest} character(s)`, path: [field] }];
    return pattern && !pattern.test(text) ? [{ message: FORMAT, path: [field] }] : [];
  });
}

/** Thrown by a resolver; each of `errors` becomes one of the reply's. */
class Refused extends Error {
  constructor(errors) {
    super("refused");
    this.errors = errors;
  }
}

function schema() {
  const built = buildSchema(readFileSync(new URL("proca.graphql", import.meta.url), "utf8"));
  built.getType("Json").parseValue = (text) => {
    if (typeof text !== "string") throw new GraphQLError("a text that is JSON was expected");
    return JSON.parse(text);
  };
  built.getType("Date").parseValue = (text) => {
    if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new GraphQLError("YYYY-MM-DD was expected");
    return text;
  };
  return built;
}

/** Serves action page 42. `actions` are those taken, as the resolver was given them. */
export async function start() {
  const actions = [];
  const people = () => new Set(actions.map(({ contact }) => contact.email.trim().toLowerCase()));
  const known = (id, field) => {
    if (id !== 42) throw new Refused([{ message: "action page not found", path: [field], extensions: { code: "not_found" } }]);
  };
  const rootValue = {
    actionPage({ id }) {
      known(id, "actionPage");
      const counted = [{ actionType: "register", count: actions.length }];
      return { id, campaign: { stats: { supporterCount: people().size, actionCount: counted } } };
    },
    addActionContact(given) {
      known(given.actionPageId, "addActionContact");
      const { contact } = given;
      const wrong = [...problems(contact, CONTACT), ...problems(contact.address ?? {}, ADDRESS)];
      if (wrong.length) throw new Refused(wrong);
      actions.push(given);
      const contactRef = createHash("sha256").update(`seed${contact.email.trim().toLowerCase()}`).digest("base64url");
      return { contactRef, firstName: contact.firstName };
    },
  };
  const answer = createHandler({
    schema: schema(),
    rootValue,
    // Proca names the field alone in the path, and tells all that is wrong at once.
    onOperation: (_, __, result) =>
      result.errors && {
        data: null,
        errors: result.errors.flatMap((error) => {
          const { originalError, locations } = error;
          return originalError instanceof Refused ? originalError.errors.map((one) => ({ ...one, locations })) : [error];
        }),
      },
  });
  let next;
  const server = await serve(async (request, _, body) => {
    const instead = next;
    next = undefined;
    if (instead) return instead;
    const [reply, { status, headers }] = await answer({
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: () => body,
      raw: request,
      context: {},
    });
    return { status, headers, body: reply ?? "" };
  });
  return {
    ...server,
    address: `${server.address}/api?id=42`,
    other: `${server.address}/api?id=7`,
    actions,
    /** Answers the next request with this instead. */
    instead: (reply) => (next = reply),
  };
}
