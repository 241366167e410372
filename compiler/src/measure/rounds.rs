//! `[[round]]`: spans of days with their figures; `[standing]`: the rule where no round is in force; `[[rule]]`: the rules of
//! what holds all the time.

use wengang_engine::pack::{Cited, DomainId, Figure, Goal, Round, RoundId, Row, SourceId, TableId, Window, Years};
use wengang_engine::{Count, Date, Expr, Fraction, OptionId, Ratio, Value};

use crate::check::{Checker, NO_LIMIT, Type};
use crate::measure::{Blocks, Place, Table, Value as Declared, law, unknown};
use crate::sources::Sources;
use crate::toml_file::{Section, Written};

/// What a block may call the standing rule in `only`.
const STANDING: &str = "standing";

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A round of a year.
    Round,
    /// The rule where no round is in force.
    Standing,
    /// A rule of what holds all the time.
    Rule,
}

impl Kind {
    /// The key of its block, and what it is called.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Round => ("round", "这一年"),
            Self::Standing => (STANDING, "长期规定"),
            Self::Rule => ("rule", "这一段"),
        }
    }
}

/// A round's sections, each read once.
pub(super) struct Block<'a> {
    pub section: Section<'a>,
    pub id: String,
    pub kind: Kind,
    figures: Vec<Option<Section<'a>>>,
    pub rows: Vec<(TableId, Vec<Section<'a>>)>,
    goals: Vec<Section<'a>>,
    cites: Vec<Section<'a>>,
}

/// The rounds of a file with what they fill in.
pub(super) fn blocks<'a>(root: &Section<'a>, values: &[Declared<'a>], tables: &[Table<'a>]) -> Vec<Block<'a>> {
    let mut blocks: Vec<Block<'a>> = Vec::new();
    for section in root.sections("round") {
        let id = section.words("id").unwrap_or_default();
        if id == STANDING {
            section.wrong("id", "“standing”是长期规定", "请换一个 id，例如 2025-07；长期规定写在 [standing]");
        } else if !id.is_empty() && blocks.iter().any(|block| block.id == id) {
            section.wrong("id", "这个年度写了两次", "请换一个 id，例如 2025-07");
        }
        blocks.push(block(section, id, Kind::Round, values, tables));
    }
    for section in root.sections("rule") {
        let id = section.optional_text("id").map(|id| id.text).unwrap_or_else(|| by_month(&section));
        if !id.is_empty() && blocks.iter().any(|block| block.id == id) {
            section.wrong("id", "这个 id 写了两次", "请换一个 id");
        }
        blocks.push(block(section, id, Kind::Rule, values, tables));
    }
    let standing = root.optional_section(STANDING);
    blocks.extend(standing.map(|section| block(section, STANDING.to_owned(), Kind::Standing, values, tables)));
    blocks
}

/// A rule without an id is named by the month it begins with.
fn by_month(section: &Section<'_>) -> String {
    section.day("from").map_or_else(String::new, |from| format!("{}-{:02}", from.year(), from.month()))
}

fn block<'a>(section: Section<'a>, id: String, kind: Kind, values: &[Declared<'a>], tables: &[Table<'a>]) -> Block<'a> {
    let (key, here) = kind.names();
    let figures = values.iter().map(|value| {
        if !section.has(&value.name) {
            let instead = format!("请补上 [{key}.\"{}\"]", value.name);
            section.absent(&value.name, format!("{here}没有填“{}”", value.name), instead);
        }
        section.optional_section(&value.name)
    });
    let figures = figures.collect();
    let mut rows = Vec::new();
    for (index, table) in (0_u16..).zip(tables).filter(|(_, table)| table.rows.is_none()) {
        if !section.has(&table.name) {
            let instead = format!("请补上 [[{key}.\"{}\"]]", table.name);
            section.absent(&table.name, format!("{here}没有填“{}”", table.name), instead);
        }
        rows.push((TableId(index), section.sections(&table.name)));
    }
    // A rule without a year has no year of which a share could be paid.
    let goals = if kind == Kind::Round { section.sections("goal") } else { Vec::new() };
    let cites = section.sections("cite");
    Block { section, id, kind, figures, rows, goals, cites }
}

/// What 按 calls the rules: 2024年度, 长期规定.
pub(super) fn names(blocks: &[Block<'_>]) -> Vec<(String, RoundId)> {
    let name = |block: &Block<'_>| match block.kind {
        Kind::Round => format!("{}年度", block.id),
        Kind::Standing => "长期规定".to_owned(),
        Kind::Rule => block.id.clone(),
    };
    blocks.iter().map(name).zip((0_u16..).map(RoundId)).collect()
}

impl<'a> Block<'a> {
    fn parts(&self) -> impl Iterator<Item = &Section<'a>> {
        let rows = self.rows.iter().flat_map(|(_, rows)| rows);
        self.figures.iter().flatten().chain(rows).chain(&self.goals).chain(&self.cites)
    }

    /// Reads the sources of the round and of all that it fills in.
    pub fn read_sources(&self, sources: &mut Sources<'_>) {
        let defaults = sources.read(&self.section, None);
        for part in self.parts() {
            match &defaults {
                Some(defaults) => {
                    sources.read(part, Some(defaults));
                }
                None => Sources::pass_over(part),
            }
        }
    }

    pub fn finish(&self) {
        self.section.finish();
        self.parts().for_each(Section::finish);
    }
}

/// Reads every round.
pub(super) fn read(
    blocks: &Blocks<'_>,
    checker: &Checker<'_>,
    sources: &Sources<'_>,
    place: &Place<'_>,
    (measure, rule): (&str, &str),
    named: &[(String, Cited)],
) -> Vec<Round> {
    let reader = Reader { blocks, checker, sources, place, measure, rule, named };
    blocks.rounds.iter().filter_map(|block| reader.round(block)).collect()
}

struct Reader<'r, 'a, 'c> {
    blocks: &'r Blocks<'a>,
    checker: &'r Checker<'c>,
    sources: &'r Sources<'r>,
    place: &'r Place<'r>,
    measure: &'r str,
    /// What the rules are called that hold all the time.
    rule: &'r str,
    named: &'r [(String, Cited)],
}

impl Reader<'_, '_, '_> {
    fn round(&self, block: &Block<'_>) -> Option<Round> {
        let section = &block.section;
        let is_round = block.kind == Kind::Round;
        let years = if is_round { self.years(section).map(Some) } else { Some(None) };
        let from = section.day("from");
        let to = if is_round { section.day("to").map(Some) } else { Some(section.optional_day("to")) };
        let checked_on = section.day("checked_on");
        let title = section.optional_text("title").map(|title| title.text);
        let also = self.sources.documents(section, "also");
        let notes = section.texts("notes").into_iter().map(|note| note.text).collect();
        let ceiling = section.flag("ceiling");
        let figures = self.figures(block);
        let rows: Vec<_> = block.rows.iter().map(|(id, rows)| (*id, self.rows(*id, rows))).collect();
        let cites: Vec<_> = block.cites.iter().flat_map(|section| self.cites(section)).collect();
        let goals: Vec<_> = block.goals.iter().filter_map(|section| self.goal(section, (from, to))).collect();
        let (years, from, to) = (years?, from?, to?);
        if let Some(Years { application: year, .. }) = years {
            let last = if section.flag("into_next_year") { year.saturating_add(1) } else { year };
            for (key, day, wanted) in [("from", Some(from), year), ("to", to, last)] {
                if day.is_some_and(|day| day.year() != wanted) {
                    section.wrong(key, format!("这一天不在{wanted}年里"), "请核对“year”和起止日期");
                }
            }
        }
        if to.is_some_and(|to| to < from) {
            section.wrong("to", "“to”早于“from”", "请核对起止日期");
        }
        let ((owner, place), measure) = (self.place.owner(section), self.measure);
        let usual = match years {
            Some(Years { application: year, .. }) => format!("{place}{year}年度{measure}"),
            None if block.kind == Kind::Standing => format!("{place}{measure}（长期规定）"),
            None => format!("{place}{}（{}年{}月起）", self.rule, from.year(), from.month()),
        };
        let source = self.sources.of(section)?;
        let figures = figures?;
        let mut round = Round {
            id: format!("{owner}-{}", block.id),
            title: title.unwrap_or(usual),
            years,
            window: Window { from, to },
            checked_on: checked_on?,
            source,
            also,
            notes,
            ceiling,
            figures,
            rows,
            goals,
            cites,
            sources: Vec::new(),
            own: 0,
        };
        self.add_sources(&mut round, block.kind);
        Some(round)
    }

    fn years(&self, section: &Section<'_>) -> Option<Years> {
        let (year, base) = (section.whole("year", 2000..=2199), section.optional_whole("base_year", 2000..=2199));
        let year = year?;
        if base.is_some_and(|base| base.saturating_add(1) != year) {
            section.wrong("base_year", "“base_year”不是“year”的前一年", "请核对这两项");
        }
        let application = u16::try_from(year).ok()?;
        Some(Years { application, base: application.saturating_sub(1) })
    }

    fn figures(&self, block: &Block<'_>) -> Option<Vec<Figure>> {
        let figures: Vec<Option<Figure>> = self
            .blocks
            .values
            .iter()
            .zip(&block.figures)
            .map(|(value, section)| self.figure(value, section.as_ref()?))
            .collect();
        figures.into_iter().collect()
    }

    fn figure(&self, declared: &Declared<'_>, section: &Section<'_>) -> Option<Figure> {
        if declared.of_type == Type::Broken {
            section.pass_over(&["value"]);
            return None;
        }
        if let Type::Choices(domain) = declared.of_type {
            let value = Value::Choices(self.options(section, domain));
            return Some(Figure { value, source: self.sources.of(section)? });
        }
        let written = section.constant("value")?;
        if written.text != NO_LIMIT {
            self.sources.check_number(section, "value", &written);
        }
        let value = checked_constant(section, "value", &written, &declared.of_type, self.checker)?;
        self.range(declared, section, &value);
        Some(Figure { value, source: self.sources.of(section)? })
    }

    /// The options that a round lists.
    fn options(&self, section: &Section<'_>, domain: DomainId) -> Vec<OptionId> {
        if !section.has("value") {
            section.absent("value", "缺少“value”".to_owned(), "请补一行 value = [\"…\", \"…\"]".to_owned());
        }
        let mut options = Vec::new();
        for written in section.texts("value") {
            match self.checker.option_named(domain, &written.text) {
                Ok(option) => options.push(option),
                Err(known) => unknown(section, &written, known.into_iter()),
            }
        }
        self.alike(section, domain, &options);
        options
    }

    /// Notes options of elements that are offered as one but judged apart: elements are not filled in path by path.
    fn alike(&self, section: &Section<'_>, domain: DomainId, listed: &[OptionId]) {
        if !self.checker.is_of_elements(domain) {
            return;
        }
        for joint in self.checker.options(domain).iter().filter(|option| !option.any_of.is_empty()) {
            let found = joint.any_of.iter().filter(|option| listed.contains(option)).count();
            if found != 0 && found != joint.any_of.len() {
                let what = format!("“{}”里的只写了一部分", joint.name);
                section.wrong(
                    "value",
                    what,
                    "表上把它们当一种问，要一样判断：请都写上，或者去掉写了 any_of 的那个选项",
                );
            }
        }
    }

    /// Notes a figure outside the range of its declaration.
    fn range(&self, declared: &Declared<'_>, section: &Section<'_>, value: &Value) {
        if !declared.section.has("range") || *value == Value::NoLimit {
            return;
        }
        let bounds: Vec<_> = declared.section.texts("range");
        let bound = |index: usize| {
            let written = bounds.get(index)?;
            constant(&self.checker.typed(written, &declared.of_type), &declared.of_type)?.number()
        };
        let (Some((_, least)), Some((_, most)), Some((_, number))) = (bound(0), bound(1), value.number()) else {
            declared.section.wrong("range", "“range”写法不对", "要写两个数，例如 [\"1 人\", \"100000 人\"]");
            return;
        };
        if number < least || number > most {
            let range: Vec<_> = bounds.iter().map(|bound| bound.text.as_str()).collect();
            section.wrong("value", format!("“{}”超出了 {}", declared.name, range.join("到")), "请核对这个数");
        }
    }

    fn rows(&self, id: TableId, sections: &[Section<'_>]) -> Vec<Row> {
        let of_type = self.blocks.tables.get(id.index()).map_or(Type::Broken, |table| table.of_type.clone());
        law::rows(sections, &of_type, self.checker, self.sources)
    }

    /// A goal, whose day and share are in its quote as other figures are.
    fn goal(&self, section: &Section<'_>, (from, to): (Option<Date>, Option<Option<Date>>)) -> Option<Goal> {
        let (title, by) = (section.text("title"), section.day("by"));
        let least = section.has("least").then(|| self.share(section, "least"));
        if let Some(by) = by {
            self.sources.check_day(section, "by", by);
            if from.is_some_and(|from| by < from) || to.flatten().is_some_and(|to| to < by) {
                section.wrong("by", "这一天不在这一年的起止日期里", "请核对“by”和起止日期");
            }
        }
        // A share that is wrong is no goal of any payment.
        let least = if let Some(least) = least { Some(least?) } else { None };
        Some(Goal { title: title?.text, by: by?, least, source: self.sources.of(section)? })
    }

    fn share(&self, section: &Section<'_>, key: &str) -> Option<Ratio> {
        let written = section.constant(key)?;
        self.sources.check_number(section, key, &written);
        match checked_constant(section, key, &written, &Type::Ratio, self.checker)? {
            Value::Ratio(share) => Some(share),
            _ => None,
        }
    }

    fn cites(&self, section: &Section<'_>) -> Vec<(Cited, SourceId)> {
        let Some(of) = section.text("of") else { return Vec::new() };
        let first = self.named.iter().find(|(name, _)| *name == of.text).map(|(_, cited)| *cited);
        if first.is_none() {
            unknown(section, &of, self.named.iter().map(|(name, _)| name.as_str()));
        }
        // Two conditions of one id that hold in different rounds are one thing.
        let is_alike =
            |cited: &Cited| first.is_some_and(|first| std::mem::discriminant(&first) == std::mem::discriminant(cited));
        let things = self.named.iter().filter(|(name, cited)| *name == of.text && is_alike(cited));
        let source = self.sources.of(section);
        things.filter_map(|(_, cited)| Some((*cited, source?))).collect()
    }

    /// Everything an answer of the round may draw on: the round first, then its figures, then what holds in all rounds, in
    /// the order of the file. A round is as sure as all of it; a rule that holds all the time as its own figures.
    fn add_sources(&self, round: &mut Round, kind: Kind) {
        let mut sources = vec![round.source];
        sources.extend(round.figures.iter().map(|figure| figure.source));
        sources.extend(round.rows.iter().flat_map(|(_, rows)| rows).filter_map(|row| row.source));
        sources.extend(round.cites.iter().map(|(_, source)| *source));
        let own = each_once(&sources).len();
        let of_tables = self.blocks.tables.iter().filter_map(|table| table.rows.as_ref()).flatten();
        // Dated values of other days are not evidence for an answer of the round.
        let of_params = self.blocks.params.iter().flat_map(|param| &param.rows);
        let of_params = of_params.filter(|row| overlaps(row, &round.window));
        let of_lookups = self.blocks.lookups.iter().map(|table| &table.section);
        let shared = self.blocks.defines.iter().chain(of_tables).chain(of_params).chain(of_lookups);
        let mut shared: Vec<_> = shared.filter_map(|section| self.sources.of(section)).collect();
        shared.sort();
        sources.extend(shared);
        round.sources = each_once(&sources);
        let own = if kind == Kind::Rule { own } else { round.sources.len() };
        round.own = u16::try_from(own).unwrap_or(u16::MAX);
    }
}

/// Whether a row of a dated value holds on a day of the round.
fn overlaps(row: &Section<'_>, window: &Window) -> bool {
    let begins_before = row.optional_day("from").is_none_or(|from| window.to.is_none_or(|to| from <= to));
    let ends_after = row.optional_day("to").is_none_or(|to| window.from <= to);
    begins_before && ends_after
}

fn each_once(sources: &[SourceId]) -> Vec<SourceId> {
    let mut each = Vec::new();
    for source in sources {
        if !each.contains(source) {
            each.push(*source);
        }
    }
    each
}

/// The value of a constant; notes what is none, and a share that no law can have.
pub(super) fn checked_constant(
    section: &Section<'_>,
    key: &str,
    written: &Written<'_>,
    of_type: &Type,
    checker: &Checker<'_>,
) -> Option<Value> {
    let value = constant(&checker.typed(written, of_type), of_type);
    match &value {
        None if checker.messages.is_empty() => {
            section.wrong(key, "这里要写一个现成的数", "不能写算式；算式写在 [[define]] 里");
        }
        Some(Value::Ratio(share)) if !is_share(share.get()) => {
            section.wrong(key, "比例要大于 0、不超过 100 %", "请核对这个数");
        }
        _ => {}
    }
    value
}

/// The value of a constant; a plain number is accepted as a count.
pub(super) fn constant(expr: &Expr, of_type: &Type) -> Option<Value> {
    match (expr, of_type) {
        (_, Type::Broken) => None,
        (Expr::Literal(Value::Number(number)), Type::Count(_)) => Some(Value::Count(Count::new(*number))),
        (Expr::Literal(value), _) => Some(value.clone()),
        _ => None,
    }
}

/// Whether a share is one that a law can have.
fn is_share(share: Fraction) -> bool {
    Fraction::ZERO < share && share <= Fraction::whole(1)
}
