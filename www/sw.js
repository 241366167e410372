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

const isDocument = (name) => PAGE.documents.includes(name);

/** Whether what a host sent under a name may be what stands there: no part of it, and no page in the place of a file. */
function isIt(name, { status, headers }, body) {
  const isPage = /^text\/html/.test(headers.get("Content-Type"));
  if (status !== 200 || isPage !== isDocument(name)) return false;
  // A host that is just being changed may send another build's document, without whose files it is of no use.
  return !isPage || new TextDecoder().decode(body).includes(PAGE.mark);
}

/** Keeps a file. A host may move it to another name, and may say that it varies: what is kept is the one for all. */
async function keep(cache, name, mode) {
  const response = await fetch(name, { cache: mode });
  const body = await response.arrayBuffer();
  if (!isIt(name, response, body)) throw new Error(`${response.status} ${name}`);
  const headers = new Headers(response.headers);
  headers.delete("Vary");
  await cache.put(name, new Response(body, { headers }));
}

/** Keeps what can be kept. Without the first document, the program or the scripts nothing would open: then nothing is. */
async function keepAll() {
  const cache = await caches.open(KEPT);
  const program = runsWasm() ? PAGE.wasm : PAGE.script;
  const needed = ["./", ...PAGE.files.filter((name) => /\.(js|css)$/.test(name)), ...program];
  const wanted = [...PAGE.documents, PAGE.site, ...PAGE.files, ...program];
  await Promise.all(wanted.map((name) => {
    const kept = keep(cache, name, isDocument(name) || name === PAGE.site ? "no-cache" : "default");
    return needed.includes(name) ? kept : kept.catch(() => {});
  }));
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== KEPT).map((name) => caches.delete(name)));
  await clients.claim();
}

async function kept(name) {
  return (await caches.open(KEPT)).match(name);
}

/** The host's own answer, which may be a newer one; where none comes, what was kept. */
async function newest(request, name) {
  const answer = fetch(request);
  const inTime = new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS); });
  const response = await Promise.race([answer.catch(() => undefined), inTime]);
  if (response && response.status < 500) return response;
  return (await kept(name)) || answer;
}

/** A pack of the law: the newest there is, kept for when there is no network. An office changes it under its name. */
async function newestPack(request, name) {
  const response = await newest(request, name);
  if (response.ok) {
    const cache = await caches.open(KEPT);
    await cache.put(name, response.clone()).catch(() => {});
  }
  return response;
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
  } else if (name.startsWith("packs/")) {
    event.respondWith(newestPack(request, name));
  } else if (PAGE.files.includes(name) || PAGE.wasm.includes(name) || PAGE.script.includes(name)) {
    event.respondWith(same(request, name, clientId));
  }
});
