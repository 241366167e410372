// In another page's frame: what embed.js, the script of that page, and this page exchange besides the program's messages
// (src/web/embed.rs). boot.js loads this there, and starts the program once `filled` settles.
//
// The answers outlive the frame in the memory of that script, which a frame that is put in again gets them from. They go
// through a port that came with its `hello`: no other script of that page hears a port. Nothing is stored.

const query = new URLSearchParams(location.search);
const LABEL = { ns: "wengang", v: 1, id: query.get("embed") };

/** How long the program waits for answers: whoever saved the frame's address may have no script that has them. */
const PATIENCE_MS = 4000;
/** How long after a change the sheet for the printer is drawn. */
const DRAWN_MS = 600;
/** The width of the frame on paper is not known before: this is less than A4 has, so that the height is enough. */
const PAPER_PX = 680;

/** The mark of an entry of the history in front of its answers (src/web/address.rs). */
const MARK = "-";

/** The way to the script alone. */
let port;
/** What was sent last. */
let sent = {};

function send(name, value) {
  if (!port || sent[name] === value) return;
  sent[name] = value;
  port.postMessage({ [name]: value });
}

/** What the program stored last. */
let stored = null;
const [replaceState, stateOf] = [history.replaceState.bind(history), Object.getOwnPropertyDescriptor(History.prototype, "state").get];

// The program stores its answers in the entry of the history: here they are heard. WebKit keeps no state in a frame that was
// added to a page.
history.replaceState = (state, ...address) => {
  replaceState(state, ...address);
  stored = stateOf.call(history) === null ? state : null;
  send("answers", answers());
  later();
};
Object.defineProperty(history, "state", { get: () => stateOf.call(history) || stored });
const answers = () => String(history.state || "").slice(MARK.length);

// A link to another document of the calculator, as to another place's law, would add a “back” to that page's history.
addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='./']");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  location.replace(link.href);
});

/** Returns whether a message is one of that page's of this type. */
const isFromHost = ({ source, data }, type) => (
  source === parent && data && data.ns === LABEL.ns && data.v === LABEL.v && data.type === type
);

/** What could not be filled in, until the page has said that it is ready. */
let errors = [];

/** The files with which it is filled in did not come. */
const LOST = { field: "facts", message: "先填的内容没有填进去：文件没有取到，请刷新再试" };

/** Takes the answers of a frame that is gone, else what the other page fills in. */
async function take({ answers: remembered, fill }) {
  let given = remembered;
  if (!given && fill) {
    const { answersOf } = await import("./prefill.js");
    const found = await answersOf(Object.assign({ calculator: query.get("c"), place: query.get("p") }, fill));
    errors = found.errors;
    given = found.lines.join("\n");
  }
  if (given) history.replaceState(MARK + given, "");
}

/** Settles once the answers that the frame is to have are in the entry of the history, where the program looks for them. */
export const filled = new Promise((settle) => {
  // After a refresh the entry has them.
  if (!query.has("fill") || answers()) return settle();
  const listener = (event) => {
    if (!isFromHost(event, "fill")) return;
    removeEventListener("message", listener);
    take(event.data).catch(() => { errors = [LOST]; }).then(settle);
  };
  addEventListener("message", listener);
  setTimeout(() => {
    removeEventListener("message", listener);
    settle();
  }, PATIENCE_MS);
  parent.postMessage(Object.assign({ type: "fill" }, LABEL), "*");
});

/** Where what applies to print applies to the screen: out of sight, so that whoever types goes on typing. */
let paper;

/** Makes it, and calls back once the style sheet is there. */
function openPaper(call) {
  const place = document.createElement("div");
  place.setAttribute("aria-hidden", "true");
  place.style.cssText = `position:fixed;left:-999px;top:0;width:${Math.min(innerWidth, PAPER_PX)}px;visibility:hidden`;
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: document.querySelector("link[rel=stylesheet]").href });
  link.onload = () => {
    for (const { media } of link.sheet.cssRules) if (media && media.mediaText === "print") media.mediaText = "all";
    paper = document.createElement("div");
    paper.dataset.embed = "";
    link.after(paper);
    call();
  };
  place.attachShadow({ mode: "open" }).append(link);
  document.body.append(place);
}

/** Sends how tall the page is on paper. */
function measure() {
  paper.append(document.getElementById("app").cloneNode(true));
  send("height", Math.ceil(paper.getBoundingClientRect().height));
  paper.textContent = "";
}

let drawing;
function later() {
  clearTimeout(drawing);
  // A frame that is not shown has no width.
  if (port) drawing = setTimeout(() => innerWidth && (paper ? measure() : openPaper(measure)), DRAWN_MS);
}
document.addEventListener("wengang-render-end", later);

// The program does not start: the other page gets that much, even before its origin is known.
document.addEventListener("wengang-boot-message", () => {
  parent.postMessage(Object.assign({ type: "error", code: "not-started" }, LABEL), "*");
});

addEventListener("message", (event) => {
  if (!isFromHost(event, "hello")) return;
  const target = event.origin === "null" ? "*" : event.origin;
  for (const error of errors) parent.postMessage(Object.assign({ type: "error", code: "not-filled" }, error, LABEL), target);
  errors = [];
  if (!event.ports[0]) return;
  [port] = event.ports;
  sent = {};
  send("answers", answers());
  later();
});
