// A list to choose from and to put in order: by buttons, for keyboards, fingers
// and screen readers, and by dragging for whoever has a mouse.

import { say } from "./say.js";

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/**
 * Makes `root` (a `details` with an `ol.chosen` and a `.more`) a chooser.
 * `offers` is a list of `{ id, name, category }`; `row(id)` may give a further
 * control for a chosen one; `changed(ids)` is called after each change by hand.
 */
export function chooser(root, { offers, row, changed }) {
  const chosen = root.querySelector(".chosen");
  const more = root.querySelector(".more");
  const filter = more.querySelector("input");
  const nameOf = (id) => offers.find((offer) => offer.id === id)?.name ?? id;
  let ids = [];
  let dragged;

  function change(next, sentence, focus) {
    ids = next;
    draw();
    focus?.();
    say(sentence);
    changed(ids);
  }

  function move(id, to) {
    if (to < 0 || to >= ids.length) return;
    const from = ids.indexOf(id);
    const next = ids.filter((one) => one !== id);
    next.splice(to, 0, id);
    const word = to < from ? "up" : "down";
    change(next, `${nameOf(id)}: ${to + 1} of ${next.length}`, () => button(id, word)?.focus());
  }

  const button = (id, word) => [...chosen.querySelectorAll("button")].find((one) => one.dataset.id === id && one.dataset.does === word);

  function remove(id) {
    const at = ids.indexOf(id);
    const next = ids.filter((one) => one !== id);
    const neighbour = next[Math.min(at, next.length - 1)];
    change(next, `${nameOf(id)} is taken out.`, () => (neighbour ? button(neighbour, "remove") : more.querySelector("button"))?.focus());
  }

  function item(id, at) {
    const name = nameOf(id);
    const control = (word, sign, label, act, off = false) => {
      const made = make("button", { type: "button", textContent: sign, onclick: act });
      Object.assign(made.dataset, { id, does: word });
      made.setAttribute("aria-label", label);
      if (off) made.setAttribute("aria-disabled", "true");
      return made;
    };
    const li = make(
      "li",
      { draggable: true },
      make("span", { className: "what", textContent: name }),
      ...(row ? [row(id, name)] : []),
      control("up", "↑", `Move ${name} up`, () => move(id, at - 1), at === 0),
      control("down", "↓", `Move ${name} down`, () => move(id, at + 1), at === ids.length - 1),
      control("remove", "Remove", `Remove ${name}`, () => remove(id)),
    );
    li.addEventListener("dragstart", (event) => {
      dragged = id;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", name);
    });
    li.addEventListener("dragover", (event) => {
      if (!dragged || dragged === id) return;
      event.preventDefault();
      li.classList.add("over");
    });
    li.addEventListener("dragleave", () => li.classList.remove("over"));
    li.addEventListener("drop", (event) => {
      event.preventDefault();
      if (dragged) move(dragged, at);
      dragged = undefined;
    });
    li.addEventListener("dragend", () => (dragged = undefined));
    return li;
  }

  function offer({ id, name }) {
    const made = make("button", { type: "button", textContent: `+ ${name}` });
    made.setAttribute("aria-label", `Add ${name}`);
    made.onclick = () => {
      const rest = [...more.querySelectorAll(".offers button")];
      const after = rest[rest.indexOf(made) + 1] ?? rest[rest.indexOf(made) - 1];
      const next = after?.textContent;
      change([...ids, id], `${name} is added, as number ${ids.length + 1}.`, () =>
        [...more.querySelectorAll(".offers button")].find((one) => one.textContent === next)?.focus(),
      );
    };
    return made;
  }

  function offered() {
    const wanted = filter?.value.trim().toLowerCase() ?? "";
    const left = offers.filter(({ id, name }) => !ids.includes(id) && (!wanted || name.toLowerCase().includes(wanted) || id.includes(wanted)));
    const parts = [...new Set(left.map(({ category }) => category))].flatMap((category) => [
      ...(category ? [make("p", { className: "category", textContent: category })] : []),
      make("div", { className: "offers" }, ...left.filter((one) => one.category === category).map(offer)),
    ]);
    for (const old of more.querySelectorAll(".offers, .category")) old.remove();
    more.append(...(parts.length ? parts : [make("p", { className: "category", textContent: wanted ? `No more channels like “${filter.value}”.` : "All are chosen." })]));
  }

  function draw() {
    chosen.replaceChildren(...ids.map(item));
    chosen.hidden = ids.length === 0;
    offered();
  }

  filter?.addEventListener("input", offered);
  return {
    /** Shows these, without telling anybody. */
    show(next) {
      // A row that is being worked on must not be taken from under the hand.
      if (next.join(" ") === ids.join(" ") && chosen.childElementCount) return;
      ids = next;
      draw();
    },
    nameOf,
  };
}
