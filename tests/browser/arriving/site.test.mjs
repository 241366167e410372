// The zip as an office uses it: unpacked, site.json edited in Windows' own editor, put onto a server.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { startBrowser, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { npm } from "../support/npm.mjs";
import { DESKTOP, PHONE, Page, serveCollecting } from "../support/page.mjs";
import { STRICT_CSP } from "../support/server.mjs";

const { unzipSync } = npm("fflate");

/** Returns the files of a zip by name. */
const unzip = (file) => new Map(Object.entries(unzipSync(readFileSync(file))).map(([name, bytes]) => [name, Buffer.from(bytes)]));

const root = new URL("../../../", import.meta.url);
const [, version] = /^version = "(.+)"$/m.exec(readFileSync(new URL("Cargo.toml", root), "utf8"));
/** What `cargo xtask zip` wrote. */
const packed = unzip(new URL(`target/wengang-site-${version}.zip`, root));
const shipped = packed.get("wengang/site.json").toString();

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

/** Writes values into the shipped file where it has empty texts, as a person does. */
const filled = (values) => Object.entries(values).reduce((text, [name, value]) => {
  assert.ok(text.includes(`"${name}": ""`), name);
  return text.replace(`"${name}": ""`, `"${name}": "${value}"`);
}, shipped);

/** Opens the unpacked site with a site.json of its own (`null`: none). */
async function office(t, file, { size = PHONE, address = "" } = {}) {
  const read = (name) => (name === "site.json" ? file : packed.get(`wengang/${name}`) ?? null);
  const server = await serveCollecting(read, { path: "/wengang/", headers: { "Content-Security-Policy": STRICT_CSP } });
  t.after(() => server.stop());
  const window = await browser.window(size);
  t.after(() => window.close());
  const page = new Page(window, size, server);
  await page.open(address);
  return page;
}

const OFFICE = {
  region: "正定县", name: "正定县就业服务中心", phone: "0311-88012333", icp: "冀ICP备12345678号-1", siteCode: "1301230001", accent: "#8a1f1f",
};

test("the manual is text that Windows' editor reads, and the page lists its files", () => {
  const manual = packed.get("使用说明.txt");
  assert.deepEqual([...manual.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  assert.ok(!/[^\r]\n/.test(manual.toString()));
  assert.ok(manual.toString().includes(version));
  assert.ok(!/[^\r]\n/.test(shipped), "on an old Windows a file with other line ends is one line");
  const { files } = JSON.parse(packed.get("wengang/build-manifest.json"));
  const names = [...packed.keys()].filter((name) => name.startsWith("wengang/") && !/build-manifest\.json$|\.(gz|br)$/.test(name));
  assert.deepEqual(names.sort(), files.map(({ path }) => `wengang/${path}`).sort());
  for (const server of ["nginx/wengang.conf", "iis/web.config", "tomcat/web.xml"]) assert.ok(packed.has(`deploy/${server}`), server);
  for (const referred of manual.toString().match(/docs\/[a-z-]+\.md/g)) assert.ok(packed.has(referred), referred);
});

test("the kit for other sites holds the script, a page that shows it, how to and the licences, as they were built", () => {
  const kit = unzip(new URL(`target/wengang-embed-${version}.zip`, root));
  const origins = {
    "LICENSE-APACHE": "LICENSE-APACHE", "LICENSE-MIT": "LICENSE-MIT", "embed-demo.html": "dist/embed-demo.html",
    "embed-demo.js": "dist/embed-demo.js", "embed.js": "dist/embed.js", "embedding.md": "docs/embedding.md",
  };
  assert.deepEqual([...kit.keys()].sort(), Object.keys(origins));
  for (const [name, origin] of Object.entries(origins)) assert.ok(readFileSync(new URL(origin, root)).equals(kit.get(name)), name);
  const demo = kit.get("embed-demo.html").toString();
  const scripts = [...demo.matchAll(/<script[^>]* src="?([^" >]+)/g)].map(([, name]) => name);
  assert.ok(scripts.length > 0 && scripts.every((name) => kit.has(name)), scripts.join());
});

test("as it is shipped, the page is nobody's, and complains of nothing", async (t) => {
  const page = await office(t, shipped);
  await page.reads("foot-hotline", "12333");
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  for (const hook of ["foot-agency", "foot-icp", "foot-code", "site-faults"]) await page.expectHidden(hook);
  await page.expectNoUnexpectedTraffic();
});

for (const [how, mark] of [["with the mark of an editor", "\uFEFF"], ["without", ""]]) {
  test(`the file ${how} and its line ends is read: name, telephone, region, records, colour`, async (t) => {
    const page = await office(t, mark + filled(OFFICE));
    await page.reads("foot-agency", /^正定县就业服务中心\s0311-88012333$/);
    assert.equal(await page.window.run(() => document.querySelector("[data-test=foot-agency] a").getAttribute("href")), "tel:0311-88012333");
    await page.reads("foot-icp", "冀ICP备12345678号-1");
    await page.reads("foot-code", "网站标识码 1301230001");
    await page.expectHidden("site-faults");
    await page.fitsWidth();
    await page.screenshot("site-foot");
    await page.click("task-unemployment-benefit");
    await page.reads("region-of-site", /已按本站所在地选好.*请改选/);
    assert.equal(await page.isChecked("region-shijiazhuang/zhengding"), true);
    await page.screenshot("site-region");
    await page.reads("agency", /正定县就业服务中心\s0311-88012333/);
    assert.equal(await page.window.run(() => getComputedStyle(document.documentElement).getPropertyValue("--action").trim()), "#8a1f1f");
    // An answer like any other: it can be changed, and then it is the person's.
    await page.click("region-shijiazhuang/changan");
    await page.expectHidden("region-of-site");
    await page.reload();
    await eventually(async () => assert.equal(await page.isChecked("region-shijiazhuang/changan"), true));
    await page.reads("foot-agency", /正定县/);
    assert.equal(await page.isChecked("region-shijiazhuang/changan"), true);
    await page.expectNoUnexpectedTraffic();
  });
}

test("wrong settings are refused in a sentence, and the others are applied", async (t) => {
  const page = await office(t, filled({ ...OFFICE, region: "月亮县", phone: "电话见官网", accent: "#ffff00", icp: "备案号12" }), { size: DESKTOP });
  await page.reads("site-faults", /region：没有收录这个县区.*agency\.phone：不是电话号码.*footer\.icp：不是备案号.*theme\.accent：.*4\.5:1/s);
  await page.reads("foot-agency", "正定县就业服务中心");
  await page.reads("foot-code", /1301230001/);
  await page.expectHidden("foot-icp");
  assert.equal(await page.window.run(() => getComputedStyle(document.documentElement).getPropertyValue("--action").trim()), "#0b4a8f");
  await page.screenshot("site-faults");
  await page.fitsWidth();
  await page.click("task-unemployment-benefit");
  assert.equal(await page.isChecked("region-shijiazhuang/zhengding"), false);
  await page.expectHidden("region-of-site");
  await page.expectNoUnexpectedTraffic();
});

const GBK = Buffer.from([0xd5, 0xfd, 0xb6, 0xa8, 0xcf, 0xd8]);
const BROKEN = [
  ["saved in the old Chinese encoding", Buffer.concat([Buffer.from('{"region": "'), GBK, Buffer.from('"}')]), /乱码.*UTF-8/],
  ["saved as UTF-16", Buffer.from(`\uFEFF${shipped}`, "utf16le"), /读不懂|乱码/],
  ["with a comma too many", shipped.replace('"phone": ""', '"phone": "",'), /读不懂.*逗号/],
  ["with Chinese quotation marks", '{“region”: "长安区"}', /读不懂.*英文/],
  ["that is a list", "[]", /读不懂/],
  ["that is empty", " ", /读不懂/],
  ["that is missing", null, /没有读到 site\.json/],
  ["with a setting of another name", '{"agency": {"tel": "12333"}, "code": 1, "region": 130102}', /agency\.tel：没有这一项.*code：没有这一项.*region：要写在引号里/s],
];
for (const [how, file, sentence] of BROKEN) {
  test(`a file ${how} leaves the page as it was, with a message`, async (t) => {
    const page = await office(t, file);
    await page.reads("site-faults", sentence);
    await page.expectHidden("foot-agency");
    await page.fitsWidth();
    await page.click("task-refund");
    await page.reads("verdict", /./);
  });
}

test("a text cannot become anything but a text", async (t) => {
  const page = await office(t, filled({ name: "<img src=x onerror=alert(1)>" }));
  await page.reads("foot-agency", "<img src=x onerror=alert(1)>");
  await page.expectNoUnexpectedTraffic();
});

test("the page waits some seconds for the file, which may name the law that it goes by, and no longer", async (t) => {
  const page = await office(t, new Promise(() => {}));
  await page.reads("task-refund", /稳岗返还/);
  await page.reads("site-faults", /没有读到 site\.json/);
});
