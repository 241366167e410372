// The entry for browsers: the wasm is a separate file, which `init` loads.

import load, { initSync as start } from "./glue.js";
import { beforeFirstCall, policyError, reason, setRunning } from "./start.js";

export * from "./calls.js";
export { init as default };

beforeFirstCall(() => {
  const message = "还没有启动：请先 await init()，或者 initSync({ module })，再调用；不想写这一步的，改用 wengang/inline";
  throw policyError("notStarted", "init", message);
});

export async function init(input) {
  let exports;
  try {
    exports = await load(input);
  } catch (cause) {
    const message = `没有启动：取不到或者用不了 wengang_bg.wasm（${reason(cause)}）；不另取文件的，改用 wengang/inline，不许用 WebAssembly 的，改用 wengang/asm`;
    throw policyError("notStarted", "init", message, cause);
  }
  setRunning();
  return exports;
}

export function initSync(input) {
  let exports;
  try {
    exports = start(input);
  } catch (cause) {
    const message = `没有启动：请写 initSync({ module })，module 是 wengang_bg.wasm 的内容，或者编译好的 WebAssembly.Module（${reason(cause)}）`;
    throw policyError("notStarted", "initSync", message, cause);
  }
  setRunning();
  return exports;
}
