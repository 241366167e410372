//! What the first screen needs of the law, as Rust constants: which rule holds when, and the options that are looked up by
//! name. The pack itself is read once the user computes something. The same of a pack that is loaded later is in
//! `src/heads/of.rs`.

use wengang_engine::pack::{Evidence, OptionName, Place, Shown};
use wengang_engine::{Date, Outline, Pack, Span, newest_check, outline};

/// The constants.
pub fn code(pack: &Pack, guide: &str) -> String {
    let version = newest_check(pack).map(|day| day.to_string()).unwrap_or_default();
    let measures: Vec<_> = outline(pack).iter().map(measure).collect();
    let region = |option: &OptionName| format!("Region {{ slug: {:?}, name: {:?} }}", option.id, option.shown);
    let industry = |option: &OptionName| {
        format!("Industry {{ id: {:?}, name: {:?}, words: &{:?} }}", option.id, option.shown, option.words)
    };
    let regions: Vec<_> = pack.options_of("unemployment-benefit", "region").iter().map(region).collect();
    let industries: Vec<_> = pack.options_of("size-class", "industry").iter().map(industry).collect();
    format!(
        "pub static HEADS: Heads = Heads {{ version: {version:?}, place: {}, guide_file: {:?}, measures: &[{}], home: &{:?}, \
         regions: &[{}], industries: &[{}] }};\n",
        place(&pack.place),
        wengang_compiler::guide_file(guide),
        measures.join(", "),
        pack.home,
        regions.join(", "),
        industries.join(", "),
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

fn measure(outline: &Outline<'_>) -> String {
    let measure = outline.measure;
    let Shown { what, roles, others, leads, role_answers, short_path, task, deadline } = &measure.shown;
    let role_answers: Vec<_> = role_answers.iter().map(|answer| (&answer.role, &answer.fact, &answer.option)).collect();
    let task = task.as_ref().map(|task| (&task.title, &task.text));
    let documents: Vec<&str> = outline.documents.iter().map(|document| document.number.as_str()).collect();
    let from: Vec<_> =
        outline.from.iter().map(|(start, found)| format!("({}, {})", date(*start), span(found))).collect();
    format!(
        "MeasureHead {{ id: {:?}, place: {:?}, title: {:?}, short: {:?}, what: {:?}, roles: &{:?}, others: {:?}, leads: &{:?}, \
         role_answers: &{role_answers:?}, short_path: &{:?}, task: {task:?}, deadline: {:?}, is_claimed: {}, checked_on: {}, always: {}, \
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
