/**
 * The card's program, WebAssembly, which is a chunk of its own unless this file is
 * imported: then it is in the chunk of whoever does, and the card need not wait for it.
 */
export declare function program(): Uint8Array;
