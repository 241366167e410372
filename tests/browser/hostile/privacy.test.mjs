// Input stays in the page: it is not in the address, in an attribute, in a store, in the console or in a request.

import assert from "node:assert/strict";
import { test } from "../support/engines.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

/** Typed, each nowhere else. */
const WAGE = "5432.17";
const MONTHS = "137";
const OCCUPATION = "吹糖人技师";
const TYPED = [WAGE, MONTHS, OCCUPATION, encodeURIComponent(OCCUPATION)];

/** Whether something holds what was typed, as a word of its own: a port or a file's name may hold the same digits. */
const leaks = (place) => TYPED.some((text) => (
  place.split(text).some((before, index, parts) => index + 1 < parts.length && !/[0-9a-f]$/.test(before) && !/^[0-9a-f]/.test(parts[index + 1]))
));

/** Every place where a page can leave something behind, but for the boxes that were typed into and what is read. */
const traces = async () => ({
  address: location.href,
  attributes: [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`)),
  title: document.title,
  name: window.name,
  stores: [{ ...localStorage }, { ...sessionStorage }, document.cookie],
  bases: (await indexedDB.databases?.())?.map(({ name }) => name) ?? [],
  globals: Object.entries(Object.getOwnPropertyDescriptors(window))
    .filter(([, { value }]) => typeof value === "string")
    .map(([name, { value }]) => `${name}=${value}`),
});

/** Asserts that nothing typed has left a trace so far. */
async function leftNothing(page) {
  const found = await page.window.run(traces);
  assert.deepEqual([found.stores, found.bases], [[{}, {}, ""], []]);
  assert.ok(found.attributes.length > 100);
  const places = [found.address, found.title, found.name, ...found.attributes, ...found.globals];
  assert.deepEqual(places.filter(leaks), []);
}

test("what is typed is in no address, attribute, store, console or request", () => visit(PHONE, async (page) => {
  await page.click("task-premium");
  await page.fill("monthly-wage-input", WAGE);
  await page.reads("amount", /元/);
  await leftNothing(page);
  await page.click("home");
  await page.click("task-skill-subsidy");
  await page.click("person-enterprise-employee");
  await page.fill("insured-months-input", MONTHS);
  await page.click("certificates-add");
  await page.fill("certificates-0-occupation-input", OCCUPATION);
  await page.reads("verdict", /./);
  await leftNothing(page);
  await page.click("poster-make");
  await page.find("poster-image");
  await page.reload();
  // The answers come back from the entry of the history, which no server and no other page can read.
  assert.equal(await page.value("insured-months-input"), MONTHS);
  await leftNothing(page);
  assert.ok(page.host.asked.length >= 8);
  for (const { url, headers } of page.host.asked) {
    const sent = url + JSON.stringify(headers);
    assert.ok(!leaks(sent), sent);
    assert.equal(headers.cookie, undefined);
  }
}));
