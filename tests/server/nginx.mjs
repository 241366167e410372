// A real nginx on this machine alone, run by nobody in particular, with the settings that are shipped.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "../browser/support/eventually.mjs";
import { freshPort } from "../browser/support/server.mjs";

const root = new URL("../../", import.meta.url);
export const SETTINGS = readFileSync(new URL("deploy/nginx/wengang.conf", root), "utf8");

/** Debian's folder of the modules that are installed. */
const MODULES = "/etc/nginx/modules-enabled";
/** Debian's nobody: root's own instance gives its rights away. */
const NOBODY = 65534;

/** The configuration around the shipped settings: a server as an office has it, except for the places it writes to. */
const around = (folder, port, isSecure) => `
daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
worker_processes auto;
include ${MODULES}/*.conf;
events { worker_connections 1024; }
http {
  access_log ${folder}/access.log;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
  sendfile on;
  tcp_nopush on;
  server {
    listen 127.0.0.1:${port}${isSecure ? ` ssl;
    ssl_certificate ${folder}/tls/cert.pem;
    ssl_certificate_key ${folder}/tls/key.pem` : ""};
    root ${folder}/srv;
    include ${folder}/wengang.conf;
  }
}`;

/**
 * Starts nginx with a copy of the built page in `site`, below /wengang/; the settings are as shipped, or as `settings`
 * makes them.
 */
export async function startNginx({ settings = (text) => text, isSecure = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "wengang-nginx-"));
  const owner = process.getuid() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (owner.uid) chownSync(folder, NOBODY, NOBODY);
  const site = join(folder, "srv/wengang");
  mkdirSync(site, { recursive: true });
  cpSync(new URL("dist/", root), site, { recursive: true });
  // A certificate that is worth nothing.
  cpSync(new URL("tests/fixtures/tls/", root), join(folder, "tls"), { recursive: true });
  writeFileSync(join(folder, "wengang.conf"), settings(SETTINGS));
  const port = await freshPort();
  writeFileSync(join(folder, "nginx.conf"), around(folder, port, isSecure));
  const nginx = spawn("nginx", ["-e", `${folder}/error.log`, "-c", join(folder, "nginx.conf")], { ...owner, stdio: "inherit" });
  /** What the server has written down: of errors, or of all that was asked for. */
  const log = (name = "error") => (existsSync(`${folder}/${name}.log`) ? readFileSync(`${folder}/${name}.log`, "utf8") : "");
  const ended = once(nginx, "exit");
  await eventually(async () => {
    if (nginx.exitCode !== null) throw new Error(`nginx ended: ${log()}`);
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    socket.destroy();
  });
  return {
    site,
    log,
    // What a test's own host hears itself, a real server writes down.
    asked: [],
    askedByWorker: [],
    complaints: [],
    url: `${isSecure ? "https" : "http"}://127.0.0.1:${port}/wengang/`,
    async stop() {
      nginx.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
