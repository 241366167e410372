// The two compressions that browsers read, at their best.
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export const gzip = (bytes) => gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION });
export const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
