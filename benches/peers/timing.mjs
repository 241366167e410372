// Measures the time per answer. The peers take turns, so that a slow phase of the machine affects all of them equally.

import { plainCase, rowsOf } from "./cases.mjs";
import { askOnce, idle, start } from "./process.mjs";

const COLD_ROUNDS = 7;
const ONE_ROUNDS = 15;
const ONE_MS = 200;
const ROW_ROUNDS = 3;
const ROWS = 10_000;

/** How many times the rows are judged to make a million. */
const TO_A_MILLION = 100;

/** Figures of several rounds: the least, the middle one, and each as it came. */
const summary = (rounds) => {
  const sorted = rounds.toSorted((a, b) => a - b);
  return { min: sorted[0], median: sorted[Math.floor(sorted.length / 2)], rounds };
};

/** The middle one of the ratios that two peers had in the same rounds. */
export const ratio = (peer, ours) => summary(peer.rounds.map((figure, round) => figure / ours.rounds[round])).median;

/** The summary of each peer's rounds, of one figure of theirs. */
const summaries = (measured, figure = (round) => round) => Object.fromEntries(
  Object.entries(measured).map(([name, rounds]) => [name, summary(rounds.map(figure))]),
);

/** Measures every peer once a round. */
async function inTurns(names, rounds, measure) {
  const figures = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) figures[name].push(await measure(name));
  }
  return figures;
}

/** From starting a process to its first answer, in milliseconds; `node` and `python` alone do nothing. */
export async function cold(names, rules, figures) {
  const bare = {
    node: () => idle(process.execPath, ["-e", "0"]),
    python: () => idle(process.env.WENGANG_PYTHON, ["-c", "0"]),
  };
  return summaries(await inTurns([...Object.keys(bare), ...names], COLD_ROUNDS, async (name) => {
    if (bare[name]) return bare[name]();
    const began = performance.now();
    await askOnce(name, rules, "answers", { cases: [plainCase(figures)] });
    return performance.now() - began;
  }));
}

/** One evaluation with its explanation, in microseconds: what passed, and what the processor worked. */
export async function one(names, rules, figures) {
  const peers = Object.fromEntries(names.map((name) => [name, start(name, rules)]));
  const ask = (name) => peers[name].ask("one", { facts: plainCase(figures), forMs: ONE_MS });
  // The first turn warms up and is not counted.
  for (const name of names) await ask(name);
  const measured = await inTurns(names, ONE_ROUNDS, ask);
  await Promise.all(Object.values(peers).map((peer) => peer.stop()));
  return { passed: summaries(measured, ({ us }) => us), worked: summaries(measured, ({ cpuUs }) => cpuUs) };
}

/** 10,000 rows, and a million of `millions`, in milliseconds; how many of the 10,000 are eligible. */
export async function rows(names, millions, rules, figures) {
  const peers = Object.fromEntries(names.map((name) => [name, start(name, rules)]));
  const cases = rowsOf(figures, ROWS);
  const eligible = {};
  const tenThousand = await inTurns(names, ROW_ROUNDS, async (name) => {
    const answer = await peers[name].ask("rows", { cases, times: 1 });
    eligible[name] = answer.eligible;
    return answer.ms;
  });
  const million = await inTurns(millions, 1, async (name) => (
    (await peers[name].ask("rows", { cases, times: TO_A_MILLION })).ms
  ));
  await Promise.all(Object.values(peers).map((peer) => peer.stop()));
  return { tenThousand: summaries(tenThousand), million: summaries(million), eligible };
}
