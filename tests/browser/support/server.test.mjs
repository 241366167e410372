// Every host has an origin of its own: what a browser stores for one is not visible to another.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "./engines.mjs";
import { freshPort, listen } from "./server.mjs";

/** A server to which the system gives these ports, one after the other. */
function given(...ports) {
  let port;
  return {
    listen: (_port, _host, listening) => {
      port = ports.shift();
      listening();
    },
    address: () => ({ port }),
    close: (closed) => closed(),
  };
}

test("no host gets a port that another one had", async () => {
  assert.equal(await listen(given(70_001)), 70_001);
  assert.equal(await listen(given(70_001, 70_001, 70_002)), 70_002);
  assert.equal(await listen(given(70_002, 70_003)), 70_003);
  assert.notEqual(await freshPort(), await freshPort());
});

test("no host listens in another way", () => {
  const folder = new URL("../../", import.meta.url);
  const sources = ["browser", "server", "speed", "monkey"].flatMap((part) => (
    readdirSync(new URL(part, folder), { recursive: true }).filter((name) => name.endsWith(".mjs")).map((name) => `${part}/${name}`)
  ));
  const listeners = sources.filter((name) => /\.listen\(|findFreePort/.test(readFileSync(new URL(name, folder), "utf8")));
  // The proxy is no origin: browsers store nothing by its port.
  assert.deepEqual(listeners.sort(), ["browser/support/proxy.mjs", "browser/support/server.mjs", "browser/support/server.test.mjs"]);
});
