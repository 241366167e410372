// Tables in a worker: the thread that asks stays free, hears how far it is, and can stop it.

import { policyError, reason } from "./start.js";

/** The number of rows per message to the worker: about a fiftieth of a second, after which progress is reported. */
const ROWS_AT_ONCE = 5_000;

/** The columns of an answer, a value a row. */
const COLUMNS = ["outcome", "amountMin", "amountMax", "unmet", "unknown", "needs"];

const NOT_PLAIN = "这里要普通的对象、数组、文字、数字、true、false 或 null；函数、类的实例请先换成普通的值";

function isPlain(value) {
  return typeof value === "object" && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}

function readOptions(value, known) {
  if (value === undefined || value === null) return {};
  if (!isPlain(value)) throw policyError("invalidValue", "options", "请填一个对象 { … }");
  const unknown = known && Object.keys(value).find((name) => !known.includes(name));
  if (unknown) throw policyError("unknownField", `options.${unknown}`, `没有这个名称，请检查拼写；可以填 ${known.join("、")}`);
  return value;
}

/** How a push is followed and stopped. */
function readRun(value) {
  const { signal, onProgress } = readOptions(value, ["signal", "onProgress"]);
  if (signal && typeof signal.addEventListener !== "function") throw policyError("invalidValue", "options.signal", "请填 AbortController 的 signal");
  if (onProgress && typeof onProgress !== "function") throw policyError("invalidValue", "options.onProgress", "请填一个函数 (done, total) => …");
  return { signal, onProgress };
}

const isColumn = (value) => Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

/** How many rows there are; `null`: they are not as they should be, and the program says how. */
function countOf(rows) {
  if (!isPlain(rows) || !isPlain(rows.columns)) return null;
  const columns = [...Object.values(rows.columns), ...rows.id === undefined || rows.id === null ? [] : [rows.id]];
  const lengths = new Set(columns.map((column) => (isColumn(column) ? column.length : null)));
  return lengths.size === 1 ? [...lengths][0] : null;
}

function partOf(rows, from) {
  const cut = (column) => column.slice(from, from + ROWS_AT_ONCE);
  const columns = Object.fromEntries(Object.entries(rows.columns).map(([name, column]) => [name, cut(column)]));
  return rows.id ? { ...rows, columns, id: cut(rows.id) } : { ...rows, columns };
}

/** One answer out of those of the parts. */
function joined(parts, id) {
  const [first] = parts;
  const whole = { ...first, errors: [] };
  const total = parts.reduce((sum, { outcome }) => sum + outcome.length, 0);
  for (const name of COLUMNS) whole[name] = new first[name].constructor(total);
  let from = 0;
  for (const part of parts) {
    for (const name of COLUMNS) whole[name].set(part[name], from);
    for (const error of part.errors) whole.errors.push({ ...error, row: error.row + from });
    from += part.outcome.length;
  }
  return id === undefined || id === null ? whole : { ...whole, id };
}

/** The exports of an entry; `openWorker` starts its worker, of browsers or of Node. */
export function batches(openWorker) {
  class Batch {
    #head;
    #open;
    #worker = null;
    #isOpen = false;
    /** What was pushed and has no answer yet, in order. */
    #jobs = new Set();
    /** The job whose rows the worker has. */
    #running = null;
    /** What becomes of these rows. */
    #asked = null;
    #last = Promise.resolve();

    constructor(calculator, options) {
      const { packs = [], worker = openWorker, ...rest } = readOptions(options);
      this.#head = { calculator, options: rest, packs };
      this.#open = worker;
    }

    /** Judges rows, after those that were pushed before. */
    push(rows, options) {
      return new Promise((resolve, reject) => {
        const { signal, onProgress } = readRun(options);
        const job = { rows, onProgress, isEnded: false };
        const abort = () => this.#stop(job, signal.reason);
        const end = (settle) => (value) => {
          job.isEnded = true;
          this.#jobs.delete(job);
          if (signal) signal.removeEventListener("abort", abort);
          settle(value);
        };
        Object.assign(job, { resolve: end(resolve), reject: end(reject) });
        this.#jobs.add(job);
        if (signal && signal.aborted) abort();
        else if (signal) signal.addEventListener("abort", abort);
        this.#last = this.#last.then(() => (job.isEnded ? undefined : this.#judge(job)));
      });
    }

    /** Ends the worker, and what has no answer yet; the next `push` starts another. */
    close() {
      const error = policyError("notStarted", "close", "没有算完：close() 把后台关掉了");
      for (const job of [...this.#jobs]) this.#stop(job, error);
      this.#end(error);
    }

    #stop(job, error) {
      if (job === this.#running) this.#end(error);
      job.reject(error);
    }

    async #judge(job) {
      const { rows, onProgress } = job;
      this.#running = job;
      try {
        const total = countOf(rows);
        const parts = [];
        for (let from = 0; from === 0 || from < total; from += ROWS_AT_ONCE) {
          parts.push(await this.#ask(total === null ? rows : partOf(rows, from)));
          if (onProgress && total !== null) onProgress(Math.min(from + ROWS_AT_ONCE, total), total);
          // What hears how far it is may stop it.
          if (job.isEnded) return;
        }
        job.resolve(joined(parts, rows.id));
      } catch (error) {
        job.reject(error);
      } finally {
        this.#running = null;
      }
    }

    #ask(rows) {
      const answer = new Promise((resolve, reject) => {
        this.#asked = { resolve, reject };
        this.#post(rows);
      });
      return answer.finally(() => {
        this.#asked = null;
        // An idle worker does not prevent a Node program from ending.
        if (this.#worker && this.#worker.unref) this.#worker.unref();
      });
    }

    #post(rows) {
      try {
        if (!this.#worker) this.#listen(this.#open());
        if (this.#worker.ref) this.#worker.ref();
        this.#worker.postMessage(this.#isOpen ? { rows } : { head: this.#head, rows });
      } catch (cause) {
        const isRows = cause && cause.name === "DataCloneError";
        this.#end(isRows ? policyError("invalidValue", "rows", NOT_PLAIN, cause) : notStarted(cause));
      }
    }

    #listen(worker) {
      const heard = ({ answer, error }) => {
        if (worker !== this.#worker) return;
        if (answer) {
          this.#isOpen = true;
          this.#asked.resolve(answer);
        } else if (error.name === "PolicyError") {
          this.#asked.reject(policyError(error.code, error.field, error.message));
        } else {
          this.#end(new Error(error.message));
        }
      };
      const failed = (cause) => {
        if (worker === this.#worker) this.#end(notStarted(cause));
      };
      if (worker.on) worker.on("message", heard).on("error", failed);
      else {
        worker.addEventListener("message", ({ data }) => heard(data));
        worker.addEventListener("error", failed);
      }
      this.#worker = worker;
      this.#isOpen = false;
    }

    #end(error) {
      if (this.#worker) this.#worker.terminate();
      this.#worker = null;
      if (this.#asked) this.#asked.reject(error);
    }
  }

  async function assessTable(table, options) {
    if (!isPlain(table)) throw policyError("invalidValue", "table", "请填一个对象 { … }");
    const { calculator, asOf, place, ...rows } = table;
    const { signal, onProgress, ...ofBatch } = readOptions(options, ["signal", "onProgress", "packs", "worker"]);
    const batch = new Batch(calculator, { asOf, place, ...ofBatch });
    try {
      return await batch.push(rows, { signal, onProgress });
    } finally {
      batch.close();
    }
  }

  return { Batch, assessTable };
}

function notStarted(cause) {
  const message = `后台没有启动（${reason(cause)}）；打包工具没有带上 batch-worker.js 的，用 worker 这一项自己给出，见 README`;
  return policyError("notStarted", "worker", message, cause);
}
