// The tag of a card, from the settings that a program has.

const escape = (text) => `${text}`.replace(/[&"<>]/g, (sign) => ({ "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" })[sign]);

/** The element without its card: texts and numbers become attributes, lists and objects JSON. */
export function card(settings, content) {
  let tag = "<share-sign";
  const json = {};
  for (const [name, value] of Object.entries(settings)) {
    if (value == null || value === false) continue;
    if (typeof value === "object") {
      json[name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())] = value;
      continue;
    }
    const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (!/^[a-z][\w.:-]*$/.test(attribute)) throw new TypeError(`share-sign: "${name}" cannot be the name of an attribute.`);
    tag += ` ${attribute}="${value === true ? "" : escape(value)}"`;
  }
  // Nothing in there may look like the script's end.
  const inside = Object.keys(json).length ? `<script type="application/json">${JSON.stringify(json).replaceAll("<", "\\u003c")}</script>` : "";
  return `${tag}>${inside}${content}</share-sign>`;
}
