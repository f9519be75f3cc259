// The pages under test: a blog post with one petition on it, as its author
// would write it.

const escape = (text) => String(text).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

export function attributes(values) {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}="${escape(value)}"`)
    .join(" ");
}

/** What every petition here has unless a test says otherwise. */
export const library = {
  campaign: "keep-the-library",
  headline: "Keep the library open",
  text: "It is the only warm room in town that asks nothing of you.",
  target: "The town council",
  goal: "500 2000",
  signatures: "312",
  hashtags: "library books",
  channels: "facebook x email copy",
  destination: "local",
};

/** The element, `content` between its tags. */
export const element = (values = {}, content = `<p class="fallback">Fallback words</p>`) =>
  `<share-sign ${attributes({ ...library, ...values })}>${content}</share-sign>`;

export const script = `<script async src="/pkg/share-sign.js"></script>`;

/** A whole page around `body`. */
export const page = (body, { lang = "en", head = "", charset = "utf-8", scripts = script } = {}) => `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="${charset}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>A small blog</title>
    ${head}
    ${scripts}
  </head>
  <body>
    <h1>A small blog</h1>
    <p><a href="#end" id="before">First link</a></p>
    ${body}
    <p id="end"><textarea id="paste" aria-label="Paste here"></textarea></p>
  </body>
</html>`;

/** A page with one petition. */
export const post = (values, options) => page(element(values), options);
