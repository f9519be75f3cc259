/** Calls `add(path, value)` for each leaf of `value`, with a dotted path. */
export function flatten(path, value, add) {
  if (value && typeof value === "object") {
    for (const key in value) flatten(path ? `${path}.${key}` : key, value[key], add);
  } else if (value != null) {
    add(path, value);
  }
}
