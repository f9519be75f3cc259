let started;

/**
 * Starts a program from its `bytes()`; where WebAssembly is forbidden or too old, as the
 * JavaScript that `script()` loads. Gives the program, or rejects where neither can be had.
 */
export const run = (glue, bytes, script) =>
  (started ??= start(glue, bytes, script).catch((error) => {
    started = undefined;
    throw error;
  }));

async function start(glue, bytes, script) {
  try {
    glue.initSync({ module: bytes() });
  } catch {
    glue.initSync({ module: (await script()).default });
  }
  return glue;
}
