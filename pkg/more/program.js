// The second program: started once, when the first of its functions is needed.
import { core, glue, locale, otherWords, program as bytes, rest, words } from "../dist/more.js";
import { choose } from "../languages.js";

let program;
let speaks;

/** The program, running. */
export function start() {
  if (!program) {
    glue.initSync({ module: bytes() });
    program = glue;
    program.rows(core);
    program.rows(rest);
    program.words(words);
    speaks = locale;
  }
  return program;
}

/** The program, speaking the first of these languages that it can. */
export async function startSpeaking(languages) {
  const running = start();
  const id = choose(languages, locale, Object.keys(otherWords));
  try {
    if (id !== speaks) running.words(id === locale ? words : (await otherWords[id]()).default);
    speaks = id;
  } catch (error) {
    console.warn(`share-sign: the language "${id}" could not be loaded; using "${speaks}".`, error);
  }
  return running;
}
