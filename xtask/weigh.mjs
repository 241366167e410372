// Prints the bytes of a file: as it is, in gzip, in brotli.
import { readFileSync } from "node:fs";
import { brotli, gzip } from "./compress.mjs";

const bytes = readFileSync(process.argv[2]);
console.log(bytes.length, gzip(bytes).length, brotli(bytes).length);
