// Reads QR codes as an independent decoder does, from pixels that the browser decoded.

import assert from "node:assert/strict";
import { npm } from "./npm.mjs";

const jsQR = npm("jsqr");

/**
 * Returns the pixels of an image (an address that the page may load) as bytes of grey, drawn `width` pixels wide (its own
 * width if none is given), and through a JPEG of that quality where one is given.
 */
export async function grey(page, address, { width, quality } = {}) {
  const { size, base64 } = await page.window.run(async (source, wide, jpeg) => {
    const load = (from) => new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = () => resolve(image);
      image.onerror = reject;
      image.src = from;
    });
    const draw = (image, w) => {
      const canvas = document.createElement("canvas");
      canvas.width = w;
      canvas.height = Math.round((image.naturalHeight * w) / image.naturalWidth);
      const pen = canvas.getContext("2d");
      pen.imageSmoothingQuality = "high";
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      return canvas;
    };
    const whole = await load(source);
    let canvas = draw(whole, wide ?? whole.naturalWidth);
    if (jpeg) {
      const small = await load(canvas.toDataURL("image/jpeg", jpeg / 100));
      canvas = draw(small, small.naturalWidth);
    }
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let signs = "";
    for (let at = 0; at < data.length; at += 4) {
      signs += String.fromCharCode(Math.round((data[at] + data[at + 1] + data[at + 2]) / 3));
    }
    return { size: [canvas.width, canvas.height], base64: btoa(signs) };
  }, address, width ?? null, quality ?? null);
  return { width: size[0], height: size[1], bytes: Buffer.from(base64, "base64") };
}

/** Returns the text of the code in an image, its edges and its modules; fails where none is found. */
export function read({ width, height, bytes }) {
  const pixels = new Uint8ClampedArray(bytes.length * 4);
  bytes.forEach((value, at) => pixels.set([value, value, value, 255], at * 4));
  const found = jsQR(pixels, width, height, { inversionAttempts: "dontInvert" });
  assert.ok(found, "no code was found");
  const { topLeftCorner, topRightCorner, bottomLeftCorner } = found.location;
  const modules = 17 + 4 * found.version;
  return {
    text: found.data,
    left: topLeftCorner.x,
    top: topLeftCorner.y,
    side: Math.min(topRightCorner.x - topLeftCorner.x, bottomLeftCorner.y - topLeftCorner.y),
    modules,
  };
}

/** Asserts that everything within four modules of a code is white. */
export function hasQuietZone({ width, bytes }, { left, top, side, modules }) {
  const module = side / modules;
  const [near, far] = [0.5 * module, 3.9 * module];
  for (let away = near; away <= far; away += module / 2) {
    for (let along = -away; along <= side + away; along += module / 2) {
      for (const [x, y] of [
        [left + along, top - away], [left + along, top + side + away],
        [left - away, top + along], [left + side + away, top + along],
      ]) {
        const value = bytes[Math.round(y) * width + Math.round(x)];
        assert.ok(value > 250, `${value} at ${Math.round(x)},${Math.round(y)}, ${away / module} modules from the code`);
      }
    }
  }
}
