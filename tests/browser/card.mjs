// A person's hands and eyes on one petition card: finds the parts by what they
// are, types, clicks and reads. All three drivers hand out elements inside an
// open shadow root when a script returns them, and act on them as on any other.

import webdriver from "selenium-webdriver";

const { Key } = webdriver;
export { Key };

/** Asks `question` again and again until its answer is truthy. */
export async function until(what, question, patience = 15_000) {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${patience} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

export class Card {
  /** `host` is the CSS selector of the card's element on the page. */
  constructor(driver, host = "share-sign") {
    this.driver = driver;
    this.host = host;
  }

  /** Runs a script with the card's element as `card`, its shadow root as `root`, and further arguments as `args`. */
  run(script, ...args) {
    return this.driver.executeScript(
      `const [host, ...args] = arguments;
       const card = document.querySelector(host);
       const root = card?.shadowRoot;
       ${script}`,
      this.host,
      ...args,
    );
  }

  /** Waits until the card is drawn, and returns it. */
  async ready() {
    await until(`a card in ${this.host}`, () => this.run(`return Boolean(root?.querySelector("[part~=card]"))`));
    return this;
  }

  find(selector) {
    return this.run("return root?.querySelector(args[0]) ?? null", selector);
  }

  async get(selector) {
    return until(`${selector} in the card`, () => this.find(selector), 12_000);
  }

  part(name) {
    return this.get(`[part~="${name}"]`);
  }

  /** The visible text of a part, spaces folded; undefined when it is not there or not shown. */
  async text(selector) {
    const text = await this.run(
      `const found = root?.querySelector(args[0]);
       if (!found || !found.getClientRects().length) return null;
       return found.innerText;`,
      selector,
    );
    return text === null ? undefined : text.replace(/[ \n\t]+/g, " ").trim();
  }

  partText(name) {
    return this.text(`[part~="${name}"]`);
  }

  shown(selector) {
    return this.run(
      `const found = root?.querySelector(args[0]);
       return Boolean(found && found.getClientRects().length && getComputedStyle(found).visibility === "visible")`,
      selector,
    );
  }

  /**
   * Clicks as a hand does: brings the thing into view, makes sure that nothing
   * lies over it, moves the pointer there and presses. (WebKitGTK's own element
   * click takes the host of a shadow root for something in the way.)
   */
  async click(selector, button = 0) {
    await this.get(selector);
    const over = await this.run(
      `const wanted = root.querySelector(args[0]);
       wanted.scrollIntoView({ block: "center", behavior: "instant" });
       const box = wanted.getBoundingClientRect();
       const hit = root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
       return hit && (hit === wanted || wanted.contains(hit) || hit.contains(wanted)) ? "" : hit?.outerHTML.slice(0, 120) ?? "nothing";`,
      selector,
    );
    if (over) throw new Error(`${selector} cannot be clicked; at its place there is ${over}`);
    const origin = await this.find(selector);
    await this.driver.actions().move({ origin }).press(button).release(button).perform();
  }

  /** Types at the end of a field as a person would: click, then keys. */
  async type(name, text) {
    await this.click(`[name="${name}"]`);
    await (await this.find(`[name="${name}"]`)).sendKeys(Key.END, text);
  }

  async retype(name, text) {
    await this.click(`[name="${name}"]`);
    const field = await this.find(`[name="${name}"]`);
    await field.sendKeys(Key.chord(Key.CONTROL, "a"), Key.DELETE);
    if (text) await field.sendKeys(text);
  }

  value(name) {
    return this.run(`return root.querySelector('[name="' + args[0] + '"]')?.value ?? null`, name);
  }

  /** The words of a field's error, found the way a screen reader finds them; "" when it is not invalid. */
  error(name) {
    return this.run(
      `const field = root.querySelector('[name="' + args[0] + '"]');
       if (!field || field.getAttribute("aria-invalid") !== "true") return "";
       return (field.getAttribute("aria-describedby") ?? "").split(/\\s+/)
         .map((id) => root.getElementById(id)).filter((found) => found?.getClientRects().length)
         .map((found) => found.innerText).join(" ").trim();`,
      name,
    );
  }

  /**
   * Presses "Sign". What follows is drawn once the click is over and the part that
   * signs is there, so that is waited for.
   */
  async sign() {
    await this.click('[part~="sign-button"]');
    await until("the part that signs", () =>
      this.run(`const place = root?.querySelector("[part=sign]");
        return !place || place.dataset.later === "sign" || /could not/.test(root.querySelector("[part=status]").textContent);`),
    );
    await this.run("return new Promise((over) => setTimeout(() => setTimeout(over)))");
  }

  channel(id) {
    return this.get(`[data-channel="${id}"]`);
  }

  channels() {
    return this.run("return [...root.querySelectorAll('[data-channel]')].map((link) => link.dataset.channel)");
  }

  href(id) {
    return this.run(`return root.querySelector('[data-channel="' + args[0] + '"]')?.getAttribute("href") ?? null`, id);
  }

  /** Presses keys wherever the focus is. */
  press(...keys) {
    return this.driver
      .actions()
      .sendKeys(...keys)
      .perform();
  }

  /** What the focus is on, inside the card: field name, channel, part, or tag. */
  focused() {
    return this.run(
      `const at = root?.activeElement;
       return at && (at.name || at.dataset.channel || at.getAttribute("part") || at.localName);`,
    );
  }

  /** Presses Tab until the focus is on `wanted` (as `focused()` calls it). */
  async tabTo(wanted, limit = 40) {
    for (let step = 0; step <= limit; step += 1) {
      if ((await this.focused()) === wanted) return;
      await this.press(Key.TAB);
    }
    throw new Error(`Pressed Tab ${limit} times without reaching ${wanted}; the focus is on ${await this.focused()}`);
  }

  stats() {
    return this.run("return card.stats()");
  }

  links() {
    return this.run("return card.links()");
  }

  outbox() {
    return this.run("return card.outbox()");
  }

  /** The share-sign: events that reached the window since the page was opened, in order. */
  async events(kind) {
    const all = await this.driver.executeScript("return window.__events ?? []");
    return kind ? all.filter((event) => event.kind === kind) : all;
  }
}
