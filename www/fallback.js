// The calculator without WebAssembly: where an old browser has none, a host forbids it, or its files fail to load.
// The build writes the two files next to this one: the program as a script, and the script of wasm-bindgen for it.

import program from "./program.js";
import start from "./glue.js";

const root = document.documentElement;

// The part of the API that the other script uses. The browser's own does not work, or this script would not run.
window.WebAssembly = {
  Module: function Module() {},
  Instance: function Instance() {},
  RuntimeError: class RuntimeError extends Error {},
  instantiate: (bytes, imports) => Promise.resolve({ instance: { exports: program(imports) }, module: {} }),
};

// There is no lazy chunk to wait for.
root.dataset.chunk = "yes";
document.dispatchEvent(new Event("wengang-chunk-settled"));
start({ module_or_path: new ArrayBuffer(0) });
