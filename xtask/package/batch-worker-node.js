// The thread of `batch-node.js`.

import { parentPort } from "node:worker_threads";
import { serving } from "./serve.js";

parentPort.on("message", serving((message, moved) => parentPort.postMessage(message, moved)));
