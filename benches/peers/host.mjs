// A peer in its own process: node host.mjs PEER[:METHOD] RULES. One command per line in, one answer per line out, both
// JSON; the first is answered immediately, so that the time from the start to the first answer can be measured from
// outside.

import { createInterface } from "node:readline";

const [peer, method] = process.argv[2].split(":");
const { open } = await import(`./${peer}.mjs`);
const engine = await open(process.argv[3], method);
const many = engine.many ?? sequentially;

async function sequentially(inputs) {
  const answers = [];
  for (const input of inputs) answers.push(await engine.evaluate(input));
  return answers;
}

const commands = {
  /** Judges cases one by one; one that throws is an answer too. */
  async answers({ cases }) {
    const answers = [];
    for (const facts of cases) {
      try {
        answers.push(engine.read(await engine.evaluate(engine.prepare(facts))));
      } catch (error) {
        answers.push({ outcome: "error", amount: null, error: String(error.message).slice(0, 200) });
      }
    }
    return { answers };
  },

  /** Judges one case, with its explanation, for some milliseconds; returns the elapsed and the processor's time of each run. */
  async one({ facts, forMs }) {
    const input = engine.prepare(facts);
    const [start, worked] = [performance.now(), process.cpuUsage()];
    let [times, ms] = [0, 0];
    while (ms < forMs) {
      await engine.evaluate(input);
      times += engine.loops ?? 1;
      ms = performance.now() - start;
    }
    const { user, system } = process.cpuUsage(worked);
    return { us: ms * 1000 / times, cpuUs: (user + system) / times };
  },

  /** Judges rows, again and again `times` times; counts those that are eligible. */
  async rows({ cases, times }) {
    const inputs = cases.map(engine.prepare);
    let [ms, eligible] = [0, 0];
    for (let time = 0; time < times; time += 1) {
      const start = performance.now();
      const answers = await many(inputs);
      ms += performance.now() - start;
      eligible += answers.filter((answer) => engine.read(answer).outcome === "eligible").length;
    }
    return { ms, eligible };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { command, ...words } = JSON.parse(line);
  console.log(JSON.stringify(await commands[command](words)));
}
