// What signs: loaded when the form is used, or when something waits to be sent. The
// build makes dist/sign-….js of this folder and its program.
import { css, glue, locale, otherWords, program as bytes, script, words } from "../dist/sign.js";
import { save } from "../more/file.js";
import { run } from "../run.js";
import { fillCountries } from "./countries.js";
import { watch } from "./live.js";
import { post, startPost, stopPost } from "./post.js";
import { onPress } from "./press.js";
import { ask, hosts, lend, patch } from "./world.js";

let program;
let sheet;
const learned = [];

async function start(shell) {
  if (program) return;
  lend(shell);
  program = await run(glue, bytes, script);
}

// Its own words in the language of the card; English where they cannot be had.
async function learn(language, card) {
  if (learned.includes(language)) return;
  let own = words;
  try {
    if (language !== locale) own = (await otherWords[language]()).default;
  } catch (error) {
    console.warn(`share-sign: the words for signing in "${language}" could not be loaded; using "${locale}".`, error);
  }
  if (learned.includes(language)) return;
  program.locale(card, own);
  learned.push(language);
}

function dress(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Takes over the place for signing on a card. `host` is what the card lends. */
export async function begin(host, shell) {
  await start(shell);
  const { card } = host;
  let html;
  let status;
  let stage;
  let fresh;
  let mailing;
  let unwatch;
  let clock;

  // After anything that may have changed something.
  function update() {
    const [nextHtml, nextStatus, nextStage] = ask(() => program.draw(card));
    const told = nextStatus !== status || nextStage !== stage;
    if (!told && nextHtml === html) return;
    html = nextHtml;
    status = nextStatus;
    stage = nextStage;
    if (told) host.told(status);
    mailing ||= stage === "mailed" && told;
    host.draw();
  }

  // A fresh form, so that nothing of what was typed stays in it.
  function renew() {
    fresh = true;
    html = undefined;
    update();
  }

  const place = () => host.root().querySelector("[part=sign]");

  const signing = {
    /** Takes up the card's settings. */
    async refresh() {
      const { language, strings } = host.words();
      await learn(language, strings);
      if (!hosts.has(card)) return;
      program.open(card, host.resolved(), language, host.shown);
      dress(host.root());
      update();
      unwatch?.();
      unwatch = watch(program, card, host);
      clearInterval(clock);
      if (host.setting("mode") === "stall") clock = setInterval(() => program.tick(card) && renew(), 3000);
      if (host.setting("prefill")) clean();
    },

    /** Draws the place for signing; called by the card when it draws. */
    draw() {
      const section = place();
      if (!section || html === undefined) return;
      // From now on it is not the card's business.
      section.dataset.later = "sign";
      if (fresh) section.replaceChildren();
      fresh = false;
      patch(section, html);
      fillCountries(program, section, host.words().language);
      if (mailing) section.querySelector("[data-mail]").click();
      mailing = false;
    },

    /** What the supporter does in there. */
    handle(type, target) {
      if (type === "input" || type === "focusout") {
        const value = target.type === "checkbox" && !target.checked ? "" : target.value;
        if (target.name) program.field(card, target.name, value, type === "focusout");
      } else if (type === "submit") {
        if (!host.raise("before-sign")) return;
        program.sign(card, `${new URLSearchParams(new FormData(target))}`);
        post();
      } else if (type === "click") {
        const { sign, field } = target.closest("[data-sign]")?.dataset ?? {};
        if (!sign) return;
        if (sign === "save") return save(ask(() => program.table(card))[0], "text/csv", `${host.campaign()}.csv`);
        if (sign === "use") host.root().getElementById(`f-${field}`).value = target.value;
        program.act(card, sign, field ?? "");
        if (sign !== "use") return renew();
      }
      update();
    },

    close() {
      unwatch?.();
      unpress();
      clearInterval(clock);
      program.close(card);
      hosts.delete(card);
      if (!hosts.size) stopPost();
    },

    update,
  };

  const unpress = onPress(host.root(), (form) => signing.handle("submit", form));
  hosts.set(card, Object.assign(host, { signing }));
  await signing.refresh();
  startPost(program, () => hosts.forEach((other) => other.signing.update()));
  return signing;
}

// What filled in the form is nobody else's business: it leaves the address bar.
function clean() {
  const url = new URL(location.href);
  const marks = [...url.searchParams.keys()].filter((name) => name.startsWith("ss_"));
  for (const name of marks) url.searchParams.delete(name);
  if (marks.length) history.replaceState(history.state, "", url);
}
