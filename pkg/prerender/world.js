// What the program that fills pages needs of the platform.
export { graphemes, nfc } from "../edge.js";

/** The address made whole, beside `base` where there is one. */
export function resolve(address, base) {
  for (const beside of [base || undefined, undefined]) {
    try {
      return new URL(address, beside).href;
    } catch {
      // Without a base that is an address, only a whole one is.
    }
  }
}
