// The class behind <share-sign>: a shell that forwards the element's life and
// what the supporter does to the program. It holds no policy, no words and no layout.
import { ask, cards, date, emit, flush, focus, forget, give, held, hold, load, names, now, random, read, replace, resolve, save, timestamp } from "./edge.js";
import { dress, loadAllIcons, loadIcons, loadAnalytics, loadMore, loadRows, loadSign, loadStats, withProgram, wordsOf } from "./load.js";
import { patch } from "./patch.js";
import { whenSeen } from "./seen.js";
import { readSettings } from "./settings.js";
import { fill } from "./trusted.js";

// On a server there is no HTMLElement, and importing this file must do no harm.
const Base = globalThis.HTMLElement ?? class {};

const heard = ["click", "auxclick", "submit", "focusin", "focusout", "input"];
const pointer = ["pointerdown", "pointerup", "pointercancel"];
// What a part that signs shares with the card.
const shell = { ask, date, emit, fill, focus, forget, give, load, names, now, patch, random, read, replace, resolve, save, timestamp };
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
  #locale;
  #shown;
  #signing;
  #signer;
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
      // A page that is only made ready beforehand was not opened by anybody yet.
      if (document.prerendering === true) await new Promise((opened) => document.addEventListener("prerenderingchange", opened, { once: true }));
      const { languages, settings, landed } = readSettings(this);
      this.#languages = languages;
      this.#settings = settings;
      await withProgram(languages, ShareSignElement.base, (program, locale) => this.#open(program, settings, locale, landed));
    });
  }

  #open(program, settings, locale, landed) {
    if (!this.isConnected) return;
    const first = !this.#program;
    this.#locale = locale;
    if (first) {
      this.#program = program;
      this.#card = ++lastCard;
      cards.set(this.#card, this);
    }
    const wanted = program.open(this.#card, settings, locale, landed | (navigator.share ? 2 : 0));
    this.#shown ??= Date.now();
    // A prerendered card has all its channels.
    if (!(wanted & 1 && first && this.shadowRoot)) this.#draw();
    const root = this.shadowRoot;
    // Without them the card has the channels that it knows.
    if (wanted & 1) {
      loadRows(ShareSignElement.base).then(
        () => this.refresh(),
        (error) => {
          console.warn("share-sign: the other channels could not be loaded.", error);
          this.#draw();
        },
      );
    }
    if (this.#signer) this.#signer.refresh();
    else if (wanted & 2) this.#sign();
    if (root.querySelector("div[data-later]:empty") || (first && settings.includes("shareImage="))) this.#more("fill");
    if (!first) return;

    this.#starting = false;
    this.#stop = new AbortController();
    for (const type of heard) root.addEventListener(type, this, this.#stop);
    for (const type of pointer) document.addEventListener(type, this, this.#stop);
    const observer = new MutationObserver(() => this.refresh());
    observer.observe(this, { attributes: true, childList: true });
    const seen = whenSeen(this, () => this.#once("view") && this.#seen());
    for (const watch of [observer, seen]) this.#stop.signal.addEventListener("abort", () => watch.disconnect());
  }

  #close() {
    this.#stop?.abort();
    clearTimeout(this.#pressed);
    this.#pressed = undefined;
    this.#signer?.close();
    this.#signer = this.#signing = undefined;
    this.#program?.close(this.#card);
    cards.delete(this.#card);
    this.#program = undefined;
    this.#starting = false;
  }

  #seen() {
    this.#act("seen");
    // Where many counts have come together, what is old is folded.
    const campaign = this.#campaign;
    if (names(`share-sign/1/count/${campaign}/`).split("\n").length > 60) {
      loadStats(ShareSignElement.base).then(({ fold }) => fold(campaign), () => {});
    }
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
    this.#signer?.draw();
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

  // The part that signs, which loads when it is first needed.
  #sign() {
    return (this.#signing ??= loadSign(ShareSignElement.base)
      .then((part) => part.begin(this.#host(), shell))
      .then((signer) => {
        if (!this.#program) return signer.close();
        this.#signer = signer;
        this.#draw();
        return signer;
      })
      .catch((error) => {
        this.#signing = undefined;
        if (!this.#said.has("sign")) console.error("share-sign: the part that signs could not be loaded.", error);
        this.#said.add("sign");
        if (this.#program) this.#act("failed");
      }));
  }

  #host() {
    const card = this.#card;
    return {
      card,
      shown: this.#shown,
      root: () => this.shadowRoot,
      campaign: () => this.#campaign,
      setting: (name) => new URLSearchParams(this.#settings).get(name),
      words: () => ({ language: this.#locale, strings: wordsOf(this.#locale) }),
      resolved: () => ask(() => this.#program?.resolved(card))[0],
      tally: (kind) => this.#program?.tally(card, kind),
      told: (status) => this.#program?.told(card, status),
      heard: () => this.#program && this.#act("heard"),
      draw: () => this.#pressed || this.#draw(),
      raise: (name) => this.raise(name, { campaign: this.#campaign }, true),
    };
  }

  // What happens in the place for signing. Whatever is typed is kept at once.
  #form({ type, target }) {
    const { form } = target;
    if (type === "input" && form) {
      const typed = new FormData(form);
      for (const { name } of form.querySelectorAll("[data-private]")) typed.delete(name);
      save(`share-sign/1/draft/${this.#campaign}`, `${new URLSearchParams(typed)}`);
    }
    if (target.dataset.sign === "link") {
      if (!type.endsWith("click")) return;
      this.#program.tally(this.#card, "sign");
      this.raise("sign", { campaign: this.#campaign });
      return;
    }
    if (type === "submit" && !this.#signer) this.#act("busy");
    // Typing goes on where loading failed; it is tried again when it matters.
    if (this.#signer || /focusin|submit|click/.test(type)) {
      this.#sign().then((signer) => this.#run(() => signer?.handle(type, target)));
    }
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
      // What was prerendered stays, and its links work.
      if (this.#card) this.shadowRoot.replaceChildren(document.createElement("slot"));
      this.#close();
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
    const settings = new URLSearchParams(this.#settings);
    if (name === "arrival" && settings.get("marks") !== "keep") unmark();
    const tools = settings.get("analytics");
    const told = settings.get("tracking") !== "off" && !settings.get("page.gpc") && name === "ready" && settings.get("report");
    if (told || (tools && /^(arrival|share|copy|sign|sent)$/.test(name))) {
      loadAnalytics(ShareSignElement.base).then(
        ({ report, tell }) => (told ? report(told, this.#campaign, shell) : tell(tools, name, detail)),
        (error) => console.warn("share-sign: the analytics could not be told.", error),
      );
    }
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
      if (type === "submit") event.preventDefault();
      if (target.closest("[part=sign]")) {
        if (/^(focus|input|submit)/.test(type) || (type.endsWith("click") && event.button < 2 && target.closest("[data-sign]"))) this.#form(event);
        return;
      }
      if (type.endsWith("click")) {
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

  /** The signatures of this campaign that wait on this device. No personal data. */
  outbox() {
    const stored = (name) => read(load(name) ?? "");
    const waiting = [];
    for (const name of names("share-sign/1/outbox/").split("\n").filter(Boolean)) {
      const entry = stored(name);
      const { campaign, time, attempts, next, refused } = { ...stored(`share-sign/1/context/${entry.context}`), ...entry };
      if (campaign === this.#campaign) {
        waiting.push({ id: name.split("/").pop(), campaign, time, attempts: +(attempts ?? 0), next: +(next ?? 0), refused: !!refused });
      }
    }
    return waiting;
  }
}

// The marks have said what they had to say. Whoever copies the address now passes on
// the page, not somebody's share. Other scripts on the page get the time to read them.
function unmark() {
  const clean = () =>
    setTimeout(() => {
      const search = location.search.replace(/(?<=[?&])(utm_(source|medium|campaign|content)|ss)=[^&]*(&|$)/g, "").replace(/[?&]$/, "");
      history.replaceState(history.state, "", location.pathname + search + location.hash);
    }, 2000);
  if (document.readyState === "complete") clean();
  else addEventListener("load", clean, { once: true });
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
