// A client of the W3C WebDriver protocol: as much of it as the tests need.
// What is a browser's own stands in its own file: chromium.mjs, firefox.mjs, webkit.mjs.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { eventually } from "./eventually.mjs";

/** The key of an element's reference in the protocol. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Asks a driver for something and returns its answer. */
export async function send(address, method, path, body) {
  const headers = { "Content-Type": "application/json" };
  // A driver that hangs is a failed test, not an endless one.
  const signal = AbortSignal.timeout(60_000);
  const response = await fetch(address + path, { method, headers, signal, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

/** The capabilities of a browser that finds secure hosts through a proxy, if any, and takes their certificates as they are. */
export const throughProxy = (address) => (
  address ? { acceptInsecureCerts: true, proxy: { proxyType: "manual", sslProxy: address } } : {}
);

/** An element of the page. */
class Element {
  constructor(session, id) {
    this.session = session;
    this.reference = { [ELEMENT]: id };
    this.path = `/element/${id}`;
  }

  /** Uses the document inside the element, a frame, from now on. */
  enter() {
    return this.session.send("POST", "/frame", { id: this.reference });
  }

  click() {
    return this.session.send("POST", `${this.path}/click`, {});
  }

  clear() {
    return this.session.send("POST", `${this.path}/clear`, {});
  }

  type(text) {
    return this.session.send("POST", `${this.path}/value`, { text });
  }

  /** Returns what a person reads in the element. */
  text() {
    return this.session.send("GET", `${this.path}/text`);
  }

  attribute(name) {
    return this.session.send("GET", `${this.path}/attribute/${name}`);
  }

  property(name) {
    return this.session.send("GET", `${this.path}/property/${name}`);
  }

  /** Returns what a screen reader is told that the element is, and is called. */
  async spoken() {
    const [role, name] = await Promise.all(["role", "label"].map((what) => this.session.send("GET", `${this.path}/computed${what}`)));
    return { role, name };
  }
}

/** A browser and the window of it that is used. */
export class Session {
  constructor(address, id) {
    this.address = `${address}/session/${id}`;
  }

  send(method, path, body) {
    return send(this.address, method, path, body);
  }

  close() {
    return this.send("DELETE", "");
  }

  open(url) {
    return this.send("POST", "/url", { url });
  }

  async find(css) {
    const found = await this.send("POST", "/element", { using: "css selector", value: css });
    return new Element(this, found[ELEMENT]);
  }

  /** Uses the document of the whole window again. */
  leave() {
    return this.send("POST", "/frame", { id: null });
  }

  /** Runs a function in the page and returns what it returns or resolves to. */
  run(code, ...args) {
    return this.send("POST", "/execute/sync", { script: `return (${code}).apply(null, arguments)`, args });
  }

  /** Runs a function in the page and returns the elements that it returns. */
  async elements(code, ...args) {
    return (await this.run(code, ...args)).map((found) => new Element(this, found[ELEMENT]));
  }

  /** Prints the page on A4, as its own style sheet wants it, and returns the PDF. */
  async print() {
    const paper = { page: { width: 21, height: 29.7 }, background: true, shrinkToFit: false };
    return Buffer.from(await this.send("POST", "/print", paper), "base64");
  }

  /** Writes a text at once into the field that has the focus, as pasting does. */
  insert(text) {
    return this.run((whole) => { document.execCommand("insertText", false, whole); }, text);
  }

  /** Returns what is in sight as a PNG. */
  async picture() {
    return Buffer.from(await this.send("GET", "/screenshot"), "base64");
  }
}

/**
 * A tab of a browser that stays open for the next: starting a browser takes longer than most tests. What a site keeps
 * is its own, and every visit has a host of its own; so nothing of one tab is seen in another.
 */
export class Tab extends Session {
  /** Opens the tab in place of the one before: only what is in front is drawn. */
  async begin() {
    const { handle } = await this.send("POST", "/window/new", { type: "tab" });
    await this.send("DELETE", "/window");
    await this.send("POST", "/window", { handle });
  }

  close() {
    return this.open("about:blank");
  }
}

/** A browser's driver: a program that runs until it is stopped, with a folder of its own for all that a browser leaves behind. */
export class Driver {
  /**
   * Starts it. `prepare` fills the folder where something is wanted in it, and returns what the environment is to hold
   * besides; what the browser of a `chatty` driver says to standard error is nothing that a test is about.
   */
  constructor(program, args, { prepare = () => ({}), chatty = false } = {}) {
    this.program = program;
    this.litter = mkdtempSync(join(tmpdir(), "wengang-browser-"));
    const env = { ...process.env, TMPDIR: this.litter, ...prepare(this.litter) };
    this.process = spawn(program, args, { stdio: ["ignore", "pipe", chatty ? "ignore" : "inherit"], env });
  }

  /** Resolves to the driver's address once it says on which port it listens: `announcement` finds the port in a line. */
  async listening(announcement) {
    const port = await new Promise((resolve, reject) => {
      this.process.once("error", reject);
      this.process.once("exit", (code) => reject(new Error(`${this.program} ended with ${code}`)));
      createInterface({ input: this.process.stdout }).on("line", (line) => {
        const found = announcement.exec(line);
        if (found) resolve(found[1]);
      });
    });
    return `http://127.0.0.1:${port}`;
  }

  async stop() {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill();
      await once(this.process, "exit");
    }
    // What the driver started may write a moment longer.
    await eventually(() => rmSync(this.litter, { recursive: true, force: true }), 20_000);
  }
}
