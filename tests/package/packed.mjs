// The package as npm packs it and a project installs it.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { folder } from "./package.mjs";

/** Returns a project that has the packed package installed, gone with the test. */
export function projectWithPackage(t) {
  const project = mkdtempSync(join(tmpdir(), "wengang-packed-"));
  t.after(() => rmSync(project, { recursive: true }));
  const installed = join(project, "node_modules/wengang");
  mkdirSync(installed, { recursive: true });
  const pack = ["pack", "--silent", "--ignore-scripts", "--pack-destination", project];
  const archive = execFileSync("npm", pack, { cwd: fileURLToPath(folder), encoding: "utf8" }).trim();
  execFileSync("tar", ["-xzf", archive, "--strip-components=1", "-C", "node_modules/wengang"], { cwd: project });
  return { project, installed };
}
