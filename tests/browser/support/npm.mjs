// The npm packages that the tests use, at the versions of xtask/npm/package-lock.json.

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

if (!process.env.WENGANG_NPM) throw new Error("WENGANG_NPM names the folder of the npm packages: run the tests by cargo xtask test");

/** Loads a package; `npm.resolve` finds one of its files. */
export const npm = createRequire(join(process.env.WENGANG_NPM, "node_modules/"));

/** Loads a package that is an ES module: `require` cannot, in the oldest Node.js supported. */
export const npmModule = (name) => import(pathToFileURL(npm.resolve(name)));
