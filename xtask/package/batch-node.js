// Tables in a thread of Node.

import { Worker } from "node:worker_threads";
import { batches } from "./batches.js";

// Without the flags of the process: some are for the file that it was started with, and Node refuses them in a thread.
const open = () => new Worker(new URL("./batch-worker-node.js", import.meta.url), { execArgv: [] });

export const { Batch, assessTable } = batches(open);
