/** The program's wasm, for `init` and `initSync`: what a bundler or a host makes of the import. */
declare const wasm: object;
export default wasm;
