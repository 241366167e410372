// A peer's process: started, asked line by line, stopped.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const sibling = (file) => fileURLToPath(new URL(file, import.meta.url));

/** Those that are no library of JavaScript's. */
const PROGRAMS = {
  openfisca: () => [process.env.WENGANG_PYTHON, sibling("openfisca.py")],
  lemma: () => [process.env.WENGANG_LEMMA],
};

const commandOf = (name, rules) => [...PROGRAMS[name]?.() ?? [process.execPath, sibling("host.mjs"), name], rules];

/** Starts a peer with a folder of rules; `ask` gives its answer to a command. */
export function start(name, rules) {
  const [program, ...words] = commandOf(name, rules);
  const child = spawn(program, words, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(command, words) {
      child.stdin.write(`${JSON.stringify({ command, ...words })}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${name} 没有回答就结束了`);
      return JSON.parse(value);
    },
    async stop() {
      child.stdin.end();
      await once(child, "exit");
    },
  };
}

/** Asks one question of a peer started for it alone. */
export async function askOnce(name, rules, command, words) {
  const peer = start(name, rules);
  const answer = await peer.ask(command, words);
  await peer.stop();
  return answer;
}

/** How long a program takes that does nothing, in milliseconds. */
export async function idle(program, words) {
  const began = performance.now();
  await once(spawn(program, words, { stdio: "ignore" }), "exit");
  return performance.now() - began;
}
