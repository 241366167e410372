//! Every day is told once: by a round, or by a gap that says why there is none.

use std::ops::Range;

use wengang_engine::Date;
use wengang_engine::pack::Gap;

use crate::measure::rounds::Block;
use crate::toml_file::Section;

/// A run of days and where it is written.
struct Span<'s, 'a> {
    section: &'s Section<'a>,
    from: Option<Date>,
    to: Option<Date>,
}

/// Reads the gaps and notes days that are told twice or not at all.
pub(super) fn read(root: &Section<'_>, rounds: &[Block<'_>], sections: &[Section<'_>]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut spans = Vec::new();
    let mut is_complete = true;
    for section in sections {
        let (from, to, reason) = (section.optional_day("from"), section.optional_day("to"), section.words("reason"));
        is_of_rounds(section);
        is_complete &= from.is_some() == section.has("from") && to.is_some() == section.has("to");
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            section.wrong("to", "“to”早于“from”", "请核对起止日期");
        }
        spans.push(Span { section, from, to });
        gaps.extend(reason.map(|reason| Gap { from, to, reason }));
    }
    for round in rounds {
        let (from, to) = (round.section.optional_day("from"), round.section.optional_day("to"));
        is_complete &= from.is_some() && to.is_some();
        spans.push(Span { section: &round.section, from, to });
    }
    // A faulty day has been noted; what follows from it is not.
    if is_complete {
        check(root, spans);
    }
    gaps
}

fn is_of_rounds(section: &Section<'_>) {
    if let Some(of) = section.optional_text("of")
        && of.text != "round"
    {
        section.wrong("of", "没有这一种规定", "这里只能写 round");
    }
}

fn check(root: &Section<'_>, mut spans: Vec<Span<'_, '_>>) {
    spans.sort_by_key(|span| span.from);
    // The first day that is not told yet; nothing once a span without an end was read.
    let (mut next, mut before): (Option<Option<Date>>, Option<Range<usize>>) = (Some(None), None);
    for span in &spans {
        let earlier = || before.clone().map_or(0, |before| line(root, before.start));
        match next {
            None => {
                let wrong = format!("和第 {} 行的那一段重了：那一段没有写截止日期", earlier());
                span.section.wrong("from", wrong, "请给那一段写上 to");
            }
            Some(next) if span.from < next => {
                let wrong = format!("和第 {} 行的那一段重了：{}已经写过", earlier(), words(span.from));
                span.section.wrong("from", wrong, "请改这一段的 from，或者那一段的 to");
            }
            Some(next) if span.from > next => {
                let wrong = format!("{}起没有写", words(next));
                span.section.wrong("from", wrong, "请在前面补一段 [[gap]]，写明原因");
            }
            Some(_) => {}
        }
        next = match span.to {
            None => None,
            Some(to) => to.next().ok().map(Some),
        };
        before = Some(span.section.span.clone());
    }
    if let Some(next) = next {
        root.missing(format!("{}起没有写", words(next)), "请在最后补一段没有 to 的 [[gap]]，写明原因");
    }
}

fn line(root: &Section<'_>, at: usize) -> usize {
    root.file.text.get(..at).unwrap_or_default().matches('\n').count().saturating_add(1)
}

fn words(day: Option<Date>) -> String {
    day.map_or_else(|| "最早的日子".to_owned(), |day| day.to_string())
}
