// The worker of `batch.js`.

import { serving } from "./serve.js";

const serve = serving((message, moved) => globalThis.postMessage(message, moved));
globalThis.addEventListener("message", ({ data }) => serve(data));
