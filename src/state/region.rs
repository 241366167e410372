//! The region that pays 失业保险金: the office's is picked at first, and another city is an answer.

use crate::api::answer::Calculator;
use crate::state::{Given, Picked, State};

/// The fact.
const REGION: &str = "region";
/// The answer of people whose region is not recorded: no option of the law's file.
pub const ELSEWHERE: &str = "elsewhere";

impl State {
    /// Picks the office's region in a form where nothing is answered yet.
    pub(super) fn preselect(&mut self) {
        if let Some(region) = self.site.region.filter(|_| self.answers.of(Calculator::UNEMPLOYMENT_BENEFIT).is_none()) {
            self.answers.pick(Calculator::UNEMPLOYMENT_BENEFIT, REGION, Picked::option(region.slug));
        }
    }

    /// Whether the region on the screen is the office's.
    #[must_use]
    pub fn is_site_region(&self) -> bool {
        let picked = self.answers.option(Calculator::UNEMPLOYMENT_BENEFIT, REGION);
        self.site.region.is_some_and(|region| picked == Some(region.slug))
    }

    /// Copies the insured months of the benefit's form into the skill subsidy's, where they are missing: the months
    /// since the last claim are a lower bound of all months.
    pub(super) fn share_insured_months(&mut self) {
        const MONTHS: &str = "insuredMonths";
        let field = self.answers.get(Calculator::UNEMPLOYMENT_BENEFIT, MONTHS).and_then(|given| given.text()).cloned();
        if let Some(field) = field.filter(|field| field.is_touched())
            && !self.answers.is_typed(Calculator::SKILL_SUBSIDY, MONTHS)
        {
            self.answers.put(Calculator::SKILL_SUBSIDY, MONTHS, Given::Text(field));
        }
    }
}
