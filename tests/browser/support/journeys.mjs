// Which tests run in which engine. In Chromium all do. In Firefox and WebKit `cargo xtask test` runs the journeys below,
// and `cargo xtask test all` the others too: what an engine does in its own way is touched once, and what is the same
// everywhere is tested in Chromium.

import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { isAll } from "../../tier.mjs";

/** The engine of this run, by its name. */
export const ENGINE = process.env.WENGANG_ENGINE ?? "chromium";

/** What only WebKit has: its other tests compile wasm in the foreground. */
const IN_BACKGROUND = [
  "the page opens from a sub-path of a strict host at 360×740", "the page loads each file once",
  "a visit ends in the amount of R01", "a visit ends in the amount of S09",
].map((title) => `${title}, compiled in the background`);

/** The titles of the journeys, by the files of `tests/browser`. */
export const JOURNEYS = {
  // Loading: scripts, wasm and its replacement, what is painted before the program runs, crashes.
  "arriving/visit.test.mjs": [
    "the page opens from a sub-path of a strict host at 360×740",
    "the page loads each file once",
    ...ENGINE === "webkit" ? IN_BACKGROUND : [],
  ],
  "arriving/boot.test.mjs": [
    "where the browser has no WebAssembly the program as a script gives the same answer",
  ],
  "arriving/prerender.test.mjs": ["a tap before the calculator runs is not lost"],
  "arriving/crash.test.mjs": ["where the program crashes while it answers a tap the page shows a message, and a refresh restores what was typed"],
  "arriving/links.test.mjs": ["a link has no number unless the user ticks it, and opens the same answer"],
  // Typing and answers: keys, focus, names for assistive technology, an input method, clocks, the history.
  "answering/access.test.mjs": [
    "a whole case goes by the keyboard alone, and one always sees where one is",
  ],
  "answering/typing.test.mjs": [
    "an input method composes in peace",
    "a key that comes between what was read and its drawing stays in the box",
  ],
  "answering/refresh.test.mjs": ["a refresh preserves every answer, back and forward too, and the address holds none"],
  "answering/today.test.mjs": ["today is Beijing's day on a device in America/New_York"],
  "answering/screens.test.mjs": ["refund-largest looks right on a phone and on a desk"],
  "answering/accessible.test.mjs": [
    "in the reader's own colours buttons and boxes have edges, and the selection is visible",
  ],
  // Files and paper: the printer, canvases, the clipboard.
  "taking-along/print.test.mjs": [
    "R01 prints whole on one or two sheets",
    "paper is white and ink is black, independent of the screen",
  ],
  "taking-along/poster.test.mjs": ["a poster of an answer is an image whose code is its link at 360×740"],
  // Frames of another site: processes, sandboxes, messages, heights.
  "embedding/page.test.mjs": [
    "a script in the body brings the calculator, and a calculation ends in it",
    "the frame's height follows the content up and down, without oscillating",
    "in a sandbox with allow-scripts alone a calculation ends, and going through the page breaks nothing",
  ],
  "embedding/messages.test.mjs": ["the page listens to its frame alone"],
  // WebKit keeps no state of the history in a frame.
  "embedding/memory.test.mjs": ["a tag that is taken out and put in again has its answers, and the next page none"],
  // Service workers and caches.
  "offline-and-update/offline.test.mjs": ["without a network the page opens, computes, shows the guide and comes back with what was typed"],
  "offline-and-update/update.test.mjs": ["a newer version is offered, and a refresh preserves what was typed"],
  "elder/questions.test.mjs": ["a refund is answered one question at a time, with the same answer as the form"],
  // Files and workers of the page for lists.
  "lists/journey.test.mjs": ["a list goes from drop to download, as the native command writes it"],
  "hostile/privacy.test.mjs": ["what is typed is in no address, attribute, store, console or request"],
  "workbench/notice.test.mjs": ["a case is tried by the edited law beside the law as it was"],
  "support/engines.test.mjs": ["no test is skipped but by the table"],
};

/** Whether all tests run, and not the journeys alone. */
export const isWhole = ENGINE === "chromium" || isAll;

const folder = fileURLToPath(new URL("../", import.meta.url));

/** Returns the titles of a file's journeys. */
export const journeysOf = (path) => JOURNEYS[relative(folder, path)] ?? [];
