// Asks once for the supporter's own server.
import { openDialog } from "./dialog.js";
import { startSpeaking } from "./program.js";
import { fill } from "../trusted.js";

/** Opens the question for `channel`; answered, it goes on to the server. An empty answer forgets the server. */
export async function server(host, channel) {
  const program = await startSpeaking(host.languages);
  const name = `share-sign/1/server/${channel}`;
  const known = host.store.load(name) ?? "";
  const dialog = openDialog(host, program.ask_server(channel, known, false));
  dialog.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-server]")) return;
    event.preventDefault();
    const written = event.target.querySelector("input").value;
    const found = program.host(written);
    if (found) {
      host.store.save(name, found);
      host.element.refresh();
      dialog.close();
      host.element.share(channel);
    } else if (known && !written.trim()) {
      host.store.forget(name);
      host.element.refresh();
      dialog.close();
    } else {
      fill(dialog, program.ask_server(channel, written, true));
      dialog.querySelector("input").focus();
    }
  });
}
