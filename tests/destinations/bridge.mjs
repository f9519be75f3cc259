// Our own side, asked in bulk: see examples/destination.rs.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The answers to these questions, in order. */
export function ask(...questions) {
  const output = execFileSync("cargo", ["run", "--quiet", "--example", "destination"], {
    cwd: root,
    input: questions.map((question) => JSON.stringify(question)).join("\n"),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return output.trimEnd().split("\n").map((line) => JSON.parse(line));
}

/** Makes a request of ours as the page's shell would. */
export async function make(request) {
  const headers = request.type ? { "content-type": request.type } : {};
  for (const [name, value] of Object.entries(request)) if (name.startsWith("header.")) headers[name.slice(7)] = value;
  let status = 0;
  let text = "";
  try {
    const reply = await fetch(request.url, { method: request.method, headers, body: request.body || undefined, redirect: "manual" });
    status = reply.status;
    text = await reply.text();
  } catch {
    // No reply.
  }
  let body = text;
  try {
    body = JSON.parse(text);
  } catch {
    // Then it is text.
  }
  return { status, body, text };
}

/** Sends a signature and returns what was asked, what came back, and what we made of it. */
export async function send(signature) {
  const [request] = ask({ signature });
  const { status, body, text } = await make(request);
  const [verdict] = ask({ destination: signature.destination, reply: { status, body }, signature });
  return { request, reply: { status, body, text }, verdict };
}

/** A signature as the form makes it. */
export const signature = (destination, more = {}) => ({
  id: crypto.randomUUID(),
  campaign: "library",
  destination,
  time: "2026-12-24T19:30:00.000Z",
  locale: "fr",
  page: "https://blog.example/library",
  headline: "Keep the library open",
  source: "x",
  referral: "k3token",
  consent: "no",
  consentText: "May we write to you?",
  consentVersion: "3",
  "field.first-name": "Zoé",
  "field.last-name": "Martin",
  "field.email": "zoe@example.org",
  "field.country": "FR",
  "field.comment": "It is “warm” there\nand & open",
  "field.show-name": "initial",
  ...more,
});
