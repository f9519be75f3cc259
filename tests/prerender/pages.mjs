// A generated site: pages as blogs have them, some with a card, written in several ways.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const words = "the library on mill street is open to everybody who reads and to everybody who does not read yet".split(" ");

/** Numbers that only look random, the same for the same seed. */
export function chance(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const cards = [
  (n) => `<share-sign campaign="library-${n}" goal="500 2000" destination="local">\n  <p><a href="/sign">Sign</a></p>\n</share-sign>`,
  (n) => `<share-sign campaign='river-${n}' headline="Keep the river &amp; its banks" fields='name* email* postcode' destination="form:https://example.org/f"></share-sign>`,
  (n) => `<script async src="/share-sign/share-sign.js" data-campaign="bus-${n}" data-headline="Keep the bus"></script>`,
  (n) => `<share-sign><script type="application/json">\n{ "campaign": "trees-${n}", "goal": [500], "deadline": "2027-03-01T20:00:00+01:00",\n  "channels": ["x", "mastodon", "telegram", "copy"] }\n</script></share-sign>`,
];

/** One page of about `paragraphs` paragraphs. */
export function onePage(n, paragraphs = 30) {
  const next = chance(n + 1);
  const sentence = () => Array.from({ length: 12 }, () => words[next(words.length)]).join(" ");
  const text = Array.from({ length: paragraphs }, () => `<p>${sentence()}, <a href="/p/${next(999)}?a=1&b=2">${sentence()}</a>.</p>`);
  text.splice(next(paragraphs), 0, cards[n % cards.length](n));
  const lines = [
    `<!doctype html>`,
    `<html lang="${n % 3 ? "en" : "fr-CA"}">`,
    `<head><meta charset="utf-8"><title>Post ${n}: caf&eacute; – ${sentence()}</title>`,
    `<meta property="og:description" content="${sentence()}">`,
    `<link rel="stylesheet" href="/style.css"><script>if (1 < 2) document.write("<share-sign></share-sign>")</script></head>`,
    `<body><main class=post>`,
    ...text,
    `</main><!-- <share-sign> --></body></html>`,
  ];
  return lines.join(n % 5 ? "\n" : "\r\n");
}

/** Writes `count` pages below `folder`; their paths. */
export async function makeSite(folder, count) {
  const paths = [];
  for (let n = 0; n < count; n++) {
    const path = n % 7 ? `${2000 + (n % 20)}/post-${n}/index.html` : `pages/${n}.html`;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), onePage(n));
    paths.push(path);
  }
  return paths;
}
