// UTF-8 for hosts without it: mini-programs, and the simulated pages of Jest.

class OwnEncoder {
  encode(text) {
    const bytes = [];
    for (const letter of text) {
      const code = letter.codePointAt(0);
      if (code < 0x80) bytes.push(code);
      else if (code < 0x800) bytes.push(0xC0 | code >> 6, 0x80 | code & 63);
      // Half of a pair: what every encoder writes for it.
      else if (code >= 0xD800 && code < 0xE000) bytes.push(0xEF, 0xBF, 0xBD);
      else if (code < 0x10000) bytes.push(0xE0 | code >> 12, 0x80 | code >> 6 & 63, 0x80 | code & 63);
      else bytes.push(0xF0 | code >> 18, 0x80 | code >> 12 & 63, 0x80 | code >> 6 & 63, 0x80 | code & 63);
    }
    return Uint8Array.from(bytes);
  }
}

/** Reads what the program writes, which is always sound. */
class OwnDecoder {
  decode(bytes = []) {
    let text = "";
    for (let i = 0; i < bytes.length;) {
      const first = bytes[i];
      const more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
      let code = more === 0 ? first : first & (63 >> more);
      for (const end = i + more; i < end;) code = code << 6 | bytes[i += 1] & 63;
      i += 1;
      text += String.fromCodePoint(code);
    }
    return text;
  }
}

const host = typeof globalThis === "object" ? globalThis : {};
export const TextEncoder = host.TextEncoder || OwnEncoder;
export const TextDecoder = host.TextDecoder || OwnDecoder;
