//! Numbers that identify a person or a company: never asked for, never stored.

use crate::api::entry::plain::plain;

/// Whether a text holds an identity number of 18 or 15 digits or a 统一社会信用代码, also among other words, with
/// full-width characters, or parted by spaces, hyphens or commas.
///
/// No amount, headcount or day looks like one: amounts have at most thirteen digits before the point.
///
/// ```
/// use wengang::api::entry::is_identity;
/// assert!(is_identity("证号130102199001011234"));
/// assert!(!is_identity("1000000000000"));
/// ```
#[must_use]
pub fn is_identity(text: &str) -> bool {
    clusters(text).iter().any(|cluster| holds_long(cluster) || holds_old(cluster))
}

/// As [`is_identity`], without the old numbers of 15 digits: the first 15 of 18 digits may look like one, so during
/// typing digit by digit one has to wait for the others.
#[must_use]
pub fn is_long_identity(text: &str) -> bool {
    clusters(text).iter().any(|cluster| holds_long(cluster))
}

/// Runs of ASCII letters and digits that only spaces, hyphens, commas and underscores part.
type Cluster = Vec<String>;

fn clusters(text: &str) -> Vec<Cluster> {
    let text = plain(text).to_ascii_uppercase();
    let clusters = text.split(|c: char| !c.is_ascii_alphanumeric() && !SEPARATORS.contains(&c));
    let runs = |cluster: &str| {
        let runs = cluster.split(SEPARATORS).filter(|run| !run.is_empty());
        runs.map(ToOwned::to_owned).collect::<Cluster>()
    };
    clusters.map(runs).filter(|cluster| !cluster.is_empty()).collect()
}

const SEPARATORS: [char; 4] = [' ', '-', ',', '_'];
const LONG: usize = 18;
const OLD: usize = 15;

fn holds_long(cluster: &[String]) -> bool {
    cluster.iter().any(|run| is_long_run(run))
        || joined(cluster, LONG).any(|(code, runs)| {
            // Six headcounts of three digits in a row are no credit code.
            is_citizen(&code) || (runs <= 5 && is_company(&code))
        })
}

fn holds_old(cluster: &[String]) -> bool {
    joined(cluster, OLD).any(|(code, runs)| runs <= 5 && is_old(&code))
}

/// A run, or adjacent runs joined, of `length` characters, with their number.
fn joined(cluster: &[String], length: usize) -> impl Iterator<Item = (String, usize)> {
    (0..cluster.len()).filter_map(move |start| {
        let mut code = String::new();
        for (index, run) in cluster.iter().skip(start).enumerate() {
            code += run;
            if code.len() >= length {
                return (code.len() == length).then_some((code, index + 1));
            }
        }
        None
    })
}

/// Whether a run without a gap holds a code: too many digits for anything else, or the shape of one.
fn is_long_run(run: &str) -> bool {
    let count_digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    // A made-up code, or one of another shape, that is exactly as long and mostly digits.
    (run.len() == LONG && count_digits(run) * 2 >= LONG)
        || (0..run.len()).any(|start| {
            let window = run.get(start..start + LONG).unwrap_or_default();
            let digits = count_digits(window);
            digits == LONG || (digits == LONG - 1 && window.ends_with('X')) || is_company(window)
        })
}

/// A citizen's number: 17 digits with a day of birth in them, then a digit or X.
fn is_citizen(code: &str) -> bool {
    let (digits, last) = code.split_at_checked(LONG - 1).unwrap_or_default();
    all_digits(digits)
        && (all_digits(last) || last == "X")
        && is_place(code, 0)
        && matches!(code.get(6..8), Some("19" | "20"))
        && is_month_and_day(code, 10)
}

/// A citizen's number of before 1999: 15 digits with a day of birth in them.
fn is_old(code: &str) -> bool {
    code.len() == OLD && all_digits(code) && is_place(code, 0) && is_month_and_day(code, 8)
}

/// A 统一社会信用代码: registrar, kind, six digits of the place, nine of the body, check character.
fn is_company(code: &str) -> bool {
    code.len() == LONG
        && code.get(1..8).is_some_and(all_digits)
        && !code.starts_with('0')
        && is_place(code, 2)
        && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether two digits are the number of a province.
fn is_place(code: &str, at: usize) -> bool {
    number(code, at).is_some_and(|province| (11..=91).contains(&province))
}

fn is_month_and_day(code: &str, at: usize) -> bool {
    number(code, at).is_some_and(|month| (1..=12).contains(&month))
        && number(code, at + 2).is_some_and(|day| (1..=31).contains(&day))
}

fn number(code: &str, at: usize) -> Option<u32> {
    code.get(at..at + 2)?.parse().ok()
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
