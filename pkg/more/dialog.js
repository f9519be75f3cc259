// A dialog in the card's own shadow root, so that it looks like the card.
import { css } from "../dist/more.js";
import { fill } from "../trusted.js";

let sheet;

/** Adds the styles of what comes later to the card's own. */
export function dress(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/**
 * Opens a dialog with `html` inside. `host` is what the card lends; `closed` is
 * called when it is over.
 */
export function openDialog(host, html, closed) {
  const root = host.element.shadowRoot;
  dress(root);
  root.querySelector("dialog")?.close();
  const card = root.querySelector("article");
  const dialog = document.createElement("dialog");
  dialog.setAttribute("part", "dialog");
  dialog.setAttribute("aria-labelledby", "dialog");
  dialog.className = card.className.replace("card", "");
  dialog.dir = card.dir;
  dialog.lang = host.languages[0];
  fill(dialog, html);
  // What happens in here is no business of the card's form.
  for (const type of ["input", "focusout", "submit"]) dialog.addEventListener(type, (event) => event.stopPropagation());
  // A click beside the dialog lands on its backdrop, which is the dialog itself.
  dialog.addEventListener("click", (event) => event.target === dialog && outside(dialog, event) && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    closed?.();
  });
  root.append(dialog);
  dialog.showModal();
  return dialog;
}

function outside(dialog, { clientX, clientY }) {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

/** Lets the card draw its links into the places that are meant for them. */
export function drawEntries(host, dialog) {
  for (const place of dialog.querySelectorAll("[data-entry]")) {
    const [html] = host.ask("entry", place.dataset.entry);
    const missing = place.dataset.entry === "device" && !navigator.share;
    if (html && !missing) fill(place, html);
    else (place.closest("li") ?? place).remove();
  }
}
