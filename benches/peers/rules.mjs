// The peers' rule files, filled with the figures of policies/: no figure of the law is written here.

import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { library } from "./library.mjs";

const TEMPLATES = new URL("rules/", import.meta.url);

/** What differs from the rule as one writes it: no last day; amounts in whole 分. */
const VARIANTS = {
  written: {},
  endless: { to: "9999-12-31" },
  fen: { places: 0, units: 1, money: "int" },
};

/** Writes every variant below a folder; returns where each is. */
export function writeRules(folder, figures) {
  return Object.fromEntries(Object.entries(VARIANTS).map(([name, changes]) => {
    const into = join(folder, name);
    rmSync(into, { recursive: true, force: true });
    cpSync(TEMPLATES, into, { recursive: true });
    const words = wordsOf({ places: 2, units: 100, money: "float", ...figures, ...changes });
    for (const file of readdirSync(into, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
      fill(join(file.parentPath, file.name), words);
    }
    // publicodes takes plain data and leaves YAML to others.
    const source = readFileSync(join(into, "publicodes.yaml"), "utf8");
    writeFileSync(join(into, "publicodes.json"), JSON.stringify(library("yaml").parse(source)));
    return [name, pathToFileURL(`${into}/`).href];
  }));
}

/** Days also as others write them. */
function wordsOf(figures) {
  const days = Object.entries({ from: figures.from, to: figures.to }).flatMap(([name, day]) => [
    [`${name}.dmy`, day.split("-").reverse().join("/")],
    [`${name}.number`, day.replaceAll("-", "")],
  ]);
  return { ...figures, ...Object.fromEntries(days) };
}

function fill(file, words) {
  const filled = readFileSync(file, "utf8").replaceAll(/\{\{([\w.]+)\}\}/gu, (_, name) => {
    if (words[name] === undefined) throw new Error(`${file}: no figure ${name}`);
    return String(words[name]);
  });
  writeFileSync(file, filled);
}
