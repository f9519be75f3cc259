// Puts the page together: the form, the card beside it, the code below, and the
// address that holds all of it.

import { channels } from "./channels.js";
import { showCode } from "./code.js";
import { pickColours, showColours } from "./colours.js";
import { copy } from "./copy.js";
import { destinations } from "./destinations.js";
import { fields } from "./fields.js";
import { read, write } from "./link.js";
import { onProblem, preview } from "./preview.js";
import { say } from "./say.js";
import { attributeOf, hasForm, settings } from "./settings.js";
import { platforms } from "./snippets.js";
import { initial, problems, slug } from "./values.js";

const controls = [...document.querySelectorAll("[name]:is(input, select, textarea)")];
const byId = (id) => document.getElementById(id);

let values = initial();
/** Fields that somebody has left, whose mistakes may be told; all of them after a link. */
const left = new Set();
/** What the card or the list of channels says of a value, and of which value. */
const told = {};

const fieldList = fields((text) => set("fields", text));
const channelList = channels((text) => set("channels", text));

function set(name, text) {
  values[name] = text;
  left.add(name);
  update();
}

/** Writes the values into the form. */
function fill() {
  for (const control of controls) {
    const text = values[control.name];
    if (control.type === "radio") control.checked = control.value === text;
    else if (control.value !== text) control.value = text;
  }
}

function wrongs() {
  const wrong = problems(values);
  if (!(values.platform in platforms)) wrong.platform = `“${values.platform}” is none of these.`;
  for (const [name, { text, sentence }] of Object.entries(told)) if (values[name] === text && sentence) wrong[name] ??= sentence;
  // What is not asked for cannot be wrong.
  if (!hasForm(values)) for (const name of ["fields", "consentText"]) delete wrong[name];
  return wrong;
}

function showWrongs(wrong) {
  for (const place of document.querySelectorAll(".wrong")) {
    const name = place.id.replace(/-wrong$/, "");
    const said = left.has(name) ? (wrong[name] ?? "") : "";
    if (place.textContent !== said) place.textContent = said;
    const control = byId(name);
    if (control?.matches("input, select, textarea")) {
      if (said) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
    if (said) control?.closest("details")?.setAttribute("open", "");
  }
  const names = Object.keys(wrong).filter((name) => name !== "platform");
  const place = byId("left-out");
  place.hidden = names.length === 0;
  const links = names.flatMap((name, at) => {
    const link = Object.assign(document.createElement("a"), { href: "#", textContent: labelOf(name) });
    link.onclick = (event) => {
      event.preventDefault();
      goTo(name);
    };
    return at ? [", ", link] : [link];
  });
  const sentence = names.length === 1 ? "Not in the code yet, as it cannot be used like this: " : "Not in the code yet, as they cannot be used like this: ";
  place.replaceChildren(sentence, ...links);
}

function labelOf(name) {
  const control = byId(name);
  return (control?.labels?.[0] ?? control?.querySelector("legend, summary"))?.textContent.replace(/:.*/, "") ?? name;
}

function goTo(name) {
  left.add(name);
  update();
  const control = byId(name);
  control.closest("details")?.setAttribute("open", "");
  (control.matches("input, select, textarea") ? control : control.querySelector("input, summary"))?.focus();
}

/** Shows of the destination's fields those that this kind needs. */
function showDestination() {
  const kind = destinations[values.to] ?? destinations.local;
  byId("to-about").textContent = kind.about;
  for (const name of ["address", "key", "names"]) {
    const field = byId(name).closest(".field");
    field.hidden = !kind[name];
    if (!kind[name]) continue;
    field.querySelector("label").textContent = kind[name].label;
    const hint = field.querySelector(".hint");
    hint.textContent = kind[name].hint;
  }
  for (const name of ["fields", "consent", "consentText", "privacyUrl"]) (byId(name).closest(".field") ?? byId(name)).hidden = !hasForm(values);
  byId("consentText").closest(".field").hidden ||= values.consent === "none";
  byId("base").closest(".field").hidden = Boolean(platforms[values.platform]?.npm);
}

/** Everything that follows from the values. */
function update() {
  showDestination();
  fieldList.show(values.fields);
  channelList.show(values.channels);
  byId("campaign").placeholder = slug(values.headline);
  showColours(values, (name, colour) => {
    set(name, colour);
    fill();
    say(`${labelOf(name)} is now ${colour}.`);
  });
  const wrong = wrongs();
  showWrongs(wrong);
  const made = settings(values, wrong);
  preview(made, values);
  showCode(values.platform, made);
}

/** Notes what somebody else found wrong with a value, and shows it. */
function tell(name, text, sentence) {
  if (told[name]?.sentence === sentence && told[name]?.text === text) return;
  told[name] = { text, sentence };
  left.add(name);
  const wrong = wrongs();
  showWrongs(wrong);
  const made = settings(values, wrong);
  showCode(values.platform, made);
  if (sentence) preview(made, values);
}

let later;
let keeping;
let began = false;

// Typing goes on undisturbed; the card follows in the pauses between letters.
function typed({ target }) {
  if (!target.name) return;
  values[target.name] = target.value;
  clearTimeout(later);
  if (target.matches("select, [type=radio]")) update();
  else later = setTimeout(update, 150);
  keep();
}

function keep() {
  clearTimeout(keeping);
  // Safari refuses more than a hundred changes of the address in half a minute.
  keeping = setTimeout(() => history.replaceState(history.state, "", address()), 500);
}

function address() {
  const fragment = write(values);
  return `${location.pathname}${location.search}${fragment && `#${fragment}`}`;
}

/** Takes over what the address holds. */
async function reopen() {
  // The ways to the parts of this page are fragments as well.
  if (location.hash && !location.hash.includes("=")) {
    if (began) return keep();
    history.replaceState(history.state, "", address());
  }
  began = true;
  const { filled, unknown } = read(location.hash);
  values = filled;
  const linked = location.hash.length > 1;
  left.clear();
  if (linked) for (const name of Object.keys(values)) left.add(name);
  fill();
  // The card would complain of channels that do not exist, so they are looked up first.
  if (values.channels) told.channels = { text: values.channels, sentence: await channelList.show(values.channels) };
  update();
  if (unknown.length) say(`The link has settings that are not known here: ${unknown.join(", ")}.`);
  // A choice that does not exist is told, and its place shows what is used instead.
  for (const control of controls) if (control.localName === "select" && control.selectedIndex < 0) control.value = initial()[control.name];
}

for (const event of ["input", "change"]) {
  addEventListener(event, (happened) => {
    if (controls.includes(happened.target)) typed(happened);
  });
}
addEventListener("focusout", ({ target }) => {
  // A field that was only passed through has nothing wrong yet.
  if (!controls.includes(target) || values[target.name] === initial()[target.name]) return;
  left.add(target.name);
  showWrongs(wrongs());
  const said = byId(`${target.name}-wrong`)?.textContent;
  if (said) say(`${labelOf(target.name)}: ${said}`);
});
byId("copy-link").addEventListener("click", () => {
  history.replaceState(history.state, "", address());
  copy(location.href, "The link");
});
onProblem((attribute, sentence) => {
  const name = Object.keys(attributeOf).find((one) => attributeOf[one] === attribute);
  if (name) tell(name, values[name], sentence);
});
addEventListener("hashchange", reopen);
pickColours();
reopen();
