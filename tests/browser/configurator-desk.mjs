// A campaigner's hands and eyes on the configurator.

import { Card, Key } from "./card.mjs";
import { platforms } from "../../www/configurator/snippets.js";

/** The page, with what a campaigner does on it. */
export function desk({ driver, site, open: visit, until }) {
  const find = (selector) => driver.findElement({ css: selector });
  const run = (script, ...args) => driver.executeScript(script, ...args);
  const desk = {
    find,
    async start(fragment = "") {
      await visit(site.at(`/www/configurator.html${fragment}`));
      await until("the code", () => run(`return document.querySelectorAll("#files .copy").length > 0`));
      return desk.card();
    },
    card: () => new Card(driver, "#stage share-sign").ready(),
    async type(name, text) {
      const field = await find(`#${name}`);
      await run("arguments[0].closest('details')?.setAttribute('open', ''); arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", field);
      await field.sendKeys(Key.chord(Key.CONTROL, "a"), Key.DELETE);
      await field.sendKeys(text);
      await field.sendKeys(Key.TAB);
    },
    /** Chooses as a click on a radio button or in a list would. */
    async choose(name, value) {
      const control = await find(`[name="${name}"]:is(select, [value="${value}"])`);
      await run(`const [control, value] = arguments;
        if (control.matches("select")) { control.value = value; control.dispatchEvent(new Event("input", { bubbles: true })); }
        else control.click();`, control, value);
    },
    async press(selector) {
      const button = await find(selector);
      await run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' }); arguments[0].focus()", button);
      await button.sendKeys(Key.ENTER);
    },
    said: () => run(`return document.getElementById("said").textContent`),
    wrong: (name) => run(`const field = document.getElementById(arguments[0]);
      const said = (field.getAttribute("aria-describedby") ?? arguments[0] + "-wrong").split(" ").map((id) => document.getElementById(id));
      return said.filter((one) => one.className === "wrong" && one.getClientRects().length).map((one) => one.textContent).join(" ")`, name),
    code: async (platform) => {
      await desk.choose("platform", platform);
      return until(`the code for ${platform}`, () => run(`const chosen = document.querySelector("[name=platform]:checked").value;
        const steps = document.getElementById("steps").textContent;
        return chosen === arguments[0] && document.getElementById("files").dataset.told.startsWith(arguments[1]) && document.querySelector("#files code").textContent`, platform, platforms[platform].name));
    },
    values: () => run(`return Object.fromEntries([...document.querySelectorAll("[name]:is(input:not([type=radio]), select, textarea, [type=radio]:checked)")].map(({ name, value }) => [name, value]))`),
  };
  return desk;
}

/** What a visitor sees of a card. */
export const look = (card) => card.run(`
  const text = (part) => root.querySelector("[part~=" + part + "]")?.innerText.replace(/\\s+/g, " ").trim();
  return {
    headline: text("headline"), target: text("target"), text: text("text"), count: text("count"), goal: text("goal"), deadline: text("deadline"),
    fields: [...root.querySelectorAll("form label[for^=f-]")].map((label) => label.htmlFor.slice(2) + (root.getElementById(label.htmlFor).getAttribute("aria-required") === "true" ? "*" : "")),
    consent: root.querySelector("[part~=consent]")?.innerText.replace(/\\s+/g, " "),
    channels: [...root.querySelectorAll("[data-channel]")].map(({ dataset }) => dataset.channel),
    button: getComputedStyle(root.querySelector("[part~=sign-button]")).backgroundColor,
    ink: getComputedStyle(root.querySelector("[part~=card]")).color,
  }`);
