// The worker's side of `batches.js`: a table a message.

import { Batch, usePack } from "./inline.js";

/** Returns what to do with a message; `send` takes the reply, and what of it moves over instead of being copied. */
export function serving(send) {
  let batch;
  return ({ head, rows }) => {
    try {
      if (head) {
        for (const pack of head.packs) usePack(pack);
        batch = new Batch(head.calculator, head.options);
      }
      const { id, ...answer } = batch.push(rows);
      send({ answer }, Object.values(answer).filter(ArrayBuffer.isView).map(({ buffer }) => buffer));
    } catch ({ name, code, field, message }) {
      send({ error: { name, code, field, message } });
    }
  };
}
