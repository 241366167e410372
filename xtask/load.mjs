// Load test of nginx with the shipped settings, on this machine only: `load.mjs FIRST… -- WHOLE…`, the files of the
// page's first load, and all files that a user of a calculator has loaded in the end. Prints the throughput and writes
// nothing.

import { spawnSync } from "node:child_process";
import http from "node:http";
import https from "node:https";
import { fileURLToPath } from "node:url";
import { startNginx } from "../tests/server/nginx.mjs";

/** The bounds of one measurement. */
const SECONDS = 10;
const MOST_VISITS = 100_000;
const THREADS = 2;
const CONNECTIONS = 64;

const words = process.argv.slice(2);
const first = words.slice(0, words.indexOf("--"));
const whole = words.slice(words.indexOf("--") + 1);
const LONG_CACHED = /-[0-9a-f]{8,16}[._]/;
/** What a browser asks for at every visit: what may change in the first load, and whether the worker did. */
const ASKED = [...first.filter((file) => !LONG_CACHED.test(file)), "sw.js"];
/** No browser takes brotli without TLS. */
const ENCODINGS = { "http:": "gzip, deflate", "https:": "gzip, deflate, br" };
const LUA = fileURLToPath(new URL("load.lua", import.meta.url));

/** Nothing is written that nobody reads. */
const unlogged = (settings) => settings.replace("location /wengang/ {", "location /wengang/ {\n    access_log off;");

/** The tag of a file, as a browser has cached it. The certificate is self-signed, and not checked. */
const tagOf = (url) => new Promise((resolve, reject) => {
  const { protocol } = new URL(url);
  const options = { method: "HEAD", headers: { "Accept-Encoding": ENCODINGS[protocol] }, rejectUnauthorized: false };
  const { request } = protocol === "https:" ? https : http;
  request(url, options, ({ headers }) => resolve(headers.etag)).on("error", reject).end();
});

/** Visits so long, and returns visits and bytes a second. */
function visit(base, asked) {
  const { origin, pathname, protocol } = new URL(base);
  const words = asked.map(([file, tag]) => `${pathname}${file}|${tag}`);
  const most = Math.ceil((MOST_VISITS * asked.length) / THREADS);
  const options = [`-t${THREADS}`, `-c${CONNECTIONS}`, `-d${SECONDS}s`, "-s", LUA, origin, "--", most, ENCODINGS[protocol], ...words];
  const { stdout, stderr, status } = spawnSync("wrk", options, { encoding: "utf8", timeout: 3 * SECONDS * 1000 });
  const [, requests, micros, bytes, failed] = /^SUM (\d+) (\d+) (\d+) (\d+)$/m.exec(stdout)?.map(Number) ?? [];
  if (status !== 0 || failed !== 0) throw new Error(`wrk: ${stdout}${stderr}`);
  const seconds = micros / 1e6;
  return { visits: requests / asked.length / seconds, requests: requests / seconds, bytes: bytes / seconds };
}

const column = (value, digits = 0) => value.toFixed(digits).padStart(10);

/** A message to `people`, who all open it within some seconds, at the peak `peak` times as often as on average. */
const PEOPLE = 10_000_000;
const HOUR = 3600;
const PEAK = 5;
/** A network of nodes that cache what may change for some seconds. */
const NODES = 500;
const CACHE_SECONDS = 60;

/** Prints on paper what a province's message asks for, by what one first visit weighs. */
function province(bytes, requests, changing) {
  console.log(`\n一千万人，一小时，都打开（高峰是平均的 ${PEAK} 倍；每次 ${requests} 个请求 ${(bytes / 1e3).toFixed(1)} KB）：`);
  for (const [when, visits] of [["平均", PEOPLE / HOUR], ["高峰", (PEOPLE / HOUR) * PEAK]]) {
    console.log(`${when}：${visits.toFixed(0)} 次/秒，${(visits * requests).toFixed(0)} 请求/秒，${((visits * bytes * 8) / 1e9).toFixed(1)} Gbit/秒`);
  }
  const asked = (NODES * changing * HOUR) / CACHE_SECONDS + NODES * requests;
  console.log(`一共 ${((PEOPLE * bytes) / 1e12).toFixed(2)} TB，${PEOPLE * requests / 1e4} 万个请求`);
  console.log(`CDN ${NODES} 个节点，会变的 ${changing} 个文件存 ${CACHE_SECONDS} 秒：回源 ${asked} 个请求，平均 ${(asked / HOUR).toFixed(0)} 个/秒，命中 ${((1 - asked / (PEOPLE * requests)) * 100).toFixed(2)} %`);
}

const all = (files) => files.map((file) => [file, ""]);
let weight;
console.log(`${"次/秒".padStart(8)} ${"请求/秒".padStart(7)} ${"MB/秒".padStart(9)} ${"KB/次".padStart(9)}`);
for (const [title, isSecure] of [["http", false], ["https", true]]) {
  const server = await startNginx({ isSecure, settings: unlogged });
  try {
    const again = await Promise.all(ASKED.map(async (file) => [file, await tagOf(server.url + file)]));
    for (const [how, asked] of [["首页，第一次来", all(first)], ["一项测算，第一次来", all(whole)], ["再来", again]]) {
      const { visits, requests, bytes } = visit(server.url, asked);
      if (asked.length === whole.length) weight = bytes / visits;
      const figures = [column(visits), column(requests), column(bytes / 1e6, 1), column(bytes / visits / 1e3, 1)];
      console.log(figures.join(" "), ` ${title}，${how}（${asked.length} 个请求）`);
    }
  } finally {
    await server.stop();
  }
}
// With TLS, as the second of the two: without TLS the worker caches nothing.
province(weight, whole.length, whole.filter((file) => !LONG_CACHED.test(file)).length);
