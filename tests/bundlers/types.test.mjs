// The types, as the tools of each framework check somebody's files with them. What must
// not be accepted is marked in the files, and a mark without an error is an error.

import { after, before, test } from "node:test";
import { join } from "node:path";
import { run } from "../packaging/package.mjs";
import { openWorkshop, tool } from "./workshop.mjs";

const checkers = {
  plain: ["tsc"],
  react: ["tsc"],
  solid: ["tsc"],
  vue: ["vue-tsc"],
  svelte: ["svelte-check", "--fail-on-warnings", "--output", "human"],
};

let workshop;
before(async () => (workshop = await openWorkshop("types")));
after(() => workshop.close());

for (const [name, [checker, ...options]] of Object.entries(checkers)) {
  test(`Types in ${name} are as they should be`, { timeout: 120000 }, async () => {
    await run(tool(checker), options, { cwd: join(workshop.folder, name) });
  });
}
