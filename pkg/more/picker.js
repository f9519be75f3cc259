// All channels in one dialog, to be searched.
import { drawEntries, openDialog } from "./dialog.js";
import { startSpeaking } from "./program.js";
import { server } from "./server.js";

const kept = 6;
const name = "share-sign/1/recent";

/** Opens the picker. */
export async function picker(host) {
  const [program] = await Promise.all([startSpeaking(host.languages), host.loadRows()]);
  host.element.refresh();
  const dialog = openDialog(host, program.picker(host.store.load(name) ?? ""));
  const draw = () => {
    drawEntries(host, dialog);
    search();
  };
  const input = dialog.querySelector("[type=search]");
  const status = dialog.querySelector("[role=status]");
  const nothing = status.dataset.empty;

  // Accents and capitals are no reason not to find a name.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  function search() {
    const wanted = plain(input.value.trim());
    let found = 0;
    for (const section of dialog.querySelectorAll(".category")) {
      for (const item of section.querySelectorAll("li")) {
        item.hidden = !`${plain(item.textContent)} ${item.dataset.id}`.includes(wanted);
      }
      const left = section.querySelectorAll("li:not([hidden])").length;
      section.hidden = !left;
      found += left;
    }
    status.textContent = found ? "" : nothing;
  }
  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      // Engines differ in whether a search field keeps this key to itself.
      event.preventDefault();
      if (!input.value) dialog.close();
      input.value = "";
      search();
    }
    if (event.key === "Enter" || event.key === "ArrowDown") {
      event.preventDefault();
      event.stopPropagation();
      const first = dialog.querySelector("li:not([hidden]) .channel");
      if (event.key === "Enter" && input.value) first?.click();
      else first?.focus();
    }
  });
  dialog.addEventListener("keydown", (event) => move(dialog, input, event));
  dialog.addEventListener("click", (event) => {
    const asked = event.target.dataset.server;
    if (asked) server(host, asked);
    const channel = event.target.closest("[data-channel]")?.dataset.channel;
    if (!channel) return;
    if (new URLSearchParams(host.settings).get("tracking") !== "off") {
      const recent = [channel, ...(host.store.load(name) ?? "").split(" ").filter((id) => id && id !== channel)];
      host.store.save(name, recent.slice(0, kept).join(" "));
    }
  });

  draw();
  await host.loadIcons();
  host.element.refresh();
  draw();
}

// Arrow keys go from channel to channel, as they look on the screen.
function move(dialog, input, event) {
  const here = dialog.getRootNode().activeElement;
  if (!here?.classList.contains("channel") || !event.key.startsWith("Arrow")) return;
  event.preventDefault();
  const shown = [...dialog.querySelectorAll("li:not([hidden]) .channel")];
  const forward = event.key === "ArrowDown" || event.key === (getComputedStyle(dialog).direction === "rtl" ? "ArrowLeft" : "ArrowRight");
  const { left, top } = here.getBoundingClientRect();
  const at = shown.indexOf(here);
  let next = shown[at + (forward ? 1 : -1)];
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const rows = (forward ? shown.slice(at + 1) : shown.slice(0, at).reverse()).filter((item) => {
      const box = item.getBoundingClientRect();
      return Math.abs(box.left - left) < 5 && Math.abs(box.top - top) > 5;
    });
    next = rows[0] ?? next;
  }
  (next ?? (forward ? here : input)).focus();
}
