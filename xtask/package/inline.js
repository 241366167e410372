// The entry that starts by itself: it contains the wasm as text, and compiles it at the first call.

import load, { initSync as start } from "./glue.js";
import { beforeFirstCall, ensureRunning, policyError, reason, setRunning } from "./start.js";
import base64 from "./wengang_bg.wasm";

export * from "./calls.js";
export { init as default };

function bytes() {
  const text = atob(base64);
  const read = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) read[i] = text.charCodeAt(i);
  return read;
}

function notStarted(cause) {
  const message = `没有启动：这里用不了 WebAssembly（${reason(cause)}）；网站不许用的，改用 wengang/asm；Chrome 113 及以前的，先 await init()`;
  return policyError("notStarted", "init", message, cause);
}

beforeFirstCall(() => {
  try {
    start({ module: bytes() });
  } catch (cause) {
    throw notStarted(cause);
  }
});

/** Nobody has to call it, but for the browsers that compile nothing of this size at once: Chrome before 114. */
export async function init(input) {
  try {
    if (input === undefined) return ensureRunning();
  } catch {
    // Not at once: as below.
  }
  try {
    await load(input === undefined ? { module_or_path: bytes() } : input);
  } catch (cause) {
    throw notStarted(cause);
  }
  return setRunning();
}

export function initSync(input) {
  if (input === undefined) return ensureRunning();
  start(input);
  return setRunning();
}
