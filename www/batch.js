// Starts the page for lists: loads the program that the links in <head> name, and offers it a function that starts a worker.
// The page itself sets data-state="ready" on <html> once the worker has answered.

import { keepHere, loadProgram, scriptUrls } from "./load-program.js";

/** The worker's script, whose name the build writes. */
const WORKER = document.querySelector("meta[name=lists-worker]").content;

const scriptUrl = scriptUrls(WORKER);

/** Starts the worker. Called by the program. */
window.wengangWorker = () => new Worker(scriptUrl(WORKER));

/** How long the program waits for the office's settings. */
const PATIENCE_MS = 4000;

/** The office's settings, which may name the law that the page uses. */
window.wengangSite = Promise.race([
  fetch("site.json").then((response) => (response.ok ? response.text() : null)).catch(() => null),
  new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS, null); }),
]);

/** The interval at which an open page checks the clock. */
const MINUTE_MS = 60_000;

/** The day may have changed: as boot.js, which is no part of this document, announces it to the calculators. */
const wake = () => document.dispatchEvent(new Event("wengang-wake"));
document.addEventListener("visibilitychange", wake);
for (const event of ["pageshow", "focus"]) addEventListener(event, wake);
setInterval(wake, MINUTE_MS);

loadProgram().then((start) => start()).then(() => keepHere(scriptUrl)).catch((error) => {
  console.error(error);
  const sentence = "这个浏览器打不开批量测算。请刷新再试，或换新版的 Chrome、Edge、Firefox，也可以拨打 12333 咨询。";
  document.dispatchEvent(new CustomEvent("wengang-boot-message", { detail: sentence }));
});
