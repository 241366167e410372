// A proxy that brings names of the tests' own to their servers: a name cannot be given a port in any other way.

import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";

/** Starts it; `places` is a map from a name to the address of its server, and may change at any time. */
export async function proxy(places) {
  const server = createServer();
  const sockets = new Set();
  server.on("connect", ({ url }, client) => {
    // From here on nobody else hears that it hung up.
    client.on("error", () => {});
    const [name] = url.split(":");
    if (!places.has(name)) return client.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    const { hostname, port } = new URL(places.get(name));
    const there = connect(Number(port), hostname, () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      client.pipe(there).pipe(client);
    });
    for (const socket of [client, there]) {
      sockets.add(socket);
      // One end that hangs up hangs up the other.
      socket.on("close", () => { client.destroy(); there.destroy(); });
    }
    there.on("error", () => {});
    return undefined;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    /** Where it is, as WebDriver wants it. */
    address: `127.0.0.1:${server.address().port}`,
    /** Ends every connection: a name is another server from now on. */
    hangUp() {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
