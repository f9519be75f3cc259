// Our own measure, asked in bulk: see examples/measure.rs.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** `[{ used, limit, parts, estimate, graphemes }]` of the texts on a channel. */
export function measureAll(channel, texts) {
  const input = texts.map((text) => JSON.stringify({ channel, text })).join("\n");
  const output = execFileSync("cargo", ["run", "--quiet", "--example", "measure"], {
    cwd: root,
    input,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  return output.trimEnd().split("\n").map((line) => JSON.parse(line));
}
