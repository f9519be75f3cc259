// The second program: started once, when the first of its functions is needed.
import { core, glue, locale, otherWords, program as bytes, rest, script, words } from "../dist/more.js";
import { choose } from "../languages.js";
import { run } from "../run.js";
import { rename } from "../trusted.js";

let program;
let speaks;

rename("share-sign-more");

/** The program, running. */
export async function start() {
  if (!program) {
    const running = await run(glue, bytes, script);
    if (program) return program;
    program = running;
    program.rows(core);
    program.rows(rest);
    program.words(words);
    speaks = locale;
  }
  return program;
}

/** The program, speaking the first of these languages that it can. */
export async function startSpeaking(languages) {
  const running = await start();
  const id = choose(languages, locale, Object.keys(otherWords));
  try {
    if (id !== speaks) running.words(id === locale ? words : (await otherWords[id]()).default);
    speaks = id;
  } catch (error) {
    console.warn(`share-sign: the language "${id}" could not be loaded; using "${speaks}".`, error);
  }
  return running;
}
