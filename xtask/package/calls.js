// The calls that every entry has; `glue.js` is what wasm-bindgen writes for src/bin/api.rs.

import * as program from "./glue.js";
import { ensureRunning, policyError } from "./start.js";

export function assess(request) {
  ensureRunning();
  return program.assess(request);
}

export function assessMany(requests, options) {
  ensureRunning();
  return program.assessMany(requests, options);
}

export function assessTable(table, options) {
  ensureRunning();
  return program.assessTable(table, options);
}

export class Batch extends program.Batch {
  constructor(calculator, options) {
    ensureRunning();
    super(calculator, options);
  }
}

export function encodeLink(request, options) {
  ensureRunning();
  // What is not yes is no: a wage goes into no link by a slip.
  const wanted = options ? options.includeNumbers : undefined;
  if (![undefined, null, true, false].includes(wanted)) throw policyError("invalidValue", "options.includeNumbers", "请填 true 或者 false，不加引号");
  return program.encodeLink(request, options);
}

export function decodeLink(href) {
  ensureRunning();
  return program.decodeLink(href);
}

export function usePack(bytes) {
  ensureRunning();
  return program.usePack(bytes);
}

export function policies() {
  ensureRunning();
  return program.policies();
}

export function version() {
  ensureRunning();
  return program.version();
}
