//! 失业保险费, month by month.

use serde_json::{Value as Json, json};

use super::calendar::{day, later, status, text};
use super::figures::{scaled, share, table, wholes, yuan};

/// One month of one person, 分.
#[derive(PartialEq, Eq)]
struct Month {
    base: i128,
    clamped: &'static str,
    shares: [i128; 2],
    statutory: i128,
    is_official: bool,
}

impl Month {
    fn of(month: &str, wage: i128) -> Option<Self> {
        let rate = rate(month)?;
        let (base, clamped, is_official) = match limits(month) {
            None => (wage, "unknown", false),
            Some((limits, is_official)) => match wage {
                _ if wage < limits[0] => (limits[0], "floor", is_official),
                _ if wage > limits[1] => (limits[1], "cap", is_official),
                _ => (wage, "none", is_official),
            },
        };
        Some(Self {
            base,
            clamped,
            shares: shares(base, &rate["shares"]),
            statutory: shares(base, &table("premium")["statutory"]).iter().sum(),
            is_official: is_official && rate["official"].as_bool().unwrap(),
        })
    }

    fn total(&self) -> i128 {
        self.shares.iter().sum()
    }

    fn saved(&self) -> i128 {
        self.statutory - self.total()
    }

    fn shown(&self) -> [String; 4] {
        [yuan(self.base), yuan(self.total()), yuan(self.saved()), evidence(self.is_official).to_owned()]
    }
}

fn evidence(is_official: bool) -> &'static str {
    if is_official { "official" } else { "provisional" }
}

/// Months written in the same form sort in their order.
fn rate(month: &str) -> Option<&'static toml::Value> {
    let mut rates = table("premium")["rates"].as_array().unwrap().iter();
    rates.find(|rate| {
        rate["from"].as_str().unwrap() <= month && rate.get("after").is_none_or(|after| month < after.as_str().unwrap())
    })
}

fn limits(month: &str) -> Option<(Vec<i128>, bool)> {
    let mut rows = table("premium")["limits"].as_array().unwrap().iter().rev();
    let row = rows.find(|row| row["from"].as_str().unwrap() <= month)?;
    row.get("limits").map(|limits| (wholes(limits), row["official"].as_bool().unwrap()))
}

pub fn answer(as_of: &str, facts: &Json) -> Json {
    let first = facts["month"].as_str().unwrap_or(&as_of[..7]);
    let rate = rate(first);
    let status = status(
        as_of,
        rate.map(|rate| (rate["from"].as_str().unwrap(), rate.get("after").and_then(|after| after.as_str()))),
    );
    let count = i128::from(facts["months"].as_i64().unwrap_or(12));
    let named = (0..count).map(|number| text(later(day(&format!("{first}-01")), number))[..7].to_owned());
    let wage = scaled(&facts["monthlyWage"], 2);
    let months = named.map(|month| Some((Month::of(&month, wage?)?, month))).collect::<Option<Vec<_>>>();
    let Some(months) = months else {
        return json!({
            "outcome": "undetermined", "status": status, "verdicts": {},
            "amount": [null, null], "items": [], "result": [null, "provisional"],
        });
    };
    let persons = i128::from(facts["headcount"].as_i64().unwrap_or(1));
    let saved: i128 = months.iter().map(|(month, _)| month.saved() * persons).sum();
    let runs: Vec<_> = months.chunk_by(|(one, _), (next, _)| one.shown() == next.shown()).collect();
    let items = runs.iter().filter(|_| runs.len() > 1).map(|run| {
        let (month, from) = &run[0];
        let [base, total, saved, evidence] = month.shown();
        json!({"from": from, "months": run.len(), "base": base, "totalMonthly": total, "savedMonthly": saved,
               "evidence": evidence})
    });
    let month = &months[0].0;
    json!({
        "outcome": "eligible", "status": status, "verdicts": {}, "amount": [yuan(saved), yuan(saved)],
        "items": items.collect::<Vec<_>>(),
        "result": [{
            "base": yuan(month.base), "employerMonthly": yuan(month.shares[0]),
            "employeeMonthly": yuan(month.shares[1]), "totalMonthly": yuan(month.total()),
            "statutoryMonthly": yuan(month.statutory), "savedMonthly": yuan(month.saved()),
            "savedTotal": yuan(saved), "clamped": month.clamped,
        }, evidence(months.iter().all(|(month, _)| month.is_official))],
    })
}

fn shares(base: i128, thousandths: &toml::Value) -> [i128; 2] {
    let shares = wholes(thousandths).into_iter().map(|rate| share(base, rate)).collect::<Vec<_>>();
    shares.try_into().unwrap()
}
