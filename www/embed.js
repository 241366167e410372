// Puts the calculator into a page of another site (docs/embedding.md):
//   <script async src="https://…/embed.js" data-calculator="refund"></script>
//   <wengang-calculator calculator="refund"></wengang-calculator>
// It makes a frame, gives it the height of what stands in it, and passes on what the frame says. It leaves no global,
// stores nothing, and runs in engines of 2019.
(() => {
  const script = document.currentScript || document.querySelector("script[data-calculator]:not([data-frame])");
  const base = new URL(".", script.src);
  const LEAST = 120;
  const MOST = 20000;
  /** So many growths one after the other, within so many milliseconds, are a loop. */
  const GROWTHS = 20;
  const LOOP_MS = 2000;
  /** How long a page that does not finish loading is waited for. */
  const PATIENCE_MS = 4000;
  /** How long a frame that has loaded may say nothing. */
  const SILENCE_MS = 10000;

  /** Calls once the page has loaded: its own things come first. */
  function later(go) {
    let isDone = document.readyState === "complete";
    if (isDone) return go();
    const once = () => {
      if (isDone || !document.body) return;
      isDone = true;
      go();
    };
    addEventListener("load", once);
    setTimeout(once, PATIENCE_MS);
  }

  /** The address of the frame, by what `read(name)` tells of each setting. */
  function addressOf(id, read) {
    const address = new URL(base.href);
    const set = (key, value) => address.searchParams.set(key, value);
    const calculator = read("calculator");
    if (calculator && calculator !== "home") set("c", calculator);
    set("embed", id);
    for (const key of ["result", "scheme", "accent", "accent-dark"]) {
      const value = read(key);
      if (value !== null) set(key, value.replace("#", "") || "1");
    }
    return address.href;
  }

  /** Puts a frame into an element; returns what ends it. */
  function mount(place, read) {
    const frame = document.createElement("iframe");
    const id = `w${document.getElementsByTagName("iframe").length}`;
    const sandbox = read("sandbox");
    // A sandboxed frame has no origin that could be named: who it is tells the frame itself.
    const isNameless = sandbox !== null && !sandbox.includes("allow-same-origin");
    const origin = isNameless ? "null" : base.origin;
    if (sandbox !== null) frame.setAttribute("sandbox", sandbox || "allow-scripts");
    frame.title = read("title") || "稳岗算";
    frame.allow = "clipboard-write";
    frame.loading = "lazy";
    frame.referrerPolicy = "origin";
    frame.style.cssText = "display:block;width:100%;max-width:100%;height:600px;border:0";

    let isReady = false;
    let last = 0;
    let growths = 0;
    let since = 0;
    const tell = (detail) => frame.dispatchEvent(new CustomEvent(`wengang-${detail.type}`, { bubbles: true, detail }));

    function resize(said) {
      if (!(said > 0) || growths > GROWTHS) return;
      const height = Math.min(Math.max(Math.ceil(said), LEAST), MOST);
      const now = Date.now();
      if (height <= last || now - since > LOOP_MS) {
        growths = 0;
        since = now;
      }
      if (height > last) growths += 1;
      if (growths > GROWTHS) return tell({ type: "error", code: "height-loop" });
      last = height;
      frame.style.height = `${height}px`;
    }

    function reveal(top) {
      const at = frame.getBoundingClientRect().top + top;
      const margin = innerHeight / 8;
      if (at < margin || at > innerHeight - margin) scrollBy(0, at - margin);
    }

    function hear({ source, origin: from, data }) {
      if (!source || source !== frame.contentWindow || from !== origin) return;
      if (!data || data.ns !== "wengang" || data.v !== 1) return;
      if (data.type === "height") resize(data.height);
      else if (data.type === "scroll-into-view") reveal(data.top);
      else if (data.type === "ready") source.postMessage({ ns: "wengang", v: 1, id, type: "hello" }, isNameless ? "*" : origin);
      // Whatever it says, it is there.
      isReady = true;
      if (["ready", "result", "error"].includes(data.type)) tell(data);
    }

    addEventListener("message", hear);
    frame.onload = () => setTimeout(() => {
      if (!isReady && frame.isConnected) tell({ type: "error", code: "no-answer" });
    }, SILENCE_MS);
    frame.src = addressOf(id, read);
    place.appendChild(frame);
    return () => {
      removeEventListener("message", hear);
      frame.remove();
    };
  }

  const TAG = "wengang-calculator";
  if (window.customElements && !customElements.get(TAG)) {
    customElements.define(TAG, class extends HTMLElement {
      connectedCallback() {
        this.style.display = "block";
        later(() => {
          if (this.isConnected && !this.end) this.end = mount(this, (name) => this.getAttribute(name));
        });
      }

      disconnectedCallback() {
        if (this.end) this.end();
        this.end = null;
      }
    });
  }

  const read = (name) => script.getAttribute(`data-${name}`);
  if (read("calculator") === null) return;
  script.setAttribute("data-frame", "");
  later(() => {
    let place = read("target") && document.querySelector(read("target"));
    if (!place) {
      place = document.createElement("div");
      // Where the script stands; from the head, the end of the page.
      if (document.body.contains(script)) script.after(place);
      else document.body.appendChild(place);
    }
    mount(place, read);
  });
})();
