// Whether colours can be told apart, as WCAG 2.2 counts it, in words.

/** The three channels of `#abc` or `#aabbcc`; undefined for anything else. */
export function channels(hex) {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex)?.[1];
  if (!digits) return undefined;
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
  return pairs.map((pair) => parseInt(pair, 16));
}

/** Relative luminance, 0 for black and 1 for white. */
export function luminance(hex) {
  const [red, green, blue] = channels(hex).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (the same colour) to 21 (black on white). */
export function ratio(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const shown = (number) => (Math.floor(number * 10) / 10).toString();

/** What `front` on `back` is like: whether it will do, and a sentence. */
export function verdict(what, front, back, needed) {
  const found = ratio(front, back);
  const enough = found >= needed;
  const measure = `${shown(found)} to 1`;
  if (!enough) return { enough, words: `${what}: ${measure}. Too weak: at least ${needed} to 1 is needed.` };
  const praise = found >= 7 ? "Very clear" : "Clear";
  return { enough, words: `${what}: ${measure}. ${praise}; ${needed} to 1 is needed.` };
}

/** The colour moved towards black or white, just as far as it must be to reach `needed` on `back`. */
export function nearest(front, back, needed) {
  const from = channels(front);
  const candidates = [0, 255].map((end) => {
    for (let step = 0; step <= 50; step += 1) {
      const mixed = from.map((value) => Math.round(value + ((end - value) * step) / 50));
      const hex = `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
      if (ratio(hex, back) >= needed) return { hex, step };
    }
    return undefined;
  });
  return candidates.filter(Boolean).sort((a, b) => a.step - b.step)[0]?.hex;
}

/** The colours of a card that does not follow its page (src/html/card.css). */
export const own = { light: { ground: "#ffffff", ink: "#1b1b1b" }, dark: { ground: "#17191c", ink: "#f1f1f1" } };

/** What there is to say of the colours chosen: a list of `{ about, enough, words, better }`. */
export function report({ theme, ground, ink, accent, onAccent }) {
  const under = own[theme]?.ground ?? ground;
  const text = own[theme]?.ink ?? ink;
  const pairs = [
    ["ink", "Text on the page’s background", text, under, 4.5],
    ["onAccent", "Text on the button", onAccent, accent, 4.5],
    ["accent", "The button beside the background", accent, under, 3],
  ];
  return pairs
    .filter(([, , front, back]) => channels(front) && channels(back))
    .map(([about, what, front, back, needed]) => {
      const said = verdict(what, front, back, needed);
      return { about, ...said, better: said.enough ? undefined : nearest(front, back, needed) };
    });
}
