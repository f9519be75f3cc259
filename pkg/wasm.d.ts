/** The card's program: WebAssembly, as bytes. The elements load it by themselves. */
export declare function program(): Uint8Array;
