// axe-core: what assistive technology would stumble over.

import { readFileSync } from "node:fs";
import { npm } from "./npm.mjs";

const source = readFileSync(npm.resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.2 AA with contrast and the size of targets, and what is good practice. */
const RULES = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true }, "color-contrast": { enabled: true } },
};

/** The same with the contrast of AAA, which is all of AA's and more. */
export const AAA = { ...RULES, rules: { ...RULES.rules, "color-contrast": { enabled: false }, "color-contrast-enhanced": { enabled: true } } };

/** Returns what axe finds in a window, with everything that opens open: a line for each rule and element. */
export async function complaints(window, options = RULES) {
  if (!await window.run(() => "axe" in globalThis)) await window.run(source);
  return window.run(async (asked) => {
    const closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach((one) => { one.open = true; });
    // What sticks to the edge covers something at every moment; scrolling uncovers it.
    const sticky = [...document.querySelectorAll("body *")].filter((one) => getComputedStyle(one).position === "sticky");
    sticky.forEach((one) => { one.style.position = "static"; });
    const { violations, incomplete } = await globalThis.axe.run(document, { ...asked, resultTypes: ["violations", "incomplete"] });
    closed.forEach((one) => { one.open = false; });
    sticky.forEach((one) => { one.style.position = ""; });
    // Contrast that axe cannot measure (single characters, drawings, what the bar covers while the page scrolls) is
    // measured from the tokens; what else it is unsure of counts.
    const unsure = incomplete.filter(({ id }) => !id.startsWith("color-contrast"));
    return [...violations, ...unsure].flatMap(({ id, nodes }) => (
      nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`)
    ));
  }, options);
}

/** Returns what axe finds of contrast alone: `color-contrast` is AA, `color-contrast-enhanced` is AAA. */
export const contrast = (window, rule = "color-contrast") => complaints(window, { runOnly: { type: "rule", values: [rule] } });
