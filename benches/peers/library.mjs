// The peers' libraries, from where `cargo xtask bench` installed them.

import { createRequire } from "node:module";
import { join } from "node:path";

/** Loads a library of that folder. */
export const library = createRequire(join(process.env.WENGANG_PEERS, "package.json"));
