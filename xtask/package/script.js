// The part of the WebAssembly API that the script of wasm-bindgen uses, for the program as a script. Nothing global is
// touched.

import program from "./program.js";

export const WebAssembly = {
  Module: function Module() {},
  Instance: function Instance(module, imports) {
    this.exports = program(imports);
  },
  RuntimeError: class RuntimeError extends Error {},
};
