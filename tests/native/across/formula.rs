//! A checker that knows nothing of the law: it does each line of a calculation again from its formula.

use std::collections::HashMap;

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value as Json;

/// Recomputes every step; the value of the last one, or what does not come out.
pub fn recompute(steps: &[Json]) -> Result<Option<String>, String> {
    let mut values = HashMap::new();
    let mut last = None;
    for step in steps {
        let (id, formula, printed) = (text(step, "id"), text(step, "formula"), text(step, "value"));
        let mut parser = Parser { tokens: tokens(&formula), next: 0, values: &values };
        let value = parser.sum()?;
        let expected: Decimal = printed.parse().map_err(|_| format!("{printed} is no number"))?;
        if value.normalize() != expected.normalize() {
            return Err(format!("{formula} is {value}, not {printed}"));
        }
        values.insert(id, value);
        last = Some(printed);
    }
    Ok(last)
}

fn text(step: &Json, key: &str) -> String {
    step[key].as_str().unwrap_or_default().to_owned()
}

fn tokens(formula: &str) -> Vec<String> {
    let spaced: String =
        formula.chars().flat_map(|c| if "+−×÷(),".contains(c) { vec![' ', c, ' '] } else { vec![c] }).collect();
    spaced.split_whitespace().map(str::to_owned).collect()
}

struct Parser<'a> {
    tokens: Vec<String>,
    next: usize,
    values: &'a HashMap<String, Decimal>,
}

impl Parser<'_> {
    fn take(&mut self, words: &[&str]) -> Option<String> {
        let token = self.tokens.get(self.next).filter(|token| words.contains(&token.as_str())).cloned()?;
        self.next += 1;
        Some(token)
    }

    fn sum(&mut self) -> Result<Decimal, String> {
        let mut value = self.product()?;
        while let Some(sign) = self.take(&["+", "−"]) {
            let other = self.product()?;
            value = if sign == "+" { value + other } else { value - other };
        }
        Ok(value)
    }

    fn product(&mut self) -> Result<Decimal, String> {
        let mut value = self.atom()?;
        while let Some(sign) = self.take(&["×", "÷"]) {
            let other = self.atom()?;
            value = if sign == "×" { value * other } else { value / other };
        }
        Ok(value)
    }

    fn atom(&mut self) -> Result<Decimal, String> {
        if let Some(word) = self.take(&["min", "max"]) {
            return self.of_two(&word);
        }
        let rounds = self.take(&["round2"]).is_some();
        if self.take(&["("]).is_some() {
            let value = self.sum()?;
            self.take(&[")"]).ok_or("a bracket is not closed")?;
            let rounded = value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
            return Ok(if rounds { rounded } else { value });
        }
        let token = self.tokens.get(self.next).ok_or("a formula ends too early")?.clone();
        self.next += 1;
        let known = self.values.get(&token).copied();
        known.or_else(|| token.parse().ok()).ok_or_else(|| format!("{token} is neither a number nor an earlier step"))
    }

    /// The least or the greatest of two.
    fn of_two(&mut self, word: &str) -> Result<Decimal, String> {
        self.take(&["("]).ok_or("min and max take two values")?;
        let first = self.sum()?;
        self.take(&[","]).ok_or("two values have no comma between them")?;
        let second = self.sum()?;
        self.take(&[")"]).ok_or("a bracket is not closed")?;
        Ok(if word == "min" { first.min(second) } else { first.max(second) })
    }
}
