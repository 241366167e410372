// Without a mouse and without sight: the keyboard, live regions, the accessibility tree.

import assert from "node:assert/strict";
import { requestOf } from "../support/cases.mjs";
import { needing, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { typeRefund } from "../support/forms.mjs";
import { KEYS, focused, tabTo } from "../support/keyboard.mjs";
import { DESKTOP, PHONE, calculator } from "../support/page.mjs";

const visit = calculator();
const request = requestOf("R01");

test("a whole case goes by the keyboard alone, and one always sees where one is", () => visit(DESKTOP, async (page) => {
  await page.window.press(KEYS.tab);
  assert.equal((await focused(page)).hook, "skip");
  await tabTo(page, "task-refund");
  await page.window.press(KEYS.enter);
  await page.reads("verdict", /./);
  // The day, and who one is, are opened to be changed: the day has the focus then.
  await tabTo(page, "basis-change");
  await page.window.press(KEYS.enter);
  await eventually(async () => assert.equal((await focused(page)).hook, "as-of-input"));
  await page.window.type(request.asOf);
  await tabTo(page, "applicant-enterprise");
  // One stop a question: arrows go from answer to answer.
  await tabTo(page, "size-large");
  await page.window.press(KEYS.down);
  assert.equal((await focused(page)).hook, "size-not-large");
  await tabTo(page, "average-insured-input");
  await page.window.type(String(request.facts.averageInsured));
  await tabTo(page, "benefit-drawers-input");
  await page.window.type(String(request.facts.benefitDrawers));
  await tabTo(page, "fully-paid-months-input");
  await page.window.type(String(request.facts.fullyPaidMonths));
  await tabTo(page, "premium-paid-input");
  await page.window.type(request.facts.premiumPaid);
  await tabTo(page, "credit-listings-none");
  await page.window.press(KEYS.space);
  await page.reads("amount", /1,815\.08 元$/);
  // And on to the end of the page: nothing holds the focus back.
  await tabTo(page, "foot-hotline");
}));

test("errors are in one list that leads to each box", () => visit(PHONE, async (page) => {
  await typeRefund(page, request);
  await page.expectHidden("wrong");
  await page.fill("premium-paid-input", "一千");
  await page.fill("as-of-input", "昨天");
  await page.reads("wrong", /^有 2 处要改/);
  await page.screenshot("refund-wrong");
  await page.fitsWidth();
  await page.isAccessible();
  for (const [index, hook] of ["as-of", "premium-paid"].entries()) {
    const sentence = await page.text(`${hook}-message`);
    assert.ok((await page.text("wrong")).includes(sentence), sentence);
    await page.click(`wrong-${index}`);
    assert.equal((await focused(page)).hook, `${hook}-input`);
  }
  await page.fill("as-of-input", request.asOf);
  await page.fill("premium-paid-input", request.facts.premiumPaid);
  await page.expectHidden("wrong");
  await page.reads("amount", /1,815\.08 元$/);
}));

test("an answer that changes is announced once", () => visit(PHONE, async (page) => {
  await typeRefund(page, request);
  await page.window.run(() => {
    window.said = [];
    for (const region of document.querySelectorAll("[role=status], [role=alert], [aria-live]")) {
      new MutationObserver(() => window.said.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
  await page.click("size-large");
  await page.reads("amount", /907\.54 元$/);
  const said = await page.window.run(() => window.said);
  assert.equal(said.length, 1, said.join(" | "));
  assert.match(said[0], /可以申请.*九百零七元五角四分/);
  // What leaves the answer as it is says nothing.
  await page.click("labour-dispatch-no");
  assert.equal((await page.window.run(() => window.said)).length, 1);
}));

test("every control has a name and a role", () => visit(PHONE, async (page) => {
  await typeRefund(page, request);
  await page.reads("amount", /1,815\.08 元$/);
  const controls = await page.window.elements(() => (
    [...document.querySelectorAll("a[href], button, input, summary")].filter((one) => one.checkVisibility({ visibilityProperty: true }))
  ));
  assert.ok(controls.length > 40, controls.length);
  const roles = new Set();
  for (const control of controls) {
    const { role, name } = await control.spoken();
    const tag = await control.property("tagName");
    // What opens a part has no role that a page could give it: not every engine has a word for it.
    assert.ok(name && (role || tag === "SUMMARY"), `${tag} ${role} “${name}” ${await control.attribute("data-test")}`);
    roles.add(role);
  }
  for (const role of ["link", "button", "radio", "checkbox", "textbox"]) assert.ok(roles.has(role), `${role} is not among ${[...roles].join()}`);
}));

/** Returns the accessibility tree, one line per element: its role and name. */
async function outline(page) {
  const nodes = await page.window.tree();
  const shown = [
    "banner", "button", "checkbox", "contentinfo", "group", "heading", "link", "main", "radio", "radiogroup", "region",
    "status", "textbox", "combobox", "DisclosureTriangle", "table", "image",
  ];
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const walk = (node) => [node, ...(node.childIds ?? []).flatMap((id) => (byId.has(id) ? walk(byId.get(id)) : []))];
  return walk(nodes.find(({ parentId }) => parentId === undefined))
    .filter(({ ignored, role }) => !ignored && shown.includes(role?.value))
    .map(({ role, name, properties = [] }) => {
      const value = (key) => properties.find((property) => property.name === key)?.value?.value;
      const marks = [value("level"), value("checked") === "true" ? "✓" : undefined, value("invalid") === "true" ? "!" : undefined];
      return [role.value, ...marks, name?.value].filter((part) => part !== undefined && part !== "").join(" ");
    });
}

needing("tree", "the tree of a whole journey reads in order, and everything in it has a name", () => visit(PHONE, async (page) => {
  const home = await outline(page);
  assert.equal(home.find((line) => line.startsWith("heading")), "heading 1 能领多少，算一算");
  const roles = home.filter((line) => line.startsWith("button")).slice(0, 4);
  assert.equal(roles.length, 4);
  await typeRefund(page, request);
  const form = await outline(page);
  // What opens is a group to Chromium, and named by its first line.
  const nameless = form.filter((line) => /^(button|checkbox|radio|textbox|link|combobox|image|region|radiogroup|table)$/.test(line));
  assert.deepEqual(nameless, []);
  const place = (pattern) => {
    const found = form.findIndex((line) => pattern.test(line));
    assert.ok(found >= 0, `${pattern} is not in the tree:\n${form.join("\n")}`);
    return found;
  };
  const order = [
    /^banner/, /^main/, /^heading 1 稳岗返还测算/, /^textbox 哪天申请/, /^radio ✓ 企业/, /^radio ✓ 不是大型/, /^textbox .*平均/,
    /^textbox .*失业保险金/, /^textbox .*缴齐/, /^textbox .*失业保险费/, /^checkbox ✓ 都没有/,
    /^region 测算结果/, /^heading 2 .*可以申请/, /^heading 3 为什么/, /^heading 3 怎么算的/, /^heading 3 怎么办/, /^contentinfo/,
  ].map(place);
  assert.deepEqual(order, [...order].sort((a, b) => a - b), form.join("\n"));
}));
