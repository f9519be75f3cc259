// What the form of the card asks for.

import { chooser } from "./chooser.js";
import { fieldNames } from "./values.js";

const root = document.getElementById("fields");
const offers = Object.entries(fieldNames).map(([id, name]) => ({ id, name, category: "" }));

/** `name* email` as ids and those among them that are required. */
function parse(text) {
  const words = text.split(" ").filter(Boolean);
  return { ids: words.map((word) => word.replace("*", "")), required: new Set(words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1))) };
}

/** `changed(text)` is called with the setting after each change. */
export function fields(changed) {
  let required = new Set();
  let current = [];
  const text = () => current.map((id) => (required.has(id) ? `${id}*` : id)).join(" ");
  const list = chooser(root, {
    offers,
    row(id, name) {
      const tick = Object.assign(document.createElement("input"), { type: "checkbox", checked: required.has(id) });
      tick.setAttribute("aria-label", `${name} must be filled in`);
      tick.onchange = () => {
        if (tick.checked) required.add(id);
        else required.delete(id);
        changed(text());
      };
      const label = document.createElement("label");
      label.append(tick, "required");
      return label;
    },
    changed(ids) {
      current = ids;
      changed(text());
    },
  });
  return {
    show(setting) {
      const { ids, required: now } = parse(setting);
      if (setting === text()) return summary(ids);
      required = now;
      current = ids;
      // Ticks are drawn with their rows.
      list.show([]);
      list.show(ids);
      summary(ids);
    },
  };

  function summary(ids) {
    const names = ids.map(list.nameOf).join(", ");
    root.querySelector("summary").textContent = `What the form asks: ${names || "nothing"}`;
  }
}
