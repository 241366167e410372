//! Rules over time: every day is told once, by a rule or by a gap that says why.

use super::node::{Day, Node};

/// A run of days with what holds on them.
pub struct Span<'a> {
    /// Where it is written.
    node: Node<'a>,
    from: Option<Day>,
    to: Option<Day>,
    /// The span as a Rust expression.
    code: String,
}

impl<'a> Span<'a> {
    /// A rule's days.
    pub fn rule(node: Node<'a>, from: Day, to: Option<Day>, code: &str) -> Result<Self, String> {
        if to.is_some_and(|to| to < from) {
            return Err(node.error_at("to", "“to”不能早于“from”"));
        }
        Ok(Self { node, from: Some(from), to, code: format!("Span::Known({code})") })
    }

    /// A `[[gap]]`: days on which no rule is recorded, with the reason.
    pub fn gap(node: Node<'a>) -> Result<Self, String> {
        let (from, to, reason) = (node.optional_day("from")?, node.optional_day("to")?, node.text("reason")?);
        node.finish()?;
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            return Err(node.error_at("to", "“to”不能早于“from”"));
        }
        Ok(Self { node, from, to, code: format!("Span::Unknown({reason:?})") })
    }
}

/// The timeline as a Rust expression; `standing` holds on the days from its first that nothing else tells.
pub fn timeline(root: &Node<'_>, mut spans: Vec<Span<'_>>, standing: Option<(Day, &str)>) -> Result<String, String> {
    spans.sort_by_key(|span| span.from);
    let mut cells: Vec<(Option<Day>, String)> = Vec::new();
    // The first day that is not told yet; `None` once a span without an end was read.
    let mut next: Option<Option<Day>> = Some(None);
    for span in &spans {
        match next {
            None => return Err(span.node.error("和前面一段没有截止日期的日子重了")),
            Some(next) if span.from < next => {
                return Err(span.node.error_at("from", &format!("日子重了：{}已经写过", words(span.from))));
            }
            Some(next) if span.from > next => {
                cells.push(standing_cell(standing, next).ok_or_else(|| {
                    span.node.error_at("from", &format!("{}起没有写：请补一段 [[gap]]，写明原因", words(next)))
                })?);
            }
            Some(_) => {}
        }
        cells.push((span.from, span.code.clone()));
        next = span.to.map(|to| Some(to.next()));
    }
    if let Some(next) = next {
        let words = words(next);
        cells.push(
            standing_cell(standing, next)
                .ok_or_else(|| root.error(&format!("{words}起没有写：请补一段 [[gap]]，写明原因")))?,
        );
    }
    let (_, before) = cells.first().ok_or_else(|| root.error("没有写任何 [[round]] 或 [[gap]]"))?;
    let rest: Vec<_> =
        cells.iter().filter_map(|(from, code)| from.map(|from| format!("({}, {code})", from.code()))).collect();
    Ok(format!("Timeline {{ before: {before}, from: &[{}] }}", rest.join(", ")))
}

fn standing_cell(standing: Option<(Day, &str)>, next: Option<Day>) -> Option<(Option<Day>, String)> {
    let (from, code) = standing?;
    next.is_some_and(|next| from <= next).then(|| (next, format!("Span::Known({code})")))
}

fn words(day: Option<Day>) -> String {
    day.map_or_else(|| "最早的日子".to_owned(), |day| day.to_string())
}
