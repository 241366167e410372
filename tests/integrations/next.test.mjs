// Next: a route on the server, and a page that runs in the browser.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { example } from "../package/readme.mjs";
import { MISUSE, REPORTED, installed, lines, project, stopBrowser } from "./support.mjs";

after(stopBrowser);

const { run, start } = project("next", {
  // What is installed is in the folder above.
  "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(installed("../"))} }, outputFileTracingRoot: ${JSON.stringify(installed("../"))} };`,
  "app/layout.js": "export default function Layout({ children }) { return <html lang=\"zh-CN\"><body>{children}</body></html>; }",
  "app/page.js": `"use client";
    import { useEffect } from "react";
    import * as wengang from "wengang/inline";
    const once = { did: false };
    export default function Page() {
      useEffect(() => {
        if (once.did) return;
        once.did = true;
        ${MISUSE}
      }, []);
      return <p>{wengang.version().package}</p>;
    }`,
  "app/api/premium/route.js": example("Next js 1"),
  "app/api/misuse/route.js": `
    import * as wengang from "wengang";
    export function GET() {
      const said = [];
      const console = { log: (text) => said.push(text) };
      ${MISUSE}
      return Response.json(said);
    }`,
}, { type: "module" });

test("Next answers by the README's route and reports misuse, on the server and in the page", async () => {
  const env = { NEXT_TELEMETRY_DISABLED: "1" };
  run("next", ["build"], env);
  const server = await start("next", ["start", "--hostname", "127.0.0.1", "--port", "0"], /http:\/\/127\.0\.0\.1:\d+/);
  try {
    const answerOf = async (path) => (await fetch(`${server.address}${path}`)).json();
    assert.deepEqual(await answerOf("/api/premium"), { kind: "exact", value: "1200.00" });
    assert.deepEqual(await answerOf("/api/misuse"), [REPORTED]);
    assert.deepEqual(await lines(server.address, 1), [REPORTED]);
  } finally {
    await server.stop();
  }
});
