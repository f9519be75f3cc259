// The supporter's own message, with what each channel makes of it.
import { read } from "../edge.js";
import { drawEntries, openDialog } from "./dialog.js";
import { startSpeaking } from "./program.js";
import { fill } from "../trusted.js";

/** Opens the composer. */
export async function composer(host) {
  const program = await startSpeaking(host.languages);
  const { campaign, variant = "" } = read(host.ask("link", "copy")[0]);
  const name = `share-sign/1/message/${campaign}`;
  let own = host.store.load(name) ?? "";
  const dialog = openDialog(host, program.composer(host.settings, variant, own, !!own && !host.store.held(name)));
  const message = dialog.querySelector("#message");
  const keep = dialog.querySelector("#keep");
  const previews = dialog.querySelector("[data-previews]");

  function draw() {
    const links = [...host.element.shadowRoot.querySelectorAll("article [data-channel]")]
      .flatMap(({ dataset }) => host.ask("link", dataset.channel))
      .join("\n");
    fill(previews, program.previews(host.settings, links, own));
    drawEntries(host, previews);
  }
  function use(text) {
    own = text.trim();
    if (!own) host.store.forget(name);
    else if (keep.checked) host.store.save(name, own);
    else host.store.hold(name, own);
    host.element.refresh();
    draw();
  }
  message.addEventListener("input", () => use(message.value));
  keep.addEventListener("change", () => use(message.value));
  dialog.addEventListener("click", ({ target }) => {
    const { wording } = target.dataset;
    if (wording === undefined && !("reset" in target.dataset)) return;
    message.value = wording ?? message.dataset.suggested;
    if (wording === undefined) keep.checked = false;
    use(wording ?? "");
    message.focus();
  });
  draw();
}
