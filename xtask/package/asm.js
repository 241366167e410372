// The entry for hosts that forbid WebAssembly, or have none: the same program as a script.

import { initSync as start } from "./glue.js";
import { beforeFirstCall, ensureRunning } from "./start.js";

export * from "./calls.js";
export { init as default };

beforeFirstCall(() => start({ module: {} }));

/** Nobody has to call it: so that a program for another entry runs with this one too. */
export async function init() {
  ensureRunning();
}

export function initSync() {
  ensureRunning();
}
