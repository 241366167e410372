// The calculator without WebAssembly: where an old browser has none, a host forbids it, or its files do not come.
// The build writes the two files beside this one: the program as a script, and the script that wasm-bindgen made for it.

import program from "./program.js";
import start from "./glue.js";

const root = document.documentElement;

// All that the other script asks of WebAssembly. What stands there of the browser's own does not work, or we were not here.
window.WebAssembly = {
  Module: function Module() {},
  Instance: function Instance() {},
  RuntimeError: class RuntimeError extends Error {},
  instantiate: (bytes, imports) => Promise.resolve({ instance: { exports: program(imports) }, module: {} }),
};

// There is no second part to wait for.
root.dataset.whole = "yes";
document.dispatchEvent(new Event("wengang-rest-came"));
start({ module_or_path: new ArrayBuffer(0) });
