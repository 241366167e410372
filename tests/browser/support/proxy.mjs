// A proxy that leads host names to the servers of a test: there is no other way to give a name a port.

import { npmModule } from "./npm.mjs";

const { RequestError, Server } = await npmModule("proxy-chain");

/** Starts it; `servers` is a map from a host name to Node's server, and may change at any time. */
export async function startProxy(servers) {
  const server = new Server({
    host: "127.0.0.1",
    port: 0,
    prepareRequestFunction: ({ hostname }) => {
      if (!servers.has(hostname)) throw new RequestError(`no server is called ${hostname}`, 502);
      return { customConnectServer: servers.get(hostname) };
    },
  });
  await server.listen();
  return {
    /** Its address, as WebDriver wants it. */
    address: `127.0.0.1:${server.port}`,
    /** Closes every connection, so that a name leads to its new server from now on. */
    hangUp: () => server.closeConnections(),
    stop: () => server.close(true),
  };
}
