// The colour fields: each a text and a picker, and what there is to say of them.

import { channels as parsed, report } from "./contrast.js";

const list = document.getElementById("contrast");
const pickers = [...document.querySelectorAll("input[data-for]")];

/** A picked colour is written into its field, as if it had been typed. */
export function pickColours() {
  for (const picker of pickers) {
    picker.addEventListener("input", () => {
      const field = document.getElementById(picker.dataset.for);
      field.value = picker.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
}

/** Shows the pickers as the fields are, and the verdicts; `take(name, colour)` is called for a better one. */
export function showColours(values, take) {
  for (const picker of pickers) {
    const found = parsed(values[picker.dataset.for]);
    if (found) picker.value = `#${found.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  }
  const verdicts = report(values);
  const told = JSON.stringify(verdicts);
  // A button must not be replaced while a finger is on it.
  if (list.dataset.told === told) return;
  list.dataset.told = told;
  list.replaceChildren(
    ...verdicts.map(({ about, enough, words, better }) => {
      const item = document.createElement("li");
      item.className = enough ? "clear" : "weak";
      item.append(words);
      if (better) {
        const button = Object.assign(document.createElement("button"), { type: "button", textContent: `Take ${better}` });
        button.onclick = () => take(about, better);
        item.append(button);
      }
      return item;
    }),
  );
}
