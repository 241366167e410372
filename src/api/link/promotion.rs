//! Links for a campaign: a measure, optionally a region, and a tag by which the server's log shows where a visitor came
//! from. The page itself ignores the tag.

use crate::api::answer::Calculator;
use crate::api::link::{Fact, Link, LinkValue, PLACE, named_place};
use crate::policy::date::Date;
use crate::policy::pack::Region;

/// The name of the tag in a query.
pub const TAG: &str = "k";

/// The address without the page's own: `?c=refund&k=sms-01`; with a region, its fragment too.
///
/// `tag` is of letters and digits, as [`entry::tag`](crate::api::entry::tag) reads it; empty: none.
#[must_use]
pub fn address(calculator: Calculator, region: Option<&'static Region>, tag: &str, today: Date) -> String {
    let tag = if tag.is_empty() { String::new() } else { ["&", TAG, "=", tag].concat() };
    let place = named_place(calculator).map(|place| ["&", PLACE, "=", place].concat()).unwrap_or_default();
    let Some(region) = region.filter(|_| calculator == Calculator::UNEMPLOYMENT_BENEFIT) else {
        // Nothing is answered: without a fragment nothing can get lost on the way.
        return ["?c=", calculator.code(), &place, &tag].concat();
    };
    let facts = vec![Fact { name: "region", value: LinkValue::Word(region.slug) }];
    let link = Link { calculator, year: Some(today.year()), as_of: None, facts, is_estimated: false, is_cut: false };
    link.address(false).replacen('#', &[&tag, "#"].concat(), 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::link::read;
    use crate::api::policies::regions;

    const TODAY: Date = Date::new(2026, 11, 25);

    #[test]
    fn a_tag_is_in_the_query_and_is_ignored() {
        assert_eq!(address(Calculator::REFUND, None, "sms-01", TODAY), "?c=refund&k=sms-01");
        assert_eq!(address(Calculator::PREMIUM, None, "", TODAY), "?c=premium");
        let region = regions().first().unwrap();
        let tagged = address(Calculator::UNEMPLOYMENT_BENEFIT, Some(region), "a", TODAY);
        let plain = address(Calculator::UNEMPLOYMENT_BENEFIT, Some(region), "", TODAY);
        assert!(tagged.starts_with("?c=unemployment-benefit&y=2026&k=a#1.g"), "{tagged}");
        assert_eq!(read(&tagged), read(&plain));
        let facts = read(&tagged).unwrap().facts;
        assert_eq!(facts, [Fact { name: "region", value: LinkValue::Word(region.slug) }]);
        // Only the benefit differs from region to region.
        assert_eq!(address(Calculator::REFUND, Some(region), "", TODAY), "?c=refund");
    }
}
