//! The names of a file and what they refer to.

mod items;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wengang_engine::pack::{
    DefineId, Domain, DomainId, FactId, ListId, OptionName, ParamId, RoundId, TableId, ValueId,
};
use wengang_engine::{Expr, Given, OUTCOMES, OptionId, PlanOf, Value};

use crate::check::given::{AGENCY, GivenName, ROUND, given_elsewhere, truth, type_of_given};
use crate::check::lists::{EACH_MONTH, Lists};
use crate::check::{Checked, Type, broken};
use crate::message::Messages;
use crate::suggest;
use crate::syntax::Node;
use crate::toml_file::Written;
use crate::words::PlaceWords;

/// The word for the absence of a limit.
pub(crate) const NO_LIMIT: &str = "不限";

/// What a declared name refers to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Meaning {
    Fact(FactId),
    Figure(ValueId),
    Table(TableId),
    Param(ParamId),
    /// A column of a table that is looked up.
    Lookup(ParamId),
    Amount,
    Define(DefineId),
    Plan(PlanOf),
    /// The sum of the schedule.
    Scheduled,
}

/// A declared name.
struct Declared {
    meaning: Meaning,
    of_type: Type,
    at: Range<usize>,
}

/// A definition is checked when its name is first used, in any block.
enum DefineState<'a> {
    NotYet(Written<'a>),
    UnderWay,
    Done(Checked),
}

/// Checks the expressions of a measure.
pub(crate) struct Checker<'a> {
    pub messages: &'a Messages,
    /// What the place calls what the file does not name.
    words: &'a PlaceWords,
    names: BTreeMap<String, Declared>,
    domains: Vec<(String, Domain)>,
    defines: RefCell<Vec<DefineState<'a>>>,
    units: BTreeSet<String>,
    used: RefCell<BTreeSet<String>>,
    given: Cell<&'static [GivenName]>,
    /// Whether the expression at hand is a condition of the law, which the agency may have to decide.
    is_condition: Cell<bool>,
    besides: BTreeMap<DefineId, Expr>,
    /// The domains whose options are higher and lower.
    ordered: BTreeSet<DomainId>,
    pub(super) lists: Lists,
    /// What the item at hand is called, and the list that it is of.
    item: Option<(String, ListId)>,
    /// Whether there is an item of which neither is known.
    has_faulty_item: bool,
    /// The rules that 按 may name.
    rules: Vec<(String, RoundId)>,
}

impl<'a> Checker<'a> {
    /// Nothing is declared yet.
    pub fn new(messages: &'a Messages, words: &'a PlaceWords) -> Self {
        let names = OUTCOMES.iter();
        let option = |name: &&str| OptionName {
            id: String::new(),
            is_number: false,
            name: (*name).to_owned(),
            shown: (*name).to_owned(),
            letter: None,
            words: Vec::new(),
            any_of: Vec::new(),
        };
        let outcome = Domain { options: names.map(option).collect() };
        Self {
            messages,
            words,
            names: BTreeMap::new(),
            domains: vec![("结果".to_owned(), outcome)],
            defines: RefCell::default(),
            units: ["人", "个月", "天"].map(str::to_owned).into(),
            used: RefCell::default(),
            given: Cell::new(ROUND),
            is_condition: Cell::new(false),
            besides: BTreeMap::new(),
            ordered: BTreeSet::new(),
            lists: Lists::default(),
            item: None,
            has_faulty_item: false,
            rules: Vec::new(),
        }
    }

    /// The options that `choices(name)` refers to.
    pub fn domain_named(&self, name: &str) -> Option<DomainId> {
        let place = self.domains.iter().position(|(known, _)| known == name)?;
        Some(DomainId(u16::try_from(place).unwrap_or(u16::MAX)))
    }

    /// The options of a domain.
    pub fn options(&self, domain: DomainId) -> &[OptionName] {
        self.domains.get(domain.index()).map_or(&[], |(_, domain)| domain.options.as_slice())
    }

    /// The options that expressions name: those that stand for several, which come last, are values of none.
    pub fn singles(&self, domain: DomainId) -> &[OptionName] {
        let options = self.options(domain);
        options.split(|option| !option.any_of.is_empty()).next().unwrap_or_default()
    }

    /// Whether a field of a list has these options.
    pub fn is_of_elements(&self, domain: DomainId) -> bool {
        self.lists.has_field(&Type::Choice(domain))
    }

    /// The option of that name, and the names of all.
    pub fn option_named(&self, domain: DomainId, name: &str) -> Result<OptionId, Vec<&str>> {
        let options = self.singles(domain);
        let place = options.iter().position(|option| option.name == name);
        let place = place.and_then(|place| u16::try_from(place).ok());
        place.map(OptionId).ok_or_else(|| options.iter().map(|option| option.name.as_str()).collect())
    }

    /// How many options a domain has.
    pub(super) fn options_of(&self, domain: DomainId) -> u16 {
        u16::try_from(self.singles(domain).len()).unwrap_or(u16::MAX)
    }

    /// Declares the rules that 按 may name.
    pub fn declare_rules(&mut self, rules: Vec<(String, RoundId)>) {
        self.rules = rules;
    }

    pub(super) fn rules(&self) -> &[(String, RoundId)] {
        &self.rules
    }

    /// Checks what follows with other given names.
    pub fn with_given<T>(&self, given: &'static [GivenName], check: impl FnOnce() -> T) -> T {
        let before = self.given.replace(given);
        let result = check();
        self.given.set(before);
        result
    }

    /// Checks a condition of the law, which may be left to the agency.
    pub fn condition(&self, at: &Written<'_>) -> Expr {
        self.is_condition.set(true);
        let condition = self.typed(at, &Type::Truth);
        self.is_condition.set(false);
        condition
    }

    /// Declares the options of a choice. Two choices with the same options can be compared: they have one domain.
    pub fn declare_domain(&mut self, name: &str, domain: Domain) -> DomainId {
        if let Some(place) = self.domains.iter().position(|(_, known)| *known == domain) {
            return DomainId(u16::try_from(place).unwrap_or(u16::MAX));
        }
        let id = DomainId(u16::try_from(self.domains.len()).unwrap_or(u16::MAX));
        self.domains.push((name.to_owned(), domain));
        id
    }

    /// Declares that the options of a domain are in order, the lowest first.
    pub fn declare_order(&mut self, domain: DomainId) {
        self.ordered.insert(domain);
    }

    /// Whether the options of a domain are higher and lower.
    pub(super) fn is_ordered(&self, domain: DomainId) -> bool {
        self.ordered.contains(&domain)
    }

    /// Declares the fields of a list.
    pub fn declare_list(&mut self, name: &str, fields: Vec<(String, Type)>) -> ListId {
        for (_, of_type) in &fields {
            if let Type::Count(unit) = of_type {
                self.units.insert(unit.clone());
            }
        }
        self.lists.declare(name, fields)
    }

    /// Declares a name; one that is taken is noted.
    pub fn declare(&mut self, name: &Written<'_>, meaning: Meaning, of_type: Type) {
        if let Type::Count(unit) = &of_type {
            self.units.insert(unit.clone());
        }
        if let Some(why) = crate::syntax::unusable(&name.text) {
            self.messages.add(
                name.file,
                name.span.clone(),
                why,
                "请换一个名称：只用字，不要标点和空格，也不用算式里的词",
            );
            return;
        }
        let is_given = [NO_LIMIT, EACH_MONTH, AGENCY].contains(&name.text.as_str())
            || ROUND.iter().any(|(given, _)| *given == name.text);
        if is_given || self.words.has(&name.text) || self.names.contains_key(&name.text) {
            let instead = "请换一个名称，一个名称只能指一样东西";
            self.messages.add(name.file, name.span.clone(), "这个名称已经有了", instead);
            return;
        }
        self.names.insert(name.text.clone(), Declared { meaning, of_type, at: name.span.clone() });
    }

    /// Declares a definition, to be checked when it is used.
    pub fn declare_define(&mut self, name: &Written<'_>, value: Written<'a>) {
        let id = DefineId(u16::try_from(self.defines.get_mut().len()).unwrap_or(u16::MAX));
        self.defines.get_mut().push(DefineState::NotYet(value));
        self.declare(name, Meaning::Define(id), Type::Broken);
    }

    /// The expression of a definition.
    pub fn define(&self, id: DefineId) -> Checked {
        let taken = match self.defines.borrow_mut().get_mut(id.index()) {
            None => return broken(),
            Some(state) => std::mem::replace(state, DefineState::UnderWay),
        };
        let checked = match taken {
            DefineState::Done(checked) => checked,
            // The circle is noted once every definition is read.
            DefineState::UnderWay => return broken(),
            DefineState::NotYet(written) => self.with_given(ROUND, || self.lists.outside(|| self.any(&written))),
        };
        if let Some(state) = self.defines.borrow_mut().get_mut(id.index()) {
            *state = DefineState::Done(checked.clone());
        }
        checked
    }

    /// Declares the limit against which a definition is printed.
    pub fn declare_limit(&mut self, id: DefineId, limit: Expr) {
        self.besides.insert(id, limit);
    }

    /// The limit against which an expression is printed: only a definition has one.
    pub fn limit_of(&self, expr: &Expr) -> Option<Expr> {
        match expr {
            Expr::Define(id) => self.besides.get(id).cloned(),
            _ => None,
        }
    }

    /// The type of a declared name, which counts as used.
    pub fn type_of(&self, name: &str) -> Option<Type> {
        let declared = self.names.get(name)?;
        self.used.borrow_mut().insert(name.to_owned());
        match declared.meaning {
            Meaning::Define(id) => Some(self.define(id).1),
            _ => Some(declared.of_type.clone()),
        }
    }

    /// What the place says for a name.
    pub(super) fn word(&self, name: &str) -> Option<&'a str> {
        self.words.of(name)
    }

    /// The type of a fact, which does not count as used.
    pub fn type_of_fact(&self, name: &str) -> Type {
        self.names.get(name).map_or(Type::Broken, |declared| declared.of_type.clone())
    }

    /// The names that no expression uses, with their places.
    pub fn unused(&self) -> Vec<(&str, Range<usize>)> {
        let used = self.used.borrow();
        let unused = self.names.iter().filter(|(name, _)| !used.contains(*name));
        unused.map(|(name, declared)| (name.as_str(), declared.at.clone())).collect()
    }

    /// Every declared name.
    pub fn declared(&self) -> impl Iterator<Item = &str> + Clone {
        self.names.keys().map(String::as_str)
    }

    /// The dated value of that name, and its type.
    pub(super) fn param(&self, name: &str) -> Option<(ParamId, Type)> {
        match self.names.get(name)?.meaning {
            Meaning::Param(id) => Some((id, self.type_of(name)?)),
            _ => None,
        }
    }

    /// The names of the dated values.
    pub(super) fn params(&self) -> impl Iterator<Item = &str> + Clone {
        let params = self.names.iter().filter(|(_, declared)| matches!(declared.meaning, Meaning::Param(_)));
        params.map(|(name, _)| name.as_str())
    }

    /// Whether the options of a domain have names in the API.
    pub fn has_option_ids(&self, domain: DomainId) -> bool {
        let options = self.domains.get(domain.index()).map(|(_, domain)| &domain.options);
        options.is_some_and(|options| options.iter().all(|option| !option.id.is_empty()))
    }

    /// The names of the options of a domain.
    pub fn option_names(&self, domain: DomainId) -> Vec<&str> {
        self.singles(domain).iter().map(|option| option.name.as_str()).collect()
    }

    /// The domains, in order.
    pub fn into_domains(self) -> Vec<Domain> {
        self.domains.into_iter().map(|(_, domain)| domain).collect()
    }

    /// Whether the measure has a schedule.
    pub(super) fn has_schedule(&self) -> bool {
        self.names.values().any(|declared| declared.meaning == Meaning::Scheduled)
    }

    pub(super) fn has_unit(&self, unit: &str) -> bool {
        self.units.contains(unit)
    }

    pub(super) fn units(&self) -> impl Iterator<Item = &str> + Clone {
        ["%", "元", "万元"].into_iter().chain(self.units.iter().map(String::as_str))
    }

    /// Whether a name is declared or given.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.names.contains_key(name)
            || self.lists.field(name).is_some()
            || self.given.get().iter().any(|(given, _)| *given == name)
            || truth(name).is_some()
            || name == NO_LIMIT
    }

    /// A type in words.
    pub fn describe(&self, of: &Type) -> String {
        match of {
            Type::Truth => "能判断真假的算式".to_owned(),
            Type::Number => "没有单位的数".to_owned(),
            Type::Count(unit) => format!("以“{unit}”计的数"),
            Type::Ratio => "比例".to_owned(),
            Type::Money => "金额".to_owned(),
            Type::NoLimit => "不限".to_owned(),
            Type::Date => "日期".to_owned(),
            Type::Month => "月份".to_owned(),
            Type::Choice(domain) => format!("“{}”的选项", self.domain_name(*domain)),
            Type::Choices(domain) => format!("“{}”里的几个选项", self.domain_name(*domain)),
            Type::Text => "文字".to_owned(),
            Type::List(list) => format!("一列“{}”", self.lists.name(*list)),
            Type::Broken => "有错的算式".to_owned(),
        }
    }

    fn domain_name(&self, id: DomainId) -> &str {
        self.domains.get(id.index()).map_or("", |(name, _)| name)
    }

    pub(super) fn name(&self, at: &Written<'_>, node: &Node, name: &str, wanted: Option<&Type>) -> Checked {
        let domain = match wanted {
            Some(Type::Choice(domain) | Type::Choices(domain)) => {
                self.domains.get(domain.index()).map(|d| (*domain, d))
            }
            _ => None,
        };
        if let Some((id, (_, domain))) = domain
            && let Some(place) = domain.options.iter().position(|option| option.name == name)
        {
            let option = OptionId(u16::try_from(place).unwrap_or(u16::MAX));
            return (Expr::Literal(Value::Choice(option)), Type::Choice(id));
        }
        if let Some((expr, of_type)) = self.lists.field(name) {
            return (expr, of_type);
        }
        if let Some(declared) = self.names.get(name) {
            let of_type = self.type_of(name).unwrap_or(Type::Broken);
            let expr = match declared.meaning {
                Meaning::Fact(id) => Expr::Fact(id),
                Meaning::Figure(id) => Expr::Figure(id),
                Meaning::Table(id) => Expr::Table(id),
                Meaning::Define(id) => Expr::Define(id),
                Meaning::Plan(_) if of_type == Type::Broken => return broken(),
                Meaning::Plan(_) => {
                    self.wrong(at, &node.span, "计划是一列东西", "要写在“几个、合计、第一个、最早、最高”后面");
                    return broken();
                }
                Meaning::Amount => Expr::Amount,
                Meaning::Lookup(id) => Expr::Param(id, None),
                Meaning::Param(_) => {
                    let instead = format!("请写成 在({name}, 申请日) 这样，写明是哪一天、哪个月的");
                    self.wrong(at, &node.span, format!("“{name}”会随日期变"), instead);
                    return broken();
                }
                Meaning::Scheduled => Expr::Scheduled,
            };
            return (expr, of_type);
        }
        if let Some((_, given)) = self.given.get().iter().find(|(given, _)| *given == name) {
            return (Expr::Given(*given), type_of_given(*given));
        }
        if name == AGENCY && self.is_condition.get() {
            return (Expr::Given(Given::Agency), Type::Truth);
        }
        if let Some(truth) = truth(name) {
            return (Expr::Literal(Value::Truth(truth)), Type::Truth);
        }
        if name == NO_LIMIT {
            return (Expr::Literal(Value::NoLimit), Type::NoLimit);
        }
        match domain {
            // The expected type is faulty itself.
            _ if wanted == Some(&Type::Broken) => {}
            Some((_, (of, domain))) => {
                let known = domain.options.iter().map(|option| option.name.as_str());
                self.wrong(at, &node.span, format!("“{of}”没有这个选项"), suggest::instead(name, known));
            }
            None => self.unknown_name(at, node, name),
        }
        broken()
    }

    fn unknown_name(&self, at: &Written<'_>, node: &Node, name: &str) {
        if let Some(where_given) = given_elsewhere(name) {
            return self.wrong(at, &node.span, "这里不能用这个名称", where_given);
        }
        let fields = self.lists.fields_in_sight();
        let known = self.declared().chain(self.given.get().iter().map(|(given, _)| *given));
        let known = known.chain(fields.iter().map(String::as_str)).chain(self.words.names());
        if crate::syntax::is_spelt_number(name) {
            return self.wrong(at, &node.span, "没有这个名称", "要写数的，用阿拉伯数字，例如 5 %、30 人、1500 元");
        }
        let near = suggest::nearest(name, known);
        let instead = match (near, crate::syntax::glued(name)) {
            (Some(near), _) => format!("是不是“{near}”"),
            (None, Some(word)) => format!("“{word}”前后要有空格"),
            (None, None) => "请检查拼写，或者先声明这个名称；选项要写在 = 的右边".to_owned(),
        };
        self.wrong(at, &node.span, "没有这个名称", instead);
    }
}
