// Where a privacy setting scrambles what a page reads of a canvas, no picture with a false code is shown: instead a
// drawing of the code, which no setting touches, and a sentence with instructions.

import assert from "node:assert/strict";
import { test } from "../support/engines.mjs";
import { DESKTOP, PHONE, calculator } from "../support/page.mjs";
import { read } from "../support/qr.mjs";

const visit = calculator();

/** Fills a canvas with noise before it is read. */
const NOISE = `
  const noise = (canvas) => {
    const pen = canvas.getContext("2d");
    const image = new ImageData(canvas.width, canvas.height);
    for (let at = 0; at < image.data.length; at += 1) image.data[at] = at % 4 === 3 ? 255 : Math.random() * 256;
    pen.putImageData(image, 0, 0);
  };`;

const SETTINGS = {
  "scrambles pictures of a canvas": `${NOISE}
    for (const name of ["toDataURL", "toBlob"]) {
      const made = HTMLCanvasElement.prototype[name];
      HTMLCanvasElement.prototype[name] = function scrambled(...words) { noise(this); return made.apply(this, words); };
    }`,
  "scrambles all that is read of a canvas": `${NOISE}
    for (const name of ["toDataURL", "toBlob"]) {
      const made = HTMLCanvasElement.prototype[name];
      HTMLCanvasElement.prototype[name] = function scrambled(...words) { noise(this); return made.apply(this, words); };
    }
    CanvasRenderingContext2D.prototype.getImageData = function scrambled(left, top, width, height) {
      const image = new ImageData(width, height);
      for (let at = 0; at < image.data.length; at += 1) image.data[at] = Math.random() * 256;
      return image;
    };`,
  "shows a white canvas": `
    HTMLCanvasElement.prototype.toDataURL = function white() {
      const other = document.createElement("canvas");
      [other.width, other.height] = [this.width, this.height];
      return other.toBlob ? (other.getContext("2d").fillStyle = "#fff", other.getContext("2d").fillRect(0, 0, other.width, other.height), plain.call(other)) : "data:,";
    };`,
  "gives no picture": 'HTMLCanvasElement.prototype.toDataURL = () => "data:,";',
  "forbids it": 'HTMLCanvasElement.prototype.toDataURL = () => { throw new DOMException("insecure", "SecurityError"); };',
};

const PLAIN = "const plain = HTMLCanvasElement.prototype.toDataURL;";

/** Reads the drawn code as a camera does: its modules as grey values. */
const photographed = (page) => page.window.run(() => {
  const drawing = document.querySelector("[data-test=poster-svg]");
  const side = drawing.viewBox.baseVal.width;
  const dark = new Set(drawing.querySelector("path").getAttribute("d").match(/\d+ \d+(?=h1v1)/g));
  return { side, dark: [...dark], width: drawing.clientWidth, paper: getComputedStyle(drawing).backgroundColor, ink: getComputedStyle(drawing).fill };
});

for (const [what, first] of Object.entries(SETTINGS)) {
  for (const scheme of ["light", "dark"]) {
    test(`where a setting ${what} a code to photograph is shown on a ${scheme} screen`, () => visit({ ...PHONE, scheme, first: PLAIN + first }, async (page) => {
      await page.open("?c=refund");
      await page.click("applicant-enterprise");
      await page.click("poster-make");
      await page.reads("poster-problem", /截图.*换一个浏览器/);
      await page.expectHidden("poster-image");
      const { side, dark, width, paper, ink } = await photographed(page);
      assert.deepEqual([paper, ink], ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
      const scale = 8;
      const grey = { width: side * scale, height: side * scale, bytes: Buffer.alloc((side * scale) ** 2, 255) };
      for (const place of dark) {
        const [column, row] = place.split(" ").map(Number);
        for (let down = 0; down < scale; down += 1) {
          const from = ((row * scale) + down) * grey.width + column * scale;
          grey.bytes.fill(0, from, from + scale);
        }
      }
      assert.equal(read(grey).text.split("?")[0], page.url);
      assert.ok(width >= 240, `${width} px`);
      await page.fitsWidth();
    }));
  }
}

test("the last bits of a colour may differ, as some settings let them", () => visit({ ...DESKTOP, first: `
  const plain = HTMLCanvasElement.prototype.toDataURL;
  HTMLCanvasElement.prototype.toDataURL = function farbled(...words) {
    const pen = this.getContext("2d");
    const image = pen.getImageData(0, 0, this.width, this.height);
    for (let at = 0; at < image.data.length; at += 1) image.data[at] ^= at % 4 === 3 ? 0 : Math.round(Math.random());
    pen.putImageData(image, 0, 0);
    return plain.apply(this, words);
  };` }, async (page) => {
  await page.open("?c=refund");
  await page.click("applicant-enterprise");
  await page.click("poster-make");
  assert.match(await page.attribute("poster-image", "src"), /^data:image\/png/);
}));
