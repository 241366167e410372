// Prints the bytes of a file: as it is, in gzip, in brotli.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const bytes = readFileSync(process.argv[2]);
const gzip = gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION });
const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
console.log(bytes.length, gzip.length, brotli.length);
