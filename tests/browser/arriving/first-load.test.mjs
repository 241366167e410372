// What a first visit asks of the network until the page can be used: how many files, and how many times one after the other.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { can, startBrowser, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { dist, opened } from "../support/page.mjs";
import { filesOf } from "../support/server.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

/** A wave ends once nobody has asked for so long. */
const QUIET_MS = 1200;

/**
 * Answers in waves: requests wait until no more arrive, then all are answered at once. The number of waves is the
 * number of round trips between the browser and the host, independent of their duration.
 */
function inWaves(read) {
  const waves = [];
  let wave;
  return {
    waves,
    read: async (name) => {
      if (!wave) {
        wave = { names: [] };
        wave.ends = new Promise((resolve) => { wave.end = resolve; });
        waves.push(wave.names);
      }
      wave.names.push(name);
      clearTimeout(wave.timer);
      wave.timer = setTimeout((ended) => { wave = undefined; ended.end(); }, QUIET_MS, wave);
      await wave.ends;
      return read(name);
    },
  };
}

for (const [what, address, most] of [
  ["the first screen", "", { files: 8, roundTrips: can("preload-modules") ? 3 : 4 }],
  ["a calculator's address", "?c=premium", { files: 9, roundTrips: 4 }],
  ["a calculator's document", "refund.html", { files: 9, roundTrips: 4 }],
]) {
  test(`${what} asks for at most ${most.files} files in ${most.roundTrips} round trips`, async (t) => {
    const { waves, read } = inWaves(filesOf(dist));
    const page = await opened(t, browser, address, { read });
    await eventually(() => page.isReady(), 20_000);
    const names = waves.flat();
    t.diagnostic(`${what}：${names.length} 个文件，${waves.length} 个来回：${waves.map((wave) => wave.join("、")).join("；")}`);
    assert.ok(waves.length <= most.roundTrips, `${waves.length} round trips`);
    assert.ok(names.length <= most.files, `${names.length} files`);
  });
}
