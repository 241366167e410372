// The engines that the tests run in, what each cannot do, and which tests run in which. What does not run is printed.
//
// WENGANG_ENGINE=firefox node --test tests/browser/reading/guide.test.mjs

import assert from "node:assert/strict";
import { after, test as register } from "node:test";
import { pathToFileURL } from "node:url";
import { Chromium } from "./chromium.mjs";
import { Firefox } from "./firefox.mjs";
import { ENGINE, isWhole, journeysOf } from "./journeys.mjs";
import { WebKit } from "./webkit.mjs";

const PHONE = "没有手机模式：窗口一样窄，但没有两倍像素，也不看 viewport";
const EVERY_QUESTION = "太慢：长辈版一题一题的对比度只在 Chromium 里查，样式是同一份";
const EVERY_LOOK = "太慢：每个答案的样子都用 axe 查，只在 Chromium 里做；这里查各个页面、出错的表和框里的";
const TREE = "读不到读屏软件看到的整棵树，只能一个一个问元素的角色和名称";
const JUMPS = "不报告版面的跳动，量不出来";
const SCRIPT = "太慢：脚本版的答案只在 Chromium 里全部读一遍，脚本是同一份";
const PLAIN_PAGE = "读不到页面自己写的控制台，由先装进页面的一段脚本上报，页面因此多一个文件";

/** By name: the title, the class, and what it cannot do for which reason. */
const ENGINES = {
  chromium: { title: "Chromium", Browser: Chromium, cannot: {} },
  firefox: {
    title: "Firefox",
    Browser: Firefox,
    cannot: {
      phone: PHONE,
      "plain-page": PLAIN_PAGE,
      tree: TREE,
      "layout-shift": JUMPS,
      "every-question": EVERY_QUESTION,
      "answers-of-script": SCRIPT,
      "axe-of-every-look": EVERY_LOOK,
      "printed-words": "打印出的 PDF 里没有文字编码，字读不回来：只看纸张、页数和黑白",
      "sees-new-worker": "什么时候去看有没有新的 sw.js 由它自己定，测试等不到",
    },
  },
  webkit: {
    title: "WebKit",
    Browser: WebKit,
    cannot: {
      phone: PHONE,
      "plain-page": PLAIN_PAGE,
      tree: TREE,
      "layout-shift": JUMPS,
      "every-question": EVERY_QUESTION,
      "answers-of-script": SCRIPT,
      "axe-of-every-look": EVERY_LOOK,
      "forced-colours": "没有“读者自己的颜色”这个模式",
      "turn-dark": "深色只能在启动时选：开着的页面不能变深，只另测几个一打开就是深色的页面",
      "hand-in-frame": "驱动在别的网页的框里点不准、打不进字：由框里的脚本点和写",
      print: "驱动不能打印",
      "printed-words": "驱动不能打印",
      finger: "指的总是鼠标，不能当成手指",
      "self-in-sandbox": "只许脚本的 sandbox 里，CSP 的 'self' 不认自己的文件：改测写明网址的 CSP",
      "own-console": "读不到浏览器自己写的控制台：自动化的窗口不写",
      composition: "驱动不能模拟输入法",
      "asks-again": "刚取过的文件用内存里的，不再问服务器，看不出是不是从留下的那一份来的",
      "preload-modules": "不提前取 modulepreload 的脚本，首页多一个来回",
      "whole-picture": "截图只有看得见的部分",
    },
  },
};

if (!(ENGINE in ENGINES)) throw new Error(`WENGANG_ENGINE is one of ${Object.keys(ENGINES).join(", ")}`);

/** The engine of this run. */
export const engine = { name: ENGINE, ...ENGINES[ENGINE] };

/** What each engine cannot do. */
export const CANNOT = Object.fromEntries(Object.entries(ENGINES).map(([id, { cannot }]) => [id, cannot]));

/** The browsers of this process, by what was asked of each. */
const browsers = new Map();

/**
 * Returns the engine's browser, which starts with its first window; where the same is asked again, the same one. With
 * `isTogether`, frames run in the page's own process where the engine can do either; with the address of a `proxy`, secure
 * hosts are found through it; `isTireless` lifts the limit of how often a script may change the history, where there is
 * one; `isCold` gives every page a process of its own; `compiling` is a way of WebKit's to compile wasm.
 */
export async function startBrowser(options = {}) {
  const asked = JSON.stringify(Object.entries(options).filter(([, value]) => value).sort());
  if (!browsers.has(asked)) browsers.set(asked, new engine.Browser(options));
  return browsers.get(asked);
}

/** Returns whether the engine can do something. */
export const can = (what) => !(what in engine.cannot);

/** The titles of the journeys of the file that registers its tests, and those of all files that no test has had so far. */
let journeys = [];
const missing = new Set();

/** How many tests are no journeys. */
let left = 0;

function begins(path) {
  journeys = journeysOf(path);
  if (!isWhole) for (const title of journeys) missing.add(title);
}
begins(process.argv[1]);

/**
 * Runs the tests of several files in this process, one after the other, with the same browsers: starting one takes
 * longer than most tests.
 */
export async function runFiles(paths) {
  for (const path of paths) {
    begins(path);
    await import(pathToFileURL(path));
  }
}

function testJourney(title, body) {
  missing.delete(title);
  if (journeys.includes(title)) register(title, body);
  else left += 1;
}

/** Registers a test of this run. Where all are, it is Node's own function, which reports the line of a test. */
export const test = isWhole ? register : testJourney;

/** Registers a test that needs something of the engine; where the engine cannot do it, says so. */
export function needing(what, title, body) {
  if (can(what)) {
    test(title, body);
  } else {
    missing.delete(title);
    console.log(`${engine.title} 不能做：${title}（${engine.cannot[what]}）`);
  }
}

after(() => {
  if (left > 0) console.log(`${engine.title} 留给 cargo xtask test all：${left} 项`);
  assert.deepEqual([...missing], [], "journeys.mjs names tests that are not there");
});
