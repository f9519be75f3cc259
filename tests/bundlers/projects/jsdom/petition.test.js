import { JSDOM } from "jsdom";

const page = `<!doctype html>
  <share-sign campaign="keep-the-library" headline="Keep the library open" destination="local"></share-sign>`;
const { window } = new JSDOM(page, { url: "https://example.org/library", pretendToBeVisual: true });

// As the environments "jsdom" of Vitest and Jest do it.
const replaced = ["AbortController", "CustomEvent", "Event", "FormData", "addEventListener", "dispatchEvent", "navigator"];
for (const name of Object.getOwnPropertyNames(window)) {
  if (name in globalThis && !replaced.includes(name)) continue;
  Object.defineProperty(globalThis, name, { configurable: true, value: window[name] });
}
for (const name of replaced) Object.defineProperty(globalThis, name, { configurable: true, value: window[name] });
// jsdom lays nothing out, so it has no such observer.
globalThis.IntersectionObserver = class {
  observe() {}
  disconnect() {}
};

const card = document.querySelector("share-sign");
const heard = (name) => new Promise((resolve) => card.addEventListener(`share-sign:${name}`, resolve));
const ready = heard("ready");
await import("share-sign");
await ready;
const root = card.shadowRoot;

const signed = heard("sign");
root.querySelector("[name=name]").value = "Ada Lovelace";
root.querySelector("[name=email]").value = "ada@example.org";
root.querySelector("[part~=sign-button]").click();
await signed;
await new Promise((resolve) => setTimeout(resolve));
console.log(root.querySelector("[part=thanks]").textContent);
