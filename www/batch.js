// Starts the page for lists: loads the program that the links in <head> name, and offers it a function that starts a worker.
// The page itself sets data-state="ready" on <html> once the worker has answered.

import { loadProgram } from "./load-program.js";

const root = document.documentElement;

/** The worker's script, whose name the build writes, and the service worker. */
const WORKER = document.querySelector("meta[name=lists-worker]").content;
const KEEPER = "sw.js";

/** The address of a script, through the trusted types policy where the browser has one: for these two files only. */
const scriptUrl = (name) => (policy ? policy.createScriptURL(name) : name);
const policy = (() => {
  try {
    return window.trustedTypes.createPolicy("wengang", {
      createScriptURL(name) {
        if (name !== WORKER && name !== KEEPER) throw new TypeError(`not a file of ours: ${name}`);
        return name;
      },
    });
  } catch {
    // The browser has no trusted types, or a host allows other policies.
    return null;
  }
})();

/** Starts the worker. Called by the program. */
window.wengangWorker = () => new Worker(scriptUrl(WORKER));

/** How long the program waits for the office's settings. */
const PATIENCE_MS = 4000;

/** The office's settings, which may name the law that the page uses. */
window.wengangSite = Promise.race([
  fetch("site.json").then((response) => (response.ok ? response.text() : null)).catch(() => null),
  new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS, null); }),
]);

/** The delay before files for offline use are loaded. */
const QUIET_MS = 3000;

/** Stores the site on the device for offline use (sw.js). */
async function keepHere() {
  const { connection } = navigator;
  if (parent !== window || origin === "null" || (connection && connection.saveData)) return;
  try {
    await navigator.serviceWorker.register(scriptUrl(KEEPER), { updateViaCache: "none" });
  } catch {
    // Without a service worker the page works online.
  }
}

loadProgram().then((start) => start()).then(() => { setTimeout(keepHere, QUIET_MS); }).catch((error) => {
  console.error(error);
  const sentence = "这个浏览器打不开批量测算。请刷新再试，或换新版的 Chrome、Edge、Firefox，也可以拨打 12333 咨询。";
  document.dispatchEvent(new CustomEvent("wengang-boot-message", { detail: sentence }));
});

// For preboot.js: the script has run to its end.
root.dataset.booted = "yes";
