// On paper: everything the answer stands on, on one or two sheets of A4, black on white.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { typePremium, typeRefund, typeSizeClass, typeSkillSubsidy, typeUnemploymentBenefit } from "./forms.mjs";
import { DESKTOP, PHONE, calculator } from "./page.mjs";

const visit = calculator();
const open = JSON.parse(readFileSync(new URL("../cases/open.json", import.meta.url), "utf8"));
const TYPES = {
  refund: typeRefund,
  "skill-subsidy": typeSkillSubsidy,
  premium: typePremium,
  "unemployment-benefit": typeUnemploymentBenefit,
  "size-class": typeSizeClass,
};
const printed = new URL("../../target/printed/", import.meta.url);

/** Prints the page as a person does, keeps it as target/printed/NAME.pdf, and returns its pages' texts. */
async function print(page, name) {
  const { data } = await page.window.cdp("Page.printToPDF", { preferCSSPageSize: true, printBackground: true });
  mkdirSync(printed, { recursive: true });
  const file = new URL(`${name}.pdf`, printed).pathname;
  writeFileSync(file, Buffer.from(data, "base64"));
  const about = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  assert.match(about, /Page size: .*A4/);
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
}

for (const { id, request } of open) {
  test(`${id} prints on one or two sheets`, () => visit(DESKTOP, async (page) => {
    await TYPES[request.calculator](page, request);
    await page.reads("verdict", /./);
    const pages = await print(page, id);
    assert.ok(pages.length <= 2, `${pages.length} pages`);
  }));
}
