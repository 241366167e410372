// Random events on every page: nothing crashes, and the screen shows what follows from the answers.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startBrowser } from "../browser/support/engines.mjs";
import { eventually } from "../browser/support/eventually.mjs";
import { CAGE, riot, shown } from "./monkey.mjs";
import { CLIPBOARD, opened } from "../browser/support/page.mjs";
import { PAGES } from "../browser/support/screens.mjs";

const CALCULATORS = ["refund", "skill-subsidy", "premium", "unemployment-benefit", "size-class", "hiring-subsidy"]
  .map((name) => `?c=${name}`);
const ELDER = ["", ...CALCULATORS].map((address) => `${address}${address ? "&" : "?"}elder=1`);
const SIZES = [[360, 740, true], [1280, 900, false], [320, 480, true], [740, 360, true]];
const BATCHES = 10;
/** The events of a batch are made in runs: the driver waits half a minute for one. */
const EVENTS = 50;
/** The number of events per page; for a quick look `WENGANG_EVENTS=400`. */
const ALL = Number(process.env.WENGANG_EVENTS ?? 2000);
const RUNS = ALL / BATCHES / EVENTS;
/** Another seed is another run: `WENGANG_SEED=7`. */
const SEED = Number(process.env.WENGANG_SEED ?? 1);

let browser;
before(async () => { browser = await startBrowser({ isTireless: true }); });
after(() => browser?.stop());

const seedOf = (address, run) => [...address].reduce((sum, sign) => Math.imul(sum, 31) + sign.codePointAt(0), SEED * 1000 + run);

async function resize(window, batch) {
  const [width, height, mobile] = SIZES[batch % SIZES.length];
  await window.cdp("Emulation.setDeviceMetricsOverride", { width, height, mobile, deviceScaleFactor: 1 });
}

/** Asserts that nothing went wrong, and that the program still runs. */
async function isSound(window, context) {
  const [wrong, state, whole, isBroken] = await window.run(() => (
    [window.wrong, document.documentElement.dataset.state, document.documentElement.dataset.chunk, document.querySelector(".broken") !== null]
  ));
  assert.deepEqual({ wrong, state, whole, isBroken }, { wrong: [], state: "ready", whole: "yes", isBroken: false }, context);
  assert.deepEqual(await window.console(), [], context);
}

for (const address of [...PAGES, ...CALCULATORS, ...ELDER]) {
  test(`${ALL} random events do nothing to ${address || "the home screen"}`, async (t) => {
    const page = await opened(t, browser, address, { first: CAGE + CLIPBOARD });
    const { window } = page;
    await page.isReady();
    await window.run(() => document.dispatchEvent(new Event("wengang-chunk-wanted")));
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const context = `${address}, batch ${batch} of seed ${SEED}`;
      await resize(window, batch);
      for (let run = 0; run < RUNS; run += 1) {
        const made = await window.run(riot, address || "?", seedOf(address, batch * RUNS + run), EVENTS);
        assert.equal(Object.values(made).reduce((sum, count) => sum + count, 0), EVENTS, context);
        assert.ok(made.tap > 0 && (made.write ?? made.scroll) > 0, context);
      }
      await isSound(window, context);
      await page.waitForIdle();
      const before = await window.run(shown);
      await page.reload();
      await eventually(async () => assert.deepEqual(await window.run(shown), before, context));
    }
    assert.deepEqual(await window.console(), [], address);
  });
}
