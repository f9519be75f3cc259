// The class behind <share-sign>: a shell that forwards the element's life and
// what the supporter does to the program. It holds no policy, no words and no layout.
import { ask, cards, flush, forget, held, hold, load, read, save } from "./edge.js";
import { dress, loadAllIcons, loadIcons, loadMore, loadRows, withProgram } from "./load.js";
import { patch } from "./patch.js";
import { startPost, stopPost } from "./post.js";
import { whenSeen } from "./seen.js";
import { readSettings } from "./settings.js";

// On a server there is no HTMLElement, and importing this file must do no harm.
const Base = globalThis.HTMLElement ?? class {};

const heard = ["click", "auxclick", "submit", "focusout", "input"];
const pointer = ["pointerdown", "pointerup", "pointercancel"];
let lastCard = 0;
// What this page load has counted already, by kind and campaign.
const counted = new Set();

export class ShareSignElement extends Base {
  /** Directory of the script-tag file; the npm modules find their files by themselves. */
  static base;

  /** Registers the element. Harmless on a server, and when the name is taken already. */
  static define(name = "share-sign") {
    const registry = globalThis.customElements;
    if (registry && !registry.get(name)) registry.define(name, ShareSignElement);
  }

  #program;
  #card;
  #campaign;
  #starting;
  #drawing;
  #pressed;
  #focus;
  #languages;
  #settings;
  #files;
  #said = new Set();
  #stop;

  connectedCallback() {
    if (this.#program || this.#starting) return;
    this.#starting = true;
    whenParsed(this, () => this.refresh());
  }

  disconnectedCallback() {
    // An element that is only moved comes back within the same task.
    queueMicrotask(() => this.isConnected || this.#close());
  }

  /** Reads the settings again and draws the card. Changed attributes do so by themselves. */
  refresh() {
    this.#run(async () => {
      if (!this.isConnected) return;
      const { languages, settings, landed } = readSettings(this);
      this.#languages = languages;
      this.#settings = settings;
      await withProgram(languages, ShareSignElement.base, (program, locale) => this.#open(program, settings, locale, landed));
    });
  }

  #open(program, settings, locale, landed) {
    if (!this.isConnected) return;
    const first = !this.#program;
    if (first) {
      this.#program = program;
      this.#card = ++lastCard;
      cards.set(this.#card, this);
    }
    const lacking = program.open(this.#card, settings, locale, landed | (navigator.share ? 2 : 0));
    this.#draw();
    const root = this.shadowRoot;
    // Without them the card has the channels that it knows.
    if (lacking) loadRows(ShareSignElement.base).then(() => this.refresh(), (error) => console.warn("share-sign: the other channels could not be loaded.", error));
    if (root.querySelector("[data-later]:empty") || (first && settings.includes("shareImage="))) this.#more("fill");
    if (!first) return;

    this.#starting = false;
    this.#stop = new AbortController();
    for (const type of heard) root.addEventListener(type, this, this.#stop);
    for (const type of pointer) document.addEventListener(type, this, this.#stop);
    const observer = new MutationObserver(() => this.refresh());
    observer.observe(this, { attributes: true, childList: true });
    const seen = whenSeen(this, () => this.#once("view") && this.#act("seen"));
    for (const watch of [observer, seen]) this.#stop.signal.addEventListener("abort", () => watch.disconnect());
    startPost(program, () => cards.forEach((element) => element.#draw()));
  }

  #close() {
    this.#stop?.abort();
    clearTimeout(this.#pressed);
    this.#pressed = undefined;
    this.#program?.close(this.#card);
    cards.delete(this.#card);
    this.#program = undefined;
    this.#starting = false;
    if (!cards.size) stopPost();
  }

  // Whether this is the first time on this page load for `what` of the campaign.
  #once(what) {
    const key = `${what} ${this.#campaign}`;
    return !counted.has(key) && counted.add(key);
  }

  #draw() {
    const [html] = ask(() => this.#program?.html(this.#card));
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    dress(root);
    // Taking a focused field away makes it lose the focus, which is no news.
    this.#drawing = true;
    // With nothing to say the card steps aside for what stands inside the element.
    patch(root, html ?? "<slot></slot>");
    this.#drawing = false;
    const target = this.#focus && root.getElementById(this.#focus);
    this.#focus = undefined;
    target?.focus();
    if (target?.readOnly) target.select();
    // Icons adorn; without them the names are there.
    for (const { dataset } of root.querySelectorAll("article [data-icons]")) {
      const group = dataset.icons;
      if (this.#said.has(group)) continue;
      this.#said.add(group);
      loadIcons(ShareSignElement.base, group).then(() => this.refresh(), () => {});
    }
    flush();
  }

  // Does `name` of the parts that load when they are asked for.
  #more(name, channel) {
    const host = {
      element: this,
      languages: this.#languages,
      settings: this.#settings,
      lend: (files) => (this.#files = files),
      store: { forget, held, hold, load, save },
      ask: (call, ...values) => ask(() => this.#program?.[call](this.#card, ...values)),
      loadRows: () => loadRows(ShareSignElement.base),
      loadIcons: () => loadAllIcons(ShareSignElement.base),
    };
    loadMore(ShareSignElement.base)
      .then((more) => more[name](host, channel))
      .catch((error) => {
        console.error("share-sign: a part of the widget could not be loaded.", error);
        if (this.#program) this.#act("failed");
      });
  }

  /** Called by the program: the focus moves there once the card is drawn. */
  focusLater(id) {
    this.#focus = id;
  }

  #act(name, ...values) {
    this.#program[name](this.#card, ...values);
    // Nothing may move away from under a finger that is down: the click would be
    // lost. It is drawn when the click is over.
    if (!this.#pressed) this.#draw();
    flush();
  }

  // A program that failed is not asked again; what stands inside the element shows.
  async #run(task) {
    try {
      await task();
    } catch (error) {
      this.#close();
      if (this.shadowRoot) this.shadowRoot.innerHTML = "<slot></slot>";
      console.error("share-sign: the widget does not work here, so the page shows what stands inside the element.", error);
      this.raise("error", { code: "failed", message: `${error}` });
    }
  }

  /** Called by the program, too: raises an event; false where a listener objected. */
  raise(name, detail, cancelable = false) {
    if (name === "memory-only") {
      if (counted.has(name)) return true;
      counted.add(name);
      console.warn("share-sign: this browser stores nothing for this page; counts last until it is left.");
      return true;
    }
    this.#campaign = detail.campaign ?? this.#campaign;
    if (name === "error" && detail.expected) {
      // A setting that stays wrong is said once.
      if (this.#said.has(detail.message)) return true;
      this.#said.add(detail.message);
      console.error(detail.message, this);
    }
    return this.dispatchEvent(new CustomEvent(`share-sign:${name}`, { bubbles: true, composed: true, cancelable, detail }));
  }

  handleEvent(event) {
    if (this.#drawing || !this.#program) return;
    this.#run(() => {
      const { target, type } = event;
      if (pointer.includes(type)) {
        // Not every press ends in this document, so it ends by itself at the latest.
        clearTimeout(this.#pressed);
        this.#pressed = setTimeout(() => this.#released(), type === "pointerdown" ? 1000 : 0);
        return;
      }
      if (type === "submit") {
        event.preventDefault();
        if (!this.raise("before-sign", { campaign: this.#campaign }, true)) return;
        this.#act("sign", `${new URLSearchParams(new FormData(target))}`);
      } else if (type === "focusout" || type === "input") {
        if (target.name) this.#act("field", target.name, target.value, type === "focusout");
      } else {
        // The right button opens a menu, and what is chosen there nobody learns.
        const { channel, open } = (event.button < 2 && target.closest("[data-channel], [data-open]")?.dataset) || {};
        if (open && !event.button) {
          event.preventDefault();
          this.#more(open);
        }
        if (channel && !this.#share(channel)) event.preventDefault();
      }
    });
  }

  #released() {
    this.#pressed = undefined;
    this.#run(() => this.#draw());
  }

  // Everything happens within the click: a browser that had to wait for something
  // would no longer let a page copy or open.
  #share(channel) {
    const [record] = ask(() => this.#program.link(this.#card, channel));
    if (!record) return;
    const link = read(record);
    if (!this.raise("before-share", link, true)) return;
    if (link.copy) {
      const done = (copied) => this.#run(() => this.#program && this.#act("copied", channel, copied));
      Promise.resolve(navigator.clipboard?.writeText(link.copy) ?? Promise.reject()).then(
        () => done(true),
        () => done(false),
      );
    } else if (channel === "device") {
      // That the supporter closes the share sheet is no error.
      navigator.share({ title: link.title, text: link.text, url: link.url, files: this.#files }).catch(() => {});
    }
    this.#program.shared(this.#card, channel);
    flush();
    if (link.open) this.#more(link.open, channel);
    return link;
  }

  /** Does what a click on the channel does; call it inside a click. */
  share(channel) {
    const link = this.#program && this.#share(channel);
    if (link && link.href !== link.url) {
      open(link.href, link.href.startsWith("http") ? "_blank" : "_self", "noopener,noreferrer");
    }
  }

  /** The share links on the card: `[{ channel, href, text, url, title }]`. */
  links() {
    const shown = this.shadowRoot?.querySelectorAll("article [data-channel]") ?? [];
    return [...shown].flatMap(({ dataset }) => ask(() => this.#program.link(this.#card, dataset.channel)).map(read));
  }

  /** What this browser has counted for the campaign; null before the card is drawn. */
  stats() {
    const [record] = ask(() => this.#program?.stats(this.#card));
    if (!record) return null;
    // `channels.x.share=3` becomes { channels: { x: { share: 3 } } }.
    const stats = { channels: {} };
    for (const [name, text] of Object.entries(read(record))) {
      const path = name.split(".");
      const last = path.pop();
      path.reduce((branch, key) => (branch[key] ??= {}), stats)[last] = path.length ? +text : text;
    }
    return stats;
  }

  /** The signatures of this campaign that wait on this device. */
  outbox() {
    return ask(() => this.#program?.waiting(this.#card)).map((record) => {
      const entry = read(record);
      return { ...entry, attempts: +entry.attempts, next: +entry.next, refused: !!entry.refused };
    });
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
