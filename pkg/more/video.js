// Plays the campaign's video in the card, now that the supporter has asked for it.
import { start } from "./program.js";

/** Puts the player in the still's place; opens the video's page where there is none. */
export async function video(host) {
  const place = host.element.shadowRoot.querySelector("[data-later=video]");
  const link = place.querySelector("a");
  const [kind, address] = (await start()).player(link.href).split(" ");
  if (!address) {
    open(link.href, "_blank", "noopener,noreferrer");
    return;
  }
  const player = document.createElement(kind === "file" ? "video" : "iframe");
  player.title = host.element.shadowRoot.querySelector("[part=headline]")?.textContent ?? "";
  if (kind === "file") {
    Object.assign(player, { controls: true, autoplay: true, playsInline: true });
  } else {
    player.allow = "autoplay; fullscreen; picture-in-picture; encrypted-media";
    // The host plays only for a page that says which one it is.
    player.referrerPolicy = "strict-origin-when-cross-origin";
  }
  player.src = address;
  place.replaceChildren(player);
  player.focus();
}
