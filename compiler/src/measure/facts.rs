//! `[[fact]]`: what the user is asked.

use std::collections::BTreeSet;

use wengang_engine::pack::{Assumed, Domain, Fact, FactId, FactKind, Instead, OptionName, Question};

use wengang_engine::{Count, Expr, OptionId, Value};

use crate::check::{ASSUMED, Checker, Meaning, Type};
use crate::measure::lists::{self, ListBlock};
use crate::measure::unit_of;
use crate::toml_file::Section;

/// The letters of the day of application and of the mark of an estimate, which every link may have.
const RESERVED: [char; 2] = ['t', 'a'];

/// The greatest count that a fact may be.
const MOST_COUNT: u64 = 1_000_000_000_000;

/// Reads the facts and declares their names. [`join`] adds questions and assumptions, which may name facts that are
/// declared later.
pub(super) fn read<'a>(
    sections: &[Section<'a>],
    checker: &mut Checker<'a>,
    lists: &mut Vec<ListBlock<'a>>,
) -> Vec<Option<Fact>> {
    let (mut ids, mut letters) = (BTreeSet::new(), BTreeSet::new());
    let mut facts = Vec::new();
    for (index, section) in sections.iter().enumerate() {
        let mut read = fact(section, index, checker, lists);
        let joins = section.optional_section("joins").and_then(|written| joins(&written, read.as_ref(), &facts));
        if let Some(read) = &mut read {
            read.joins = joins;
            let given = [Some(&read.id), read.instead.as_ref().map(|instead| &instead.id)];
            if given.into_iter().flatten().any(|id| !ids.insert(id.clone())) {
                section.wrong("id", "这个 id 已经有了", "请换一个，API 里一个名称只能指一样东西");
            }
            let given = [Some(read.letter), read.instead.as_ref().map(|instead| instead.letter)];
            if given.into_iter().flatten().any(|letter| RESERVED.contains(&letter) || !letters.insert(letter)) {
                section.wrong("letter", "这个字母已经用了", "请换一个，链接里靠它分辨");
            }
        }
        facts.push(read);
    }
    facts
}

/// The earlier question of several options that a yes or no is asked with.
fn joins(written: &Section<'_>, fact: Option<&Fact>, earlier: &[Option<Fact>]) -> Option<(String, String)> {
    let (id, option) = (written.text("fact"), written.text("option"));
    written.finish();
    let (id, option) = (id?.text, option?.text);
    let is_it = |known: &Fact| known.id == id && matches!(known.kind, FactKind::Choices(_));
    if fact?.kind == FactKind::YesNo && earlier.iter().flatten().any(is_it) {
        return Some((id, option));
    }
    let instead = "只有 yes_no 能写 joins，fact 写前面一个 type = \"choices\" 的事的 id";
    written.wrong("fact", "这里的“joins”用不上", instead);
    None
}

/// The letters that a link uses for facts and for what every link may have.
pub(super) fn letters(facts: &[Option<Fact>]) -> BTreeSet<char> {
    let of_fact = |fact: &Fact| [Some(fact.letter), fact.instead.as_ref().map(|instead| instead.letter)];
    facts.iter().flatten().flat_map(of_fact).flatten().chain(RESERVED).collect()
}

fn fact<'a>(
    section: &Section<'a>,
    index: usize,
    checker: &mut Checker<'a>,
    lists: &mut Vec<ListBlock<'a>>,
) -> Option<Fact> {
    let (id, name) = (section.words("id"), section.text("name"));
    let letter = letter(section, true);
    let called = name.as_ref().map_or("", |name| &name.text);
    let kind = if lists::is_list(section) {
        lists::read(section, called, checker, lists)
    } else {
        kind(section, called, checker)
    };
    let instead = section.optional_section("instead").and_then(|instead| {
        let (id, divided_by) = (instead.words("id"), instead.whole("divided_by", 1..=1_000));
        let letter = self::letter(&instead, true);
        instead.finish();
        Some(Instead { id: id?, divided_by: u32::try_from(divided_by?).ok()?, letter: letter? })
    });
    if section.has("instead") && !matches!(kind, Some((FactKind::Average(_), _))) {
        section.wrong("instead", "这里的“instead”用不上", "只有 average(单位) 才写 instead：合计除以几就是它");
    }
    let min = section.optional_whole("min", 0..=MOST_COUNT).unwrap_or_default();
    if section.has("min") && !matches!(kind, Some((FactKind::Count(most), _)) if min <= most) {
        section.wrong("min", "这里的“min”用不上", "只有 count(单位) 才写 min，而且不超过 max");
    }
    let full = section.optional_text("full").map(|full| full.text);
    if full.is_some() && !matches!(kind, Some((FactKind::Count(_), _))) {
        section.wrong("full", "这里的“full”用不上", "只有 count(单位) 才写 full：填到 max 怎么说");
    }
    let (prefix, unsupported) = (prefix(section, kind.as_ref(), checker), section.optional_text("unsupported"));
    let unsupported = unsupported.map(|unsupported| unsupported.text);
    if unsupported.is_some() && !matches!(kind, Some((FactKind::Choice(_), _))) {
        section.wrong("unsupported", "这里的“unsupported”用不上", "只有 type = \"choice\" 的才有没有收录的选项");
    }
    let elsewhere = elsewhere(section, unsupported.is_some());
    let (required, always) = (section.flag("required"), section.flag("always"));
    if required && section.has("default") {
        section.wrong("required", "“required”和“default”都写了", "一定要填的没有默认：请去掉其中一个");
    }
    let (unit, answers) = (unit(section), answers(section, kind.as_ref().map(|(kind, _)| *kind)));
    let name = name?;
    let of_type = kind.as_ref().map_or(Type::Broken, |(_, of_type)| of_type.clone());
    checker.declare(&name, Meaning::Fact(FactId(u16::try_from(index).unwrap_or(u16::MAX))), of_type);
    let (id, letter, (kind, _)) = (id?, letter?, kind?);
    let name = name.text;
    let (question, assumed) = (Question::default(), None);
    Some(Fact {
        id,
        name,
        kind,
        instead,
        min,
        full,
        required,
        assumed,
        always,
        question,
        letter,
        prefix,
        unsupported,
        elsewhere,
        unit,
        answers,
        joins: None,
    })
}

/// What a number is counted in; empty for what is none.
pub(super) fn unit(section: &Section<'_>) -> String {
    let written = section.optional_text("type").map(|written| written.text).unwrap_or_default();
    let unit = if written == "money" { Some("元") } else { None };
    let unit = unit.or(unit_of(&written, "count")).or(unit_of(&written, "average"));
    unit.unwrap_or_default().to_owned()
}

/// The words for yes and no, where they are written.
pub(super) fn answers(section: &Section<'_>, kind: Option<FactKind>) -> Option<(String, String)> {
    if !section.has("answers") {
        return None;
    }
    let words: Vec<String> = section.texts("answers").into_iter().map(|word| word.text).collect();
    match (words.as_slice(), kind) {
        ([yes, no], Some(FactKind::YesNo | FactKind::List(_))) => Some((yes.clone(), no.clone())),
        _ => {
            let instead = "只有 yes_no 和一列东西才写，写两个词，先是后否，例如 [\"有\", \"没有\"]";
            section.wrong("answers", "这里的“answers”用不上", instead);
            None
        }
    }
}

/// The option for all options that are not recorded: its name, and the sentence shown when it is selected.
fn elsewhere(section: &Section<'_>, has_more: bool) -> Option<(String, String)> {
    if !section.has("elsewhere") {
        return None;
    }
    let words: Vec<String> = section.texts("elsewhere").into_iter().map(|word| word.text).collect();
    match words.as_slice() {
        [name, note] if has_more => Some((name.clone(), note.clone())),
        _ => {
            let instead = "写了 unsupported 的才写，写选项的名称和选了它说的话，例如 [\"别的地方\", \"…\"]";
            section.wrong("elsewhere", "这里的“elsewhere”用不上", instead);
            None
        }
    }
}

/// What a link leaves out of the ids of a choice; every id begins with it.
fn prefix(section: &Section<'_>, kind: Option<&(FactKind, Type)>, checker: &Checker<'_>) -> Option<String> {
    let prefix = section.optional_text("prefix")?.text;
    let has_prefix = |option: &OptionName| option.letter.is_none() && option.id.starts_with(&prefix);
    match kind {
        Some((FactKind::Choice(domain), _)) if checker.options(*domain).iter().all(has_prefix) => {}
        _ => section.wrong("prefix", "这里的“prefix”用不上", "只有选项都没有 letter、id 都这样开头的才写"),
    }
    Some(prefix)
}

pub(super) fn letter(section: &Section<'_>, is_needed: bool) -> Option<char> {
    let written = if is_needed { section.text("letter") } else { section.optional_text("letter") }?;
    let mut letters = written.text.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_ascii_lowercase() || letter.is_ascii_digit() => Some(letter),
        _ => {
            section.wrong("letter", "“letter”写法不对", "要写一个小写字母或数字");
            None
        }
    }
}

/// The kind of a fact or of a field, and its type in expressions.
pub(super) fn kind(section: &Section<'_>, name: &str, checker: &mut Checker<'_>) -> Option<(FactKind, Type)> {
    let written = section.text("type")?;
    let most = || section.whole("max", 1..=MOST_COUNT);
    let of_unit = |unit: &str| Type::Count(unit.to_owned());
    let text = written.text.as_str();
    match text {
        "choice" => {
            let domain = checker.declare_domain(name, options(section, true));
            Some((FactKind::Choice(domain), Type::Choice(domain)))
        }
        "choices" => {
            let domain = checker.declare_domain(name, single_options(section, true));
            Some((FactKind::Choices(domain), Type::Choices(domain)))
        }
        "choice(ordered)" => {
            let domain = checker.declare_domain(name, single_options(section, true));
            checker.declare_order(domain);
            Some((FactKind::Choice(domain), Type::Choice(domain)))
        }
        "text(fold)" => Some((FactKind::Text, Type::Text)),
        "yes_no" => Some((FactKind::YesNo, Type::Truth)),
        "money" => Some((FactKind::Money(most()?), Type::Money)),
        "date" => Some((FactKind::Date, Type::Date)),
        "month" => Some((FactKind::Month, Type::Month)),
        _ => match (unit_of(text, "count"), unit_of(text, "average")) {
            (Some(unit), _) => Some((FactKind::Count(most()?), of_unit(unit))),
            (_, Some(unit)) => Some((FactKind::Average(most()?), of_unit(unit))),
            _ => {
                let instead = "可以写 choice、choice(ordered)、choices、yes_no、count(单位)、average(单位)、money、date、month、text(fold)、list";
                section.wrong("type", "没有这种类型", instead);
                section.pass_over(&["max", "options"]);
                None
            }
        },
    }
}

/// The options of a choice of which each stands for itself: of what is a value of expressions, or not filled in path by
/// path by the evaluator.
pub(super) fn single_options(section: &Section<'_>, with_letters: bool) -> Domain {
    let domain = options(section, with_letters);
    if domain.options.iter().any(|option| !option.any_of.is_empty()) {
        section.wrong("options", "这里的“any_of”用不上", "只有 type = \"choice\" 的才写 any_of");
    }
    domain
}

/// The options of a choice; `with_letters`: a link distinguishes them by letters.
fn options(section: &Section<'_>, with_letters: bool) -> Domain {
    let (mut options, mut names, mut letters) = (Vec::<OptionName>::new(), BTreeSet::new(), BTreeSet::new());
    // Without a letter, a link writes the id.
    let with_letters = with_letters && section.sections("options").iter().any(|option| option.has("letter"));
    for option in section.sections("options") {
        let is_number = option.is_whole("id");
        let id = if is_number {
            option.whole("id", 0..=1_000_000).map(|number| number.to_string())
        } else {
            option.words("id")
        };
        let (name, letter) = (option.words("name"), letter(&option, with_letters));
        let shown = option.optional_text("shown").map(|shown| shown.text);
        let words = option.texts("words").into_iter().map(|word| word.text).collect();
        let any_of = any_of(&option, &options);
        if any_of.is_empty() && options.last().is_some_and(|before| !before.any_of.is_empty()) {
            option.missing("这个选项写在 any_of 的后面", "请把写了 any_of 的选项放在最后");
        }
        option.finish();
        let (Some(id), Some(name)) = (id, name) else { continue };
        if with_letters && letter.is_none() {
            continue;
        }
        if !names.insert(name.clone())
            || !names.insert(id.clone())
            || !letter.is_none_or(|letter| letters.insert(letter))
        {
            option.missing("id、name 或 letter 和前面的选项重了", "每个选项的三样都要不同");
        }
        if name.chars().any(|character| !character.is_alphanumeric()) {
            option.wrong("name", "选项的名称里有标点或空格", "算式里用的 name 只写字，给人看的写在 shown 里");
        } else if let Some(why) = crate::syntax::unusable(&name) {
            option.wrong("name", why, "请换一个名称，给人看的写在 shown 里");
        }
        let shown = shown.unwrap_or_else(|| name.clone());
        options.push(OptionName { id, is_number, name, shown, letter, words, any_of });
    }
    if options.len() < 2 {
        section.missing("选项不到两个", "请在 options 里写上每一个选项");
    }
    Domain { options }
}

/// The options of which one means any, among those before it.
fn any_of(option: &Section<'_>, before: &[OptionName]) -> Vec<OptionId> {
    let (mut meant, written) = (Vec::new(), option.texts("any_of"));
    if option.has("any_of") && written.len() < 2 {
        option.missing("any_of 里不到两个选项", "请写上它可能是的每一个选项，例如 [\"中型\", \"小型\"]");
    }
    for written in written {
        let place = before.iter().position(|single| single.name == written.text && single.any_of.is_empty());
        match place.and_then(|place| u16::try_from(place).ok()).map(OptionId) {
            Some(id) if !meant.contains(&id) => meant.push(id),
            Some(_) => option.missing(format!("“{}”写了两次", written.text), "any_of 里每个选项只写一次"),
            None => option.missing(format!("“{}”不是前面的选项", written.text), "any_of 里写前面选项的 name"),
        }
    }
    meant
}

/// Reads what is assumed where a fact is left out.
pub(super) fn assumptions(
    sections: &[Section<'_>],
    facts: &[Option<Fact>],
    checker: &Checker<'_>,
) -> Vec<Option<Assumed>> {
    let assumed = |(section, fact): (&Section<'_>, &Option<Fact>)| {
        let default = section.optional_section("default")?;
        let of_type = fact.as_ref().map_or(Type::Broken, |fact| checker.type_of_fact(&fact.name));
        self::assumed(&default, &of_type, checker)
    };
    sections.iter().zip(facts).map(assumed).collect()
}

/// Reads a `default`: what is assumed, and the note that it leaves.
pub(super) fn assumed(default: &Section<'_>, of_type: &Type, checker: &Checker<'_>) -> Option<Assumed> {
    let (value, note) = (default.constant("value"), default.text("note"));
    let when = default.optional_text("when").map(|when| checker.typed(&when, &Type::Truth));
    default.finish();
    let written = value?;
    let value = checker.with_given(ASSUMED, || checker.typed(&written, of_type));
    Some(Assumed { value: of_count(value, of_type), note: checker.text(&note?), when })
}

/// A plain number is accepted as a count.
fn of_count(value: Expr, of_type: &Type) -> Expr {
    match (value, of_type) {
        (Expr::Literal(Value::Number(number)), Type::Count(_)) => Expr::Literal(Value::Count(Count::new(number))),
        (value, _) => value,
    }
}

/// Why a missing fact matters, where its section does not say so.
const MATTERS: &str = "决定能不能申请";

/// Reads how each fact is asked.
pub(super) fn questions(sections: &[Section<'_>], checker: &Checker<'_>) -> Vec<Option<Question>> {
    let question = |section: &Section<'_>| {
        let (group, ask, hint) = (section.words("group"), section.text("ask"), section.optional_text("hint"));
        let label = section.optional_text("label").map(|label| label.text);
        let label = label.or_else(|| section.words("name")).unwrap_or_default();
        let matters = section.optional_text("matters").map_or_else(|| MATTERS.to_owned(), |matters| matters.text);
        let hint = hint.map(|hint| checker.text(&hint));
        Some(Question { group: group?, label, ask: checker.text(&ask?), hint, matters })
    };
    sections.iter().map(question).collect()
}

/// The facts with their questions.
pub(super) fn join(
    facts: Vec<Option<Fact>>,
    assumptions: Vec<Option<Assumed>>,
    questions: Vec<Option<Question>>,
) -> Option<Vec<Fact>> {
    let fact = |((fact, assumed), question): ((Option<Fact>, Option<Assumed>), Option<Question>)| {
        Some(Fact { assumed, question: question?, ..fact? })
    };
    facts.into_iter().zip(assumptions).zip(questions).map(fact).collect()
}
