// Nothing is lost: drafts are saved, gone on with, and kept in a file that the officer chooses; the browser asks before an
// unsaved one is left.

import assert from "node:assert/strict";
import { pack } from "../../packs.mjs";
import { test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { choose } from "../support/office.mjs";
import { NOTICE, begins, workbench } from "../support/workbench.mjs";

const bench = workbench();

/** Whether the browser would ask before the tab is left. */
const asks = (page) => page.window.run(() => {
  const event = new Event("beforeunload", { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
});

/** Puts files into a box for files; of one in a folder the name has its path, as the browser gives it. */
const opens = (page, box, files) => page.window.run((css, contents) => {
  const input = document.querySelector(css);
  const transfer = new DataTransfer();
  for (const [path, base64] of contents) {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    transfer.items.add(new File([bytes], path.split("/").at(-1)));
  }
  input.files = transfer.files;
  [...input.files].forEach((file, place) => {
    if (contents[place][0].includes("/")) Object.defineProperty(file, "webkitRelativePath", { value: contents[place][0] });
  });
  input.dispatchEvent(new Event("change", { bubbles: true }));
}, `[data-test="${box}"]`, files.map(([path, content]) => [path, Buffer.from(content).toString("base64")]));

/** Gives the browser a dialog in which a file is chosen at once; what is written into it is collected. */
const chooses = (page) => page.window.run(() => {
  window.written = [];
  window.isFull = false;
  window.showSaveFilePicker = async () => ({
    async createWritable() {
      if (window.isFull) throw new DOMException("full", "QuotaExceededError");
      const parts = [];
      return { write: async (bytes) => { parts.push(bytes.slice()); }, close: async () => { window.written.push(parts); } };
    },
  });
});

test("a draft is saved as an archive, and gone on with at the figure where it was left", async (t) => {
  const page = await bench(t);
  assert.equal(await asks(page), false);
  await begins(page);
  assert.equal(await asks(page), true);
  const first = await page.current();
  await page.takes();
  await eventually(async () => assert.notEqual(await page.current(), first));
  const next = await page.current();
  const progress = await page.text("tab-walk");
  const archive = await page.saves("save", "workbench.zip");
  await page.reads("said", /草稿存进了下载文件夹/);
  assert.equal(await asks(page), false);
  assert.equal(archive.subarray(0, 2).toString(), "PK");

  await page.reload();
  await opens(page, "open-archive", [["workbench.zip", archive]]);
  await page.reads("said", /^打开了 \d+ 个文件$/);
  await page.does("tab-walk");
  await page.reads("tab-walk", progress);
  await page.reads("current", next);
});

test("a reload loses nothing: figures, the notice, both names, the case that is tried, the screen", async (t) => {
  const page = await bench(t);
  await begins(page);
  await page.takes();
  await page.does("tab-check");
  await page.writes("signed-by", "张三");
  await page.writes("reviewed-by", "李四");
  await choose(page, "measure", "premium");
  await page.writes("fact-monthlyWage", "3000");
  const progress = await page.text("tab-walk");
  await page.window.run(() => { window.workbench.askBeforeLeaving(false); });
  await eventually(async () => {
    await page.reload();
    assert.equal(await page.value("fact-monthlyWage"), "3000");
  });
  await page.reads("tab-walk", progress);
  const canKeep = await page.window.run(() => "showSaveFilePicker" in window);
  await page.reads("said", `接着刷新以前的做；${canKeep ? "选过“自动存到…”的，请再选一次；" : ""}要从头开始，关掉这个标签页再打开`);
  // There is nothing to undo yet: one step would take all of the work back.
  await page.does("undo");
  await page.reads("said", "没有可以撤销的了");
  await page.reads("tab-walk", progress);
  assert.deepEqual([await page.value("signed-by"), await page.value("reviewed-by")], ["张三", "李四"]);
  await page.does("tab-notice");
  assert.equal(await page.value("notice"), NOTICE.trim());
  // It asks before the tab is closed, and nothing lies in the browser's stores.
  assert.equal(await asks(page), true);
  assert.equal(await page.window.run(async () => localStorage.length + sessionStorage.length + (await indexedDB.databases()).length), 0);
});

test("a pack is opened to be compared with the files, and a damaged one is refused", async (t) => {
  const page = await bench(t);
  await begins(page);
  const archive = await page.saves("save", "workbench.zip");
  await page.does("tab-check");
  await page.reads("verdict", /处要改/);
  await page.does("undo");
  await opens(page, "open-archive", [["hebei-2027.pack", pack("2027")]]);
  await page.reads("said", /^河北省的政策包（校验值 [0-9a-f]{12}）和这里的政策文件不一样/);
  await page.does("tab-check");
  await page.reads("answer", /打开的政策包：/);
  await page.does("tab-changes");
  await page.does("put-pack-away");
  await page.does("tab-check");
  await page.reads("answer", /原来的政策：/);
  await opens(page, "open-archive", [["hebei-2027.pack", pack("2027").subarray(0, 1000)]]);
  await page.reads("said", /^这个政策包读不了，或者没有传完整/);
  await opens(page, "open-archive", [["workbench.zip", archive]]);
  await page.reads("said", /^打开了 \d+ 个文件$/);
});

test("the file that the officer chooses has the draft after each edit, and a full disk is told", async (t) => {
  const page = await bench(t);
  await chooses(page);
  await page.pastes("石家庄市人力资源和社会保障局");
  await page.does("keep");
  await page.reads("said", "以后每次改动都自动存进这个文件");
  const written = () => page.window.run(() => window.written.length);
  const before = await written();
  await begins(page);
  await eventually(async () => assert.ok(await written() > before));
  await eventually(async () => assert.equal(await asks(page), false));
  await page.window.run(() => { window.isFull = true; });
  await page.takes();
  await page.reads("said", "草稿没有存进文件，请用“存草稿”");
  assert.equal(await asks(page), true);
});

test("a folder of files is opened in place of the law that is built in", async (t) => {
  const page = await bench(t);
  await page.does("tab-texts");
  const text = await page.window.run(() => document.querySelector("[data-test=text]").text);
  const name = await page.value("file");
  await opens(page, "open-folder", [[`policies/${name}`, text.replace("\n[[round]]", "\n[[raund]]")]]);
  await page.reads("said", "打开了 1 个文件");
  await page.reads("faults", /raund/);
  await page.does("undo");
  await page.reads("text-right", "没有。");
});

test("what is no law and no archive is refused in a sentence, and nothing is lost", async (t) => {
  const page = await bench(t);
  await begins(page);
  const title = await page.current();
  await opens(page, "open-archive", [["通知.zip", "没有压缩"]]);
  await eventually(async () => assert.equal(await page.attribute("said", "data-wrong"), "true"));
  assert.match(await page.text("said"), /压缩包/);
  await page.reads("current", title);
});
