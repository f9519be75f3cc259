/** The first of the wanted languages that there is a locale for: `fr-CA` finds `fr`; else `first`. */
export function choose(languages, first, others) {
  const available = [first, ...others];
  for (let tag of languages) {
    for (tag = tag?.toLowerCase(); tag; tag = tag.replace(/[-_]?[^-_]*$/, "")) {
      const found = available.find((id) => id.toLowerCase() === tag);
      if (found) return found;
    }
  }
  return first;
}
