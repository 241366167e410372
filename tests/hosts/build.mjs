// The pages of tests/hosts/sites, with the components of the integrator's guide, as Vite builds them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = process.env.WENGANG_INTEGRATIONS;
if (!folder) throw new Error("WENGANG_INTEGRATIONS names the folder of the projects: run the tests by cargo xtask test integrations");

const guide = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");

/** The only block of the guide in that language. */
function block(language) {
  const found = [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))];
  assert.equal(found.length, 1, `the guide's blocks of ${language}`);
  return found[0][1];
}

/** What each page takes from the guide, by file. */
const FROM_GUIDE = {
  plain: {},
  vue: { "vite.config.js": block("js"), "Calculator.vue": block("vue") },
  react: { "Calculator.jsx": block("jsx") },
};

export const NAMES = Object.keys(FROM_GUIDE);

/**
 * Builds a page and returns the folder of its files, as a URL. For development: React then mounts every effect twice, and
 * both frameworks write what they miss to the console.
 */
export function built(name) {
  // Each engine has a folder of its own.
  const root = join(folder, `host-${name}-${process.env.WENGANG_ENGINE ?? "chromium"}`);
  rmSync(root, { recursive: true, force: true });
  cpSync(fileURLToPath(new URL(`sites/${name}/`, import.meta.url)), root, { recursive: true });
  for (const [file, text] of Object.entries(FROM_GUIDE[name])) writeFileSync(join(root, file), text);
  writeFileSync(join(root, "package.json"), JSON.stringify({ name: `host-${name}`, private: true, type: "module" }));
  const vite = join(folder, "node_modules/vite/bin/vite.js");
  const env = { ...process.env, NODE_OPTIONS: "", NODE_ENV: "development" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, "build", "--mode", "development", "--logLevel", "warn"], { cwd: root, env, encoding: "utf8" });
  assert.equal(status, 0, `${stdout}\n${stderr}`);
  return pathToFileURL(join(root, "dist/"));
}
