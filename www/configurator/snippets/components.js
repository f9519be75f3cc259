// The card in the notations of React, Vue, Svelte and Astro.

import { indent, json, string } from "../escape.js";
import { element, fallback } from "./markup.js";

// What needs no thought in double quotes, in JSX and in Svelte alike.
const harmless = (text) => /^[\w .,:;/?=*+!#-]*$/.test(text) && !/ {2}/.test(text);
const quoted = (text) => (harmless(text) ? `"${text}"` : `{${string(text)}}`);

/** JSON for a script element, as a string of JavaScript. */
const jsonString = (options) => string(json({ destination: options }).replace(/\n\s*/g, " "));

function children(settings) {
  const said = fallback(settings);
  if (!said) return [];
  const strong = said.headline && `<strong>{${string(said.headline)}}</strong>`;
  const link = said.href && `<a href=${quoted(said.href)}>${said.word}</a>`;
  return [`<p>${[strong, link].filter(Boolean).join(" ")}</p>`];
}

/** A component of React. */
export function react(settings) {
  const { attributes, options, style } = settings;
  const lines = Object.entries(attributes).map(([name, text]) => `${name}=${quoted(text)}`);
  const styles = Object.entries(style).map(([name, text]) => `"${name}": ${string(text)}`);
  if (styles.length) lines.push(`style={{ ${styles.join(", ")} }}`);
  const inside = [...(options ? [`<script type="application/json" dangerouslySetInnerHTML={{ __html: ${jsonString(options)} }} />`] : []), ...children(settings)];
  return `"use client";

import "share-sign";

export function Petition() {
  return (
    <share-sign
${indent(lines.join("\n"), 6)}
    >
${indent(inside.join("\n"), 6)}
    </share-sign>
  );
}
`;
}

/** A component of Svelte. */
export function svelte(settings) {
  const { attributes, options, style } = settings;
  const lines = Object.entries(attributes).map(([name, text]) => `${name}=${quoted(text)}`);
  for (const [name, text] of Object.entries(style)) lines.push(`style:${name}=${quoted(text)}`);
  const head = `<script>\n  import "share-sign";\n</script>\n`;
  // Svelte takes the text of a script element as it stands.
  const inside = [...(options ? [`<script type="application/json">\n${json({ destination: options })}\n</script>`] : []), ...children(settings)];
  return `${head}
<share-sign
${indent(lines.join("\n"), 2)}
>
${indent(inside.join("\n"), 2)}
</share-sign>
`;
}

/** A component of Vue. */
export function vue(settings) {
  const { attributes, options, style } = settings;
  if (!options) {
    // With v-pre Vue leaves the element and its braces as they are, and does not
    // look for a component of its name.
    return `<script setup>
import "share-sign";
</script>

<template>
${indent(element(settings, { risky: "{}" }).replace("<share-sign", "<share-sign v-pre"), 2)}
</template>
`;
  }
  // Vue drops script elements from its templates, so the JSON comes by another way.
  const all = { ...attributes, ...(Object.keys(style).length && { style }) };
  const words = fallback(settings);
  const lines = Object.entries(all).map(([name, value]) =>
    typeof value === "string" ? `${string(name)}: ${string(value)},` : `style: { ${Object.entries(value).map(([key, text]) => `${string(key)}: ${string(text)}`).join(", ")} },`,
  );
  const inside = [`h("script", { type: "application/json", innerHTML: ${jsonString(options)} }),`];
  if (words) {
    const parts = [words.headline && `h("strong", ${string(words.headline)})`, words.href && `h("a", { href: ${string(words.href)} }, ${string(words.word)})`].filter(Boolean);
    inside.push(`h("p", [${parts.join(`, " ", `)}]),`);
  }
  return `<script setup>
import { h } from "vue";
import "share-sign";

const Petition = () =>
  h("share-sign", {
${indent(lines.join("\n"), 4)}
  }, [
${indent(inside.join("\n"), 4)}
  ]);
</script>

<template>
  <Petition />
</template>
`;
}

/** A component of Astro. */
export function astro(settings) {
  // Astro hands quoted attributes of custom elements on as JavaScript, where a
  // backslash would begin an escape; so whatever needs thought is JavaScript here.
  const said = { risky: "{}`$\\", within: " is:inline", value: quoted };
  return `${element(settings, said)}

<script>
  import "share-sign";
</script>
`;
}
