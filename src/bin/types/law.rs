//! The declarations that follow from the law's files: facts, figures and items of each measure.

use std::fmt::Write as _;

use wengang::api::link::schema::CALLED;
use wengang::law;
use wengang_engine::pack::{
    DomainId, Fact, FactKind, Field, List, Measure, Paid, Piece, ResultField, ResultForm, Text,
};

/// The measures by their ids in the types' names: `SkillSubsidy`.
fn name(measure: &Measure) -> String {
    let parts = measure.id.split('-').map(|part| {
        let mut letters = part.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    });
    parts.collect()
}

/// The names of the measures.
pub fn calculators() -> String {
    let names: Vec<_> = law::PACK.measures.iter().map(|measure| format!("\"{}\"", measure.id)).collect();
    format!("/** Which measure. */\nexport type Calculator = {};\n\n", names.join(" | "))
}

/// The fields of an answer by measure, in addition to the common ones.
pub fn answers() -> String {
    let mut own = String::new();
    for measure in &law::PACK.measures {
        let name = name(measure);
        let items = if measure.items.is_some() {
            format!("items?: {name}Item[]; ")
        } else if measure.schedule.as_ref().is_some_and(|schedule| !schedule.columns.is_empty()) {
            format!("items?: {name}Run[]; ")
        } else if measure.schedule.is_some() {
            "items?: MonthRow[]; ".to_owned()
        } else {
            String::new()
        };
        let result = if result(measure).is_some() { format!("result?: {name}Result ") } else { String::new() };
        let _ = writeln!(own, "  \"{}\": {{ {items}{result}}};", measure.id);
    }
    format!(
        "\n/** The fields of an answer by measure, in addition to the common ones. */\nexport type Own = {{\n{own}}};\n\
         /** An answer of one measure; of several, one of theirs, distinguished by `calculator`. */\n\
         export type AssessmentOf<C extends Calculator> = C extends Calculator\n\
         \x20 ? Omit<Assessment, \"calculator\" | \"items\" | \"result\"> & {{ calculator: C }} & Own[C]\n\
         \x20 : never;\n"
    )
}

/// The request: one kind a measure.
pub fn request() -> String {
    let of = |measure: &Measure| format!("  \"{}\": {}Facts;", measure.id, name(measure));
    let facts: Vec<_> = law::PACK.measures.iter().map(of).collect();
    format!(
        "/** The facts of each measure. */\nexport type FactsOf = {{\n{}\n}};\n\
         /** A request of one measure. */\nexport type RequestOf<C extends Calculator> = \
         {{ calculator: C; place?: string; asOf: DateText; facts: FactsOf[C] }};\n\
         /** A request. */\nexport type Request = {{ [C in Calculator]: RequestOf<C> }}[Calculator];\n",
        facts.join("\n")
    )
}

/// Facts, figures and items of every measure.
pub fn declarations() -> String {
    let mut out = String::new();
    let (mut results, mut items, mut runs) = (Vec::new(), Vec::new(), Vec::new());
    for measure in &law::PACK.measures {
        let _ = write!(out, "\n/** {}：要问的事 */\nexport type {}Facts = {{\n", measure.title, name(measure));
        for fact in &measure.facts {
            of_fact(&mut out, measure, fact);
        }
        out += "};\n";
        if let Some(result) = result(measure) {
            let _ = write!(
                out,
                "\n/** {}：result */\nexport type {}Result = {{\n{result}}};\n",
                measure.title,
                name(measure)
            );
            results.push(format!("{}Result", name(measure)));
        }
        if let Some((item, _)) = &measure.items {
            let days: String = item.dates.iter().map(|(day, _)| format!("  {day}: DateText;\n")).collect();
            let _ = write!(
                out,
                "\n/** {}：items */\nexport type {}Item = {{\n  id: string;\n  outcome: Outcome;\n  amount: Money | null;\n\
                 {days}  conditions: Condition[];\n}};\n",
                measure.title,
                name(measure),
            );
            items.push(format!("{}Item", name(measure)));
        }
        if let Some(schedule) = measure.schedule.as_ref().filter(|schedule| !schedule.columns.is_empty()) {
            let figures: String = schedule
                .columns
                .iter()
                .map(|column| format!("  {}: {};\n", column.id, figure(measure, column)))
                .collect();
            let _ = write!(
                out,
                "\n/** {}：items，各月不一样的才有，一段一项 */\nexport type {}Run = {{\n  /** 这一段的第一个月 */\n  from: MonthText;\n\
                 \x20 /** 几个月 */\n  months: number;\n{figures}  evidence: Evidence;\n}};\n",
                measure.title,
                name(measure),
            );
            runs.push(format!("{}Run", name(measure)));
        }
    }
    let union = |names: &[String]| if names.is_empty() { "never".to_owned() } else { names.join(" | ") };
    let _ = write!(out, "\nexport type Result = {};\n", union(&results));
    let _ = write!(out, "\nexport type Item = {};\n", union(&items));
    let _ = write!(out, "\nexport type RunRow = {};\n", union(&runs));
    out
}

fn of_fact(out: &mut String, measure: &Measure, fact: &Fact) {
    let mark = if fact.required { "" } else { "?" };
    let doc = doc(&fact.question.ask, fact.question.hint.as_ref());
    let _ = write!(out, "  /** {doc}{} */\n  {}{mark}: {};\n", range(fact), fact.id, type_of(measure, fact, fact.kind));
    if let Some(instead) = &fact.instead {
        let _ =
            write!(out, "  /** 代替 {}：除以 {} 就是它 */\n  {}?: number;\n", fact.id, instead.divided_by, instead.id);
    }
}

/// What may be written, where that is less than the type takes.
fn range(fact: &Fact) -> String {
    match fact.kind {
        FactKind::Count(most) => format!("（{} 到 {most}）", fact.min),
        FactKind::Average(most) => format!("（0 到 {most}，最多六位小数）"),
        FactKind::Money(most) => format!("（元，0 到 {most}，最多两位小数）"),
        _ => String::new(),
    }
}

fn type_of(measure: &Measure, fact: &Fact, kind: FactKind) -> String {
    match kind {
        FactKind::Choice(id) => choice(measure, id),
        FactKind::Choices(id) => format!("({})[]", choice(measure, id)),
        FactKind::YesNo => "boolean".to_owned(),
        FactKind::Count(_) => "number".to_owned(),
        FactKind::Average(_) | FactKind::Money(_) => "Decimal".to_owned(),
        FactKind::Date => "DateText".to_owned(),
        FactKind::Month => "MonthText".to_owned(),
        FactKind::Text => "string".to_owned(),
        FactKind::List(id) => {
            let list = measure.lists.get(id.index());
            list.map_or_else(|| "never[]".to_owned(), |list| elements(measure, fact, list))
        }
    }
}

fn choice(measure: &Measure, id: DomainId) -> String {
    let options = measure.options(id);
    // Many, and more of them with every place: `policies()` lists them.
    if options.iter().all(|option| option.letter.is_none()) {
        return "string".to_owned();
    }
    let written = |option: &wengang_engine::pack::OptionName| match option.is_number {
        true => option.id.clone(),
        false => format!("\"{}\"", option.id),
    };
    options.iter().map(written).collect::<Vec<_>>().join(" | ")
}

fn elements(measure: &Measure, fact: &Fact, list: &List) -> String {
    let mut out = "{\n".to_owned();
    if measure.is_judged(fact) {
        let _ = write!(out, "    /** 您自己起的名称；不写就是它的序号，从 0 起 */\n    {}?: string;\n", CALLED.0);
    }
    for Field { id, kind, ask, hint, required, .. } in &list.fields {
        let mark = if *required { "" } else { "?" };
        let doc = doc(ask, hint.as_ref());
        let _ = write!(out, "    /** {doc} */\n    {id}{mark}: {};\n", type_of(measure, fact, *kind));
    }
    out + "  }[]"
}

fn result(measure: &Measure) -> Option<String> {
    // What holds all the time has a result once it is settled, and then all of it.
    let mark = if measure.perpetual.is_some() { "" } else { "?" };
    let mut out = String::new();
    for field in &measure.results {
        let _ = writeln!(out, "  {}{mark}: {};", field.id, figure(measure, field));
    }
    if matches!(measure.items, Some((_, Paid::Plan(_)))) {
        out += "  plan: PlanRow[];\n  skipped: SkippedRow[];\n";
    }
    (!out.is_empty()).then_some(out)
}

fn figure(measure: &Measure, field: &ResultField) -> String {
    match &field.form {
        ResultForm::Decimal => "string".to_owned(),
        ResultForm::Fraction(_) => "ShareText".to_owned(),
        ResultForm::Whole => "number".to_owned(),
        ResultForm::Option(domain) => choice_of_table(measure, *domain),
        ResultForm::Bounds(_) => "BoundRow[]".to_owned(),
    }
}

/// The words that a table may give.
fn choice_of_table(measure: &Measure, id: DomainId) -> String {
    let options = measure.options(id);
    options.iter().map(|option| format!("\"{}\"", option.id)).collect::<Vec<_>>().join(" | ")
}

/// The question and its hint; a year in them is written as 某年.
fn doc(ask: &Text, hint: Option<&Text>) -> String {
    let words = |text: &Text| -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Print(..) => "某".to_owned(),
        };
        text.0.iter().map(piece).collect()
    };
    let hint = hint.map(|hint| format!("；{}", words(hint))).unwrap_or_default();
    [words(ask), hint].concat().replace("*/", "")
}
