// Asks once for the supporter's own server.
import { openDialog } from "./dialog.js";
import { startSpeaking } from "./program.js";

/** Opens the question for `channel`; answered, it goes on to the server. */
export async function server(host, channel) {
  const program = await startSpeaking(host.languages);
  const dialog = openDialog(host, program.ask_server(channel, "", false));
  dialog.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-server]")) return;
    event.preventDefault();
    const written = event.target.querySelector("input").value;
    const name = program.host(written);
    if (!name) {
      dialog.innerHTML = program.ask_server(channel, written, true);
      dialog.querySelector("input").focus();
      return;
    }
    host.store.save(`share-sign/1/server/${channel}`, name);
    host.element.refresh();
    dialog.close();
    host.element.share(channel);
  });
}
