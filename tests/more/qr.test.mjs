// The codes, read by a reader we did not write.
import assert from "node:assert/strict";
import { test } from "node:test";
import jsqr from "jsqr";
import { ask } from "./program.mjs";

/** The drawing as pixels, `scale` a module: only the strokes that the program makes. */
function pixels({ size, path }, scale = 4) {
  const side = size * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  const rest = path.replace(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g, (_, x, y, width, back) => {
    assert.equal(width, back);
    assert(+x >= 4 && +x + +width <= size - 4 && +y >= 4 && +y < size - 4, "the quiet zone stays free");
    for (let row = y * scale; row < (+y + 1) * scale; row++)
      for (let column = x * scale; column < (+x + +width) * scale; column++) data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
    return "";
  });
  assert.equal(rest, "", "nothing in the path but such strokes");
  return [data, side, side];
}

const texts = [
  "https://bus.example/",
  "https://blog.example/post?id=7&q=a+b&utm_source=poster&utm_medium=share&utm_campaign=save-my-doctor&ss=k3#story",
  "HTTPS://EXAMPLE.ORG/",
  "12345678",
  "https://xn--bcher-kva.example/Bücher/図書館/🙏🏽?q=أنقذوا",
  "x".repeat(1000),
];

test("every code reads back as its text", () => {
  const codes = ask(...texts.map((text) => ({ ask: "qr", text })));
  texts.forEach((text, at) => {
    const read = jsqr(...pixels(codes[at]));
    assert.equal(read && Buffer.from(read.binaryData).toString(), text);
    assert.equal(read.data, text, "also as a reader decodes it by itself");
  });
});

test("a code survives what happens to paper", () => {
  const text = texts[1];
  const [code] = ask({ ask: "qr", text });
  const [data, side] = pixels(code, 6);
  // A pin in the middle: a tenth of the width.
  const from = Math.floor(side * 0.45);
  for (let y = from; y < side * 0.55; y++) data.fill(90, (y * side + from) * 4, (y * side + Math.floor(side * 0.55)) * 4);
  assert.equal(jsqr(data, side, side)?.data, text);
});

test("the drawing is an image that says what it is", () => {
  const [code, none] = ask({ ask: "qr", text: texts[0], label: 'Code of "<bus>" & co' }, { ask: "qr", text: "x".repeat(3000) });
  assert.match(code.svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img"[^>]*shape-rendering="crispEdges"/);
  assert.match(code.svg, /<title>Code of &quot;&lt;bus&gt;&quot; &amp; co<\/title>/);
  assert.equal(code.svg.match(/<path/g).length, 1);
  assert.equal(none, null, "too long for any code");
});
