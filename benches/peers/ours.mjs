// 稳岗算: the package as `cargo xtask package` writes it. Every answer is a whole Assessment.

import { readFileSync } from "node:fs";

const FOLDER = new URL("../../dist-package/", import.meta.url);

export async function open() {
  const { initSync, assess, assessMany } = await import(new URL("wengang.js", FOLDER));
  initSync({ module: readFileSync(new URL("wengang_bg.wasm", FOLDER)) });
  return {
    prepare: ({ asOf, ...facts }) => ({ calculator: "refund", asOf, facts }),
    evaluate: assess,
    many: (requests) => assessMany(requests),
    read: ({ outcome, amount }) => ({ outcome, amount: amount?.value ?? null }),
  };
}
