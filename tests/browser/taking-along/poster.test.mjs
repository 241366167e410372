// Posters: an image that can be pressed long and a page to print, with a code that any reader reads.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { sample } from "../../tier.mjs";
import { requestOf } from "../support/cases.mjs";
import { test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { typePremium, typeRefund, typeSkillSubsidy, typeUnemploymentBenefit } from "../support/forms.mjs";
import { CLIPBOARD, DESKTOP, PHONE, calculator, dist } from "../support/page.mjs";
import { grey, hasQuietZone, read } from "../support/qr.mjs";
import { STRICT_CSP, filesOf, serve } from "../support/server.mjs";

/** A phone alone in the gate: the poster and its code are pictures of the same size everywhere. */
const SIZES = sample([PHONE], [PHONE, DESKTOP]);

const visitPlain = calculator();
const visit = (size, body) => visitPlain({ ...size, first: CLIPBOARD }, body);

const WECHAT = "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 "
  + "Mobile Safari/537.36 XWEB/1160065 MMWEBSDK/20231202 MicroMessenger/8.0.47";

/** Taps a button that copies and returns what was copied. */
const copied = async (page, button) => {
  await page.click(button);
  await page.reads("copied", /已复制/);
  return page.window.run(() => window.copied);
};

/** The address in a code: of the first screen's document, which is shorter than the link to copy. */
const short = (link) => link.replace(/\/[a-z-]+\.html\?/, "/?");

/** Taps the button and returns the address of an image. */
async function made(page, image = "poster-image") {
  await page.click("poster-make");
  const source = await page.attribute(image, "src");
  assert.match(source, /^data:image\/png;base64,/);
  return source;
}

/** Asserts that a code is read as the link: as it is, as a screen shows it, and halved through a poor JPEG. */
async function reads(page, image, source, link) {
  const shown = await page.window.run((css) => document.querySelector(css).clientWidth, `[data-test=${image}]`);
  const whole = await grey(page, source);
  const code = read(whole);
  assert.equal(code.text, short(link));
  hasQuietZone(whole, code);
  assert.ok(code.side * (shown / whole.width) >= 240, `${code.side * (shown / whole.width)} CSS px`);
  assert.equal(read(await grey(page, source, { width: shown })).text, short(link));
  assert.equal(read(await grey(page, source, { width: Math.round(whole.width / 2), quality: 50 })).text, short(link));
}

/** Asserts that a finger on the image, anywhere, touches the image. */
async function nothingStandsOver(page, image) {
  const over = await page.window.run((css) => {
    const element = document.querySelector(css);
    const others = [];
    for (let across = 1; across < 10; across += 1) {
      for (let down = 1; down < 20; down += 1) {
        const { left, top, width, height } = element.getBoundingClientRect();
        scrollTo(0, scrollY + top + (height * down) / 20 - innerHeight / 2);
        const box = element.getBoundingClientRect();
        const found = document.elementFromPoint(left + (width * across) / 10, box.top + (height * down) / 20);
        if (found !== element) others.push(found?.outerHTML.slice(0, 80));
      }
    }
    return others;
  }, `[data-test=${image}]`);
  assert.deepEqual(over, []);
}

for (const size of SIZES) {
  test(`a poster of an answer is an image whose code is its link at ${size.width}×${size.height}`, () => visit(size, async (page) => {
    await typeRefund(page, requestOf("R01"));
    const choices = await copied(page, "copy-link");
    await page.expectHidden("poster-image");
    await reads(page, "poster-image", await made(page), choices);
    const alt = await page.attribute("poster-image", "alt");
    assert.match(alt, /稳岗返还.*12333/);
    assert.doesNotMatch(alt, /1,815\.08/);
    if (size.mobile) await nothingStandsOver(page, "poster-image");
    await page.fitsWidth();
    await page.screenshot("poster-plain");

    // With the numbers it is another poster: the one before is gone.
    await page.click("share-numbers");
    await page.expectHidden("poster-image");
    const numbers = await copied(page, "copy-link");
    await reads(page, "poster-image", await made(page), numbers);
    assert.match(await page.attribute("poster-image", "alt"), /1,815\.08.*已在2024年12月31日截止.*不是今天的结果/);
    await page.screenshot("poster-numbers");
  }));
}

/** Taps the button that saves and returns the file's name and bytes, without a download. */
async function saved(page) {
  await page.window.run(() => {
    URL.createObjectURL = (blob) => { window.blob = blob; return "blob:stored"; };
    HTMLAnchorElement.prototype.click = function click() { window.savedAs = this.download; };
  });
  await page.click("poster-save");
  const { name, kind, base64 } = await page.window.run(async () => {
    const bytes = new Uint8Array(await window.blob.arrayBuffer());
    let signs = "";
    for (const byte of bytes) signs += String.fromCharCode(byte);
    return { name: window.savedAs, kind: window.blob.type, base64: btoa(signs) };
  });
  return { name, kind, bytes: Buffer.from(base64, "base64") };
}

test("the page to print is one A4 page of 300 dots an inch, and its code is the link", () => visit(DESKTOP, async (page) => {
  await typeRefund(page, requestOf("R01"));
  await page.click("share-numbers");
  const link = await copied(page, "copy-link");
  await made(page);
  const { name, kind, bytes } = await saved(page);
  assert.deepEqual([name, kind], ["稳岗返还海报.pdf", "application/pdf"]);
  mkdirSync(new URL("../../../target/screenshots/", import.meta.url), { recursive: true });
  writeFileSync(new URL("../../../target/screenshots/poster.pdf", import.meta.url), bytes);

  const text = bytes.toString("latin1");
  assert.match(text, /^%PDF-1\.\d\n/);
  assert.equal(text.match(/\/Type\/Page\//g).length, 1);
  const [across, down] = /\/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text).slice(1).map((points) => points / 72);
  assert.ok(Math.abs(across * 25.4 - 210) < 0.1 && Math.abs(down * 25.4 - 297) < 0.1, `${across} × ${down} inches`);
  const image = /\/Width (\d+)\/Height (\d+)\/Length (\d+)>>\nstream\n/.exec(text);
  const [width, height, length] = image.slice(1).map(Number);
  assert.ok(width / across >= 300 && height / down >= 300, `${width / across} × ${height / down} dpi`);
  const begin = image.index + image[0].length;
  const jpeg = `data:image/jpeg;base64,${bytes.subarray(begin, begin + length).toString("base64")}`;
  const whole = await grey(page, jpeg);
  assert.deepEqual([whole.width, whole.height], [width, height]);
  // A third of it is as much as the eye of a phone sees.
  const seen = await grey(page, jpeg, { width: 827 });
  assert.equal(read(seen).text, short(link));
  hasQuietZone(seen, read(seen));
}));

test("inside WeChat there is an image to press, and nothing to download", () => visit({ ...PHONE, userAgent: WECHAT }, async (page) => {
  await typeRefund(page, requestOf("R01"));
  await page.reads("amount", /元/);
  await made(page);
  await page.expectHidden("poster-save");
  assert.equal(await page.window.run(() => document.querySelectorAll("a[download], a[href^='blob:']").length), 0);
  assert.match(await page.window.run(() => document.querySelector(".poster").textContent), /长按图片保存/);
}));

test("an address that fits no code is refused with the part that is too long", () => visit(PHONE, async (page) => {
  const asked = requestOf("S09");
  const [certificate] = asked.facts.certificates;
  await typeSkillSubsidy(page, { ...asked, facts: { ...asked.facts, certificates: [{ ...certificate, occupation: "中式烹调师".repeat(12) }, certificate], received: [] } });
  await page.click("share-numbers");
  await page.click("poster-make");
  await page.reads("poster-problem", /填的数字和日期太多.*取消勾选/);
  await page.expectHidden("poster-image");
  await page.click("share-numbers");
  await made(page);
}));

test("a host with too long an address gets a message", async (t) => {
  const path = `/${"a".repeat(200)}/`;
  const host = await serve(filesOf(dist), { path, headers: { "Content-Security-Policy": STRICT_CSP } });
  t.after(() => host.stop());
  await visit(PHONE, async (page) => {
    await page.window.open(`${host.url}?c=premium`);
    await page.fill("monthly-wage-input", "5000");
    await page.click("poster-make");
    await page.reads("poster-problem", /这个网站自己的地址太长/);
    await page.window.open(page.url);
    await page.window.requests?.();
  });
});

for (const [id, type, name] of [["S09", typeSkillSubsidy, "skill"], ["P02", typePremium, "premium"], ["U03", typeUnemploymentBenefit, "benefit"]]) {
  test(`a poster of ${name} is read`, () => visit(PHONE, async (page) => {
    await type(page, requestOf(id));
    await reads(page, "poster-image", await made(page), await copied(page, "copy-link"));
    await page.screenshot(`poster-${name}`);
  }));
}

const HEADLINE = "赞皇县的企业请看Headline77";

for (const size of SIZES) {
  test(`a campaign has its link, texts, code and poster at ${size.width}×${size.height}`, () => visit(size, async (page) => {
    await page.click("promote");
    await page.expectHidden("promote-link");
    await page.click("promote-measure-unemployment-benefit");
    await page.click("promote-region-shijiazhuang/zanhuang");
    await page.fill("promote-tag-input", "短信");
    await page.reads("promote-mend", /先把标出来的/);
    await page.reads("promote-tag-message", /只能用英文字母/);
    await page.fill("promote-tag-input", "sms-01");
    await page.fill("promote-headline-input", HEADLINE);
    await page.reads("promote-link", /\?c=unemployment-benefit&y=\d{4}&k=sms-01#1\.gzanhuang\./);
    const link = await page.text("promote-link");
    assert.ok(link.startsWith(page.url), link);
    assert.doesNotMatch(link.slice(page.url.length), /headline|77|%/i);
    assert.equal(await copied(page, "promote-link-copy"), link);

    const sms = await copied(page, "promote-sms-copy");
    assert.ok(sms.includes(HEADLINE) && sms.includes(`${link} `) && sms.includes("12333"), sms);
    const parts = sms.length <= 70 ? 1 : Math.ceil(sms.length / 67);
    await page.reads("promote-count", new RegExp(`共 ${sms.length} 个字，.*${parts} 条`));
    const wechat = await copied(page, "promote-wechat-copy");
    assert.ok(wechat.includes(HEADLINE) && wechat.includes(`\n${link}\n`) && wechat.includes("以经办机构核定为准"), wechat);

    await reads(page, "poster-code", await made(page, "poster-code"), link);
    await reads(page, "poster-image", await page.attribute("poster-image", "src"), link);
    assert.ok((await page.attribute("poster-image", "alt")).includes(HEADLINE));
    await page.fitsWidth();
    await page.screenshot("promote");

    // Other words are another poster.
    await page.fill("promote-headline-input", "换一个标题");
    await page.expectHidden("poster-image");

    // A refresh loses nothing.
    await page.reload();
    await eventually(async () => assert.equal(await page.text("promote-link"), link));
    assert.equal(await page.value("promote-headline-input"), "换一个标题");

    // The link opens the calculator, the region chosen, and the tag is gone from the address.
    await page.window.open("about:blank");
    await page.open(link.replace(page.url, ""));
    await eventually(async () => assert.equal(await page.isChecked("region-shijiazhuang/zanhuang"), true));
    await page.expectHidden("link-note");
    assert.equal(await page.window.run(() => location.search + location.hash), "?c=unemployment-benefit");
  }));
}

test("no content of a tag is shown or stays", () => visit(PHONE, async (page) => {
  for (const tag of [
    "sms-01",
    "<img src=x onerror=alert(1)>",
    "\u202e\u2066恭喜您获得补贴请加微信",
    "a&k=点这里领钱&k",
    "%23%3Cb%3E%26c%3Dpremium",
    "领钱".repeat(6_000),
    "x".repeat(100_000),
  ]) {
    const before = await (async () => {
      await page.window.open("about:blank");
      await page.open("?c=refund");
      await page.isReady();
      await page.waitForIdle();
      return page.window.run(() => document.body.innerHTML);
    })();
    await page.window.open("about:blank");
    await page.open(`?c=refund&k=${tag.includes("%") || tag.includes("&") ? tag : encodeURIComponent(tag)}`);
    await page.reads("verdict", /./);
    await page.waitForIdle();
    assert.equal(await page.window.run(() => document.body.innerHTML), before, tag.slice(0, 40));
    assert.equal(await page.window.run(() => location.search + location.hash), "?c=refund", tag.slice(0, 40));
  }
}));
