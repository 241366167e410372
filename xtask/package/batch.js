// Tables in a worker of a browser.

import { batches } from "./batches.js";

// In these very words bundlers find the worker, and take it along.
const open = () => new Worker(new URL("./batch-worker.js", import.meta.url), { type: "module" });

export const { Batch, assessTable } = batches(open);
