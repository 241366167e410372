// The documents of the built site.

import { readFileSync, readdirSync } from "node:fs";
import { dist } from "./page.mjs";

/** The names of all, with their text. */
export const DOCUMENTS = new Map(readdirSync(dist).filter((name) => name.endsWith(".html")).map((name) => (
  [name, readFileSync(new URL(name, dist), "utf8")]
)));

const MODULE = /<script\b[^>]*type="module"[^>]*>/;

/** Those that start a program: by a module, which old engines do not run. */
export const STARTING = new Map([...DOCUMENTS].filter(([, html]) => MODULE.test(html)));

/** The name of the module that starts a document's program. */
export const starterOf = (html) => /src="(?:\.\/)?([^"]+)"/.exec(MODULE.exec(html)[0])[1];
