// Whether the program is running, and the handling of calls before that.

let isRunning = false;
let start = () => {};

/** An error of the same form as those that the program throws. */
export function policyError(code, field, message, cause) {
  return Object.assign(new Error(message), { name: "PolicyError", code, field }, cause === undefined ? {} : { cause });
}

/** What the first call does while nothing runs: an entry either starts the program there, or throws. */
export function beforeFirstCall(does) {
  start = does;
}

export function setRunning() {
  isRunning = true;
}

export function ensureRunning() {
  if (!isRunning) start();
  isRunning = true;
}

/** What went wrong, for the end of a sentence. */
export const reason = (error) => `${error && error.message ? error.message : error}`;
