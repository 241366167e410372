//! Every day is covered once: by a round, or by a gap that says why there is none.

use wengang_engine::Date;
use wengang_engine::pack::{Gap, GapOf};

use crate::measure::rounds::{Block, Kind};
use crate::toml_file::Section;

/// A run of days and where it is written.
pub(super) struct Span<'s, 'a> {
    pub section: &'s Section<'a>,
    pub from: Option<Date>,
    pub to: Option<Date>,
}

/// Reads the gaps and notes days that are covered twice or not at all.
pub(super) fn read(root: &Section<'_>, rounds: &[Block<'_>], sections: &[Section<'_>]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let (mut of_rounds, mut of_standing) = (Vec::new(), Vec::new());
    let mut is_complete = true;
    let has_standing = rounds.iter().any(|round| round.kind == Kind::Standing);
    for section in sections {
        let (from, to, reason) = (section.optional_day("from"), section.optional_day("to"), section.words("reason"));
        let of = of(section, has_standing);
        is_complete &= from.is_some() == section.has("from") && to.is_some() == section.has("to");
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            section.wrong("to", "“to”早于“from”", "请核对起止日期");
        }
        let spans = if of == GapOf::Standing { &mut of_standing } else { &mut of_rounds };
        spans.push(Span { section, from, to });
        gaps.extend(reason.map(|reason| Gap { of, from, to, reason }));
    }
    let mut standing = None;
    for round in rounds {
        let (from, to) = (round.section.optional_day("from"), round.section.optional_day("to"));
        is_complete &= from.is_some() && (to.is_some() || round.kind != Kind::Round && !round.section.has("to"));
        let span = Span { section: &round.section, from, to };
        if round.kind == Kind::Standing {
            standing = Some((from, to));
            of_standing.push(span);
        } else {
            of_rounds.push(span);
        }
    }
    // A faulty day has been noted; what follows from it is not.
    if is_complete {
        let gap = "补一段 [[gap]]，写明原因";
        check(root, root, of_rounds, standing, gap);
        // Where the standing rule was not found, and where it is, are two things; days between are the rounds' business.
        check(root, root, of_standing, Some((None, None)), gap);
    }
    gaps
}

/// Which rule is not recorded.
fn of(section: &Section<'_>, has_standing: bool) -> GapOf {
    match section.optional_text("of") {
        Some(of) if of.text == "standing" && has_standing => GapOf::Standing,
        Some(of) if of.text != "round" => {
            let instead = if has_standing { "可以写 round、standing" } else { "这里只能写 round" };
            section.wrong("of", "没有这一种规定", instead);
            GapOf::Round
        }
        _ => GapOf::Round,
    }
}

/// The first and the last day of a rule that fills the days on which there is nothing else.
pub(super) type Fill = (Option<Date>, Option<Date>);

/// Notes days that are covered twice or not at all; `gap`: how to write that there is nothing.
pub(super) fn check(
    root: &Section<'_>,
    whole: &Section<'_>,
    mut spans: Vec<Span<'_, '_>>,
    fill: Option<Fill>,
    gap: &str,
) {
    // Whether the days from the first on are filled, up to one before the other.
    let is_filled = |first: Option<Date>, before: Option<Date>| {
        let reaches = |to: Date| before.is_some_and(|before| to.next().is_ok_and(|next| before <= next));
        fill.is_some_and(|(from, to)| from <= first && to.is_none_or(reaches))
    };
    spans.sort_by_key(|span| span.from);
    // The first day that is not covered yet; nothing once a span without an end was read.
    let (mut next, mut before): (Option<Option<Date>>, Option<&Span<'_, '_>>) = (Some(None), None);
    for span in &spans {
        match next {
            None => overlap(root, before, span, "那一段没有写截止日期"),
            Some(next) if span.from < next => {
                overlap(root, before, span, &format!("{}已经写过", words(span.from)));
            }
            Some(next) if span.from > next && !is_filled(next, span.from) => {
                let wrong = format!("{}起没有写", words(next));
                span.section.wrong("from", wrong, format!("请在前面{gap}"));
            }
            Some(_) => {}
        }
        next = match span.to {
            None => None,
            Some(to) => to.next().ok().map(Some),
        };
        before = Some(span);
    }
    if let Some(next) = next.filter(|next| !is_filled(*next, None)) {
        let gap = gap.replacen("一段 ", "一段没有 to 的 ", 1).replacen("一行，", "一行没有 to 的，", 1);
        whole.missing(format!("{}起没有写", words(next)), format!("请在最后{gap}"));
    }
}

/// Notes a span that begins before an earlier one has ended: which must be given which last day.
fn overlap(root: &Section<'_>, earlier: Option<&Span<'_, '_>>, span: &Span<'_, '_>, why: &str) {
    let earlier_line = earlier.map_or(0, |earlier| line(root, earlier.section.span.start));
    let wrong = format!("和第 {earlier_line} 行的那一段重了：{why}");
    let last_day = span.from.and_then(day_before).filter(|last| earlier.is_some_and(|e| e.from <= Some(*last)));
    let instead = match last_day {
        Some(last) => format!("请把第 {earlier_line} 行那一段的 to 写成 {last}，或者改这一段的 from"),
        None => format!("两段从同一天开始：请去掉一段，或者改这一段的 from、第 {earlier_line} 行那一段的 to"),
    };
    span.section.wrong("from", wrong, instead);
}

fn day_before(day: Date) -> Option<Date> {
    let earlier = |month: wengang_engine::Month, last: u8| {
        (1..=last).rev().find_map(|day| Date::new(month.year(), month.number(), day).ok())
    };
    match day.day().checked_sub(1).filter(|before| *before > 0) {
        Some(before) => earlier(day.month_of(), before),
        None => earlier(day.month_of().plus(-1).ok()?, 31),
    }
}

fn line(root: &Section<'_>, at: usize) -> usize {
    root.messages.line(root.file, at)
}

fn words(day: Option<Date>) -> String {
    day.map_or_else(|| "最早的日子".to_owned(), |day| day.to_string())
}
