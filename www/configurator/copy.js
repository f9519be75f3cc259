// Puts a text on the clipboard, and says whether that worked.

import { say } from "./say.js";

/** Copies `text`; `shown` is the element that has it, to be copied by hand where that is all that is left. */
export async function copy(text, what, shown) {
  try {
    await navigator.clipboard.writeText(text);
    say(`${what} is copied.`);
  } catch {
    if (byCommand(text)) say(`${what} is copied.`);
    else if (shown) {
      getSelection().selectAllChildren(shown);
      say(`This browser does not let a page copy. ${what} is selected: press Ctrl+C, or ⌘C on a Mac.`);
    } else say("This browser does not let a page copy. Copy it from the address bar.");
  }
}

// For browsers that have no clipboard outside https, or ask for more rights.
function byCommand(text) {
  const focused = document.activeElement;
  const area = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  focused?.focus();
  return done;
}
