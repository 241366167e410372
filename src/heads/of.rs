//! The heads of a pack that was loaded, as `build/heads.rs` writes those of the one that is built in.

use wengang_engine::pack::{self, FactKind, Measure, OptionName, Shown};
use wengang_engine::{Outline, Pack, newest_check, outline};

use super::HEADS;
use crate::policy::date::{Date, Window};
use crate::policy::list::Listed;
use crate::policy::pack::{Heads, Industry, MeasureHead, PlaceHead, PlatformHead, Region, RuleHead};
use crate::policy::timeline::{Span, Timeline};

/// What the page says of the pack before it computes. What is made here stays in memory, as the pack does.
pub(super) fn of(pack: &'static Pack) -> Heads {
    let measures = outline(pack).into_iter().map(measure).listed();
    let place = place(&pack.place);
    // The notices that are told clause by clause are those of the place that is built in.
    let guide_file = if place.id == HEADS.place.id { HEADS.guide_file } else { "" };
    let version = newest_check(pack).map(|day| Date::of(day).to_string()).unwrap_or_default();
    let region = |option: &'static OptionName| Region { slug: &option.id, name: &option.shown };
    let industry =
        |option: &'static OptionName| Industry { id: &option.id, name: &option.shown, words: texts(&option.words) };
    Heads {
        version: version.leak(),
        place,
        guide_file,
        measures: measures.leak(),
        home: texts(&pack.home),
        regions: options(pack, "unemployment-benefit", "region").iter().map(region).listed().leak(),
        industries: options(pack, "size-class", "industry").iter().map(industry).listed().leak(),
    }
}

fn place(place: &'static pack::Place) -> PlaceHead {
    let platform = place.platform.as_ref();
    let not_recorded = place.not_recorded.iter().map(|missing| (missing.title.as_str(), missing.text.as_str()));
    PlaceHead {
        id: &place.id,
        name: &place.name,
        short: &place.short,
        platform: platform.map(|found| PlatformHead {
            name: &found.name,
            short: &found.short,
            address: &found.address,
        }),
        not_recorded: not_recorded.listed().leak(),
    }
}

fn measure(outline: Outline<'static>) -> MeasureHead {
    let measure: &'static Measure = outline.measure;
    let Shown { what, roles, others, leads, said, short_path, task, deadline } = &measure.shown;
    let said = said.iter().map(|said| (said.role.as_str(), said.fact.as_str(), said.option.as_str()));
    let from = outline.from.into_iter().map(|(start, found)| (Date::of(start), span(found)));
    MeasureHead {
        id: &measure.id,
        place: &measure.place,
        title: &measure.title,
        short: &measure.short,
        what,
        roles: texts(roles),
        others,
        leads: texts(leads),
        said: said.listed().leak(),
        short_path: texts(short_path),
        task: task.as_ref().map(|task| (task.title.as_str(), task.text.as_str())),
        deadline,
        is_claimed: measure.is_claimed(),
        checked_on: Date::of(measure.checked_on),
        always: measure.perpetual.is_some(),
        documents: outline.documents.into_iter().map(|document| document.number.as_str()).listed().leak(),
        rules: Timeline { before: span(outline.before), from: from.listed().leak() },
    }
}

fn span(found: wengang_engine::Span<'static>) -> Span<RuleHead> {
    match found {
        wengang_engine::Span::None(reason) => Span::Unknown(reason.leak()),
        wengang_engine::Span::Rule { round, hope, evidence } => Span::Known(RuleHead {
            id: &round.id,
            title: &round.title,
            hope: hope.leak(),
            window: Window { from: Date::of(round.window.from), to: round.window.to.map(Date::of) },
            checked_on: Date::of(round.checked_on),
            evidence: evidence.into(),
        }),
    }
}

fn options(pack: &'static Pack, measure: &str, fact: &str) -> &'static [OptionName] {
    let Some(measure) = pack.measure(measure) else { return &[] };
    match measure.fact(fact).map(|(_, fact)| fact.kind) {
        Some(FactKind::Choice(id)) => measure.options(id),
        _ => &[],
    }
}

fn texts(texts: &'static [String]) -> &'static [&'static str] {
    texts.iter().map(String::as_str).listed().leak()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law;

    #[test]
    fn the_heads_of_the_pack_built_in_are_those_that_the_build_wrote() {
        let pack: &'static Pack = law::packs().next().unwrap();
        assert_eq!(of(pack), HEADS);
    }
}
