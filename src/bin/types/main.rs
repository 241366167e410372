//! Prints the package's TypeScript declarations, made from the law's files and from the Rust types.

mod law;

use ts_rs::{Config, TS};
use wengang::api::answer;
use wengang::api::policies::{Pack, Version};
use wengang::api::request::{Decoded, ErrorCode, PolicyError};
use wengang::policy::assessment::Evidence;
use wengang::policy::assessment::{Amount, Status};
use wengang::policy::verdict::Outcome;

/// The names for texts of a fixed form.
const HEAD: &str = r#"// Made by `cargo xtask package` from the law's files and the Rust types: do not edit.

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
  code: ErrorCode;
  /** The path of the field: `facts.certificates[2].issuedOn`. */
  field: string;
}

/** Judges one case. Throws a `PolicyError`. */
export function assess(request: Request): Assessment;
/** Judges many cases in order; one bad row never stops the rest. */
export function assessMany(
  requests: readonly Request[],
  onProgress?: (done: number, total: number) => void,
): (Assessment | { error: ErrorReport })[];
/** Makes a link, `?c=refund&y=2024#1.…`; numbers, days, months and free text go along only where asked. */
export function encodeLink(request: Request, options?: { includeNumbers?: boolean }): string;
/** Reads a link back. Throws a `PolicyError` where it is damaged; `lost` names what a chat programme took away. */
export function decodeLink(href: string): Decoded;
/** A request out of a link: without `asOf` where the link holds no numbers. */
export type DecodedRequest = Request extends infer R ? R extends Request ? Omit<R, "asOf"> & { asOf?: DateText } : never : never;
/** Every rule built in. */
export function policies(): Pack[];
/** The versions of the package, its rules and its links. */
export function version(): Version;

type Module = BufferSource | WebAssembly.Module;
/** In a browser: loads the wasm beside the script, or the one given. */
export default function init(
  input?: { module_or_path: Module | RequestInfo | URL | Response | Promise<Response> },
): Promise<unknown>;
/** In Node: takes the bytes of `wengang_bg.wasm`. */
export function initSync(input: { module: Module }): unknown;
"#;

/// Prints each type's declaration with its doc comment.
macro_rules! declare {
    ($($type:ty),+ $(,)?) => {{
        let config = Config::default();
        $(println!("\n{}export {}", <$type>::docs().unwrap_or_default(), <$type>::decl(&config));)+
    }};
}

fn main() {
    print!("{HEAD}\n{}{FUNCTIONS}{}", law::request(), law::declarations());
    declare!(
        answer::Assessment,
        answer::Calculator,
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
        Version,
        ErrorCode,
        PolicyError,
        Decoded,
    );
}
