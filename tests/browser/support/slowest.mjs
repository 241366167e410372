// A reporter for Node's test runner: the slowest tests, in addition to another reporter.
//
// node --test --test-reporter=spec --test-reporter-destination=stdout
//   --test-reporter=./tests/browser/support/slowest.mjs --test-reporter-destination=stdout …

import { relative } from "node:path";

const SHOWN = 20;

export default async function* slowest(events) {
  const tests = [];
  for await (const { type, data } of events) {
    if ((type === "test:pass" || type === "test:fail") && data.nesting === 0) {
      tests.push({ seconds: data.details.duration_ms / 1000, title: data.name, file: relative("", data.file) });
    }
  }
  const sum = tests.reduce((total, { seconds }) => total + seconds, 0);
  yield `\n最慢的 ${SHOWN} 项（一共 ${tests.length} 项，${sum.toFixed(0)} 秒）：\n`;
  for (const { seconds, title, file } of tests.sort((one, other) => other.seconds - one.seconds).slice(0, SHOWN)) {
    yield `${seconds.toFixed(1).padStart(6)} 秒  ${title}（${file}）\n`;
  }
}
