const escape = (text) =>
  String(text).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll("\n", "&#10;");

function petition(settings, mail, json) {
  const attributes = Object.entries(settings).map(([name, value]) => `${name}="${escape(value)}"`);
  const more = json && `<script type="application/json">${JSON.stringify(json).replaceAll("<", "\\u003c")}</script>`;
  // Markdown leaves a <div> alone up to the first empty line, so there is none.
  return `<div>
<script async src="/share-sign/share-sign.js"></script>
<share-sign ${attributes.join(" ")}>
<p>${escape(settings.headline)}: <a href="mailto:${escape(mail)}">${escape(mail)}</a></p>
${more ?? ""}</share-sign>
</div>`;
}

export default function (eleventy) {
  for (const name of ["share-sign.js", "dist"]) {
    eleventy.addPassthroughCopy({ [`node_modules/share-sign/${name}`]: `share-sign/${name}` });
  }
  eleventy.addShortcode("petition", petition);
}
