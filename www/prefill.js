// What another page fills in, as the program stores answers (src/state/snapshot.rs): loaded by frame.js where there is any.
// What cannot be filled in is left out, each with the field and a sentence that says what to write, in the API's words.

/** What the calculators of each place ask (xtask/src/page/facts.rs). */
const DECLARED = "facts.json";

/** A value that cannot be filled in, and what to do. */
class Refused extends Error {}

const typed = (text) => `=${text.replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replace(/\r/g, "\\r")}`;
const picked = (...ids) => `:${ids.join(" ")}`;

const isDay = (text) => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^(19|2[01])\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
const isOne = (options, value) => options.includes(String(value)) && typeof value !== "object";
const optionsOf = ({ options }) => `没有这个选项，可以填 ${options.join("、")}`;
const isCount = (value, { max }) => Number.isSafeInteger(value) && value >= 0 && value <= max;
/** A decimal as a text; whole, as a number too. A fraction as a number is no decimal any more. */
const isDecimal = (value, { max, decimals }) => {
  const [, whole, rest] = /^(\d+)(?:\.(\d+))?$/.exec(typeof value === "string" ? value : "") || [];
  return isCount(value, { max }) || (whole !== undefined && Number(value) <= max && (rest || "").length <= decimals);
};

/** By kind: whether a value is one, how it is stored, what to write instead. */
const KINDS = {
  choice: [(value, { options }) => isOne(options, value), picked, optionsOf],
  choices: [(value, { options }) => Array.isArray(value) && value.every((one) => isOne(options, one)), (list) => picked(...list), optionsOf],
  truth: [(value) => typeof value === "boolean", (is) => picked(is ? "yes" : "no"), () => "请填 true 或 false"],
  count: [isCount, (value) => typed(String(value)), ({ max }) => `请填整数，不加引号，不超过 ${max}，例如 30`],
  decimal: [
    isDecimal,
    (value) => typed(String(value)),
    ({ max, decimals }) => `请填数字，加引号，最多 ${decimals} 位小数，不超过 ${max}，例如 "30.5"；整数可以不加引号`,
  ],
  day: [isDay, typed, () => "请填真实存在的日期，格式 YYYY-MM-DD，例如 \"2024-03-10\""],
  month: [(value) => isDay(`${value}-01`), typed, () => "请填月份，格式 YYYY-MM，例如 \"2024-08\""],
  text: [(value) => typeof value === "string" && value.trim() !== "", typed, () => "请填文字，不能空着"],
};

function stored(declared, value) {
  const [is, write, sentence] = KINDS[declared.kind];
  if (!is(value, declared)) throw new Refused(sentence(declared));
  return write(value);
}

/** Writes fields by their declarations: each a line, or an error. */
function writeFields(declared, prefix, path, values, to) {
  for (const [name, value] of Object.entries(values)) {
    const field = `${path}.${name}`;
    try {
      const fact = Object.prototype.hasOwnProperty.call(declared, name) ? declared[name] : null;
      if (!fact) throw new Refused(`没有这个名称，请检查拼写；可以填 ${Object.keys(declared).join("、")}`);
      if (value === null) continue;
      if (fact.kind === "rows") writeRows(fact, `${prefix}${name}`, field, value, to);
      else if (fact.kind === "instead") to.lines.push(`${prefix}${fact.of}\t${stored({ kind: "count", max: fact.max }, value)}÷${fact.by}`);
      else to.lines.push(`${prefix}${name}\t${stored(fact, value)}`);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      to.errors.push({ field, message: error.message });
    }
  }
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function writeRows({ fields, asksWhether, most }, name, path, rows, to) {
  if (!Array.isArray(rows) || !rows.every(isObject)) throw new Refused("请填一个列表 [{ … }]");
  if (rows.length > most) throw new Refused(`最多 ${most} 行`);
  if (asksWhether) to.lines.push(`${name}\t${picked(rows.length ? "yes" : "no")}`);
  if (!rows.length) return;
  to.lines.push(`${name}[]\t${rows.map((_, index) => index + 1).join(" ")}|${rows.length + 1}`);
  for (const [index, row] of rows.entries()) writeFields(fields, `${name}[${index + 1}].`, `${path}[${index}]`, row, to);
}

/** The facts as an object; they come as a text, in which an attribute can hold them. */
function parsed(text) {
  try {
    const facts = JSON.parse(text);
    return isObject(facts) ? facts : null;
  } catch {
    return null;
  }
}

/**
 * Returns the lines that the program reads as answers, and the errors. `calculator` and `place` are those of the frame's
 * address; `region`, `asOf` and `facts` are texts or `null`.
 */
export async function answersOf({ calculator, place, region, asOf, facts }) {
  const { builtIn, places } = await (await fetch(DECLARED)).json();
  // An office may have a place of its own: its calculators are those of everywhere.
  const measures = places[place] || places[builtIn];
  const to = { lines: [], errors: [] };
  const one = (name, values, declared, prefix) => {
    const found = { lines: [], errors: [] };
    writeFields(declared, prefix, "", values, found);
    to.lines.push(...found.lines);
    to.errors.push(...found.errors.map(({ message }) => ({ field: name, message })));
  };
  const asked = measures[calculator];
  if (asOf !== null) one("asOf", { asOf }, { asOf: { kind: "day" } }, "");
  // Where the page asks for no day, the month stands for it (src/state/link.rs).
  if (asked && asked.month && isDay(asOf)) to.lines.push(`${calculator}.${asked.month}\t${typed(asOf.slice(0, 7))}`);
  if (region !== null) {
    for (const [id, found] of Object.entries(measures).filter(([, { facts: { region: fact } }]) => fact)) one("region", { region }, found.facts, `${id}.`);
  }
  const values = facts === null ? {} : parsed(facts);
  if (!values) to.errors.push({ field: "facts", message: "请填一个对象，属性里写成 JSON，例如 {\"applicant\":\"enterprise\"}" });
  else if (asked) writeFields(asked.facts, `${calculator}.`, "facts", values, to);
  else if (facts !== null) to.errors.push({ field: "facts", message: `先写 calculator，可以填 ${Object.keys(measures).join("、")}` });
  return to;
}
