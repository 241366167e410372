//! What the calculators of every place ask, for what another page fills in: names, kinds and options of the facts, as
//! `www/prefill.js` reads them. Loaded only where a page fills in something.

use std::path::Path;

use anyhow::Result;
use serde_json::{Map, Value, json};
use wengang_engine::Pack;
use wengang_engine::pack::{DomainId, FactKind, Measure};

use crate::{law, project};

/// The file's name.
const NAME: &str = "facts.json";

/// Writes the file into a page's folder.
///
/// # Errors
/// Where a file of the law is refused.
pub fn write(staging: &Path) -> Result<()> {
    let mut places = Map::new();
    for place in law::places()? {
        let measures = measures(&law::pack(&place)?);
        places.insert(place, measures);
    }
    let file = json!({ "builtIn": law::pack_built_in()?.place.id, "places": places });
    project::write(&staging.join(NAME), file.to_string() + "\n")
}

/// Returns whether a file of the page is this one, which a first visit does not load.
pub fn is(path: &Path) -> bool {
    path.ends_with(NAME)
}

fn measures(pack: &Pack) -> Value {
    pack.measures.iter().map(|measure| (measure.id.clone(), asked(measure))).collect::<Map<_, _>>().into()
}

/// What a measure asks; `month`: the fact that stands for the day of application where the page asks for none.
fn asked(measure: &Measure) -> Value {
    let month = measure.facts.iter().find(|fact| measure.perpetual.is_some() && fact.kind == FactKind::Month);
    json!({ "facts": facts(measure), "month": month.map(|fact| &fact.id) })
}

fn facts(measure: &Measure) -> Value {
    let fact = |fact: &wengang_engine::pack::Fact| {
        let declared = match fact.kind {
            FactKind::List(id) => {
                let fields = measure.fields(id).iter();
                let fields: Map<_, _> = fields.map(|field| (field.id.clone(), single(measure, field.kind))).collect();
                let most = measure.lists.get(id.index()).map(|list| list.most);
                json!({ "kind": "rows", "fields": fields, "asksWhether": fact.assumed.is_some(), "most": most })
            }
            kind => single(measure, kind),
        };
        (fact.id.clone(), declared)
    };
    // A number that may come in a fact's place: twelve headcounts as their sum.
    let instead = measure.facts.iter().filter_map(|fact| {
        let instead = fact.instead.as_ref()?;
        let FactKind::Average(max) = fact.kind else { return None };
        let (by, max) = (instead.divided_by, max.saturating_mul(instead.divided_by.into()));
        Some((instead.id.clone(), json!({ "kind": "instead", "of": fact.id, "by": by, "max": max })))
    });
    measure.facts.iter().map(fact).chain(instead).collect::<Map<_, _>>().into()
}

/// The declaration of what is no list.
fn single(measure: &Measure, kind: FactKind) -> Value {
    let with_options = |kind: &str, domain: DomainId| {
        let options: Vec<&str> = measure.options(domain).iter().map(|option| option.id.as_str()).collect();
        json!({ "kind": kind, "options": options })
    };
    match kind {
        FactKind::Choice(domain) => with_options("choice", domain),
        FactKind::Choices(domain) => with_options("choices", domain),
        FactKind::YesNo => json!({ "kind": "truth" }),
        FactKind::Count(max) => json!({ "kind": "count", "max": max }),
        FactKind::Average(max) => json!({ "kind": "decimal", "max": max, "decimals": 6 }),
        FactKind::Money(max) => json!({ "kind": "decimal", "max": max, "decimals": 2 }),
        FactKind::Date => json!({ "kind": "day" }),
        FactKind::Month => json!({ "kind": "month" }),
        FactKind::Text | FactKind::List(_) => json!({ "kind": "text" }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_of_every_place_is_declared_with_its_kind_and_its_options() {
        for place in law::places().unwrap() {
            let pack = law::pack(&place).unwrap();
            let found = measures(&pack);
            for measure in &pack.measures {
                let facts = found.get(&measure.id).and_then(|asked| asked.get("facts")).unwrap();
                for fact in &measure.facts {
                    assert!(facts.get(&fact.id).and_then(|declared| declared.get("kind")).is_some(), "{}", fact.id);
                }
            }
        }
        let found = measures(&law::pack_built_in().unwrap());
        let at = |path: &str| found.pointer(path).cloned().unwrap();
        assert_eq!(at("/refund/facts/zombie"), json!({ "kind": "truth" }));
        assert_eq!(at("/refund/facts/premiumPaid/kind"), json!("decimal"));
        assert_eq!(at("/refund/facts/insuredPersonMonths/of"), json!("averageInsured"));
        assert_eq!(at("/refund/facts/applicant/options/0"), json!("enterprise"));
        assert_eq!(at("/skill-subsidy/facts/certificates/kind"), json!("rows"));
        assert_eq!(at("/skill-subsidy/facts/certificates/fields/issuedOn"), json!({ "kind": "day" }));
        assert_eq!((at("/refund/month"), at("/premium/month")), (Value::Null, json!("month")));
    }
}
