//! What the first screen needs of the law, as Rust constants: which rule holds when, and the options that are looked up by
//! name. The pack itself is read once somebody computes.

use std::collections::BTreeSet;

use wengang_engine::assessment::Status;
use wengang_engine::pack::{Evidence, FactKind, Measure, OptionName, Round, RoundId, Shown};
use wengang_engine::{Date, Pack, RowIs, compare, standing};

/// The constants.
pub fn code(pack: &Pack, guide: &str) -> String {
    let days = pack
        .measures
        .iter()
        .flat_map(|measure| measure.rounds.iter().map(|round| round.checked_on).chain([measure.checked_on]));
    let version = days.max().map(|day| day.to_string()).unwrap_or_default();
    let measures: Vec<_> = pack.measures.iter().map(|measure| self::measure(pack, measure)).collect();
    let regions = options(pack, "unemployment-benefit", "region", |option| {
        format!("Region {{ slug: {:?}, name: {:?} }}", option.id, option.shown)
    });
    let industries = options(pack, "size-class", "industry", |option| {
        format!("Industry {{ id: {:?}, name: {:?}, words: &{:?} }}", option.id, option.shown, option.words)
    });
    format!(
        "pub static HEADS: Heads = Heads {{ version: {version:?}, guide_file: {:?}, measures: &[{}], home: &{:?}, \
         regions: &[{regions}], industries: &[{industries}] }};\n",
        wengang_compiler::guide_file(guide),
        measures.join(", "),
        pack.home,
    )
}

fn options(pack: &Pack, measure: &str, fact: &str, one: impl Fn(&OptionName) -> String) -> String {
    let found = pack.measure(measure).and_then(|measure| Some((measure, measure.fact(fact)?.1.kind)));
    let options = match found {
        Some((measure, FactKind::Choice(id))) => measure.options(id),
        _ => &[],
    };
    options.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn measure(pack: &Pack, measure: &Measure) -> String {
    let mut spans: Vec<(Option<Date>, String)> = Vec::new();
    for start in starts(measure) {
        let before = || starts(measure).get(1).copied().flatten().and_then(|day| day.previous().ok());
        let Some(day) = start.or_else(before) else { continue };
        let span = span(pack, measure, day);
        if spans.last().is_none_or(|(_, last)| *last != span) {
            spans.push((start, span));
        }
    }
    let mut spans = spans.into_iter();
    let before = spans.next().map(|(_, span)| span).unwrap_or_default();
    let Shown { what, roles, others, leads, said, short_path, task, deadline } = &measure.shown;
    let said: Vec<_> = said.iter().map(|said| (&said.role, &said.fact, &said.option)).collect();
    let task = task.as_ref().map(|task| (&task.title, &task.text));
    let from: Vec<_> = spans.filter_map(|(start, span)| Some(format!("({}, {span})", date(start?)))).collect();
    format!(
        "MeasureHead {{ id: {:?}, place: {:?}, title: {:?}, short: {:?}, what: {:?}, roles: &{:?}, others: {:?}, leads: &{:?}, \
         said: &{said:?}, short_path: &{:?}, task: {task:?}, deadline: {:?}, is_claimed: {}, checked_on: {}, always: {}, \
         documents: &{:?}, rules: Timeline {{ before: {before}, from: &[{}] }} }}",
        measure.id,
        measure.place,
        measure.title,
        measure.short,
        what,
        roles,
        others,
        leads,
        short_path,
        deadline,
        !measure.conditions.is_empty() || measure.items.is_some(),
        date(measure.checked_on),
        measure.perpetual.is_some(),
        documents(pack, measure),
        from.join(", "),
    )
}

/// The numbers of the documents that the rules stand on, in the order in which they are named.
fn documents<'p>(pack: &'p Pack, measure: &Measure) -> Vec<&'p str> {
    let mut numbers = Vec::new();
    for round in &measure.rounds {
        for document in pack.documents_of(&round.sources, &round.also) {
            if !numbers.contains(&document.number.as_str()) {
                numbers.push(document.number.as_str());
            }
        }
    }
    numbers
}

/// The days on which something may begin, the first of them since ever.
fn starts(measure: &Measure) -> Vec<Option<Date>> {
    let next = |day: Option<Date>| day.and_then(|day| day.next().ok());
    let windows = measure.rounds.iter().flat_map(|round| [Some(round.window.from), next(round.window.to)]);
    let gaps = measure.gaps.iter().flat_map(|gap| [gap.from, next(gap.to)]);
    let days: BTreeSet<Date> = windows.chain(gaps).flatten().collect();
    [None].into_iter().chain(days.into_iter().map(Some)).collect()
}

fn span(pack: &Pack, measure: &Measure, day: Date) -> String {
    let found = standing(pack, measure, day);
    match found.round.and_then(|RoundId(id)| measure.rounds.get(usize::from(id))) {
        Some(round) if found.status == Status::Open => format!("Span::Known({})", rule(pack, measure, round)),
        _ => format!("Span::Unknown({:?})", found.reason.unwrap_or_default()),
    }
}

fn rule(pack: &Pack, measure: &Measure, round: &Round) -> String {
    let to = round.window.to.map_or_else(|| "None".to_owned(), |to| format!("Some({})", date(to)));
    let evidence = match pack.evidence(round.own_sources()) {
        Evidence::Official => "Official",
        Evidence::Provisional => "Provisional",
    };
    format!(
        "RuleHead {{ id: {:?}, title: {:?}, hope: {:?}, window: Window {{ from: {}, to: {to} }}, checked_on: {}, evidence: \
         Evidence::{evidence} }}",
        round.id,
        round.title,
        hope(pack, measure, round),
        date(round.window.from),
        date(round.checked_on),
    )
}

/// What people hope for under a rule; of two tables the last one's.
fn hope(pack: &Pack, measure: &Measure, rule: &Round) -> String {
    let tables = compare(pack, measure).unwrap_or_default();
    let rows = tables.into_iter().flat_map(|table| table.rows);
    let mut hopes = rows.filter_map(|row| match row.is {
        RowIs::Rule(round, cells) | RowIs::Standing(round, cells) if round.id == rule.id => Some(cells.hope),
        _ => None,
    });
    // Whole amounts in a line: 1,000–2,000元.
    hopes.next_back().unwrap_or_default().replace(".00元–", "–").replace(".00元", "元")
}

fn date(day: Date) -> String {
    format!("Date::new({}, {}, {})", day.year(), day.month(), day.day())
}
