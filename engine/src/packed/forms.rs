//! What each type of a pack is written as: its fields, or its variant by its place.
//!
//! A new field does not compile until it is listed here. A change here requires another [`FORM`](super::FORM).

use crate::expression::{Added, Aggregate, Binary, Expr, Given, Listed, PlanOf, Supposition, Unary};
use crate::pack::*;
use crate::packed::form::{Form, Input};
use crate::value::{Count, Kind, Money, OptionId, Ratio, Value, Words};

macro_rules! forms {
    ($(struct $name:ident { $($field:ident),* $(,)? })*) => {
        $(impl Form for $name {
            fn write(&self, out: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $($field.write(out);)*
            }

            fn read(input: &mut Input<'_>) -> Self {
                $(let $field = Form::read(input);)*
                Self { $($field),* }
            }
        })*
    };
    // The first variant holds nothing that nests: it is what damaged bytes give.
    ($(enum $name:ident {
        $($place:literal => $variant:ident $(($($part:ident),*))? $({ $($field:ident),* })?),* $(,)?
    })*) => {
        $(impl Form for $name {
            fn write(&self, out: &mut Vec<u8>) {
                match self {
                    $(Self::$variant $(($($part),*))? $({ $($field),* })? => {
                        out.push($place);
                        $($($part.write(out);)*)?
                        $($($field.write(out);)*)?
                    })*
                }
            }

            fn read(input: &mut Input<'_>) -> Self {
                const COUNT: u8 = [$($place),*].len() as u8;
                match input.place(COUNT) {
                    $($place => {
                        $($(let $part = Form::read(input);)*)?
                        $($(let $field = Form::read(input);)*)?
                        Self::$variant $(($($part),*))? $({ $($field),* })?
                    })*
                    _ => Self::read(input),
                }
            }
        })*
    };
}

/// Newtypes.
macro_rules! named {
    ($($name:ident)+) => {
        $(impl Form for $name {
            fn write(&self, out: &mut Vec<u8>) {
                self.0.write(out);
            }

            fn read(input: &mut Input<'_>) -> Self {
                Self(Form::read(input))
            }
        })+
    };
}

/// Types that hold one number.
macro_rules! held {
    ($($name:ident)+) => {
        $(impl Form for $name {
            fn write(&self, out: &mut Vec<u8>) {
                self.get().write(out);
            }

            fn read(input: &mut Input<'_>) -> Self {
                Self::new(Form::read(input))
            }
        })+
    };
}

named! { DocumentId SourceId DomainId FactId ListId ValueId TableId DefineId ParamId RoundId OptionId Text Says }
held! { Count Money Ratio }

impl Form for Words {
    fn write(&self, out: &mut Vec<u8>) {
        self.written().to_owned().write(out);
        self.folded().to_owned().write(out);
    }

    fn read(input: &mut Input<'_>) -> Self {
        let written = String::read(input);
        Self::new(written, String::read(input))
    }
}

forms! {
    struct Pack { place, documents, sources, days_off, measures, home }
    struct Place { id, name, short, platform, not_recorded }
    struct Platform { name, short, address }
    struct NotRecorded { measure, title, text }
    struct Document { number, title, issuer, issued_on, url }
    struct Source { document, clause, quote, grade }
    struct DaysOff { id, round, text, source }
    struct Compare { caption, names, columns, days, terms }
    struct Column { title, only, says, item, hope }
    struct Days { from, to }
    struct Reading { text, days }
    struct Domain { options }
    struct OptionName { id, is_number, name, shown, letter, words, any_of }
    struct Fact {
        id, name, kind, instead, min, full, required, assumed, always, question, letter, prefix, unsupported, elsewhere, unit,
        answers, joins,
    }
    struct List { most, unit, row, add, fields }
    struct Field { id, name, kind, ask, hint, assumed, required, letter, unit, answers, alone }
    struct Assumed { value, note, when }
    struct Instead { id, divided_by, letter }
    struct Question { group, label, ask, hint, matters }
    struct Check { wrong, at, field, say }
    struct Item { list, conditions, amount, dates, day_off }
    struct ItemDayOff { day, when, what }
    struct Plan { same, blocks, places, ordinary, limit, by, again, step, total, left_same, left_places }
    struct PlanStep { id, title, unit }
    struct LeftOver { id, text }
    struct Measure {
        place, id, title, short, shown, checked_on, readings, window, domains, lists, facts, checks, values, params, tables,
        defines, conditions, amount, items, schedule, results, insights, next_steps, notes, perpetual, rounds, gaps,
        compare,
    }
    struct Shown { what, roles, others, leads, role_answers, short_path, task, deadline }
    struct RoleAnswer { role, fact, option }
    struct Task { title, text }
    struct WindowTexts { id, title, open, upcoming, closed, not_recorded }
    struct Define { name, value, unsure, limit, step, source }
    struct DefineStep { id, title, unit, when, monthly }
    struct Condition { id, title, holds, says, cites, curable, source, only }
    struct Amount { name, value, unsure, range, step }
    struct AmountStep { id, title, least, most, unit }
    struct ResultField { id, value, form }
    struct BoundRow { when, fact, least, of }
    struct Insight { id, when, says, each, value, days, source, only }
    struct EachElement { list, one_per, most }
    struct NextStep { id, when, says, closed, days, source, only }
    struct Note { when, says, only }
    struct Perpetual { at, settled, always }
    struct Param { name, key, rows, compare }
    struct ParamRow { from, to, is }
    struct Window { from, to }
    struct Years { application, base }
    struct Round {
        id, title, years, window, checked_on, source, also, notes, ceiling, figures, rows, goals, cites, sources, own,
    }
    struct Figure { value, source }
    struct Goal { title, by, least, source }
    struct Table { name, rows }
    struct Row { when, is, source }
    struct Gap { of, from, to, reason }
    struct Schedule { name, from, when, months, each, columns, step, total, source }
    struct ScheduleStep { id, title, unit }
    struct SaysRow { when, text }
    struct Supposition { facts, defines, added, day, round }
    struct Added { to, each, fields }
}

forms! {
    enum Grade { 0 => A, 1 => B, 2 => C, 3 => D, 4 => G }
    enum FactKind {
        0 => Choice(a), 1 => Choices(a), 2 => YesNo, 3 => Count(a), 4 => Average(a), 5 => Money(a), 6 => Date,
        7 => Month, 8 => Text, 9 => List(a),
    }
    enum ResultForm { 0 => Decimal, 1 => Fraction(a), 2 => Whole, 3 => Option(a), 4 => Bounds(a) }
    enum Each { 0 => Element(a), 1 => Change }
    enum Dated { 0 => Values(a, b), 1 => Gap(a) }
    enum Cited {
        0 => Window, 1 => Condition(a), 2 => ItemCondition(a), 3 => Define(a), 4 => Table(a), 5 => Amount,
        6 => Insight(a), 7 => NextStep(a),
    }
    enum Paid { 0 => Plan(a), 1 => Each(a) }
    enum Is { 0 => Value(a), 1 => Agency }
    enum GapOf { 0 => Round, 1 => Standing }
    enum Piece { 0 => Words(a), 1 => Print(a, b) }
    enum Style { 0 => Plain, 1 => Against(a), 2 => Choice(a) }
    enum Expr {
        0 => Literal(a), 1 => Fact(a), 2 => Figure(a), 3 => Param(a, b), 4 => Table(a), 5 => Define(a), 6 => Amount,
        7 => Scheduled, 8 => Given(a), 9 => Unary(a, b), 10 => Binary(a, b, c), 11 => OneOf(a, b), 12 => If(a, b, c),
        13 => Suppose(a, b), 14 => Any(a, b), 15 => CountOf(a, b), 16 => Over(a, b, c, d),
        17 => Field { out, field }, 18 => OfItem(a), 19 => OverMonths(a),
    }
    enum Given {
        0 => Day, 1 => Year, 2 => BaseYear, 3 => FirstDay, 4 => LastDay, 5 => CeilingOnly, 6 => Outcome, 7 => Reason,
        8 => ThatDay, 9 => WhichDay, 10 => ThisDay, 11 => ThisMonth, 12 => NextWorkday, 13 => DocumentNumber,
        14 => Clause, 15 => LastDayBefore, 16 => Agency,
    }
    enum Unary {
        0 => Not, 1 => IsKnown, 2 => IsPossible, 3 => HasValue, 4 => IsProvisional, 5 => Floor, 6 => RoundToFen,
        7 => Year, 8 => Month, 9 => MonthNumber, 10 => FullYears, 11 => YearStart, 12 => NextHigher(a),
    }
    enum Binary {
        0 => Plus, 1 => Minus, 2 => Times, 3 => Over, 4 => Equal, 5 => NotEqual, 6 => Less, 7 => AtMost, 8 => More,
        9 => AtLeast, 10 => Above, 11 => Below, 12 => And, 13 => Or, 14 => Least, 15 => Most, 16 => PlusMonths,
        17 => In, 18 => PlusDays,
    }
    enum Listed { 0 => Fact(a), 1 => Plan(a) }
    enum PlanOf { 0 => Eligible, 1 => Possible }
    enum Aggregate { 0 => First, 1 => Sum(a), 2 => Earliest, 3 => Highest }
    enum Value {
        0 => Truth(a), 1 => Number(a), 2 => Count(a), 3 => Ratio(a), 4 => Money(a), 5 => NoLimit, 6 => Date(a),
        7 => Month(a), 8 => Choice(a), 9 => Choices(a), 10 => Text(a), 11 => List(a),
    }
    enum Kind { 0 => Number, 1 => Count, 2 => Ratio, 3 => Money }
}
