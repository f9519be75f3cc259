// What a visitor must find on every host: the card with its words, share links that lead
// back to the page, counting, and a form that works as far as the host lets it.

import assert from "node:assert/strict";
import { library } from "../petition.mjs";

const stay = `root.querySelector("[data-channel=email]").addEventListener("click", (event) => event.preventDefault(), { once: true })`;

/** The card is drawn, leads back to `page`, and counts a click. */
export async function assertCard(card, page) {
  assert.equal(await card.partText("headline"), library.headline);
  assert.deepEqual(await card.channels(), ["facebook", "x", "email", "copy"]);
  const landing = new URL(new URL(await card.href("facebook")).searchParams.get("u"));
  assert.equal(landing.origin + landing.pathname, page.split("?")[0]);
  assert.equal(landing.searchParams.get("utm_source"), "facebook");
  assert.match(await card.href("email"), /^mailto:\?subject=Keep%20the%20library%20open/);
  assert.match(await card.partText("sign-button"), /Sign/);
  await card.run(stay);
  await card.click("[data-channel=email]");
  assert.equal((await card.stats()).channels.email.share, 1);
}

/** The form takes a signature, and the rest of the widget opens. */
export async function assertSigning(card, until) {
  await fill(card);
  await card.sign();
  await until("thanks", () => card.run(`return root.textContent.includes("Thank you, Ada")`));
  await card.click("[data-open=picker]");
  await until("all channels", () => card.run(`return root.querySelectorAll("dialog [data-channel]").length > 90`));
}

/** A share link opens a tab of its own, and the page stays. */
export async function assertNewTab(card, { driver, until }) {
  const handles = await driver.getAllWindowHandles();
  await card.run(`root.querySelector("dialog")?.close()`);
  await card.click("[data-channel=facebook]");
  await until("a new tab", async () => (await driver.getAllWindowHandles()).length > handles.length);
  assert.equal(await card.partText("headline"), library.headline);
}

/** What cannot be reached says so, keeps what was typed, and leaves the rest as it is. */
export async function assertAlone(card, until) {
  const says = () => until("the card to say so", async () => /could not be loaded/.test((await card.partText("status")) ?? ""));
  await card.click("[data-open=picker]");
  await says();
  await fill(card);
  await card.click('[part~="sign-button"]');
  await says();
  assert.equal(await card.value("name"), "Ada Lovelace");
  await card.run(stay);
  await card.click("[data-channel=email]");
  assert.equal((await card.stats()).totals.share, 2, "passing on works all the same");
}

async function fill(card) {
  await card.type("name", "Ada Lovelace");
  await card.type("email", "ada@example.org");
}
