// The class behind <share-sign>: a shell that forwards the element's life to the
// program. It holds no policy, no words and no layout.
import { dress, withIcons, withProgram } from "./load.js";
import { read } from "./settings.js";

// On a server there is no HTMLElement, and importing this file must do no harm.
const Base = globalThis.HTMLElement ?? class {};

export class ShareSignElement extends Base {
  /** Directory of the script-tag file; the npm modules find their files by themselves. */
  static base;

  /** Registers the element. Harmless on a server, and when the name is taken already. */
  static define(name = "share-sign") {
    const registry = globalThis.customElements;
    if (registry && !registry.get(name)) registry.define(name, ShareSignElement);
  }

  #card;
  #loading;
  #watch;

  connectedCallback() {
    if (this.#card || this.#loading) return;
    this.#loading = true;
    whenParsed(this, () => this.#start());
  }

  disconnectedCallback() {
    // An element that is only moved comes back within the same task.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#watch?.disconnect();
      this.#card?.free();
      this.#card = undefined;
    });
  }

  #start() {
    const run = async () => {
      const { languages, settings } = read(this);
      await withProgram(languages, ShareSignElement.base, (program, locale) => this.#draw(program, settings, locale));
    };
    run().catch((error) => {
      console.error("share-sign: the widget could not start, so the page shows what stands inside the element.", error);
      const detail = { code: "load", message: `${error}` };
      this.dispatchEvent(new CustomEvent("share-sign:error", { bubbles: true, composed: true, detail }));
    }).finally(() => (this.#loading = false));
  }

  #draw(program, settings, locale) {
    if (!this.isConnected) return;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    dress(root);
    this.#card = new program.Card(this, root, settings, locale);
    this.#loaded();
    this.#watch = new MutationObserver(() => this.refresh());
    this.#watch.observe(this, { attributes: true, childList: true });
  }

  #loaded() {
    if (this.#card.lacksIcons()) withIcons(ShareSignElement.base, () => this.refresh());
  }

  /** Reads the settings again and redraws the card. Changed attributes do so by themselves. */
  refresh() {
    if (!this.#card) return;
    const { languages, settings } = read(this);
    withProgram(languages, ShareSignElement.base, (_, locale) => {
      this.#card?.configure(settings, locale);
      this.#card && this.#loaded();
    });
  }

  /** Does what a click on the channel does; call it inside a click. */
  share(channel) {
    this.#card?.share(channel);
  }

  /** The share links on the card: `[{ channel, href, text }]`. */
  links() {
    return JSON.parse(this.#card?.links() ?? "[]");
  }

  /** What this browser has counted for the campaign; null before the card is drawn. */
  stats() {
    return JSON.parse(this.#card?.stats() ?? "null");
  }

  /** The signatures of this campaign that wait on this device. */
  outbox() {
    return JSON.parse(this.#card?.outbox() ?? "[]");
  }
}

// While the page is still being parsed, the JSON inside the element may not be
// there yet. Something after the element tells that the element is complete.
function whenParsed(element, then) {
  const complete = () => {
    if (document.readyState !== "loading") return true;
    for (let node = element; node; node = node.parentNode) if (node.nextSibling) return true;
  };
  if (complete()) return then();
  const observer = new MutationObserver(check);
  document.addEventListener("readystatechange", check);
  observer.observe(document, { childList: true, subtree: true });
  function check() {
    if (!complete()) return;
    observer.disconnect();
    document.removeEventListener("readystatechange", check);
    then();
  }
}
