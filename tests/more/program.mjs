// The program's answers, through examples/more.rs.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Asks all `requests` at once; see examples/more.rs for what can be asked. */
export function ask(...requests) {
  const input = requests.map((request) => JSON.stringify(request)).join("\n");
  const command = ["run", "--quiet", "--example", "more"];
  const out = execFileSync("cargo", command, { cwd: root, input, maxBuffer: 1 << 28, encoding: "utf8" });
  return out.trim().split("\n").map((line) => JSON.parse(line));
}

/** Texts that break what is put together carelessly. */
export const tricky = [
  "Save the library",
  "a, b; c: \\n \\\\ \"d\" 'e' & <f>",
  "one\ntwo\n\nfour",
  "🙏🏽👩‍👩‍👧🇫🇷 e\u0301 ".repeat(20).trim(),
  "أنقذوا مكتبة الحي، من فضلكم؛ الآن",
  "図書館を守ろう",
  "END:VEVENT",
  "0123456789".repeat(1000),
  "é,;\\".repeat(2500),
];
