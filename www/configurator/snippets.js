// What to paste, and where, for each platform.

import { astro, react, svelte, vue } from "./snippets/components.js";
import { element, oneTag, script } from "./snippets/markup.js";

const BRACES = "{}";
const install = "In the project’s folder: `npm install share-sign`";

// Markdown leaves the inside of a div alone as long as no line in it is empty.
const inDiv = (settings) => `<div>\n${script(settings, BRACES)}\n${element(settings, { risky: BRACES })}\n</div>`;

/**
 * By id, in the order in which they are offered: name, whether the package is
 * installed there, steps, and files (`{ name, code }`) made of settings.
 */
export const platforms = {
  html: {
    name: "Any page",
    steps: ["Paste it into the page’s HTML where the card should appear."],
    files: (settings) => [{ name: "HTML", code: `${script(settings)}\n${element(settings)}` }],
  },
  tag: {
    name: "One tag",
    steps: ["For editors that remove elements they do not know.", "Paste it where the card should appear, within the body of the page."],
    files: (settings) => [{ name: "HTML", code: oneTag(settings) }],
  },
  blogger: {
    name: "Blogger",
    steps: [
      "For every page: Layout, “Add a gadget”, “HTML/JavaScript”. Paste it there and save.",
      "For one post: in the post’s editor choose “HTML view” at the pencil, and paste it where the card should appear.",
    ],
    // The theme of a Blogger page is XML, where each attribute has a value.
    files: (settings) => [{ name: "HTML", code: oneTag(settings, { async: 'async="async"', noscript: true }) }],
  },
  wordpress: {
    name: "WordPress",
    steps: [
      "In the post’s editor add the block “Custom HTML” and paste it there.",
      "WordPress keeps scripts only of people who may write “unfiltered HTML”: administrators and editors on a site of one’s own. If the card is gone after saving, ask such a person to paste it.",
    ],
    // Square brackets would be taken for a shortcode.
    files: (settings) => [{ name: "HTML", code: oneTag(settings, { risky: "[]{}", noscript: true }) }],
  },
  eleventy: {
    name: "Eleventy",
    steps: ["Paste it into a page or a layout: Markdown, Nunjucks, Liquid or HTML."],
    files: (settings) => [{ name: "HTML", code: inDiv(settings) }],
  },
  astro: {
    name: "Astro",
    npm: true,
    steps: [install, "Save it as `src/components/Petition.astro`.", "In a page, between the lines of three hyphens: `import Petition from \"../components/Petition.astro\";` and `<Petition />` where the card should appear."],
    files: (settings) => [{ name: "src/components/Petition.astro", code: astro(settings) }],
  },
  hugo: {
    name: "Hugo",
    steps: ["Save the first as `layouts/shortcodes/petition.html`.", "Write the second in a page’s Markdown where the card should appear."],
    files: (settings) => [
      { name: "layouts/shortcodes/petition.html", code: `${script(settings, BRACES)}\n${element(settings, { risky: BRACES })}` },
      { name: "In the page", code: "{{< petition >}}" },
    ],
  },
  react: {
    name: "React",
    npm: true,
    steps: [install, "Save it as `Petition.jsx`, and write `<Petition />` where the card should appear. React 19 or later."],
    files: (settings) => [{ name: "Petition.jsx", code: react(settings) }],
  },
  vue: {
    name: "Vue",
    npm: true,
    steps: [install, "Save it as `Petition.vue`, import it, and write `<Petition />` where the card should appear. Vue 3."],
    files: (settings) => [{ name: "Petition.vue", code: vue(settings) }],
  },
  svelte: {
    name: "Svelte",
    npm: true,
    steps: [install, "Save it as `Petition.svelte`, import it, and write `<Petition />` where the card should appear. Svelte 5."],
    files: (settings) => [{ name: "Petition.svelte", code: svelte(settings) }],
  },
};
