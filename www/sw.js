// Caches the page for offline use: the files of one build, and nothing that was typed or requested by the user.
//
// The build writes PAGE above this script (xtask/src/page/worker.rs): `id` names the build, `documents` and `site` may
// change under their names, the names of `files` change with what is in them. `wasm` or `script` runs the program.
// `further` are documents with programs of their own, each a list of its name and of the files that it loads: only those
// that were visited are cached, as most visitors never open them.

/** Long enough for a weak network, short enough for one without any response. */
const PATIENCE_MS = 4000;

/** The caches of two pages of one host have different names. */
const PREFIX = `wengang ${registration.scope} `;
const CACHE = PREFIX + PAGE.id;

/** Returns whether WebAssembly runs here: not everywhere, and not under every host's policy. */
function runsWasm() {
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/** The further document that a file belongs to, with all its files. */
const groupOf = (name) => PAGE.further.find((group) => group.includes(name));

const isDocument = (name) => PAGE.documents.includes(name) || PAGE.further.some(([document]) => document === name);

/** Whether a response can be the file of that name: complete, and not a page instead of a file. */
function isValid(name, { status, headers }, body) {
  const isPage = /^text\/html/.test(headers.get("Content-Type"));
  if (status !== 200 || isPage !== isDocument(name)) return false;
  // During an update a host may send the document of another build, whose files would be missing.
  const group = groupOf(name);
  const marks = group ? group.slice(1) : [PAGE.mark];
  const text = isPage ? new TextDecoder().decode(body) : "";
  return !isPage || marks.some((mark) => text.includes(mark));
}

/** Caches a file. A host may redirect it, and may send Vary: one response is cached for all requests. */
async function store(cache, name, mode) {
  const response = await fetch(name, { cache: mode });
  const body = await response.arrayBuffer();
  if (!isValid(name, response, body)) throw new Error(`${response.status} ${name}`);
  const headers = new Headers(response.headers);
  headers.delete("Vary");
  await cache.put(name, new Response(body, { headers }));
}

/** Caches a further document with all its files, or nothing of it. */
async function storeFurther(group) {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(group.map((name) => store(cache, name, isDocument(name) ? "no-cache" : "default")));
  } catch {
    await Promise.all(group.map((name) => cache.delete(name)));
  }
}

/** Caches the further documents that an earlier build had cached, and those that are open now. */
async function storeVisited() {
  const open = (await clients.matchAll({ includeUncontrolled: true })).map(({ url }) => url.split(/[?#]/)[0]);
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  for (const group of PAGE.further) {
    const [document] = group;
    const before = await Promise.all(names.map(async (name) => (await caches.open(name)).match(document)));
    if (before.some(Boolean) || open.includes(registration.scope + document)) await storeFurther(group);
  }
}

/** Caches all files. Without the first document, the program or the scripts nothing would open: then it fails. */
async function storeAll() {
  const cache = await caches.open(CACHE);
  const program = runsWasm() ? PAGE.wasm : PAGE.script;
  const needed = ["./", ...PAGE.files.filter((name) => /\.(js|css)$/.test(name)), ...program];
  const wanted = [...PAGE.documents, PAGE.site, ...PAGE.files, ...program];
  await Promise.all(wanted.map((name) => {
    const stored = store(cache, name, isDocument(name) || name === PAGE.site ? "no-cache" : "default");
    return needed.includes(name) ? stored : stored.catch(() => {});
  }));
  await storeVisited();
}

async function deleteOtherCaches() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await clients.claim();
}

async function cached(name) {
  return (await caches.open(CACHE)).match(name);
}

/** The host's response, which may be newer; without one, the cached response. */
async function newest(request, name) {
  const answer = fetch(request);
  const inTime = new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS); });
  const response = await Promise.race([answer.catch(() => undefined), inTime]);
  if (response && response.status < 500) return response;
  return (await cached(name)) || answer;
}

/** A pack of the law: the newest one, cached for offline use. An office changes it under its name. */
async function newestPack(request, name) {
  const response = await newest(request, name);
  if (response.ok) {
    const cache = await caches.open(CACHE);
    await cache.put(name, response.clone()).catch(() => {});
  }
  return response;
}

/** A file whose name changes with its content, from the cache; a page in another one's frame asks the host. */
async function cachedFirst(request, name, asking) {
  const page = await clients.get(asking);
  const isFramed = page && page.frameType === "nested";
  return (!isFramed && await cached(name)) || fetch(request);
}

addEventListener("install", (event) => event.waitUntil(storeAll()));
addEventListener("activate", (event) => event.waitUntil(deleteOtherCaches()));
addEventListener("fetch", (event) => {
  const { request, clientId } = event;
  const [address] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !address.startsWith(registration.scope)) return;
  const name = address.slice(registration.scope.length);
  const document = name === "" || name === "index.html" ? "./" : name;
  if (request.destination === "document") {
    const group = groupOf(document);
    if (isDocument(document)) event.respondWith(newest(request, document));
    if (group) event.waitUntil(cached(document).then((known) => known || storeFurther(group)));
  } else if (name === PAGE.site) {
    event.respondWith(newest(request, name));
  } else if (name.startsWith("packs/")) {
    event.respondWith(newestPack(request, name));
  } else if (groupOf(name) || PAGE.files.includes(name) || PAGE.wasm.includes(name) || PAGE.script.includes(name)) {
    event.respondWith(cachedFirst(request, name, clientId));
  }
});
