// Tables in a worker: the thread that asks stays free, hears how far it is, and can stop it.

import type { Calculator, Columns, DateText, TableAnswer } from "wengang";

/** Stops what runs: an `AbortSignal` of any host. */
export interface StopSignal {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

export interface PushOptions {
  /** Ends the worker, and the promise with the signal's own reason. */
  signal?: StopSignal;
  /** How many rows are done, after every few thousand. */
  onProgress?: (done: number, total: number) => void;
}

export interface WorkerOptions {
  /** Packs of the law that the worker takes into use first (`usePack`): it has a law of its own. */
  packs?: readonly (Uint8Array | ArrayBuffer)[];
  /** Starts the worker, where a bundler does not find `wengang/batch-worker` by itself: a `Worker` of browsers or of Node. */
  worker?: () => object;
}

/** Judges a table as `assessTable` of `wengang` does, in a worker that ends with it. Rejects with a `PolicyError`. */
export function assessTable<C extends Calculator>(
  table: { calculator: C; place?: string; asOf?: DateText; columns: Columns<C>; id?: readonly string[] },
  options?: PushOptions & WorkerOptions,
): Promise<TableAnswer>;

/** Tables of one calculator, one after the other, in one worker. */
export class Batch<C extends Calculator> {
  /** `asOf`: left out where each table has a column of that name. Errors in it are thrown by the first `push`. */
  constructor(calculator: C, options?: { asOf?: DateText; place?: string } & WorkerOptions);
  /** Judges the next rows, after those before. Rejects with a `PolicyError`. */
  push(rows: { columns: Columns<C>; id?: readonly string[] }, options?: PushOptions): Promise<TableAnswer>;
  /** Ends the worker; the next `push` starts another. */
  close(): void;
}
