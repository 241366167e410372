//! Prints the package's TypeScript declarations, made from the law's files and from the Rust types.

mod law;

use ts_rs::{Config, TS};
use wengang::api::answer;
use wengang::api::packs::UsedPack;
use wengang::api::policies::{Pack, Version};
use wengang::api::request::{Brief, BriefCondition, Decoded, ErrorCode, PolicyError};
use wengang::policy::assessment::Evidence;
use wengang::policy::assessment::{Amount, Status};
use wengang::policy::verdict::Outcome;

/// The names for texts of a fixed form.
const HEAD: &str = r#"// Made by `cargo xtask package` from the law's files and the Rust types: do not edit.

/** What `wengang.iife.js` leaves for scripts, after `/// <reference types="wengang" />`. */
export as namespace wengang;

/** A day, `YYYY-MM-DD`. */
export type DateText = string;
/** A month, `YYYY-MM`. */
export type MonthText = string;
/** 元 with two decimals: `"30000.00"`. */
export type Money = string;
/** A decimal as text, or a whole number; a number with decimals is refused. */
export type Decimal = string | number;
"#;

/// The functions.
const FUNCTIONS: &str = r#"
/** What `assess` throws where a request cannot be judged. */
export interface PolicyError extends Error {
  name: "PolicyError";
  /** `notStarted`: a call before `init`, or WebAssembly that the host does not run; `field` then names what to call. */
  code: ErrorCode | "notStarted";
  /** The path of the field: `facts.certificates[2].issuedOn`. */
  field: string;
}

/** Judges one case. Throws a `PolicyError`. */
export function assess<C extends Calculator>(request: RequestOf<C>): AssessmentOf<C>;
/** A row of `assessMany`: a request, with a name of your own that travels through. */
export type RequestRow<C extends Calculator = Calculator> = RequestOf<C> & { id?: string | number };
/** What becomes of a row. */
export type AnswerRow<A> = (A | { error: ErrorReport }) & { id?: string | number };
type OnProgress = (done: number, total: number) => void;
/** Judges many cases in order, without a sentence; one bad row never stops the others. */
export function assessMany<C extends Calculator>(
  requests: readonly RequestRow<C>[],
  options: { detail: "summary"; onProgress?: OnProgress },
): AnswerRow<Brief>[];
/** Judges many cases in order; one bad row never stops the others. */
export function assessMany<C extends Calculator>(
  requests: readonly RequestRow<C>[],
  options?: OnProgress | { onProgress?: OnProgress },
): AnswerRow<AssessmentOf<C>>[];

/** A column: what a fact is in each row; `null`, `undefined` and `NaN` where it is not known. */
export type Column =
  | readonly unknown[] | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array
  | Float32Array | Float64Array | BigInt64Array | BigUint64Array;
/** The columns of a table, all of one length. `asOf`: where each row has its own day. */
export type Columns<C extends Calculator> = { asOf?: Column } & { [F in keyof RequestOf<C>["facts"]]?: Column };
/** What decides each row of a table, column by column; no sentences. */
export type TableAnswer = {
  /** The place in `outcomes`; 255 where the row is listed in `errors`. */
  outcome: Uint8Array;
  /** 分, exact; `NaN` where the amount is not determined or there is none. */
  amountMin: Float64Array;
  amountMax: Float64Array;
  /** The conditions that are not met: a bit each, in the order of `conditions`. */
  unmet: Uint32Array;
  /** The conditions that are unknown. */
  unknown: Uint32Array;
  /** The facts that are missing and can still change the answer: a bit each, in the order of `facts`. */
  needs: Uint32Array;
  errors: (ErrorReport & { row: number; id?: string })[];
  /** The ids of the conditions; empty where items are judged one by one. */
  conditions: string[];
  facts: string[];
  outcomes: Outcome[];
  /** Your own names of the rows, as given. */
  id?: readonly string[];
};
/** Judges a table of one calculator. Throws a `PolicyError` where the table itself is wrong; a bad row stops nothing. */
export function assessTable<C extends Calculator>(
  table: { calculator: C; place?: string; asOf?: DateText; columns: Columns<C>; id?: readonly string[] },
  options?: { detail?: "summary" },
): TableAnswer;
/** Tables of one calculator, one after the other: for files that do not fit into one. */
export class Batch<C extends Calculator> {
  /** `asOf`: left out where each table has a column of that name. Throws a `PolicyError`. */
  constructor(calculator: C, options?: { asOf?: DateText; place?: string });
  /** Judges the next rows as `assessTable` does. */
  push(rows: { columns: Columns<C>; id?: readonly string[] }): TableAnswer;
  /** Gives its memory back. */
  free(): void;
}
/** Makes a link, `?c=refund&y=2024#1.…`; numbers, days, months and free text go along only where asked. */
export function encodeLink(request: Request, options?: { includeNumbers?: boolean }): string;
/** Reads a link back. Throws a `PolicyError` where it is damaged; `lost` names what a chat programme took away. */
export function decodeLink(href: string): Decoded;
/** A request out of a link: without `asOf` where the link holds no numbers. */
export type DecodedRequest = Request extends infer R ? R extends Request ? Omit<R, "asOf"> & { asOf?: DateText } : never : never;
/**
 * Takes a pack of the law into use (`cargo xtask pack`): in the stead of its place's law, or as the law of one more place,
 * which requests then name by `place`. Throws a `PolicyError` where it cannot be used; everything stays as it was then.
 */
export function usePack(bytes: Uint8Array | ArrayBuffer): UsedPack;
/** Every rule in use. */
export function policies(): Pack[];
/** The versions of the package, its rules and its links. */
export function version(): Version;

/** The content of `wengang_bg.wasm`, or a `WebAssembly.Module` of it, of which TypeScript knows no more. */
export type WasmSource = ArrayBuffer | ArrayBufferView | object;
/**
 * In a browser, before the first call: loads `wengang_bg.wasm` from the folder of the script, or what is given: an
 * address
 * (text, `URL`), a `Response` or a promise of one, or a `WasmSource`. The entries that start by themselves need no call.
 */
export function init(input?: { module_or_path: string | WasmSource | PromiseLike<object> }): Promise<unknown>;
export default init;
/** As `init`, at once: takes what a program has loaded itself. The entries that start by themselves need nothing. */
export function initSync(input?: { module: WasmSource }): unknown;
"#;

/// Prints each type's declaration with its doc comment.
macro_rules! declare {
    ($($type:ty),+ $(,)?) => {{
        let config = Config::default();
        $(println!("\n{}export {}", <$type>::docs().unwrap_or_default(), <$type>::decl(&config));)+
    }};
}

fn main() {
    print!("{HEAD}\n{}{}{}{FUNCTIONS}{}", law::calculators(), law::request(), law::answers(), law::declarations());
    declare!(
        answer::Assessment,
        answer::Policy,
        answer::WindowText,
        answer::DocumentText,
        answer::Citation,
        answer::Judgement,
        answer::Why,
        answer::Condition,
        answer::Step,
        answer::Insight,
        answer::NextStep,
        answer::MonthRow,
        answer::Share,
        answer::PlanRow,
        answer::SkippedRow,
        answer::BoundRow,
        answer::Least,
        Amount,
        Status,
        Evidence,
        Outcome,
        Pack,
        UsedPack,
        Version,
        ErrorCode,
        PolicyError,
        Decoded,
        Brief,
        BriefCondition,
    );
}
