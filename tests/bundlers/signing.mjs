// What a visitor does on each page, and what its author should hear of it.

import assert from "node:assert/strict";
import { Card } from "../browser/card.mjs";

/** Opens the page, signs, looks at the other channels, and leaves; `also` may look at more. */
export async function signAt(url, { driver, open, until }, also = () => {}) {
  try {
    await open(url);
    const card = await new Card(driver).ready();
    assert.equal(await card.partText("headline"), "Keep the library open");
    await card.type("name", "Ada Lovelace");
    await card.type("email", "ada@example.org");
    await card.sign();
    await card.part("thanks");
    assert.equal((await card.stats()).totals.sign, 1);
    await until("the page to hear of it", () =>
      driver.executeScript("return document.querySelector('#signed').textContent.startsWith('Somebody signed')"),
    );
    await card.click("[data-open=picker]");
    await until("all channels", () => card.run("return root.querySelectorAll('dialog[open] [data-channel]').length > 90"));
    await also();
    // Parts that load late may say something late.
    await until("their icons", () => card.run(`return Boolean(root.querySelector("dialog[open] [data-channel=xing] path[d]"))`));
  } finally {
    // Leaving by this way, the story looks at the console.
    await open("about:blank");
  }
}
