// A static server that can behave as a strict host does.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { extname } from "node:path";
import { text } from "node:stream/consumers";

const shipped = readFileSync(new URL("../../../deploy/nginx/wengang.conf", import.meta.url), "utf8");

/** What the shipped server settings send: only files of the page's own, and wasm. */
export const [, STRICT_CSP] = /^ {4}add_header Content-Security-Policy "([^"$]+)\$wengang_frames" always;$/m.exec(shipped);

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** The ports that hosts of this process have had. */
const used = new Set();

/**
 * Lets a server listen on a port that no host of this process has had, and returns it. Browsers store workers and files
 * by origin, long after its host is gone; and of every two hosts, the system gives the second the first one's port once
 * in fourteen thousand times. selenium-webdriver's portprober remembers none, and gives the port up before it is used.
 */
export async function listen(server) {
  for (;;) {
    await new Promise((resolve) => { server.listen(0, "127.0.0.1", resolve); });
    const { port } = server.address();
    if (!used.has(port)) {
      used.add(port);
      return port;
    }
    await new Promise((resolve) => { server.close(resolve); });
  }
}

/** Returns a port that no host of this process has had, for a server that is another program. */
export async function freshPort() {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

/** Reads the files of a folder (a URL); what is not there is `null`. */
export const filesOf = (folder) => (name) => readFile(new URL(name, folder)).catch(() => null);

/** Runs in the page before all else: reports every line of the console and every error to the host. */
const LISTENER = (address) => {
  const complain = (sentence) => {
    const request = new XMLHttpRequest();
    // Not later: the page may be left, or the test be over, before an answer comes.
    request.open("POST", address, false);
    request.send(sentence);
  };
  for (const level of ["debug", "log", "info", "warn", "error"]) {
    console[level] = (...words) => complain(`console.${level}: ${words.join(" ")}`);
  }
  addEventListener("error", ({ message, target }) => {
    // An event that no browser counts as an error: the other sizes are reported with the next frame.
    if (!message?.startsWith("ResizeObserver loop")) complain(message ?? `not loaded: ${target.outerHTML}`);
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => complain(`not caught: ${reason}`));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => (
    complain(`forbidden by ${violatedDirective}: ${blockedURI} (${sourceFile}:${lineNumber})`)
  ));
};

/**
 * Serves what `read(name)` resolves to, under a path; over TLS where a certificate and its key are given. A number is
 * answered as a status.
 */
export async function serve(read, { path = "/", headers = {}, tls } = {}) {
  const scheme = tls ? "https" : "http";
  const host = {
    /** What every browser asked for: the address, the method, the headers, and whether it sent anything. */
    asked: [],
    /** What the page's service worker asked for of its own, in the same words. */
    askedByWorker: [],
    /** What a page reported that collects errors. */
    complaints: [],
    /** Runs in every page before its own scripts. */
    first: "",
    /** Makes every page report its console and its errors. */
    collectErrors() {
      host.first = `(${LISTENER})(new URL("complaint", document.currentScript.src));`;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
  const pageOf = (html) => (host.first ? String(html).replace("<head>", '<head><script src="./first.js"></script>') : html);
  const answer = async (name, request) => {
    if (name === "complaint") host.complaints.push(await text(request));
    if (name === "complaint" || (name === "first.js" && host.first)) return host.first;
    const isWorkers = request.headers["service-worker"] === "script" || request.headers.referer?.endsWith("/sw.js");
    (isWorkers ? host.askedByWorker : host.asked).push({
      url: `${scheme}://${request.headers.host}${request.url}`,
      method: request.method,
      headers: request.headers,
      body: "content-length" in request.headers || "transfer-encoding" in request.headers,
    });
    const content = await read(name);
    return typeof content !== "number" && content && extname(name) === ".html" ? pageOf(content) : content;
  };
  // Some addresses are long on purpose.
  const options = { maxHeaderSize: 1 << 20, ...tls };
  const server = (tls ? createSecureServer : createServer)(options, async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    // Outside the path there is nothing, as on a host that others share.
    const name = pathname.startsWith(path) ? pathname.slice(path.length) || "index.html" : "nothing";
    const content = await answer(name, request);
    const status = typeof content === "number" ? content : content ? 200 : 404;
    response.writeHead(status, { ...headers, "Content-Type": TYPES[extname(name)] ?? "text/plain" });
    response.end(status === 200 ? content : undefined);
  });
  /** The address of the path. */
  host.url = `${scheme}://127.0.0.1:${await listen(server)}${path}`;
  /** Node's own server, for a proxy. */
  host.server = server;
  return host;
}
