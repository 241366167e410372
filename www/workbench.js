// Starts the workbench (the two files that the links in <head> name), and does for it what only a script can.

import { keepHere, loadProgram, scriptUrls } from "./load-program.js";
import "./workbench/editor.js";

const root = document.documentElement;

/** The file that the officer chose for the draft, where the browser can write into one. */
let draftFile = null;

/** Whether the browser asks before the tab is left. */
let isDirty = false;

addEventListener("beforeunload", (event) => {
  if (!isDirty) return;
  event.preventDefault();
  // What older browsers ask for.
  event.returnValue = "";
});

/** What the program calls (workbench/src/page/host.rs). */
globalThis.workbench = {
  ready() {
    root.dataset.state = "ready";
  },

  /** The day in China, as 2027-03-15. */
  today() {
    return new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
  },

  pause(ms) {
    return new Promise((resolve) => { setTimeout(resolve, ms); });
  },

  /** Reads the files chosen in a box; it can be chosen in again. */
  async read(input) {
    const files = [];
    for (const file of input.files) {
      files.push([file.webkitRelativePath || file.name, new Uint8Array(await new Response(file).arrayBuffer())]);
    }
    input.value = "";
    return files;
  },

  download(name, bytes) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
    link.download = name;
    link.click();
  },

  canKeep() {
    return "showSaveFilePicker" in globalThis;
  },

  keeps() {
    return draftFile !== null;
  },

  async choose(name) {
    try {
      draftFile = await globalThis.showSaveFilePicker({ suggestedName: name });
    } catch {
      // Whoever closes the dialog keeps what was chosen before.
    }
    return draftFile !== null;
  },

  async keep(bytes) {
    try {
      const stream = await draftFile.createWritable();
      await stream.write(bytes);
      await stream.close();
      return true;
    } catch {
      return false;
    }
  },

  /** Keeps the draft in this entry of the tab's history: nothing is stored, and a reload has it. */
  remember(tab, draft) {
    try {
      history.replaceState({ tab, draft }, "");
    } catch {
      // Too much for this browser: it asks before the tab is left.
    }
  },

  remembered() {
    const { tab, draft } = history.state ?? {};
    return draft ? [tab, draft] : null;
  },

  askBeforeLeaving(does) {
    isDirty = does;
  },

  print() {
    globalThis.print();
  },

  focus(id) {
    if (document.activeElement?.closest("header, nav")) return;
    document.getElementById(id)?.focus();
  },

  /** Scrolls an element into the middle of the box that scrolls it; the page stays where it is. */
  reveal(id) {
    const element = document.getElementById(id);
    if (!element) return;
    const box = element.closest(".side");
    box.scrollTop += element.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2;
  },

  /** Brings a line of the editor into view. */
  showLine(editor, line) {
    editor.show(line);
  },
};

loadProgram().then((start) => {
  document.getElementById("workbench").textContent = "";
  return start();
}).then(() => keepHere(scriptUrls())).catch(() => {
  const place = document.getElementById("workbench");
  place.textContent = "政策工作台没有打开：请刷新再试，或换一个新一些的浏览器（Chrome、Edge、Firefox）。";
  root.dataset.state = "failed";
});
