// Puts the calculator into a page of another site (docs/embedding.md):
//   <script async src="https://…/embed.js" data-calculator="refund"></script>
//   <wengang-calculator calculator="refund"></wengang-calculator>
//   const calculator = WengangEmbed.mount(element, { calculator: "refund" });
// It creates a frame, follows the height of its content, and passes its messages on. It stores nothing, and runs in engines
// of 2019. What was answered in a frame that is gone is in its memory until the page is left.
//
// A page may be saved with the elements that this script added, and be restored from its text: they have the attribute MARK
// and are reused; what only this run knows of an element is in its property KNOWN, which is not saved with the page.
(() => {
  const TAG = "wengang-calculator";
  const MARK = "data-wengang";
  const KNOWN = "wengang";
  const FILE = /\/embed(-[0-9a-f]+)?\.js([?#]|$)/;
  /** The names of the settings in the frame's address; where its name differs there, the second one is it. */
  const SETTINGS = { place: "p", elder: "elder", compact: "compact", result: "result", scheme: "scheme", accent: "accent", "accent-dark": "accent-dark" };
  /** What else a tag may say. */
  const ATTRIBUTES = ["calculator", "link", "title", "base", "sandbox", "region", "as-of", "facts", ...Object.keys(SETTINGS)];
  const LEAST = 120;
  const MOST = 20000;
  /** This many growths in a row, within this many milliseconds, are a loop. */
  const GROWTHS = 20;
  const LOOP_MS = 2000;
  /** How long a page that does not finish loading is waited for. */
  const PATIENCE_MS = 4000;
  /** How long a frame that has loaded may say nothing. */
  const SILENCE_MS = 10000;
  /** Who knows a frame: several of these scripts may run in one page, and each frame is heard by one. */
  const me = {};

  /** This script's element. A module has none, nor has a script that was put into another. */
  const own = document.currentScript;
  const addresses = [own, ...document.scripts].map((script) => (script ? script.src : ""));
  const from = (own && own.src) || addresses.find((address) => FILE.test(address));

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

  /** The folder of the calculator: that of the script, or the given one; `null` where neither is known. */
  function baseOf(said, src) {
    try {
      return new URL(".", said === null ? src || from : new URL(said.replace(/\/?$/, "/"), location.href));
    } catch (error) {
      return null;
    }
  }

  /** The address of a frame of that name, by the settings that `read(name)` returns; `isFilled`: it is to ask for answers. */
  function addressOf(base, id, read, isFilled) {
    // The answers are in the frame's own address: the package's encodeLink() writes it.
    const address = new URL((read("link") || "").replace(/^[^?#]*/, ""), base);
    const set = (key, value) => address.searchParams.set(key, value);
    const calculator = read("calculator");
    if (calculator && calculator !== "home") set("c", calculator);
    set("embed", id);
    if (isFilled) set("fill", 1);
    for (const [name, key] of Object.entries(SETTINGS)) {
      const value = read(name);
      if (value !== null) set(key, value.replace("#", "") || "1");
    }
    return address.href;
  }

  /** What is to be known of a frame; of one that came back with the page as a text too. */
  function known(frame) {
    if (!frame[KNOWN]) frame[KNOWN] = { owner: me, height: 0, growths: 0, since: 0, isReady: false, hasTitle: true };
    return frame[KNOWN];
  }

  /** Bubbles out of a shadow tree too, in which the tag may be. */
  const dispatch = (frame, detail) => (
    frame.dispatchEvent(new CustomEvent(`wengang-${detail.type}`, { bubbles: true, composed: true, detail }))
  );

  /** Every frame that this script made, in shadow trees too, and every one that came back with the page as a text. */
  const frames = new Set();
  const all = () => [...new Set([...frames, ...document.querySelectorAll(`iframe[${MARK}]`)])].filter((one) => one.isConnected);

  function resize(frame, said) {
    const state = known(frame);
    if (!(said > 0) || state.growths > GROWTHS) return;
    const height = Math.min(Math.max(Math.ceil(said), LEAST), MOST);
    const now = Date.now();
    if (height <= state.height || now - state.since > LOOP_MS) {
      state.growths = 0;
      state.since = now;
    }
    if (height > state.height) state.growths += 1;
    if (state.growths > GROWTHS) return dispatch(frame, { type: "error", code: "height-loop" });
    state.height = height;
    frame.style.height = `${height}px`;
  }

  function reveal(frame, top) {
    const at = frame.getBoundingClientRect().top + top;
    const margin = innerHeight / 8;
    if (at < margin || at > innerHeight - margin) scrollBy(0, at - margin);
  }

  addEventListener("message", ({ source, origin, data }) => {
    if (!source || !data || data.ns !== "wengang" || data.v !== 1) return;
    const frame = all().find((one) => one.contentWindow === source);
    if (!frame || known(frame).owner !== me) return;
    const { origin: named, searchParams } = new URL(frame.src);
    const sandbox = frame.getAttribute("sandbox");
    // A sandboxed frame has no origin that could be named: the frame itself sends its id.
    const isNameless = sandbox !== null && !sandbox.includes("allow-same-origin");
    if (origin !== (isNameless ? "null" : named)) return;
    const reply = (more, ports) => (
      source.postMessage(Object.assign({ ns: "wengang", v: 1, id: searchParams.get("embed") }, more), isNameless ? "*" : origin, ports)
    );
    if (data.type === "fill") {
      // A frame without an origin may have gone elsewhere since.
      const { answers, fill } = isNameless && known(frame).isReady ? {} : secret(frame);
      return reply({ type: "fill", answers, fill });
    }
    if (data.type === "height") resize(frame, data.height);
    else if (data.type === "scroll-into-view") reveal(frame, data.top);
    else if (data.type === "ready") {
      // Frames of one calculator are distinguished by a number.
      const twins = all().filter((one) => one !== frame && one.title.startsWith(data.title)).length;
      if (!known(frame).hasTitle && data.title) frame.title = data.title + (twins ? `（${twins + 1}）` : "");
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => { Object.assign(secret(frame), event.data); };
      // Of a frame without an origin it is not known whose answers these would be.
      reply({ type: "hello" }, isNameless ? [] : [port2]);
    }
    // With the first message it is loaded: the content before it is not shown any more.
    known(frame).isReady = true;
    showAlone(frame.parentElement, frame);
    if (["ready", "result", "error"].includes(data.type)) dispatch(frame, data);
  });

  /** Shows of a tag's content the frame alone, or all but that; a framework goes on holding the nodes, which stay. */
  function showAlone(place, frame) {
    for (const node of place.localName === TAG ? place.childNodes : []) {
      node.hidden = frame && node !== frame;
      // A text cannot be hidden, only emptied.
      if (frame && node.data) node[KNOWN] = node.data;
      if (node[KNOWN] && node.nodeType === 3) node.data = frame ? "" : node[KNOWN];
    }
  }

  /** What no other script is to know of a frame: its answers, its height on paper, what is filled in. */
  const secrets = new WeakMap();
  function secret(frame) {
    if (!secrets.has(frame)) secrets.set(frame, {});
    return secrets.get(frame);
  }
  /** The answers in frames that are gone, by their settings. */
  const memory = new Map();

  /** Takes out of an element what an earlier run put there. */
  function clear(place) {
    for (const left of place.querySelectorAll(`[${MARK}]`)) {
      memory.set(secret(left).settings, secret(left).answers);
      frames.delete(left);
      left.remove();
    }
    showAlone(place);
  }

  /** A page that is printed has room for what its frames have on paper, and has its screen back after that. */
  for (const [type, heightOf] of [["beforeprint", secret], ["afterprint", known]]) {
    addEventListener(type, () => {
      for (const frame of all()) {
        const { height } = heightOf(frame);
        if (height) frame.style.height = `${height}px`;
      }
    });
  }

  /** How many frames there have been: each has a name of its own. */
  let count = 0;
  const named = () => {
    count += 1;
    return `w${Date.now().toString(36)}${count}`;
  };

  /** What a sandbox lets the frame do; `null`: there is none. Without a word of its own it lets it run. */
  const sandboxOf = (read) => (read("sandbox") === "" ? "allow-scripts" : read("sandbox"));

  /** What is to be filled in, and the settings by which a frame is known again. */
  function wanted(base, read) {
    const fill = { region: read("region"), asOf: read("as-of"), facts: read("facts") };
    const filled = JSON.stringify([read("link"), fill]);
    return { fill, filled, isFilled: fill.region || fill.asOf || fill.facts, settings: addressOf(base, "", read) + filled };
  }

  /** Puts a frame into an element; of a page that cannot say where the calculator is, what to do. */
  function mount(place, read, src, given) {
    clear(place);
    const base = baseOf(read("base"), src);
    if (!base) {
      const help = document.createElement("p");
      help.setAttribute(MARK, "");
      help.textContent = "这里的计算器没有显示：不知道它的网址。请网站管理员加上 base（脚本写 data-base），写稳岗算所在的网址；也可以拨打 12333 咨询。";
      console.error(`wengang: no address. Set data-base="…" of the script, or base of <${TAG}>.`);
      place.appendChild(help);
      return;
    }
    const frame = document.createElement("iframe");
    const sandbox = sandboxOf(read);
    frame.setAttribute(MARK, "");
    if (sandbox !== null) frame.setAttribute("sandbox", sandbox);
    entitle(frame, read);
    frame.allow = "clipboard-write";
    frame.loading = "lazy";
    frame.referrerPolicy = "origin";
    frame.style.cssText = "display:block;width:100%;max-width:100%;height:600px;border:0";
    frames.add(frame);
    frame.onload = () => setTimeout(() => {
      if (!known(frame).isReady && frame.isConnected) dispatch(frame, { type: "error", code: "no-answer" });
    }, SILENCE_MS);
    const wish = wanted(base, read);
    wish.answers = given || memory.get(wish.settings);
    memory.delete(wish.settings);
    secrets.set(frame, wish);
    frame.src = addressOf(base, named(), read, wish.answers || wish.isFilled);
    place.appendChild(frame);
  }

  /** The accessible name of the frame: the given one, else the title of its content, once known. */
  function entitle(frame, read) {
    frame.title = read("title") || "稳岗算";
    known(frame).hasTitle = Boolean(read("title"));
  }

  /** Updates the frame in an element to its settings. Answers stay, unless others are to be filled in. */
  function update(place, read, src) {
    const frame = place.querySelector(`iframe[${MARK}]`);
    const base = baseOf(read("base"), src);
    if (!frame || !base) return mount(place, read, src);
    const { settings, filled, answers } = secret(frame);
    const next = wanted(base, read);
    const isSame = next.settings === settings && frame.getAttribute("sandbox") === sandboxOf(read);
    if (isSame) return entitle(frame, read);
    mount(place, read, src, next.filled === filled && answers);
  }

  if (window.customElements && !customElements.get(TAG)) {
    customElements.define(TAG, class extends HTMLElement {
      static get observedAttributes() {
        return ATTRIBUTES;
      }

      connectedCallback() {
        this.style.display = "block";
        later(() => {
          if (this.isConnected && !this[KNOWN]) mount(this, (name) => this.getAttribute(name));
          this[KNOWN] = this.isConnected;
        });
      }

      /** Several are set one after the other: the frame follows once. */
      attributeChangedCallback() {
        if (!this[KNOWN] || this.isChanging) return;
        this.isChanging = true;
        Promise.resolve().then(() => {
          this.isChanging = false;
          if (this[KNOWN]) update(this, (name) => this.getAttribute(name));
        });
      }

      disconnectedCallback() {
        clear(this);
        this[KNOWN] = false;
      }
    });
  }

  /** The element for a script's frame: that of an earlier run, if the page was saved with it. */
  function placeOf(script, calculator) {
    const isFree = (place) => !place[KNOWN] && place.getAttribute(MARK) === calculator;
    let place = [...document.querySelectorAll(`div[${MARK}]`)].find(isFree);
    if (!place) {
      place = document.createElement("div");
      place.setAttribute(MARK, calculator);
      // At the place of the script; from the head, at the end of the page.
      if (document.body.contains(script)) script.after(place);
      else document.body.appendChild(place);
    }
    place[KNOWN] = true;
    return place;
  }

  /** The settings of a program: by the names of the attributes, also as JavaScript writes them. */
  const readerOf = (options) => (name) => {
    const value = options[name] !== undefined ? options[name] : options[name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())];
    if (value === undefined || value === null || value === false) return null;
    return value === true ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
  };

  if (!window.WengangEmbed) {
    window.WengangEmbed = Object.freeze({
      /** Puts the calculator into an element; `update` changes some of its settings, `destroy` removes it. */
      mount(element, options) {
        // Object spread would be lowered for old engines, by helpers that become names of the host's page.
        let settings = Object.assign({}, options);
        mount(element, readerOf(settings));
        return {
          update(changes) {
            if (settings) update(element, readerOf(Object.assign(settings, changes)));
          },
          destroy() {
            settings = null;
            clear(element);
          },
        };
      },
    });
  }

  // A module runs once, however many elements ask for it.
  for (const script of own ? [own] : document.querySelectorAll("script[data-calculator]")) {
    const read = (name) => script.getAttribute(`data-${name}`);
    if (read("calculator") === null || script[KNOWN]) continue;
    script[KNOWN] = true;
    later(() => {
      const target = read("target") && document.querySelector(read("target"));
      mount(target || placeOf(script, read("calculator")), read, script.src);
    });
  }
})();
