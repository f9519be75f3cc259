//! wasm-bindgen's glue without what no browser that this package runs in needs.
//!
//! Each part that is not there, because the program no longer needs it or a newer
//! wasm-bindgen writes it otherwise, is left as it is: larger, but right.

/// What the glue calls where a program has something to do first.
const START: &str = "wasm.__wbindgen_start();";

/// Starts what is at hand: WebAssembly, or the program as JavaScript, which is a function.
const AT_ONCE: (&str, &str) = (
    "function initSync(module)",
    "function initSync({ module }) {
        const imports = __wbg_get_imports();
        return __wbg_finalize_init(
            module.call ? { exports: module(imports) } : new WebAssembly.Instance(new WebAssembly.Module(module), imports)
        );
    }",
);

/// Functions of the glue and how they are written here.
const SHORTER: [(&str, &str); 7] = [
    AT_ONCE,
    // Safari's decoder wears out after two gigabytes; a card never decodes that much.
    ("function decodeText(bytes)", "function decodeText(bytes) { return cachedTextDecoder.decode(bytes); }"),
    // Texts of some lines need no second way to be passed.
    (
        "function passStringToWasm0(arg, malloc, realloc)",
        "function passStringToWasm0(arg, malloc) {
            const text = cachedTextEncoder.encode(arg);
            const ptr = malloc(text.length, 1) >>> 0;
            getUint8ArrayMemory0().set(text, ptr);
            WASM_VECTOR_LEN = text.length;
            return ptr;
        }",
    ),
    // All browsers with WebAssembly have had it since 2021.
    ("if (!('encodeInto' in cachedTextEncoder))", ""),
    (
        "function getDataViewMemory0()",
        "function getDataViewMemory0() {
            if (cachedDataViewMemory0?.buffer !== wasm.memory.buffer) {
                cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
            }
            return cachedDataViewMemory0;
        }",
    ),
    (
        "function getUint8ArrayMemory0()",
        "function getUint8ArrayMemory0() {
            if (cachedUint8ArrayMemory0?.buffer !== wasm.memory.buffer) {
                cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
            }
            return cachedUint8ArrayMemory0;
        }",
    ),
    (
        "function __wbg_finalize_init(instance, module)",
        "function __wbg_finalize_init(instance) {
            wasm = instance.exports;
            wasm.__wbindgen_start();
            return wasm;
        }",
    ),
];

/// The glue with its functions in their shorter form.
pub fn trim(glue: &str) -> String {
    let started = glue.contains(START);
    let mut glue = glue.to_owned();
    for (head, new) in SHORTER {
        if let Some(shorter) = replace(&glue, head, new) {
            glue = shorter;
        }
    }
    if !started {
        glue = glue.replace(START, "");
    }
    if glue.contains("function passStringToWasm0(arg, malloc)") {
        glue = glue.replace("wasm.__wbindgen_malloc, wasm.__wbindgen_realloc)", "wasm.__wbindgen_malloc)");
    }
    glue
}

/// The glue for a program that is at hand: started at once, and with no part that
/// would fetch it. Nothing where the glue is not written as expected.
pub fn without_fetching(glue: &str) -> Option<String> {
    let exports = "export { initSync, __wbg_init as default };";
    glue.contains(exports).then_some(())?;
    let shorter = replace(glue, AT_ONCE.0, AT_ONCE.1);
    Some(shorter.as_deref().unwrap_or(glue).replace(exports, "export { initSync, initSync as default };"))
}

/// The code with `new` in the place of the one statement that starts with `head`
/// and ends with the brace that closes its block.
fn replace(code: &str, head: &str, new: &str) -> Option<String> {
    let (before, rest) = code.split_once(head)?;
    let mut depth = 0_usize;
    let end = rest.char_indices().find_map(|(at, c)| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => return None,
        }
        (depth == 0).then_some(at + 1)
    })?;
    Some([before, new, rest.get(end..)?].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_replaced_to_its_own_end() {
        let code = "a(); function f(x) { if (x) { y } } function g() {}";
        assert_eq!(replace(code, "function f(x)", "F;").unwrap(), "a(); F; function g() {}");
        assert_eq!(replace(code, "function h", ""), None);
        assert_eq!(replace("function f() { {", "function f", ""), None);
    }

    #[test]
    fn what_is_not_there_is_left_as_it_is() {
        assert_eq!(trim("let a = 1;"), "let a = 1;");
        assert_eq!(without_fetching("let a = 1;"), None);
    }
}
