//! Every day once: what is next to a period follows where its days change.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};
use wengang_engine::Date;

use super::{date_in, datetime, list_of, parse};
use crate::path::{Step, section_mut, set};

/// Lets a gap that began where the round now begins begin after the round.
pub(super) fn shorten_gap(policy: &mut DocumentMut, first: Date, last: Date) -> Result<(), String> {
    let gaps = policy.get_mut("gap").and_then(Item::as_array_of_tables_mut);
    for gap in gaps.into_iter().flat_map(ArrayOfTables::iter_mut) {
        let from = date_in(gap, "from")?;
        let to = date_in(gap, "to")?;
        if from.is_some_and(|from| from > last) || to.is_some_and(|to| to < first) {
            continue;
        }
        if from != Some(first) || to.is_some() {
            return Err(format!("{first} 至 {last} 在一个 [[gap]] 之中，请先手工把它分开"));
        }
        set(gap, "from", datetime(next(last)?)?);
    }
    Ok(())
}

/// Returns the text with a period's days changed, and with what stood beside it: the one before ends on the day before, what was
/// not on record begins on the day after, and days that belong to nothing any more are a gap with its reason.
///
/// # Errors
/// A sentence: the file is no TOML, there is no such period, or the last day is before the first.
pub fn refit(source: &str, way: &[Step], days: (Option<Date>, Option<Date>)) -> Result<String, String> {
    let mut policy = parse(source)?;
    let has_standing = policy.contains_key("standing");
    let section = section_mut(policy.as_table_mut(), way).ok_or("没有这一段")?;
    let old = (date_in(section, "from")?, date_in(section, "to")?);
    let new = (days.0.or(old.0), days.1.or(old.1));
    if new.0.zip(new.1).is_some_and(|(from, to)| to < from) {
        return Err("止日早于起日，请核对".to_owned());
    }
    for (key, day) in [("from", new.0), ("to", new.1)] {
        if let Some(day) = day {
            set(section, key, datetime(day)?);
        }
    }
    let is_round = way.first() == Some(&Step::key("round"));
    let is_row = way.first() == Some(&Step::key("param"));
    let mut gaps = Vec::new();
    if let (Some(old_from), Some(new_from)) = (old.0, new.0)
        && old_from != new_from
    {
        let beside = Beside { old: previous(old_from)?, new: previous(new_from)? };
        let mut is_moved = false;
        if !is_round {
            is_moved = beside.end(&mut policy, list_of(way), way.last())?;
        }
        is_moved |= !is_row && beside.end(&mut policy, &[Step::key("gap")], None)?;
        if !is_moved && is_round && !has_standing && old_from < new_from {
            let reason = format!("{}年度从{}月{}日起。", new_from.year(), new_from.month(), new_from.day());
            gaps.push((Some(old_from), Some(previous(new_from)?), reason));
        }
    }
    if let Some(new_to) = new.1.filter(|_| old.1 != new.1) {
        let after = next(new_to)?;
        let list = if is_row { list_of(way) } else { &[Step::key("gap")] };
        let is_moved = match old.1 {
            Some(old_to) => begin(&mut policy, list, next(old_to)?, after)?,
            None => false,
        };
        let is_open_end = old.1.is_none() || old.1.is_some_and(|old_to| new_to < old_to);
        if !is_moved && is_open_end && !(is_round && has_standing) {
            let until = old.1.filter(|_| is_round);
            gaps.push((Some(after), until, format!("{}年{}月以后的还没有查到。", after.year(), after.month())));
        }
    }
    for (from, to, reason) in gaps {
        let mut gap = Table::new();
        for (key, day) in [("from", from), ("to", to)] {
            if let Some(day) = day {
                set(&mut gap, key, datetime(day)?);
            }
        }
        set(&mut gap, "reason", reason);
        gap.decor_mut().set_prefix("\n");
        if is_row {
            push(&mut policy, list_of(way), gap);
        } else {
            let list = policy.entry("gap").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
            if let Some(list) = list.as_array_of_tables_mut() {
                list.push(gap);
            }
        }
    }
    Ok(policy.to_string())
}

/// The last day of what comes before a period, as it was and as it is to be.
struct Beside {
    old: Date,
    new: Date,
}

impl Beside {
    /// Lets what ended on the old day, in a list of the file, end on the new one.
    fn end(&self, policy: &mut DocumentMut, list: &[Step], but: Option<&Step>) -> Result<bool, String> {
        let mut is_found = false;
        for place in 0..length(policy, list) {
            let step = Step::At(place);
            if but == Some(&step) {
                continue;
            }
            let way: Vec<Step> = list.iter().cloned().chain([step]).collect();
            let Some(section) = section_mut(policy.as_table_mut(), &way) else { continue };
            let begins_before = date_in(section, "from")?.is_none_or(|from| from <= self.new);
            if date_in(section, "to")? == Some(self.old) && begins_before {
                set(section, "to", datetime(self.new)?);
                is_found = true;
            }
        }
        Ok(is_found)
    }
}

/// Lets what began on a day, in a list of the file, begin on another one.
fn begin(policy: &mut DocumentMut, list: &[Step], old: Date, new: Date) -> Result<bool, String> {
    for place in 0..length(policy, list) {
        let way: Vec<Step> = list.iter().cloned().chain([Step::At(place)]).collect();
        let Some(section) = section_mut(policy.as_table_mut(), &way) else { continue };
        if date_in(section, "from")? == Some(old) && date_in(section, "to")?.is_none_or(|to| new <= to) {
            set(section, "from", datetime(new)?);
            return Ok(true);
        }
    }
    Ok(false)
}

fn list_mut<'p>(policy: &'p mut DocumentMut, list: &[Step]) -> Option<&'p mut Item> {
    let (last, above) = list.split_last()?;
    let Step::Key(key) = last else { return None };
    section_mut(policy.as_table_mut(), above)?.get_mut(key)
}

fn length(policy: &mut DocumentMut, list: &[Step]) -> usize {
    list_mut(policy, list).map_or(0, |item| crate::path::sections(item).len())
}

fn push(policy: &mut DocumentMut, list: &[Step], section: Table) {
    if let Some(tables) = list_mut(policy, list).and_then(Item::as_array_of_tables_mut) {
        tables.push(section);
    }
}

fn next(day: Date) -> Result<Date, String> {
    day.next().map_err(|error| error.to_string())
}

fn previous(day: Date) -> Result<Date, String> {
    day.previous().map_err(|error| error.to_string())
}
