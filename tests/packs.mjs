// Packs of laws that are not built in, as tests/requests/packs.rs writes them.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "wengang-packs-"));
process.once("exit", () => rmSync(folder, { recursive: true }));
execFileSync(process.env.WENGANG_PACKS, [folder]);

/** Returns the bytes of a pack by its name: `2027`, `ningxia`, `measure`. */
export const pack = (name) => readFileSync(join(folder, `${name}.pack`));
