// The guide for the person who sets up the server: its commands, run against a server set up as it says.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { STRICT_CSP } from "../browser/support/server.mjs";
import { SETTINGS, startNginx } from "./nginx.mjs";

const run = promisify(execFile);
const guide = readFileSync(new URL("../../docs/deployment.md", import.meta.url), "utf8");
const ADDRESS = "https://wengang.example.gov.cn/wengang/";

let server;
before(async () => { server = await startNginx(); });
after(() => server?.stop());

const checks = [...guide.matchAll(/^```sh\n([^`]*)^```\n+```text\n([^`]*)^```$/gm)].map(([, commands, said]) => [commands, said.trim().split("\n")]);

test("the guide has the commands that these tests run", () => {
  assert.equal(checks.length, 3);
  assert.equal(guide.match(/^```text$/gm).length, checks.length);
});

for (const [commands, said] of checks) {
  test(`the server says what the guide says it does: ${commands.split("\n")[0]}`, async () => {
    assert.ok(commands.includes(ADDRESS));
    const { stdout } = await run("sh", ["-ec", commands.replaceAll(ADDRESS, server.url)]);
    for (const line of said) assert.ok(stdout.includes(line), `${line}\n\n${stdout}`);
  });
}

test("the guide's policy is the one that is sent, and its line is in the settings", () => {
  assert.ok(guide.includes(`\nContent-Security-Policy: ${STRICT_CSP}\n`));
  assert.match(SETTINGS, /^ {4}# add_header Content-Security-Policy "frame-ancestors 'self' https:\/\/www\.example\.gov\.cn" always;$/m);
});

test("with the line for frames the server sends both policies", async () => {
  const host = await startNginx({ settings: (text) => text.replace("# add_header Content-Security-Policy", "add_header Content-Security-Policy") });
  try {
    const { headers } = await fetch(host.url);
    assert.equal(headers.get("content-security-policy"), `${STRICT_CSP}, frame-ancestors 'self' https://www.example.gov.cn`);
    assert.equal(headers.get("x-frame-options"), null);
  } finally {
    await host.stop();
  }
});
