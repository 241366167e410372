// Random input: taps and typing without a plan. Everything here runs in the page.

/**
 * Runs before the page's own scripts: nothing leads out of the page, nothing is printed or saved, and what goes wrong is
 * remembered.
 */
export const CAGE = `
window.wrong = [];
addEventListener("error", ({ message }) => wrong.push(message));
addEventListener("unhandledrejection", ({ reason }) => wrong.push(String(reason)));
window.print = () => {};
window.open = () => null;
HTMLAnchorElement.prototype.click = function click() { if (!this.download) HTMLElement.prototype.click.call(this); };
addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link && (link.download || link.target || link.origin !== origin)) event.preventDefault();
}, true);
addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.defaultPrevented || link.href.split("#")[0] === location.href.split("#")[0]) return;
  event.preventDefault();
  wrong.push("leads out of the running page: " + link.href);
});`;

/** Makes `count` random events of a seed on the page that the address `home` names, and resolves to how many of each kind. */
export async function riot(home, seed, count) {
  const TEXTS = [
    "", "0", "1", "12", "30.5", "12345.67", "1,2,3", "１２３４．５", "1.2万", "-5", "1e9", "99999999999999999999", "2024-03-10",
    "2023-2-30", "20240229", "2026年11月", "2024-08", "电工", "茶艺师（高级）", "😀👩‍👩‍👧‍👦", "\u202e反向\u200b", "<b>&amp;</b>",
    "\u0000\t\n", "a".repeat(5000), "稳".repeat(3000), "130102199001011234", "sms-01", " ",
  ];
  const KEYS = ["Enter", "Escape", "Tab", " ", "Backspace", "ArrowDown", "ArrowUp", "Home", "End", "PageDown"];
  const done = {};
  // mulberry32: the same seed is the same riot.
  const random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const one = (list) => list[Math.floor(random() * list.length)];
  // Not all are looked at: whether one is in sight takes the browser a layout.
  const inSight = (css) => {
    const all = [...document.querySelectorAll(css)].filter((found) => !found.disabled);
    return Array.from({ length: 20 }, () => one(all)).find((found) => found?.checkVisibility());
  };
  const channel = new MessageChannel();
  // What was drawn by then is drawn: a timer would wait four milliseconds.
  const settled = () => new Promise((resolve) => { channel.port1.onmessage = resolve; channel.port2.postMessage(0); });
  const query = (address) => [...new URLSearchParams(address)].sort().join("&");
  const write = (field, text) => {
    field.focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, text);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    if (random() < 0.5) field.blur();
  };
  const travel = (way) => new Promise((resolve) => {
    addEventListener("popstate", resolve, { once: true });
    setTimeout(resolve, 200);
    history[way]();
  });
  const EVENTS = {
    tap: () => {
      const found = inSight("button, a[href], label, summary, input[type=radio], input[type=checkbox]");
      // Seldom: where all is emptied again and again, nothing grows that could break.
      if (found?.dataset.test !== "restart" || random() < 0.1) found?.click();
    },
    write: () => { const field = inSight("input[type=text]:not([readonly])"); if (field) write(field, one(TEXTS)); },
    digit: () => {
      const field = inSight("input[type=text]:not([readonly])");
      // By characters: half of one is no text that the driver could return.
      if (field) write(field, [...field.value].slice(0, 12).join("") + Math.floor(random() * 10));
    },
    key: () => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key: one(KEYS), bubbles: true })),
    scroll: () => scrollTo(0, random() * document.documentElement.scrollHeight),
    back: () => (navigation.canGoBack ? travel("back") : undefined),
    forward: () => (navigation.canGoForward ? travel("forward") : undefined),
    // After it has left the page, as if the user opened the page again in the same window.
    home: () => {
      if (/[?&]elder=1/.test(location.search) !== /[?&]elder=1/.test(home)) document.querySelector("[data-test=elder]").click();
      if (query(location.search) === query(home)) return;
      history.pushState(null, "", location.pathname + home);
      dispatchEvent(new PopStateEvent("popstate", { state: null }));
    },
  };
  const ODDS = ["tap", "tap", "tap", "tap", "tap", "tap", "write", "write", "write", "digit", "digit", "digit", "key", "scroll"];
  for (let made = 0; made < count; made += 1) {
    const chance = random();
    const strayed = query(location.search) !== query(home);
    const kind = strayed && chance < 0.25 ? "home" : chance > 0.99 ? one(["back", "forward"]) : one(ODDS);
    await EVENTS[kind]();
    await settled();
    done[kind] = (done[kind] ?? 0) + 1;
  }
  return done;
}

/** What the page shows of the answers given and of what follows from them: a refresh must bring all of it back. */
export function shown() {
  // What is hidden under the guide is created again once the browser goes back to it.
  const all = (css) => [...document.querySelectorAll(css)].filter((found) => !found.closest("[hidden]"));
  const read = (css) => all(css).map((found) => found.textContent);
  const fields = all("main input:not([readonly])").filter((field) => (
    // What is looked for, and whether a link takes the numbers along, belongs to the moment.
    !/search|share/.test(field.dataset.test ?? "") && !/share/.test(field.name)
    // Which industries are listed follows from what is looked for; the one that is chosen always is.
    && !(/^industry-/.test(field.dataset.test ?? "") && !field.checked)
  ));
  return {
    title: document.title,
    heading: read("h1"),
    answer: read('[data-test="verdict"], [data-test="amount"], [data-test^="claim-verdict-"], [data-test^="claim-amount-"]'),
    fields: fields.map((field) => [field.dataset.test ?? field.id, field.type === "text" ? field.value : field.checked].join(" = ")),
  };
}
