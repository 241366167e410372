// Without a mouse: keys, where the focus is, and going there.

import assert from "node:assert/strict";
import { eventually } from "./eventually.mjs";

export const KEYS = { tab: "\uE004", shift: "\uE008", enter: "\uE007", space: " ", down: "\uE015", control: "\uE009", home: "\uE011" };

/** Returns the hook of what has the focus, and whether one sees that it has it. */
export const focused = (page) => page.window.run(() => {
  const element = document.activeElement;
  const ring = element.closest(".box, .mark, .file") ?? element;
  const isSeen = [element, ring, element.nextElementSibling]
    .filter(Boolean)
    .map((one) => getComputedStyle(one))
    .some(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
  const { top, bottom } = element.getBoundingClientRect();
  return { hook: element.dataset.test ?? (element.className || element.outerHTML.slice(0, 60)), isSeen, isInView: bottom > 0 && top < innerHeight };
});

/** Goes on with Tab until the focus is on the element of that hook. */
export async function tabTo(page, hook, { most = 80, back = false } = {}) {
  for (let step = 0; step < most; step += 1) {
    await page.window.press(KEYS.tab, back ? KEYS.shift : undefined);
    const { hook: now, isSeen } = await focused(page);
    assert.ok(isSeen, `one does not see the focus on ${now}`);
    // Not every engine scrolls before it answers.
    await eventually(async () => assert.ok((await focused(page)).isInView, `${now} has the focus off the screen`));
    if (now === hook) return;
  }
  assert.fail(`Tab does not reach ${hook}`);
}
