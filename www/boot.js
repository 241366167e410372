// Starts the calculator: loads the two files that the links in <head> name.
// The page itself sets data-state="ready" on <html> once its first screen is shown.
//
// A published page has a lazy chunk (data-has-chunk on <html>): it is loaded once the page is used, or immediately where the
// address asks for more than the first screen. data-chunk on <html> is "yes" once it is loaded, "no" where that failed.

const root = document.documentElement;

/** The program as a script. A published page has its name written in (xtask/src/page/minify.rs). */
const FALLBACK = "";

/** Stores the page on the device for offline use. */
const WORKER = "sw.js";

/** The only files that may become the address of a script under a host's policy. */
const OWN = [FALLBACK, WORKER];

/** The address of a script, through the trusted types policy where the browser has one. */
const scriptUrl = (name) => (policy ? policy.createScriptURL(name) : name);
const policy = (() => {
  try {
    return window.trustedTypes.createPolicy("wengang", {
      createScriptURL(name) {
        if (!OWN.includes(name)) throw new TypeError(`not a file of ours: ${name}`);
        return name;
      },
    });
  } catch {
    // The browser has no trusted types, or a host allows other policies: only added scripts depend on it.
    return null;
  }
})();

const line = document.getElementById("boot");
if (line && root.hasAttribute("data-pending")) line.textContent = "正在打开…";

function addressOf(selector) {
  return document.querySelector(selector).href;
}

/** How long the program waits for the office's settings. */
const PATIENCE_MS = 4000;

/** The office's settings, which may name the law that the page uses: requested while the program is loading. */
window.wengangSite = Promise.race([
  fetch("site.json").then((response) => (response.ok ? response.text() : null)).catch(() => null),
  new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS, null); }),
]);

const wasm = addressOf("link[rel=preload][as=fetch]");

async function bytesOf(address) {
  // With the same mode as the preload link: otherwise WebKit loads it twice.
  let response = await fetch(address, { mode: "no-cors", credentials: "include" });
  // In a sandboxed frame no file has the page's origin, and only a CORS response can be read.
  if (response.type === "opaque") response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.arrayBuffer();
}

/** The exports of the first part, once it runs. */
let running;

/** In another page's frame: settles once the program can read what that page's script has for it. */
const filled = parent !== window && /[?&]embed=/.test(location.search) && import("./frame.js").then((frame) => frame.filled, () => {});

async function start() {
  const [app, bytes] = await Promise.all([
    import(addressOf("link[rel=modulepreload]")),
    // Not streamed: some in-app browsers break streaming compilation.
    bytesOf(wasm),
    filled,
  ]);
  return app.default({ module_or_path: bytes });
}

/** The button that was clicked in the prerendered page before the calculator ran. */
let clicked;
document.addEventListener("click", ({ target }) => {
  const button = target.closest("#prerendered button[data-test]");
  if (button) clicked = button.dataset.test;
});

/** The delay before a page that is ready fetches the files for offline use. */
const QUIET_MS = 3000;

/** Installs the service worker (sw.js). Not in another page's frame, and not where the user saves data. */
async function registerWorker() {
  const { connection } = navigator;
  if (parent !== window || origin === "null" || (connection && connection.saveData)) return;
  try {
    await navigator.serviceWorker.register(scriptUrl(WORKER), { updateViaCache: "none" });
  } catch {
    // Without a worker the page needs a network.
  }
}

/** Repeats that click once the calculator is ready. */
function replayClick() {
  if (root.dataset.state !== "ready") return void requestAnimationFrame(replayClick);
  if (root.dataset.hasChunk) setTimeout(registerWorker, QUIET_MS);
  const button = clicked && document.querySelector(`button[data-test="${clicked}"]`);
  if (button) button.click();
}

let chunk;

/** Loads the lazy chunk, which shares memory and functions with the first part. */
function loadChunk() {
  if (!chunk && root.dataset.chunk !== "yes") {
    chunk = Promise.all([running, bytesOf(wasm.replace("_bg.wasm", "_chunk.wasm"))])
      .then(([first, bytes]) => WebAssembly.instantiate(bytes, { a: first }))
      .then(() => { root.dataset.chunk = "yes"; })
      .catch((error) => {
        console.error(error);
        root.dataset.chunk = "no";
        // The next request tries again.
        chunk = undefined;
      })
      .then(() => document.dispatchEvent(new Event("wengang-chunk-settled")));
  }
}

if (root.dataset.hasChunk) {
  document.addEventListener("wengang-chunk-wanted", loadChunk);
  const begin = ["pointerdown", "touchstart", "keydown", "focusin"];
  for (const event of begin) document.addEventListener(event, loadChunk, { once: true, passive: true });
} else {
  root.dataset.chunk = "yes";
}

/** Runs the program as a script, where WebAssembly cannot run it. */
function fallBack(error) {
  if (!FALLBACK) throw error;
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = scriptUrl(FALLBACK);
    script.onload = resolve;
    script.onerror = () => reject(error);
    document.head.append(script);
  });
}

/** Creates an element with a text; the program may have crashed. */
function made(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** The crash report for developers: it has none of the user's input. */
function report(error) {
  const screen = new URLSearchParams(location.search).get("c") || location.pathname.split("/").pop() || "home";
  return [wasm.split("/").pop(), screen, error.message, error.stack, navigator.userAgent].join("\n");
}

/** Shows that the program has crashed: it reacts to nothing from then on. The answers are in the history entry. */
function showCrash({ error, reason }) {
  const cause = error || reason;
  if (!window.WebAssembly || !(cause instanceof WebAssembly.RuntimeError) || document.querySelector(".broken")) return;
  const box = made("div", "notice newer broken", "");
  const sentence = made("p", "", "测算程序出错了，不是您填得不对。填的内容还在，请刷新再试；还是不行，请拨打 12333 咨询。");
  sentence.setAttribute("role", "alert");
  const again = made("button", "primary", "刷新");
  again.type = "button";
  again.onclick = () => location.reload();
  const details = made("details", "", "");
  const text = made("p", "report", report(cause));
  const copy = made("button", "secondary", "复制报告");
  copy.type = "button";
  copy.onclick = () => {
    getSelection().selectAllChildren(text);
    // The old API needs no permission, on plain HTTP and in a frame too; where it fails, the text is selected.
    copy.textContent = document.execCommand("copy") ? "已复制" : "已选中，请自己复制";
  };
  details.append(made("summary", "", "给技术人员看的报告（没有您填的内容）"), text, copy);
  box.append(sentence, again, details);
  // The figures on the screen may be wrong from now on.
  calculator.remove();
  document.body.prepend(box);
  scrollTo(0, 0);
}
addEventListener("error", showCrash);
addEventListener("unhandledrejection", showCrash);

/** The root of the calculator. */
const calculator = document.getElementById("app");

const WATCHED = { subtree: true, childList: true, characterData: true, characterDataOldValue: true };

/** Changes by third parties since the last render, from the first removal of a node of the page on. */
let undoable = [];

/** The nodes that third parties added. They are harmless. */
const foreignNodes = new WeakSet();

/** Translators, extensions and reading modes wrap, move and remove nodes: the program would update detached ones. */
function note(records) {
  const removed = records.flatMap(({ removedNodes }) => [...removedNodes]);
  if (undoable.length || removed.some((node) => !foreignNodes.has(node))) undoable.push(...records);
  for (const { addedNodes } of records) addedNodes.forEach((node) => foreignNodes.add(node));
}

const observer = new MutationObserver(note);

/** Restores the nodes where the program left them. */
function undo() {
  note(observer.takeRecords());
  observer.disconnect();
  for (const { type, target, oldValue, addedNodes, removedNodes, nextSibling } of undoable.reverse()) {
    if (type === "characterData") target.data = oldValue;
    for (const node of addedNodes) node.remove();
    for (const node of removedNodes) {
      foreignNodes.delete(node);
      target.insertBefore(node, nextSibling && nextSibling.parentNode === target ? nextSibling : null);
    }
  }
  undoable = [];
}

const REACHABLE = "[tabindex], a[href], button, input, summary";

/** The element that was clicked last: some browsers do not focus a button. */
let pressed = null;
document.addEventListener("click", ({ target }) => { pressed = target.closest(REACHABLE); }, true);

/** The focused element before the render and its ancestors, each with its next sibling. */
let focusPath = [];

const inFocus = () => (document.activeElement === document.body ? null : document.activeElement);

document.addEventListener("wengang-render-start", () => {
  undo();
  if (focusPath.length) return;
  for (let element = inFocus() || pressed; element; element = element.parentElement) focusPath.push([element, element.nextElementSibling]);
});

/** Moves the focus from a removed element to the next one, or to its container. */
document.addEventListener("wengang-render-end", () => {
  observer.observe(calculator, WATCHED);
  const left = focusPath.findIndex(([element]) => element.isConnected);
  if (left > 0 && !inFocus()) {
    const [around] = focusPath[left];
    const within = (element) => element && element.isConnected && (element.matches(REACHABLE) ? element : element.querySelector(REACHABLE));
    const next = within(focusPath[left - 1][1]) || within(around) || around;
    if (!next.matches(REACHABLE)) next.tabIndex = -1;
    next.focus();
  }
  focusPath = [];
  pressed = null;
});

/** The name of the program. */
const VERSION = /^app-[0-9a-f]{8,16}_bg\.wasm$/;

/** Whether a pointer went down just now: the focus follows it in the same task. */
let isPointed = false;
document.addEventListener("mousedown", () => {
  isPointed = true;
  setTimeout(() => { isPointed = false; });
}, true);

/** The width of the focus ring with some space, in px. */
const RING = 8;

/** Scrolls the focused element out from under the bar; of a very high element, its top. */
function uncover() {
  const [bar, { activeElement }] = [document.querySelector(".bar"), document];
  if (!bar || bar === activeElement) return;
  const [box, over] = [activeElement, bar].map((element) => element.getBoundingClientRect());
  const under = box.bottom + RING - over.top;
  if (over.height && under > 0 && box.top < over.bottom) scrollBy(0, Math.min(under, box.top - RING));
}

/**
 * Only Chromium respects scroll-padding (www/style/base.css) when it scrolls to the focused element. The others scroll in a
 * task after this event. Nothing is scrolled under a pointer, which would then be released over another element.
 */
document.addEventListener("focusin", () => {
  if (!isPointed) setTimeout(() => requestAnimationFrame(uncover));
});

/** Checks whether a newer page was published meanwhile: its wasm has another name. */
async function checkForUpdate() {
  if (document.visibilityState !== "visible" || origin === "null") return;
  try {
    const response = await fetch("version.json", { cache: "no-store" });
    const { wasm: published } = await response.json();
    // Any other answer under that name, a login page or an empty file, announces nothing.
    const isName = response.ok && typeof published === "string" && VERSION.test(published);
    if (isName && published !== wasm.split("/").pop()) document.dispatchEvent(new Event("wengang-update-available"));
  } catch {
    // Without a network there is no update.
  }
}
if (root.dataset.hasChunk) document.addEventListener("visibilitychange", checkForUpdate);

/** The interval at which an open page checks the clock. */
const MINUTE_MS = 60_000;

/** The page becomes visible again, after sleep, in another window or from the browser's cache: the day may have changed. */
const wake = () => document.dispatchEvent(new Event("wengang-wake"));
document.addEventListener("visibilitychange", wake);
for (const event of ["pageshow", "focus"]) addEventListener(event, wake);
setInterval(wake, MINUTE_MS);

running = start();
// The address names a calculator, which needs the chunk.
if (root.dataset.hasChunk && (location.search || document.querySelector("[data-calculator]"))) loadChunk();
running.catch(fallBack).then(replayClick).catch(async (error) => {
  console.error(error);
  // Then frame.js hears it.
  await filled;
  const sentence = "这个浏览器打不开测算页面。请刷新再试，或换一个浏览器，也可以拨打 12333 咨询。";
  document.dispatchEvent(new CustomEvent("wengang-boot-message", { detail: sentence }));
});

// Read by preboot.js: the script above is complete.
root.dataset.booted = "yes";
