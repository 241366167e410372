// Writes the measurements as docs/benchmarks.md. The text that does not depend on them is in report.md.

import { readFileSync } from "node:fs";
import { ratio } from "./timing.mjs";

const TITLES = {
  ours: "稳岗算",
  publicodes: "publicodes",
  zen: "zen-engine",
  "json-rules-engine": "json-rules-engine",
  openfisca: "OpenFisca",
  lemma: "Lemma",
};

const count = (value) => value === undefined || value === null ? "—" : value.toLocaleString("en");
const digits = (value) => value >= 100 ? count(Math.round(value)) : value.toPrecision(3);
const times = (value) => `${digits(value)}×`;

/** A table of Markdown: the titles and the rows. */
function table(titles, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(titles), line(titles.map(() => "---")), ...rows.map(line)].join("\n");
}

/** One row a peer. */
const byPeer = (figures, cells) => Object.keys(TITLES).filter((name) => figures[name] !== undefined)
  .map((name) => [TITLES[name], ...cells(figures[name], name)]);

/** The goals, and whether they are met. */
export function goalsOf({ wrongAll, wrong, one }) {
  const { worked } = one;
  const evaluation = ratio(worked.publicodes, worked["inside:evaluate"]);
  const assessment = ratio(worked.publicodes, worked.ours);
  const zen = ratio(worked.zen, worked.ours);
  const ourWrong = [...wrongAll, ...wrong.ours].reduce((sum, value) => sum + value, 0);
  return [
    { goal: "wasm 内带步骤的计算，至少是 publicodes 的 100 倍快", measured: times(evaluation), met: evaluation >= 100 },
    { goal: "经 JavaScript 的完整结果，至少是 publicodes 的 5 倍快", measured: times(assessment), met: assessment >= 5 },
    { goal: "经 JavaScript 的完整结果，不比 zen-engine 慢", measured: times(zen), met: zen >= 1 },
    { goal: "算错的分：0", measured: count(ourWrong), met: ourWrong === 0 },
  ];
}

const goals = (measured) => table(
  ["目标", "测得", "达到"],
  goalsOf(measured).map(({ goal, measured: found, met }) => [goal, found, met ? "✓" : "✗"]),
);

const fen = ({ rates, wrongAll, wrong, wrongInFen }) => table(
  ["", ...rates.map(({ percent }) => `${percent} %`), ...rates.map(({ percent }) => `${percent} %，改用整数分`)],
  [
    ["稳岗算，全部 20,000,001 种保险费", ...wrongAll.map(count), "—", "—"],
    ...byPeer(wrong, (wrongs, name) => [...wrongs.map(count), ...(wrongInFen[name] ?? [null, null]).map(count)]),
  ],
);

const blanks = ({ blank }) => table(
  ["", "错说“可以”", "说“不可以”", "说“不知道”", "报错", "共"],
  byPeer(blank, ({ eligible, ineligible, undetermined, error, cases }) => (
    [eligible, ineligible, undetermined, error, cases].map(count)
  )),
);

const after = ({ reuse, reuseEndless }) => table(
  ["", "写了最后一天", "没写最后一天"],
  byPeer(reuse, (days, name) => [count(days), name === "ours" ? "编译不通过" : count(reuseEndless[name])]),
);

function evaluation({ one: { passed, worked } }) {
  const titles = { ...TITLES, "inside:evaluate": "稳岗算，wasm 内：条件、步骤、依据", "inside:assess": "稳岗算，wasm 内：再加文字" };
  const of = (name) => [
    titles[name], digits(passed[name].min), digits(passed[name].median),
    digits(worked[name].min), digits(worked[name].median),
    times(ratio(worked[name], worked.ours)), times(ratio(worked[name], worked["inside:evaluate"])),
  ];
  const figures = ["经过，最小", "经过，中位", "处理器，最小", "处理器，中位"];
  return table(["微秒", ...figures, "÷ 稳岗算经 JavaScript", "÷ 稳岗算 wasm 内"], Object.keys(titles).map(of));
}

const manyRows = ({ rows }) => table(
  ["毫秒", "1 万行，最小", "1 万行，中位", "÷ 稳岗算", "100 万行", "可以申请的行"],
  byPeer(rows.tenThousand, (figure, name) => [
    digits(figure.min), digits(figure.median), times(ratio(figure, rows.tenThousand.ours)),
    rows.million[name] ? digits(rows.million[name].min) : "—", count(rows.eligible[name]),
  ]),
);

function coldStart({ cold }) {
  const titles = { node: "Node.js 空跑", python: "Python 空跑", ...TITLES };
  return table(
    ["毫秒", "最小", "中位", "÷ 稳岗算"],
    Object.keys(titles).map((name) => (
      [titles[name], digits(cold[name].min), digits(cold[name].median), times(ratio(cold[name], cold.ours))]
    )),
  );
}

const download = ({ bytes }) => table(
  ["字节", "原样", "gzip", "brotli"],
  byPeer(bytes, ({ raw, gzip, brotli }) => [raw, gzip, brotli].map(count)),
);

const machineOf = ({ date, processor, memory, load, versions }) => [
  `- 日期：${date}`,
  `- 机器：${processor}，${memory}；计时前后的负载 ${load}`,
  `- 版本：${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join("、")}`,
].join("\n");

/** The whole page. */
export function report(machine, measured) {
  const parts = {
    machine: machineOf(machine),
    day: measured.figures.to,
    goals: goals(measured),
    fen: fen(measured),
    blanks: blanks(measured),
    after: after(measured),
    evaluation: evaluation(measured),
    rows: manyRows(measured),
    cold: coldStart(measured),
    bytes: download(measured),
  };
  const words = readFileSync(new URL("report.md", import.meta.url), "utf8");
  return words.replaceAll(/\{\{(\w+)\}\}/gu, (_, name) => parts[name]);
}
