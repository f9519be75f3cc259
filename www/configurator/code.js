// The code for the chosen platform, and how to put it in.

import { copy } from "./copy.js";
import { platforms } from "./snippets.js";

const files = document.getElementById("files");
const steps = document.getElementById("steps");

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/** A sentence, with what stands between backticks as code. */
const step = (text) => make("li", {}, ...text.split("`").map((piece, at) => (at % 2 ? make("code", { textContent: piece }) : piece)));

/** Shows what to paste, and where. */
export function showCode(platform, settings) {
  const { name, steps: words, files: list } = platforms[platform] ?? platforms.html;
  const made = list(settings);
  const told = `${name}\n${made.map(({ code }) => code).join("\n")}`;
  // What somebody has selected, or is about to press, stays as long as it is right.
  if (files.dataset.told === told) return;
  files.dataset.told = told;
  steps.replaceChildren(...words.map(step));
  files.replaceChildren(
    ...made.flatMap(({ name: file, code }, at) => {
      const title = make("h3", { textContent: file, id: `file-${at}` });
      const shown = make("pre", { tabIndex: 0 }, make("code", { textContent: code }));
      shown.setAttribute("role", "group");
      shown.setAttribute("aria-labelledby", title.id);
      const button = make("button", { type: "button", className: "copy first", textContent: "Copy the code", onclick: () => copy(code, "The code", shown) });
      if (made.length > 1) button.setAttribute("aria-label", `Copy the code: ${file}`);
      return [make("div", { className: "file" }, title, button), shown];
    }),
  );
}
