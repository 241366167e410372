// Starts the calculator: loads the two files that the links in <head> name.
// The page itself sets data-state="ready" on <html> once its first screen stands.
//
// A published page has a second part (data-parts on <html>): it is loaded once somebody begins to use the page, or at
// once where the address asks for more than the first screen. data-whole on <html> says when it is there.

const root = document.documentElement;

/** The program as a script. A published page has its name written in (xtask/src/page/minify.rs). */
const FALLBACK = "";

/** Keeps the page on the device. */
const WORKER = "sw.js";

/** Our own files that run by their name, and no others: what a host's policy lets become the address of a script. */
const OWN = [FALLBACK, WORKER];

/** Makes a name the address of a script, where the browser asks who may. */
const addressed = (name) => (policy ? policy.createScriptURL(name) : name);
const policy = (() => {
  try {
    return window.trustedTypes.createPolicy("wengang", {
      createScriptURL(name) {
        if (!OWN.includes(name)) throw new TypeError(`not a file of ours: ${name}`);
        return name;
      },
    });
  } catch {
    // The browser has no such thing, or a host allows other policies: where no script is added, nothing depends on it.
    return null;
  }
})();

const line = document.getElementById("boot");
if (line && root.hasAttribute("data-waits")) line.textContent = "正在打开…";

function addressOf(selector) {
  return document.querySelector(selector).href;
}

/** How long the program waits for the office's settings before it does without. */
const PATIENCE_MS = 4000;

/** The office's settings, which may name the law that the page goes by: asked for while the program is on its way. */
window.wengangSite = Promise.race([
  fetch("site.json").then((response) => (response.ok ? response.text() : null)).catch(() => null),
  new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS, null); }),
]);

const wasm = addressOf("link[rel=preload][as=fetch]");

async function bytesOf(address) {
  // As the preload link asks for it: asked for in another way, WebKit loads it twice.
  let response = await fetch(address, { mode: "no-cors", credentials: "include" });
  // In a sandboxed frame no file is of the page's own origin, and only what is asked for so can be read.
  if (response.type === "opaque") response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.arrayBuffer();
}

/** What the first part exports, once it runs. */
let running;

async function start() {
  const [app, bytes] = await Promise.all([
    import(addressOf("link[rel=modulepreload]")),
    // Not streamed: some in-app browsers break streaming compilation.
    bytesOf(wasm),
  ]);
  return app.default({ module_or_path: bytes });
}

/** What somebody clicked before the calculator ran: drawn ahead it stands there already. */
let clicked;
document.addEventListener("click", ({ target }) => {
  const button = target.closest("#ahead button[data-test]");
  if (button) clicked = button.dataset.test;
});

/** What a page that stands waits before it takes from the network what it may need without one. */
const QUIET_MS = 3000;

/**
 * Keeps the page on the device, for when there is no network: sw.js says what. Not for a page that another one frames,
 * and not for somebody who saves on the network.
 */
async function keepHere() {
  const { connection } = navigator;
  if (parent !== window || origin === "null" || (connection && connection.saveData)) return;
  try {
    await navigator.serviceWorker.register(addressed(WORKER), { updateViaCache: "none" });
  } catch {
    // A browser that keeps nothing works on with a network.
  }
}

/** Clicks for them once there is something that hears it. */
function catchUp() {
  if (root.dataset.state !== "ready") return void requestAnimationFrame(catchUp);
  if (root.dataset.parts) setTimeout(keepHere, QUIET_MS);
  const button = clicked && document.querySelector(`button[data-test="${clicked}"]`);
  if (button) button.click();
}

let rest;

/** Loads the second part beside the first, which it shares memory and functions with. */
function loadRest() {
  if (!rest && root.dataset.whole !== "yes") {
    rest = Promise.all([running, bytesOf(wasm.replace("_bg.wasm", "_rest.wasm"))])
      .then(([first, bytes]) => WebAssembly.instantiate(bytes, { a: first }))
      .then(() => { root.dataset.whole = "yes"; })
      .catch((error) => {
        console.error(error);
        root.dataset.whole = "no";
        // Asked again, it is tried again.
        rest = undefined;
      })
      .then(() => document.dispatchEvent(new Event("wengang-rest-came")));
  }
}

if (root.dataset.parts) {
  document.addEventListener("wengang-rest-wanted", loadRest);
  const begin = ["pointerdown", "touchstart", "keydown", "focusin"];
  for (const event of begin) document.addEventListener(event, loadRest, { once: true, passive: true });
} else {
  root.dataset.whole = "yes";
}

/** Runs the program as a script, where WebAssembly cannot run it. */
function fallBack(error) {
  if (!FALLBACK) throw error;
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = addressed(FALLBACK);
    script.onload = resolve;
    script.onerror = () => reject(error);
    document.head.append(script);
  });
}

/** Makes an element with a text, for when the page itself can make none any more. */
function made(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** What to tell whoever mends the program: nothing that was typed is in it. */
function report(error) {
  const screen = new URLSearchParams(location.search).get("c") || location.pathname.split("/").pop() || "home";
  return [wasm.split("/").pop(), screen, error.message, error.stack, navigator.userAgent].join("\n");
}

/** Says that the program broke off, where it did: it hears nothing from then on. The answers are kept with the address. */
function broken({ error, reason }) {
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
    // The old way asks no permission, on plain HTTP and in a frame too; where it fails, the text stands selected.
    copy.textContent = document.execCommand("copy") ? "已复制" : "已选中，请自己复制";
  };
  details.append(made("summary", "", "给技术人员看的报告（没有您填的内容）"), text, copy);
  box.append(sentence, again, details);
  // The figures on the screen may be wrong from now on.
  calculator.remove();
  document.body.prepend(box);
  scrollTo(0, 0);
}
addEventListener("error", broken);
addEventListener("unhandledrejection", broken);

/** What the calculator is drawn in. */
const calculator = document.getElementById("app");

const WATCHED = { subtree: true, childList: true, characterData: true, characterDataOldValue: true };

/** What others did there since the last drawing, from the first time on that they took a node of ours. */
let undoable = [];

/** The nodes that others put there. They disturb nothing. */
const theirs = new WeakSet();

/** Translators, extensions and reading modes wrap, move and remove nodes: the program would write into what nobody sees. */
function note(records) {
  const removed = records.flatMap(({ removedNodes }) => [...removedNodes]);
  if (undoable.length || removed.some((node) => !theirs.has(node))) undoable.push(...records);
  for (const { addedNodes } of records) addedNodes.forEach((node) => theirs.add(node));
}

const others = new MutationObserver(note);

/** Puts our nodes back where the program left them. */
function undo() {
  note(others.takeRecords());
  others.disconnect();
  for (const { type, target, oldValue, addedNodes, removedNodes, nextSibling } of undoable.reverse()) {
    if (type === "characterData") target.data = oldValue;
    for (const node of addedNodes) node.remove();
    for (const node of removedNodes) {
      theirs.delete(node);
      target.insertBefore(node, nextSibling && nextSibling.parentNode === target ? nextSibling : null);
    }
  }
  undoable = [];
}

const REACHABLE = "[tabindex], a[href], button, input, summary";

/** What was clicked last: some browsers give no focus to a button. */
let pressed = null;
document.addEventListener("click", ({ target }) => { pressed = target.closest(REACHABLE); }, true);

/** Where the focus was before the drawing: its element and those around it, each with the one after it. */
let way = [];

const inFocus = () => (document.activeElement === document.body ? null : document.activeElement);

document.addEventListener("wengang-draws", () => {
  undo();
  if (way.length) return;
  for (let element = inFocus() || pressed; element; element = element.parentElement) way.push([element, element.nextElementSibling]);
});

/** Gives the focus to what comes after an element that is gone, or to what it stood in. */
document.addEventListener("wengang-drawn", () => {
  others.observe(calculator, WATCHED);
  const left = way.findIndex(([element]) => element.isConnected);
  if (left > 0 && !inFocus()) {
    const [around] = way[left];
    const within = (element) => element && element.isConnected && (element.matches(REACHABLE) ? element : element.querySelector(REACHABLE));
    const next = within(way[left - 1][1]) || within(around) || around;
    if (!next.matches(REACHABLE)) next.tabIndex = -1;
    next.focus();
  }
  way = [];
  pressed = null;
});

/** How the program is named. */
const VERSION = /^app-[0-9a-f]{8,16}_bg\.wasm$/;

/** Whether a pointer was put down just now: the focus follows it in the same task. */
let isPointed = false;
document.addEventListener("mousedown", () => {
  isPointed = true;
  setTimeout(() => { isPointed = false; });
}, true);

/** How far the ring reaches out of what has the focus, and a little air, in px. */
const RING = 8;

/** Brings what has the focus out from under the bar; of what is higher than the rest of the screen, the top. */
function uncover() {
  const [bar, { activeElement }] = [document.querySelector(".bar"), document];
  if (!bar || bar === activeElement) return;
  const [box, over] = [activeElement, bar].map((element) => element.getBoundingClientRect());
  const under = box.bottom + RING - over.top;
  if (over.height && under > 0 && box.top < over.bottom) scrollBy(0, Math.min(under, box.top - RING));
}

/**
 * Chromium alone leaves the bar its room (scroll-padding in www/style/base.css) where it scrolls to what gets the focus. The
 * others scroll in a task after this event. Nothing moves under a pointer: it would let go of something else.
 */
document.addEventListener("focusin", () => {
  if (!isPointed) setTimeout(() => requestAnimationFrame(uncover));
});

/** A page that was left open learns that another was published since: its wasm has another name. */
async function look() {
  if (document.visibilityState !== "visible" || origin === "null") return;
  try {
    const response = await fetch("version.json", { cache: "no-store" });
    const { wasm: published } = await response.json();
    // Whatever else answers under that name, a login page or an empty file, announces nothing.
    const isName = response.ok && typeof published === "string" && VERSION.test(published);
    if (isName && published !== wasm.split("/").pop()) document.dispatchEvent(new Event("wengang-newer"));
  } catch {
    // Without a network there is nothing newer to be had.
  }
}
if (root.dataset.parts) document.addEventListener("visibilitychange", look);

/** How long the page may lie open before it looks at the clock again. */
const MINUTE_MS = 60_000;

/** The page is looked at again, after a sleep, in another window or as the browser kept it: the day may be another one. */
const wake = () => document.dispatchEvent(new Event("wengang-woken"));
document.addEventListener("visibilitychange", wake);
for (const event of ["pageshow", "focus"]) addEventListener(event, wake);
setInterval(wake, MINUTE_MS);

running = start();
// The address asks for a calculator: no need to wait until it says so.
if (root.dataset.parts && (location.search || document.querySelector("[data-calculator]"))) loadRest();
running.catch(fallBack).then(catchUp).catch((error) => {
  console.error(error);
  const sentence = "这个浏览器打不开测算页面。请刷新再试，或换一个浏览器，也可以拨打 12333 咨询。";
  document.dispatchEvent(new CustomEvent("wengang-says", { detail: sentence }));
  const id = new URLSearchParams(location.search).get("embed");
  // The page that frames this one learns that much, whoever it is.
  if (id !== null && parent !== window) parent.postMessage({ ns: "wengang", v: 1, id, type: "error", code: "not-started" }, "*");
});

// Told to way.js: nothing above was spoiled.
root.dataset.began = "yes";
