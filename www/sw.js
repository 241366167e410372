// Keeps the page on the device, for when there is no network: the files of one build, and nothing that anybody typed or
// asked for.
//
// The build writes PAGE above this script (xtask/src/page/worker.rs): `id` names the build, `documents` and `site` may
// change under their names, the names of `files` change with what is in them. `wasm` or `script` runs the program.

/** Long enough for a weak network, short enough for one that never answers. */
const PATIENCE_MS = 4000;

/** Two pages of one host keep apart what is theirs. */
const OURS = `wengang ${registration.scope} `;
const KEPT = OURS + PAGE.id;

/** Returns whether WebAssembly runs here: not everywhere, and not under every host's policy. */
function runsWasm() {
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/** Keeps a file. A host may move a document to another name; what was moved cannot be shown at this one. */
async function keep(cache, name, mode) {
  const response = await fetch(name, { cache: mode });
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  const body = await response.arrayBuffer();
  // A host that is just being changed may send another build's document, without whose files it is of no use.
  if (PAGE.documents.includes(name) && !new TextDecoder().decode(body).includes(PAGE.mark)) throw new Error(name);
  await cache.put(name, new Response(body, { headers: response.headers }));
}

async function keepAll() {
  const cache = await caches.open(KEPT);
  const program = runsWasm() ? PAGE.wasm : PAGE.script;
  await Promise.all([
    ...[...PAGE.documents, PAGE.site].map((name) => keep(cache, name, "no-cache")),
    ...[...PAGE.files, ...program].map((name) => keep(cache, name, "default")),
  ]);
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== KEPT).map((name) => caches.delete(name)));
  await clients.claim();
}

async function kept(name) {
  return (await caches.open(KEPT)).match(name, { ignoreVary: true });
}

/** The host's own answer, which may be a newer one; where none comes, what was kept. */
async function newest(request, name) {
  const answer = fetch(request);
  const inTime = new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS); });
  const response = await Promise.race([answer.catch(() => undefined), inTime]);
  if (response && response.status < 500) return response;
  return (await kept(name)) || answer;
}

/** What a page asks for under a name that changes with the content; a page in another one's frame asks the host. */
async function same(request, name, asking) {
  const page = await clients.get(asking);
  const isFramed = page && page.frameType === "nested";
  return (!isFramed && await kept(name)) || fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keepAll()));
addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
addEventListener("fetch", (event) => {
  const { request, clientId } = event;
  const [address] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !address.startsWith(registration.scope)) return;
  const name = address.slice(registration.scope.length);
  const document = name === "" || name === "index.html" ? "./" : name;
  if (request.destination === "document") {
    if (PAGE.documents.includes(document)) event.respondWith(newest(request, document));
  } else if (name === PAGE.site) {
    event.respondWith(newest(request, name));
  } else if (PAGE.files.includes(name) || PAGE.wasm.includes(name) || PAGE.script.includes(name)) {
    event.respondWith(same(request, name, clientId));
  }
});
