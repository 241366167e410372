// Writes FILE.gz and FILE.br for each file, where they are smaller.
import { readFileSync, writeFileSync } from "node:fs";
import { brotli, gzip } from "./compress.mjs";

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  for (const [ending, compress] of [["gz", gzip], ["br", brotli]]) {
    const packed = compress(bytes);
    if (packed.length < bytes.length) writeFileSync(`${file}.${ending}`, packed);
  }
}
