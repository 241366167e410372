// A static server that can behave as a strict host does.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { extname } from "node:path";

/** What the strictest host sends: only files of its own, and wasm. */
export const STRICT_CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
  + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Reads the files of a folder (a URL); what is not there is `null`. */
export const filesOf = (folder) => (name) => readFile(new URL(name, folder)).catch(() => null);

/** Serves what `read(name)` resolves to, under a path; over TLS where a certificate and its key are given. */
export async function serve(read, { path = "/", headers = {}, tls } = {}) {
  const answer = async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    // Outside the path there is nothing, as on a host that others share.
    const name = pathname.startsWith(path) ? pathname.slice(path.length) || "index.html" : "nothing";
    const content = await read(name);
    response.writeHead(content ? 200 : 404, { ...headers, "Content-Type": TYPES[extname(name)] ?? "text/plain" });
    response.end(content);
  };
  // Some addresses are long on purpose.
  const options = { maxHeaderSize: 1 << 20, ...tls };
  const server = (tls ? createSecureServer : createServer)(options, answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    /** The address that stands for the path. */
    url: `${tls ? "https" : "http"}://127.0.0.1:${server.address().port}${path}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
