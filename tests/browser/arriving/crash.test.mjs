// When the program crashes, the page shows a message, preserves what was typed, and offers a reload.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before } from "node:test";
import { startBrowser, test } from "../support/engines.mjs";
import { dist, opened } from "../support/page.mjs";
import { filesOf } from "../support/server.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

const files = filesOf(dist);

/** The error that a program as a script throws for a trap, given to the page's tests. */
async function withTrap(name) {
  const content = await files(name);
  if (!name.startsWith("fallback-")) return content;
  const trap = /function (\w+)\(\)\{throw new WebAssembly\.RuntimeError\("unreachable"\)\}/;
  const script = content.toString();
  assert.match(script, trap);
  return script.replace(trap, "$&window.trap=$1;");
}

/** Runs in the page before its own scripts. No crash of the program itself is known. */
const FIRST = `
addEventListener("break-tap", () => breakOff());
addEventListener("break-draw", () => Promise.resolve().then(breakOff));
addEventListener("break-other", () => { throw new Error("an extension's"); });
window.heard = [];
addEventListener("error", ({ message }) => { heard.push(message); });
`;

/** The two kinds of program: the name, the files, and what crashes. */
const PROGRAMS = [
  // A module of one function that traps replaces the program.
  ["the program", files, `
    const broken = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 97, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
    const breakOff = () => new WebAssembly.Instance(new WebAssembly.Module(broken)).exports.a();`],
  ["the program as a script", withTrap, "delete window.WebAssembly; const breakOff = () => window.trap();"],
];

for (const [program, read, first] of PROGRAMS) {
  for (const [where, event] of [["while it answers a tap", "break-tap"], ["while it draws", "break-draw"]]) {
    test(`where ${program} crashes ${where} the page shows a message, and a refresh restores what was typed`, async (t) => {
      const page = await opened(t, browser, "?c=premium", { read, first: first + FIRST });
      const { window } = page;
      await page.isReady();
      await page.fill("monthly-wage-input", "5432.1");
      await page.reads("amount", /元/);
      await window.run((name) => window.dispatchEvent(new Event(name)), event);
      const box = await window.find(".broken");
      assert.match(await box.text(), /出错了，不是您填得不对.*12333/s);
      const report = await window.run(() => document.querySelector(".report").textContent);
      assert.match(report, /^app-[0-9a-f]+_bg\.wasm\npremium\n/);
      assert.ok(!/5432/.test(report), report);
      await window.run(() => document.addEventListener("copy", () => { window.copied = getSelection().toString(); }));
      await (await window.find(".broken summary")).click();
      const copy = await window.find(".broken .secondary");
      await copy.click();
      assert.equal(await copy.text(), "已复制");
      assert.equal(await window.run(() => window.copied), report, "not the report");
      await page.fitsWidth();
      await page.screenshot("broken");
      await (await window.find(".broken button")).click();
      await page.reads("amount", /元/);
      assert.equal(await page.value("monthly-wage-input"), "5432.1");
      assert.equal(await window.run(() => document.querySelector(".broken")), null);
    });
  }

  test(`where the browser copies nothing, the report of ${program} is selected`, async (t) => {
    const page = await opened(t, browser, "?c=premium", { read, first: first + FIRST });
    const { window } = page;
    await page.isReady();
    await window.run(() => {
      document.execCommand = () => false;
      window.dispatchEvent(new Event("break-tap"));
    });
    await (await window.find(".broken summary")).click();
    const copy = await window.find(".broken .secondary");
    await copy.click();
    assert.match(await copy.text(), /^已选中/);
    const [selected, report] = await window.run(() => [getSelection().toString(), document.querySelector(".report").textContent]);
    assert.equal(selected, report);
  });

  test(`another script's error is not an error of ${program}`, async (t) => {
    const page = await opened(t, browser, "?c=premium", { read, first: first + FIRST });
    const { window } = page;
    await page.isReady();
    await window.run(() => window.dispatchEvent(new Event("break-other")));
    const heard = await window.run(() => window.heard);
    assert.equal(heard.length, 1, heard.join("\n"));
    assert.match(heard[0], /an extension's/);
    assert.equal(await window.run(() => document.querySelector(".broken")), null);
  });
}

test("each wasm of the page has its own name, which is in the stack of a trap", async () => {
  const name = async (ending) => {
    const [file] = readdirSync(dist).filter((found) => found.endsWith(ending));
    const module = await WebAssembly.compile(readFileSync(new URL(file, dist)));
    const [section] = WebAssembly.Module.customSections(module, "name");
    // The part 0, its length, the length of the name, the name; nothing else is in the section.
    const [part, , length, ...rest] = new Uint8Array(section);
    assert.deepEqual([part, length], [0, rest.length], file);
    return new TextDecoder().decode(Uint8Array.from(rest));
  };
  assert.deepEqual([await name("_bg.wasm"), await name("_chunk.wasm")], ["app", "app-chunk"]);
});
