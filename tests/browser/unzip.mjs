// Reads a zip file as any other program would: by its central directory.

import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;
/** In the flags: the name is in UTF-8. */
const UTF8 = 1 << 11;

/** Returns the files of a zip by name. */
export function unzip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from(Uint32Array.of(END).buffer));
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error(`no entry at ${at}`);
    const flags = bytes.readUInt16LE(at + 8);
    const packed = bytes.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const called = bytes.subarray(at + 46, at + 46 + name);
    if (called.some((byte) => byte > 127) && !(flags & UTF8)) throw new Error("a name in an unknown encoding");
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    files.set(called.toString(), bytes.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(content) : content);
    at += 46 + name + extra + comment;
  }
  return files;
}
