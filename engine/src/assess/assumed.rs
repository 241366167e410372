//! The sentences about facts that were missing and are assumed.

use crate::evaluate::Scene;
use crate::pack::{Assumed, FactId, FactKind, List};
use crate::value::Value;

/// The notes on what was assumed: of facts first, then of the fields of lists; each once. `given`: the facts before that.
pub(super) fn notes(scene: &Scene<'_>, given: &[Option<Value>]) -> Vec<String> {
    let measure = scene.measure;
    let mut notes = of_facts(scene, given, |_| true);
    let mut add = |note: String| {
        if !notes.contains(&note) {
            notes.push(note);
        }
    };
    for ((id, fact), given) in (0_u16..).map(FactId).zip(&measure.facts).zip(given) {
        let (FactKind::List(list), Some(Value::List(given))) = (fact.kind, given) else { continue };
        let Some(list) = measure.lists.get(list.index()) else { continue };
        of_fields(scene, id, list, given).into_iter().for_each(&mut add);
    }
    notes
}

/// The notes on facts that were assumed, of those that are asked for.
pub(super) fn of_facts(scene: &Scene<'_>, given: &[Option<Value>], is_asked: impl Fn(FactId) -> bool) -> Vec<String> {
    let facts = (0_u16..).map(FactId).zip(&scene.measure.facts).zip(given);
    let left_out = facts.filter(|((id, _), given)| given.is_none() && is_asked(*id));
    let assumed = left_out.filter_map(|((_, fact), _)| fact.assumed.as_ref());
    assumed.filter(|assumed| applies(scene, assumed)).map(|assumed| scene.words(&assumed.note)).collect()
}

fn applies(scene: &Scene<'_>, assumed: &Assumed) -> bool {
    assumed.when.as_ref().is_none_or(|when| scene.surely(when))
}

fn of_fields(scene: &Scene<'_>, id: FactId, list: &List, given: &[Vec<Option<Value>>]) -> Vec<String> {
    let elements = match scene.facts.get(id.index()) {
        Some(Some(Value::List(elements))) => elements.as_slice(),
        _ => &[],
    };
    let mut notes = Vec::new();
    for (place, field) in list.fields.iter().enumerate() {
        let Some(assumed) = &field.assumed else { continue };
        let mut left_out = elements.iter().zip(given).filter(|(_, given)| matches!(given.get(place), Some(None)));
        let element = left_out.find(|(element, _)| applies(&scene.with_other(id, element), assumed));
        notes.extend(element.map(|(element, _)| scene.with_other(id, element).words(&assumed.note)));
    }
    notes
}
