// Which channels stand on the card. The list of all of them is the package's own,
// and is loaded when somebody looks at it or a link names some.

import { chooser } from "./chooser.js";

const root = document.getElementById("channels");

const categories = { device: "On the device", messenger: "Messengers", social: "Networks", mail: "Mail", federated: "Federated", professional: "Work", blog: "Blogs", bookmark: "Bookmarks", other: "Other" };

// Those whose names each language has its own words for.
const named = { device: "The device’s own share sheet", copy: "Copy the link", "copy-text": "Copy the message", qr: "QR code", print: "Poster to print", sms: "Text message", email: "Email" };

const load = async () => {
  const { channels } = await import("../pkg/dist/links.js");
  return channels()
    .map(({ id, name, category }) => ({ id, name: name || named[id] || id, category: categories[category] ?? category }))
    .sort((a, b) => Object.values(categories).indexOf(a.category) - Object.values(categories).indexOf(b.category));
};

/** `changed(text)` is called with the setting after each change. */
export function channels(changed) {
  let list;
  let known;
  let wanted = "";

  async function ready() {
    known ??= load();
    const offers = await known;
    list ??= chooser(root, { offers, changed: (ids) => changed(ids.join(" ")) });
    return offers;
  }

  async function show(setting) {
    wanted = setting;
    const ids = setting.split(/[\s,]+/).filter(Boolean);
    const names = ids.length ? `: ${ids.length} chosen` : "";
    root.querySelector("summary").textContent = `Channels on the card${names}`;
    if (!ids.length && !list) return "";
    const offers = await ready();
    if (wanted !== setting) return "";
    list.show(ids);
    const unknown = ids.filter((id) => !offers.some((offer) => offer.id === id));
    return unknown.length ? `There is no channel called ${unknown.map((id) => `“${id}”`).join(", ")}.` : "";
  }

  root.addEventListener("toggle", async () => {
    if (!root.open) return;
    await ready();
    show(wanted);
  });
  return { show };
}
