// Inside apps that neither save nor print, no button pretends to, and a sentence says what to do instead.

import assert from "node:assert/strict";
import { test } from "../support/engines.mjs";
import { paste, reached } from "../support/lists.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

const APPS = {
  "an iPhone's web view": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
  Baidu: "Mozilla/5.0 (Linux; Android 9; STK-AL00) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/76.0.3809.89 Mobile Safari/537.36 T7/11.20 SP-engine/2.16.0 baiduboxapp/11.20.0.14 (Baidu; P1 9)",
  Weibo: "Mozilla/5.0 (Linux; Android 10; LIO-AN00) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/97.0 Mobile Safari/537.36 Weibo (HUAWEI-LIO-AN00__weibo__11.1.3__android__android10)",
  Douyin: "Mozilla/5.0 (Linux; Android 7.0; EVA-AL10) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/62.0.3202.84 Mobile Safari/537.36 aweme_710 JsSdk/1.0 NetType/WIFI",
  Xiaohongshu: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 xhsdiscover/8.40 NetType/WiFi",
  Lark: "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_1_1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.6167.86 Safari/537.36 Lark/7.27.8 LarkLocale/zh_CN",
  HarmonyOS: "Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile",
};

for (const [app, userAgent] of Object.entries(APPS)) {
  // A mouse: with one the button for printing would be shown.
  test(`in ${app} nothing pretends to save or print`, () => visit({ width: 1280, height: 900, mobile: false, userAgent }, async (page) => {
    await page.open("?c=refund");
    await page.click("applicant-enterprise");
    await page.reads("last-day", /还有\d+天|就是今天/);
    await page.expectHidden("remind");
    await page.expectHidden("print");
    await page.reads("inside-app", /在浏览器打开/);
    await page.click("poster-make");
    await page.find("poster-image");
    await page.expectHidden("poster-save");
    assert.match(await page.window.run(() => document.querySelector(".poster .hint").textContent), /^长按图片保存$/);
  }));
}

/** A list with a cell that nobody can read, so that there is a list of these too. */
const LIST = "单位性质\t企业划型\t月均人数\t领金人数\n企业\t小型\t30\t0\n企业\t大型\t300\t#N/A\n";

/** Judges the list on the page for lists. */
async function judge(page) {
  await paste(page, LIST);
  await reached(page, "judge");
  await page.click("judge");
  await reached(page, "totals");
  await reached(page, "faults");
}

for (const [app, userAgent] of Object.entries(APPS)) {
  test(`in ${app} the page for lists offers no download, and says so before a list is chosen`, () => visit({ ...PHONE, userAgent }, async (page) => {
    await page.open("batch.html");
    await page.reads("inside-app", /下载不了.*在浏览器打开/);
    await page.expectHidden("template");
    await judge(page);
    await page.reads("inside-app", /下载不了.*在浏览器打开/);
    for (const button of ["save-book", "save-text", "save-report"]) await page.expectHidden(button);
  }));
}

test("in a browser the page for lists has its downloads, and no advice about another one", () => visit(PHONE, async (page) => {
  await page.open("batch.html");
  await page.find("template");
  await page.expectHidden("inside-app");
  await judge(page);
  for (const button of ["save-book", "save-text", "save-report"]) await page.find(button);
  await page.expectHidden("inside-app");
}));

test("in a browser there are the buttons, and no advice about another one", () => visit(PHONE, async (page) => {
  await page.open("?c=refund");
  await page.click("applicant-enterprise");
  await page.find("remind");
  await page.expectHidden("inside-app");
}));
