//! The heads of a pack that was loaded, as `build/heads.rs` writes those of the one that is built in.

use wengang_engine::pack::{self, Measure, OptionName, Shown};
use wengang_engine::{Outline, Pack, newest_check, outline};

use super::HEADS;
use crate::policy::date::{Date, Window};
use crate::policy::list::CollectSmall;
use crate::policy::pack::{Heads, Industry, MeasureHead, PlaceHead, PlatformHead, Region, RuleHead};
use crate::policy::timeline::{Span, Timeline};

/// The head of a pack, for screens that do not compute. It is leaked, as the pack is.
pub(super) fn of(pack: &'static Pack) -> Heads {
    let measures = outline(pack).into_iter().map(measure).collect_small();
    let place = place(&pack.place);
    // The guide with the notices clause by clause belongs to the built-in place.
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
        regions: pack.options_of("unemployment-benefit", "region").iter().map(region).collect_small().leak(),
        industries: pack.options_of("size-class", "industry").iter().map(industry).collect_small().leak(),
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
        not_recorded: not_recorded.collect_small().leak(),
    }
}

fn measure(outline: Outline<'static>) -> MeasureHead {
    let measure: &'static Measure = outline.measure;
    let Shown { what, roles, others, leads, role_answers, short_path, task, deadline } = &measure.shown;
    let role_answers =
        role_answers.iter().map(|answer| (answer.role.as_str(), answer.fact.as_str(), answer.option.as_str()));
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
        role_answers: role_answers.collect_small().leak(),
        short_path: texts(short_path),
        task: task.as_ref().map(|task| (task.title.as_str(), task.text.as_str())),
        deadline,
        is_claimed: measure.is_claimed(),
        checked_on: Date::of(measure.checked_on),
        always: measure.perpetual.is_some(),
        documents: outline.documents.into_iter().map(|document| document.number.as_str()).collect_small().leak(),
        rules: Timeline { before: span(outline.before), from: from.collect_small().leak() },
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

fn texts(texts: &'static [String]) -> &'static [&'static str] {
    texts.iter().map(String::as_str).collect_small().leak()
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
