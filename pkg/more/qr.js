// The landing link as a QR code, to be shown, saved, and printed as a poster.
import { read } from "../edge.js";
import { openDialog } from "./dialog.js";
import { save } from "./file.js";
import { fill } from "../trusted.js";
import { startSpeaking } from "./program.js";

/** Opens the code. */
export async function qr(host, channel) {
  const program = await startSpeaking(host.languages);
  const { url } = read(host.ask("link", channel)[0]);
  const dialog = openDialog(host, program.qr(host.settings, url));
  dialog.addEventListener("click", ({ target }) => {
    const { poster } = target.dataset;
    if (poster) print(program, host, url, poster);
    else if ("save" in target.dataset) {
      const code = dialog.querySelector("svg")?.cloneNode(true);
      code?.setAttribute("xmlns", "http://www.w3.org/2000/svg");
      if (code) save(code.outerHTML, "image/svg+xml", "qr.svg");
    }
  });
}

// A document of its own, so that only the poster is printed. Its styles come as a
// sheet, which the strictest page allows.
function print(program, host, url, paper) {
  const frame = document.createElement("iframe");
  Object.assign(frame.style, { position: "fixed", width: 0, height: 0, border: 0 });
  frame.title = "";
  document.body.append(frame);
  const { contentDocument: sheet, contentWindow: view } = frame;
  sheet.title = document.title;
  sheet.documentElement.lang = host.languages[0];
  const styles = new view.CSSStyleSheet();
  styles.replaceSync(`${program.poster_style()} @page { size: ${paper} }`);
  sheet.adoptedStyleSheets = [styles];
  sheet.body.className = paper;
  sheet.body.dir = host.element.shadowRoot.querySelector("article").dir;
  fill(sheet.body, program.poster(host.settings, url));
  view.addEventListener("afterprint", () => frame.remove());
  view.focus();
  view.print();
}
