// <share-sign-stats>: what this browser has counted for a campaign. Loaded where a page
// has one. The build makes dist/stats-….js of this folder and its program.
import { css, glue, locale, otherWords, program as bytes, script, words } from "../dist/stats.js";
import { ask } from "../edge.js";
import { choose } from "../languages.js";
import { save } from "../more/file.js";
import { patch } from "../patch.js";
import { run } from "../run.js";
import { rename } from "../trusted.js";
import { replicas } from "./files.js";
import { labels, names } from "./labels.js";
import { zone } from "./zone.js";

const COUNTS = "share-sign/1/count";
const DAY = 86_400_000;
// How far ahead reminders go, and back what can be counted.
const AHEAD = 100 * DAY;
const FIRST = Date.UTC(2025, 0, 1);
const news = ["view", "arrival", "share", "copy", "sign", "sent"].map((name) => `share-sign:${name}`);

let program;
let sheet;
let last = 0;
const spoken = { [locale]: words };

// A page takes each name for a policy once.
rename("share-sign-stats");

async function start() {
  return (program ??= await run(glue, bytes, script));
}

/** Folds what is old of the campaign's counts. */
export const fold = async (campaign) => (await start()).fold(campaign);

const Element = globalThis.HTMLElement ?? class {};

export class ShareSignStatsElement extends Element {
  static observedAttributes = ["campaign", "headline", "locale", "theme", "time-zone"];

  static define(name = "share-sign-stats") {
    const elements = globalThis.customElements;
    if (elements && !elements.get(name)) elements.define(name, this);
  }

  #panel = 0;
  #language;
  #stop;
  #late;

  connectedCallback() {
    // What stands inside the element may not have been read yet.
    queueMicrotask(() => this.refresh());
    this.#stop = new AbortController();
    const soon = () => {
      clearTimeout(this.#late);
      this.#late = setTimeout(() => this.#panel && (program.refresh(this.#panel), this.#draw()), 300);
    };
    addEventListener("storage", ({ key }) => (!key || key.startsWith(COUNTS)) && soon(), this.#stop);
    for (const type of news) document.addEventListener(type, soon, this.#stop);
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    for (const type of ["click", "change", "dragover", "dragleave", "drop", "submit"]) root.addEventListener(type, this, this.#stop);
  }

  disconnectedCallback() {
    this.#stop?.abort();
    clearTimeout(this.#late);
    if (this.#panel) program.close(this.#panel);
    this.#panel = 0;
  }

  attributeChangedCallback() {
    if (this.#panel) this.refresh();
  }

  get campaign() {
    return this.getAttribute("campaign") ?? "";
  }

  // React and Vue set what is a property instead of the attribute of that name.
  set campaign(id) {
    this.setAttribute("campaign", id);
  }

  // The card of the same campaign, where it is on this page.
  #card() {
    const cards = [...document.querySelectorAll("share-sign")];
    return cards.find((card) => card.getAttribute("campaign") === this.campaign);
  }

  /** Takes up settings and counts. */
  async refresh() {
    if (!this.isConnected) return;
    if (!this.campaign) {
      console.error("share-sign: <share-sign-stats> needs the attribute campaign, the id that the card has.", this);
      return;
    }
    const languages = [this.getAttribute("locale"), this.closest("[lang]")?.lang, ...navigator.languages].filter(Boolean);
    const id = choose(languages, locale, Object.keys(otherWords));
    try {
      spoken[id] ??= (await otherWords[id]()).default;
    } catch (error) {
      console.warn(`share-sign: the words for statistics in "${id}" could not be loaded; using "${locale}".`, error);
    }
    if (!this.isConnected) return;
    // Dates as in the visitor's part of the world, where that has the panel's language.
    this.#language = languages.find((language) => language.split("-")[0] === id.split("-")[0]) ?? id;
    await start();
    if (!this.isConnected) return;
    this.#panel ||= last += 1;
    program.open(this.#panel, `${this.#settings()}`, spoken[id] ?? words);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    this.shadowRoot.adoptedStyleSheets = [sheet];
    this.#draw();
  }

  #settings() {
    const wanted = this.getAttribute("time-zone") ?? "";
    let here;
    try {
      here = zone(wanted, FIRST, Date.now() + AHEAD);
    } catch {
      console.error(`share-sign: time-zone="${wanted}" should be the name of a time zone, like Europe/Paris.`, this);
      here = zone("", FIRST, Date.now() + AHEAD);
    }
    const title = this.getAttribute("headline") ?? this.#card()?.getAttribute("headline") ?? this.campaign;
    return new URLSearchParams({
      ...names(this.#language),
      campaign: this.campaign,
      title,
      theme: this.getAttribute("theme") ?? "",
      zone: here.name,
      zoneWords: here.name.split("/").pop().replaceAll("_", " "),
      zoneOffset: here.offset,
      zoneChanges: here.changes.join(" "),
      events: this.#events(here),
    });
  }

  // What happened when, as the page tells it: one a line.
  #events({ offset, changes }) {
    const script = this.querySelector('script[type="application/json"]');
    if (!script) return "";
    const lines = [];
    try {
      for (const { start, title } of JSON.parse(script.textContent).events ?? []) {
        const at = Date.parse(start);
        if (Number.isNaN(at) || !title) {
          console.error(`share-sign: an event should have a start, like 2026-11-23T20:30, and a title; it has ${start} and ${title}.`, this);
          continue;
        }
        let minutes = offset;
        for (let change = 0; change < changes.length && changes[change] <= at; change += 2) minutes = changes[change + 1];
        lines.push(`${at + minutes * 60_000} ${`${title}`.replaceAll("\n", " ")}`);
      }
    } catch (error) {
      console.error(`share-sign: the JSON inside <share-sign-stats> cannot be read: ${error.message}`, this);
    }
    return lines.join("\n");
  }

  #draw() {
    const [unit, starts] = ask(() => program.analyse(this.#panel));
    const points = starts ? starts.split(" ").map(Number) : [];
    const [html] = ask(() => program.draw(this.#panel, labels(this.#language, unit, points)));
    patch(this.shadowRoot, html);
    const google = this.shadowRoot.querySelector("[data-act=google]");
    if (google) google.href = this.#remind(false)[1];
  }

  #remind(weekly) {
    const links = this.#card()?.links?.() ?? [];
    // Not every channel takes a text.
    const link = links.find(({ text }) => text) ?? links[0];
    return ask(() => program.remind(this.#panel, weekly, link?.text ?? "", link?.url ?? location.href.split("#")[0]));
  }

  handleEvent(event) {
    const { type, target } = event;
    if (type === "submit") return event.preventDefault();
    if (type === "change") {
      if (target.dataset.act === "import") {
        this.#import([...target.files]);
        target.value = "";
      } else if (target.name) {
        this.#choose(target.name, target.value);
      }
      return;
    }
    if (type.startsWith("dr")) return this.#drag(event);
    const { act, by } = target.closest("[data-act]")?.dataset ?? {};
    if (act === "csv") save(ask(() => program.file(this.#panel, act))[0], "text/csv", `${this.campaign}.csv`);
    else if (act === "json") save(ask(() => program.file(this.#panel, act))[0], "application/json", `${this.campaign}.json`);
    else if (act === "remind") save(this.#remind(false)[0], "text/calendar", `${this.campaign}.ics`);
    else if (act === "remind-weekly") save(this.#remind(true)[0], "text/calendar", `${this.campaign}.ics`);
    else if (act === "sort" || act === "reset" || act === "undo") this.#choose(act, by ?? "");
  }

  #choose(name, value) {
    program.choose(this.#panel, name, value);
    this.#draw();
  }

  #drag(event) {
    const place = event.target.closest?.("[data-drop]");
    if (!place) return;
    event.preventDefault();
    if (event.type === "dragover") place.dataset.over = "";
    else delete place.dataset.over;
    if (event.type === "drop") this.#import([...event.dataTransfer.files]);
  }

  async #import(files) {
    const failed = [];
    let read = 0;
    for (const [at, file] of files.entries()) {
      const [progress] = ask(() => program.progress(this.#panel, at + 1, files.length));
      this.shadowRoot.querySelector("[data-message]").textContent = progress;
      // The words are to be seen before a large file keeps the page busy.
      await new Promise((over) => setTimeout(over));
      try {
        const all = replicas(await file.text(), this.campaign);
        const done = all.filter(({ replica, days, months, lines }) => program.bring(this.#panel, replica, days, months, lines));
        if (done.length < all.length) throw new TypeError("rows that are none");
        read += 1;
      } catch (error) {
        console.warn(`share-sign: ${file.name} could not be imported.`, error);
        failed.push(file.name);
      }
    }
    program.brought(this.#panel, read, failed.join(", "));
    this.#draw();
  }
}

ShareSignStatsElement.define();
