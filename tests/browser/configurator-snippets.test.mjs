// What the configurator makes of what is filled in: code for each platform, a link,
// and words for what is wrong.

import assert from "node:assert/strict";
import test from "node:test";
import { read, rendered } from "./configurator-pasted.mjs";
import { nearest, ratio, report } from "../../www/configurator/contrast.js";
import { destinations } from "../../www/configurator/destinations.js";
import { read as open, write } from "../../www/configurator/link.js";
import { settings } from "../../www/configurator/settings.js";
import { platforms } from "../../www/configurator/snippets.js";
import { initial, problems } from "../../www/configurator/values.js";

const plain = { ...initial(), headline: "Keep the library open", to: "json", address: "https://example.org/signatures" };

/** Texts that have broken pages before. */
const nasty = [
  `"'><script>alert(1)</script><b x='`,
  "</share-sign></div></template></script><!-- --> ]]>",
  "{{ doctor }} {% raw %} {# no #} {{< shortcode >}} ${alert(1)} {doctor} {{{ }}}",
  "[gallery] [caption]text[/caption] [[double]] &amp; &lt; &#123; &copy",
  "back\\slash \\n \\u003c \\\" `tick` $& $1 *star* _line_ # not a title",
  "one\n\ntwo\r\n\tthree\n---\n***\n    four",
  "é ß 𝕊 👩‍⚕️ \u2028\u2029 \u00a0 שלום مرحبا 中文 zero\u200dwidth",
  "--> <? ?> <%= %> @click=x v-html=x :x=y bind:x on:y #{x} @{y} :::",
  " starts and ends with space ",
];
const spaces = (text) => text.replace(/\s+/g, " ").trim();

// A sequence that is the same on each run, so that what fails fails again.
function chance(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % limit;
  };
}

/** Pieces of nasty texts, put together by chance. */
function mixtures(count) {
  const next = chance(20261124);
  const pieces = nasty.flatMap((text) => text.match(/[\s\S]{1,4}/gu));
  return Array.from({ length: count }, () => Array.from({ length: 6 + next(12) }, () => pieces[next(pieces.length)]).join(""));
}

test("every text comes out of every platform's snippet as it went in", { timeout: 120000 }, async () => {
  // A form and a link give line feeds only.
  const texts = [...nasty, ...mixtures(11)].map((text) => text.replace(/\r\n?/g, "\n"));
  const campaigns = texts.map((text, at) => ({
    ...initial(),
    headline: text,
    text: texts[(at + 1) % texts.length],
    target: texts[(at + 2) % texts.length],
    consent: "opt-in",
    consentText: texts[(at + 3) % texts.length],
    messages: texts[(at + 4) % texts.length],
    url: `https://example.org/?a=${at}&copy=1&x=%7B%7B'{{}}`,
    accent: "#aa3311",
    ...(at % 2 ? { to: "postgrest", address: "https://abc.supabase.co/rest/v1/signatures", key: "sb_publishable_x" } : { to: "mailto", address: "a@example.org?subject=a%20b&cc=b@example.org" }),
  }));
  assert.deepEqual(Object.keys(rendered), Object.keys(platforms).sort((a, b) => Object.keys(rendered).indexOf(a) - Object.keys(rendered).indexOf(b)), "every platform is tested");
  for (const [platform, render] of Object.entries(rendered)) {
    const made = campaigns.map((values) => settings(values));
    const pages = await render(made.map((one) => platforms[platform].files(one)[0].code));
    pages.forEach((html, at) => {
      const where = `${platform}: ${JSON.stringify(campaigns[at].headline)}`;
      const { attributes, settings: json, text, elements } = read(html);
      const { style, "v-pre": pre, ...said } = attributes;
      const oneTag = ["tag", "blogger", "wordpress"].includes(platform);
      const options = made[at].options;
      const wanted = { ...made[at].attributes };
      if (oneTag && options) Object.assign(wanted, { "destination.to": options.to, "destination.headers.apikey": options.headers.apikey });
      assert.deepEqual(said, wanted, where);
      assert.match(style.replaceAll(" ", ""), /^--share-sign-accent:#aa3311;?$/, where);
      if (oneTag) return;
      assert.deepEqual(json, options && { destination: options }, where);
      assert.equal(spaces(text), spaces(`${campaigns[at].headline} Read and sign`), where);
      assert.deepEqual(elements, ["p", "strong", "a"], where);
    });
  }
});

test("a link opens what it was made of, and nothing else", () => {
  for (const text of [...nasty, ...mixtures(200)]) {
    const values = { ...initial(), headline: text, messages: text, channels: "x email", to: "google", names: text };
    const wanted = Object.fromEntries(Object.entries(values).map(([name, one]) => [name, one.replaceAll("\r\n", "\n")]));
    const { filled, unknown } = open(`#${write(values)}`);
    assert.deepEqual(filled, wanted);
    assert.deepEqual(unknown, []);
  }
  assert.equal(write(initial()), "");
  assert.deepEqual(open("#__proto__=x&goal=5&constructor=y").unknown, ["__proto__", "constructor"]);
  assert.equal(open(`#text=${"a".repeat(50000)}`).filled.text.length, 10000);
});

test("wrong values are named, and stay out of the code", () => {
  const wrong = {
    goal: "1.000", deadline: "2030-02-30", url: "library.example", image: "javascript:alert(1)", campaign: "Zoé!", signatures: "-1", privacyUrl: "data:text/html,x",
    to: "carrier-pigeon", fields: "name* shoe-size", consent: "maybe", theme: "purple", accent: "teal", locale: "xx", tracking: "all", radius: "9", base: "//",
  };
  for (const [name, text] of Object.entries(wrong)) {
    const values = { ...plain, [name]: text };
    const said = problems(values);
    assert.ok(said[name]?.length > 10, name);
    const code = Object.values(platforms).map(({ files }) => files(settings(values, said))[0].code).join("\n");
    // Short ones also occur elsewhere in the code.
    if (text.length > 3) assert.ok(!code.includes(text), `${name} is in the code`);
  }
  assert.deepEqual(problems(plain), {});
  assert.match(problems({ ...plain, url: "example.org/x" }).url, /https:\/\/example\.org\/x/);
});

test("each destination says what it lacks, and becomes a setting once it has it", () => {
  const complete = {
    google: [{ address: "https://docs.google.com/forms/d/e/1FAIp/viewform", names: "name = entry.1\nemail=entry.22" }, { to: "form:https://docs.google.com/forms/d/e/1FAIp/viewform", fields: { name: "entry.1", email: "entry.22" } }],
    form: [{ address: "https://formspree.io/f/abc" }, "form:https://formspree.io/f/abc"],
    web3forms: [{ key: "0f-1a" }, { to: "form:https://api.web3forms.com/submit", set: { access_key: "0f-1a" } }],
    netlify: [{ address: "/", key: "petition" }, { to: "form:/", set: { "form-name": "petition" } }],
    postgrest: [{ address: "https://a.supabase.co/rest/v1/signatures", key: "sb_publishable_1" }, { to: "postgrest:https://a.supabase.co/rest/v1/signatures", headers: { apikey: "sb_publishable_1" } }],
    osdi: [{ address: "https://actionnetwork.org/api/v2/petitions/1" }, "osdi:https://actionnetwork.org/api/v2/petitions/1"],
    proca: [{ address: "https://api.proca.app/api?id=42" }, "proca:https://api.proca.app/api?id=42"],
    mailto: [{ address: "petition@example.org" }, "mailto:petition@example.org"],
    link: [{ address: "https://petition.example/x" }, "link:https://petition.example/x"],
    couchdb: [{ address: "https://sign.example.org/signatures" }, "couchdb:https://sign.example.org/signatures"],
    json: [{ address: "https://example.org/signatures" }, "json:https://example.org/signatures"],
    local: [{}, "local"],
    none: [{}, undefined],
  };
  assert.deepEqual(Object.keys(complete).sort(), Object.keys(destinations).sort());
  for (const [kind, [given, wanted]] of Object.entries(complete)) {
    const values = { ...initial(), to: kind, ...given };
    assert.deepEqual(problems(values), {}, kind);
    const { attributes, options } = settings(values);
    assert.deepEqual(options ?? attributes.destination, wanted, kind);
    if (!Object.keys(given).length) continue;
    const lacking = { ...initial(), to: kind };
    assert.notDeepEqual(problems(lacking), {}, kind);
    assert.equal(settings(lacking, problems(lacking)).attributes.destination, undefined, kind);
  }
  const supabase = { ...plain, to: "postgrest", address: "https://a.supabase.co/rest/v1/signatures" };
  const secret = `x.${Buffer.from('{"role":"service_role"}').toString("base64url")}.y`;
  for (const key of ["sb_secret_abc", secret]) assert.match(problems({ ...supabase, key }).key, /secret/);
  assert.match(problems({ ...plain, to: "google", address: "https://docs.google.com/forms/d/e/1/viewform", names: "name = entry.1" }).names, /email/);
  assert.match(problems({ ...plain, to: "osdi", address: "https://a.org/1", fields: "name*" }).fields, /email/);
});

test("contrast is what WCAG says it is", () => {
  assert.equal(ratio("#000", "#fff"), 21);
  assert.equal(ratio("#767676", "#ffffff").toFixed(2), "4.54");
  assert.equal(ratio("#ffffff", "#777777").toFixed(2), "4.48");
  const [text, button, beside] = report({ ...initial(), ink: "#777777", accent: "#ffee00" });
  assert.deepEqual([text.enough, button.enough, beside.enough], [false, false, false]);
  assert.match(text.words, /4\.4 to 1.*Too weak.*4\.5/);
  for (const { better } of [text, button, beside]) assert.match(better, /^#[0-9a-f]{6}$/);
  const next = chance(7);
  for (let times = 0; times < 200; times += 1) {
    const [one, other] = [0, 0].map(() => `#${next(0x1000000).toString(16).padStart(6, "0")}`);
    assert.ok(ratio(nearest(one, other, 4.5), other) >= 4.5, `${one} on ${other}`);
  }
});
