// Loads the program of a document that has its own: the script and the wasm that the links in <head> name.

/** The service worker. */
const KEEPER = "sw.js";

/** The delay before files for offline use are loaded. */
const QUIET_MS = 3000;

/** Returns the address of a script, through the trusted types policy where the browser has one: for these files only. */
export function scriptUrls(...names) {
  let policy = null;
  try {
    policy = window.trustedTypes.createPolicy("wengang", {
      createScriptURL(name) {
        if (name !== KEEPER && !names.includes(name)) throw new TypeError(`not a file of ours: ${name}`);
        return name;
      },
    });
  } catch {
    // The browser has no trusted types, or a host allows other policies.
  }
  return (name) => (policy ? policy.createScriptURL(name) : name);
}

/** Stores the site on the device for offline use (sw.js), a while after the page is there. */
export function keepHere(scriptUrl) {
  const { connection } = navigator;
  if (parent !== window || origin === "null" || (connection && connection.saveData)) return;
  setTimeout(() => {
    // Without a service worker the page works online.
    Promise.resolve().then(() => navigator.serviceWorker.register(scriptUrl(KEEPER), { updateViaCache: "none" })).catch(() => {});
  }, QUIET_MS);
}

const addressOf = (selector) => document.querySelector(selector).href;

/** Returns a function that starts the program, once both files are here. */
export async function loadProgram() {
  // For preboot.js: the document's script is here, and runs in this engine.
  document.documentElement.dataset.booted = "yes";
  const [program, bytes] = await Promise.all([
    import(addressOf("link[rel=modulepreload]")),
    // With the same mode as the preload link: otherwise WebKit loads it twice. Not streamed: some browsers break streaming
    // compilation.
    fetch(addressOf("link[rel=preload][as=fetch]"), { mode: "no-cors", credentials: "include" })
      .then((response) => {
        if (!response.ok) throw new Error(`${response.status} ${response.url}`);
        return response.arrayBuffer();
      }),
  ]);
  return () => program.default({ module_or_path: bytes });
}
