//! What the first screen needs of the law, as Rust constants: which rule holds when, and the options that are looked up by
//! name. The pack itself is read once the user computes something. The same of a pack that is loaded later is in
//! `src/heads/of.rs`.

use wengang_engine::pack::{Evidence, FactKind, OptionName, Place, Shown};
use wengang_engine::{Date, Outline, Pack, Span, newest_check, outline};

/// The constants.
pub fn code(pack: &Pack, guide: &str) -> String {
    let version = newest_check(pack).map(|day| day.to_string()).unwrap_or_default();
    let measures: Vec<_> = outline(pack).iter().map(measure).collect();
    let regions = options(pack, "unemployment-benefit", "region", |option| {
        format!("Region {{ slug: {:?}, name: {:?} }}", option.id, option.shown)
    });
    let industries = options(pack, "size-class", "industry", |option| {
        format!("Industry {{ id: {:?}, name: {:?}, words: &{:?} }}", option.id, option.shown, option.words)
    });
    format!(
        "pub static HEADS: Heads = Heads {{ version: {version:?}, place: {}, guide_file: {:?}, measures: &[{}], home: &{:?}, \
         regions: &[{regions}], industries: &[{industries}] }};\n",
        place(&pack.place),
        wengang_compiler::guide_file(guide),
        measures.join(", "),
        pack.home,
    )
}

fn place(place: &Place) -> String {
    let Place { id, name, short, platform, not_recorded } = place;
    let platform = platform.as_ref().map(|platform| {
        let (name, short, address) = (&platform.name, &platform.short, &platform.address);
        format!("PlatformHead {{ name: {name:?}, short: {short:?}, address: {address:?} }}")
    });
    let platform = platform.map_or_else(|| "None".to_owned(), |platform| format!("Some({platform})"));
    let not_recorded: Vec<_> = not_recorded.iter().map(|missing| (&missing.title, &missing.text)).collect();
    format!(
        "PlaceHead {{ id: {id:?}, name: {name:?}, short: {short:?}, platform: {platform}, not_recorded: &{not_recorded:?} }}"
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

fn measure(outline: &Outline<'_>) -> String {
    let measure = outline.measure;
    let Shown { what, roles, others, leads, said, short_path, task, deadline } = &measure.shown;
    let said: Vec<_> = said.iter().map(|said| (&said.role, &said.fact, &said.option)).collect();
    let task = task.as_ref().map(|task| (&task.title, &task.text));
    let documents: Vec<&str> = outline.documents.iter().map(|document| document.number.as_str()).collect();
    let from: Vec<_> =
        outline.from.iter().map(|(start, found)| format!("({}, {})", date(*start), span(found))).collect();
    format!(
        "MeasureHead {{ id: {:?}, place: {:?}, title: {:?}, short: {:?}, what: {:?}, roles: &{:?}, others: {:?}, leads: &{:?}, \
         said: &{said:?}, short_path: &{:?}, task: {task:?}, deadline: {:?}, is_claimed: {}, checked_on: {}, always: {}, \
         documents: &{documents:?}, rules: Timeline {{ before: {}, from: &[{}] }} }}",
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
        measure.is_claimed(),
        date(measure.checked_on),
        measure.perpetual.is_some(),
        span(&outline.before),
        from.join(", "),
    )
}

fn span(found: &Span<'_>) -> String {
    let (round, hope, evidence) = match found {
        Span::None(reason) => return format!("Span::Unknown({reason:?})"),
        Span::Rule { round, hope, evidence } => (round, hope, evidence),
    };
    let to = round.window.to.map_or_else(|| "None".to_owned(), |to| format!("Some({})", date(to)));
    let evidence = match evidence {
        Evidence::Official => "Official",
        Evidence::Provisional => "Provisional",
    };
    format!(
        "Span::Known(RuleHead {{ id: {:?}, title: {:?}, hope: {hope:?}, window: Window {{ from: {}, to: {to} }}, checked_on: {}, \
         evidence: Evidence::{evidence} }})",
        round.id,
        round.title,
        date(round.window.from),
        date(round.checked_on),
    )
}

fn date(day: Date) -> String {
    format!("Date::new({}, {}, {})", day.year(), day.month(), day.day())
}
