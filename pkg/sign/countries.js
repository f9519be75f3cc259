// The list of countries, in the reader's language and order.
import { ask } from "./world.js";

/** Fills the choice of a country inside `root`, where there is one that is not filled. */
export function fillCountries(program, root, language) {
  const select = root.querySelector("select[name=country]:not([data-later])");
  if (!select) return;
  const codes = ask(() => program.countries())[0].match(/../g);
  const names = globalThis.Intl?.DisplayNames && new Intl.DisplayNames([language], { type: "region" });
  const list = codes.map((code) => [names?.of(code) ?? code, code]);
  list.sort(([one], [other]) => one.localeCompare(other, language));
  const chosen = select.value;
  select.replaceChildren(select.options[0], ...list.map(([name, code]) => new Option(name, code)));
  select.value = chosen;
  // From now on what stands inside is not the program's business.
  select.dataset.later = "countries";
}
