// The list of certificates: adding, removing, and an identity number pasted into one.

import assert from "node:assert/strict";
import { wengang } from "../../package/package.mjs";
import { test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

test("an identity number is thrown away from a certificate's box as often as it is pasted", () => visit(PHONE, async (page) => {
  await page.click("task-skill-subsidy");
  await page.fill("as-of-input", "2024-9-1");
  await page.click("person-enterprise-employee");
  await page.fill("insured-months-input", "14");
  await page.click("certificates-add");
  for (let time = 0; time < 2; time += 1) {
    await page.click("certificates-0-occupation-input");
    await page.window.insert("13010219900101123X");
    await eventually(async () => assert.equal(await page.value("certificates-0-occupation-input"), "", `time ${time}`));
    await page.reads("certificates-0-occupation-message", /身份证号/);
  }
}));

test("the only certificate is asked for no occupation, a second one and a subsidy received ask for it", () => visit(PHONE, async (page) => {
  await page.open("?c=skill-subsidy");
  await page.click("person-enterprise-employee");
  await page.fill("insured-months-input", "40");
  await page.click("certificates-0-level-4");
  await page.click("certificates-0-kind-either");
  await page.fill("certificates-0-issued-on-input", await page.window.run(() => new Date().toISOString().slice(0, 10)));
  await page.reads("amount", /1,500\.00 元$/);
  await page.expectHidden("certificates-0-occupation-input");
  await page.screenshot("skill-one-certificate");
  await page.click("received-yes");
  await page.find("certificates-0-occupation-input");
  await page.click("received-no");
  await page.expectHidden("certificates-0-occupation-input");
  await page.click("certificates-add");
  await page.fill("certificates-1-occupation-input", "焊工");
  await page.fill("certificates-0-occupation-input", "电工");
  await page.reads("certificates-1-incomplete", /等级/);
  await page.screenshot("skill-two-certificates");
  // What was typed is never lost, and its box stays while it is typed again.
  await page.click("certificates-1-remove");
  await page.reads("amount", /1,500\.00 元$/);
  assert.equal(await page.value("certificates-0-occupation-input"), "电工");
  await page.fill("certificates-0-occupation-input", " ");
  await page.waitForPaint();
  assert.equal(await page.value("certificates-0-occupation-input"), " ");
  await page.reads("amount", /1,500\.00 元$/);
}));

test("it is asked whether a certificate is one of the two kinds, and another one gets its reason", () => visit(PHONE, async (page) => {
  await page.open("?c=skill-subsidy");
  await page.click("person-enterprise-employee");
  await page.fill("insured-months-input", "40");
  await page.find("certificates-0");
  const marks = () => page.window.run(() => (
    [...document.querySelectorAll("[data-test=certificates-0-kind] label")].map((label) => label.textContent)
  ));
  assert.deepEqual(await marks(), ["是", "不是", "不清楚"]);
  await page.reads("certificates-0-kind", /技能人员职业资格证书、职业技能等级证书/);
  await page.click("certificates-0-level-4");
  await page.click("certificates-0-kind-neither");
  await page.fill("certificates-0-issued-on-input", await page.window.run(() => new Date().toISOString().slice(0, 10)));
  await page.reads("verdict", "暂不符合");
  const answer = await page.window.run(() => document.querySelector("#answer").textContent);
  assert.match(answer, /这种证书不在补贴范围：只有技能人员职业资格证书和职业技能等级证书可以申请/);
  await page.click("certificates-0-kind-either");
  await page.reads("amount", /1,500\.00 元$/);
  await page.click("certificates-0-kind-unknown");
  await page.reads("certificates-0-incomplete", /是这两种证书吗/);
}));

test("a link that names a kind opens with it", () => visit(PHONE, async (page) => {
  const facts = (kind) => ({ person: "enterprise-employee", insuredMonths: 40, received: [], certificates: [{ occupation: "电工", level: 4, kind, issuedOn: "2024-03-10" }] });
  for (const [kind, mark, verdict] of [["special-operation", "neither", "暂不符合"], ["vocational-qualification", "either", "可以申请"], ["either", "either", "可以申请"]]) {
    await page.open(wengang.encodeLink({ calculator: "skill-subsidy", asOf: "2024-09-01", facts: facts(kind) }, { includeNumbers: true }));
    await page.reads("verdict", verdict);
    assert.equal(await page.isChecked(`certificates-0-kind-${mark}`), true, kind);
    await page.expectHidden("link-left-out");
  }
}));

test("a certificate is added, edited and removed, and the others are unchanged", () => visit(PHONE, async (page) => {
  await page.click("task-skill-subsidy");
  await page.fill("as-of-input", "2024-9-1");
  await page.click("person-enterprise-employee");
  await page.fill("insured-months-input", "14");
  await page.click("certificates-add");
  await page.click("certificates-add");
  for (const [place, occupation] of ["电工", "焊工", "茶艺师"].entries()) {
    await page.fill(`certificates-${place}-occupation-input`, occupation);
  }
  await page.click("certificates-1-remove");
  await page.expectHidden("certificates-2");
  assert.equal(await page.value("certificates-0-occupation-input"), "电工");
  assert.equal(await page.value("certificates-1-occupation-input"), "茶艺师");
}));

test("what most leave as it is assumed is folded, and stays open once it is answered", () => visit(PHONE, async (page) => {
  await page.click("task-skill-subsidy");
  await page.fill("insured-months-input", "40");
  await page.find("certificates-0");
  const isOpen = () => page.window.run(() => document.querySelector("[data-test=certificates-0-others]").open);
  assert.equal(await isOpen(), false);
  await page.click("certificates-0-training-subsidy-received-yes");
  await page.waitForPaint();
  assert.equal(await isOpen(), true);
  await page.click("certificates-add");
  assert.equal(await page.window.run(() => document.querySelector("[data-test=certificates-1-others]").open), false);
  assert.equal(await isOpen(), true);
}));
