//! Lists: whose fields a name may mean, and the operations on their elements.

use std::cell::RefCell;

use wengang_engine::pack::ListId;
use wengang_engine::{Aggregate, Expr, Kind, Listed, Unary, Value};

use crate::check::{Checked, Checker, Type, broken};
use crate::suggest;
use crate::syntax::{Node, NodeKind, Quantifier};
use crate::toml_file::Written;

/// The months of the schedule, where they are summed up.
pub(crate) const EACH_MONTH: &str = "各月";

/// The lists of a measure, and those whose elements are in scope of the current expression.
#[derive(Default)]
pub(super) struct Lists {
    declared: Vec<(String, Vec<(String, Type)>)>,
    /// The innermost last.
    in_sight: RefCell<Vec<ListId>>,
}

impl Lists {
    pub fn declare(&mut self, name: &str, fields: Vec<(String, Type)>) -> ListId {
        let id = ListId(u16::try_from(self.declared.len()).unwrap_or(u16::MAX));
        self.declared.push((name.to_owned(), fields));
        id
    }

    pub fn name(&self, id: ListId) -> &str {
        self.declared.get(id.index()).map_or("", |(name, _)| name)
    }

    pub fn fields(&self, id: ListId) -> &[(String, Type)] {
        self.declared.get(id.index()).map_or(&[], |(_, fields)| fields)
    }

    /// Whether a field of any list is of a type.
    pub fn has_field(&self, wanted: &Type) -> bool {
        self.declared.iter().flat_map(|(_, fields)| fields).any(|(_, of_type)| of_type == wanted)
    }

    /// The place and the type of the field of that name.
    pub fn place_of(&self, id: ListId, name: &str) -> Option<(u16, Type)> {
        let mut fields = (0_u16..).zip(self.fields(id));
        fields.find(|(_, (field, _))| field == name).map(|(place, (_, of_type))| (place, of_type.clone()))
    }

    /// The names of the fields of a list.
    pub fn names_of(&self, id: ListId) -> Vec<String> {
        self.fields(id).iter().map(|(name, _)| name.clone()).collect()
    }

    /// The field of that name of an element that is looked at, the innermost first.
    pub fn field(&self, name: &str) -> Option<Checked> {
        let in_sight = self.in_sight.borrow();
        (0_u8..).zip(in_sight.iter().rev()).find_map(|(out, list)| {
            let fields = (0_u16..).zip(self.fields(*list));
            let found = fields.into_iter().find(|(_, (field, _))| field == name);
            found.map(|(field, (_, of_type))| (Expr::Field { out, field }, of_type.clone()))
        })
    }

    /// The names of all fields that can be meant here.
    pub fn fields_in_sight(&self) -> Vec<String> {
        let in_sight = self.in_sight.borrow();
        in_sight.iter().flat_map(|list| self.fields(*list)).map(|(name, _)| name.clone()).collect()
    }

    /// Checks the expression in the brackets after 其中.
    pub fn inside<T>(&self, list: ListId, check: impl FnOnce() -> T) -> T {
        self.in_sight.borrow_mut().push(list);
        let result = check();
        self.in_sight.borrow_mut().pop();
        result
    }

    /// Checks an expression without elements in scope, wherever its name was used.
    pub fn outside<T>(&self, check: impl FnOnce() -> T) -> T {
        let before = self.in_sight.take();
        let result = check();
        self.in_sight.replace(before);
        result
    }
}

impl Checker<'_> {
    pub(super) fn over(
        &self,
        at: &Written<'_>,
        quantifier: Quantifier,
        list: &Node,
        such: Option<&Node>,
        of: Option<&Node>,
    ) -> Checked {
        if let NodeKind::Name(name) = &list.kind
            && name == EACH_MONTH
        {
            return self.over_months(at, list, quantifier, such.is_some(), of);
        }
        let Some((listed, id)) = self.listed(at, list) else { return broken() };
        let such = match such {
            Some(such) => self.lists.inside(id, || self.truth(at, such)),
            None => Expr::Literal(Value::Truth(true)),
        };
        let such = Box::new(such);
        let of = of.map(|of| (of, self.lists.inside(id, || self.check(at, of, None))));
        match (quantifier, of) {
            (Quantifier::Any, _) => (Expr::Any(listed, such), Type::Truth),
            (Quantifier::None, _) => (Expr::Unary(Unary::Not, Expr::Any(listed, such).into()), Type::Truth),
            (Quantifier::CountOf, _) => (Expr::CountOf(listed, such), Type::Number),
            (_, None) => broken(),
            (_, Some((node, (expr, of_type)))) => match self.aggregate(at, quantifier, node, &of_type) {
                Some(aggregate) => (Expr::Over(aggregate, listed, such, expr.into()), of_type),
                None => broken(),
            },
        }
    }

    /// 合计 各月 的 …: a sum over the months of the schedule.
    fn over_months(
        &self,
        at: &Written<'_>,
        months: &Node,
        quantifier: Quantifier,
        has_such: bool,
        of: Option<&Node>,
    ) -> Checked {
        if !self.has_schedule() {
            self.wrong(at, &months.span, "没有 [schedule]，没有各月", "“各月”是 [schedule] 的那几个月");
            return broken();
        }
        let (Quantifier::Sum, false, Some(of)) = (quantifier, has_such, of) else {
            self.wrong(at, &months.span, "“各月”只能合计", "请写成 合计 各月 的 (…)，不写“其中”");
            return broken();
        };
        let (expr, of_type) = self.lists.outside(|| self.check(at, of, None));
        match self.aggregate(at, quantifier, of, &of_type) {
            Some(_) => (Expr::OverMonths(expr.into()), of_type),
            None => broken(),
        }
    }

    /// The result type of combining figures of that type; a type that does not fit is noted.
    fn aggregate(&self, at: &Written<'_>, quantifier: Quantifier, of: &Node, found: &Type) -> Option<Aggregate> {
        let is_ordered = |found: &Type| match found {
            Type::Choice(domain) => self.is_ordered(*domain),
            Type::Date | Type::Month => false,
            other => other.has_order(),
        };
        let (aggregate, instead) = match (quantifier, found) {
            (_, Type::Broken) => (None, ""),
            (Quantifier::First, _) => (Some(Aggregate::First), ""),
            (Quantifier::Sum, Type::Money) => (Some(Aggregate::Sum(Kind::Money)), ""),
            (Quantifier::Sum, Type::Count(_)) => (Some(Aggregate::Sum(Kind::Count)), ""),
            (Quantifier::Sum, Type::Number) => (Some(Aggregate::Sum(Kind::Number)), ""),
            (Quantifier::Earliest, Type::Date | Type::Month) => (Some(Aggregate::Earliest), ""),
            (Quantifier::Highest, found) if is_ordered(found) => (Some(Aggregate::Highest), ""),
            (Quantifier::Sum, _) => (None, "“合计”的要是金额或者数量"),
            (Quantifier::Earliest, _) => (None, "“最早”的要是日期或者月份"),
            _ => (None, "“最高”的要是数，或者分高低的选项（choice(ordered)）"),
        };
        if aggregate.is_none() && !instead.is_empty() {
            self.wrong(at, &of.span, format!("“的”后面是{}", self.describe(found)), instead);
        }
        aggregate
    }

    /// The list that a name refers to.
    pub(super) fn listed(&self, at: &Written<'_>, node: &Node) -> Option<(Listed, ListId)> {
        if let NodeKind::Name(name) = &node.kind
            && let Some((plan, list)) = self.plan(name)
        {
            return Some((Listed::Plan(plan), list));
        }
        match self.check(at, node, None) {
            (Expr::Fact(fact), Type::List(list)) => Some((Listed::Fact(fact), list)),
            (_, Type::Broken) => None,
            (_, other) => {
                let wrong = format!("这里要一列东西，写的是{}", self.describe(&other));
                self.wrong(at, &node.span, wrong, "“有、没有、几个”后面要写一个 type = \"list\" 的事");
                None
            }
        }
    }

    /// The list of items that a name refers to, and the names of their fields: the items themselves, or a plan.
    pub fn items_of(&self, at: &Written<'_>) -> Option<(Listed, Vec<String>)> {
        let item = self.item().map(|(_, list)| list);
        let found = match self.plan(&at.text) {
            Some((plan, _)) => Some(Listed::Plan(plan)),
            None => {
                self.list_fact(&at.text).filter(|(_, list)| Some(*list) == item).map(|(fact, _)| Listed::Fact(fact))
            }
        };
        if found.is_none() && !self.has_faulty_item() {
            let instead = "“each”要写 [item] 的 of，或者 [plan] 里的名称；逐月的算法每变一次说一遍的，写 变化";
            self.messages.add(at.file, at.span.clone(), "这里要写一项一项判断的那一列", instead);
        }
        Some((found?, item.map(|list| self.lists.names_of(list)).unwrap_or_default()))
    }

    /// Checks a condition on the item at hand and another: bare names are those of the other.
    pub fn about_another(&self, at: &Written<'_>) -> Expr {
        match self.item() {
            Some((_, list)) => self.lists.inside(list, || self.typed(at, &Type::Truth)),
            None => broken().0,
        }
    }

    /// Checks an expression with an element of a list in scope.
    pub fn looking_at<T>(&self, list: ListId, check: impl FnOnce() -> T) -> T {
        self.lists.inside(list, check)
    }

    /// The type of a field.
    pub fn type_of_field(&self, list: ListId, name: &str) -> Type {
        self.lists.place_of(list, name).map_or(Type::Broken, |(_, of_type)| of_type)
    }

    /// 这本.等级: a field of the item at hand.
    pub(super) fn of_item(&self, at: &Written<'_>, node: &Node, item: &str, field: &str) -> Checked {
        if self.has_faulty_item() {
            return broken();
        }
        let Some((name, list)) = self.item() else {
            self.wrong(at, &node.span, "这个文件没有 [item]", "要写 [item]，里面写 of 和 as");
            return broken();
        };
        if name != item {
            self.wrong(at, &node.span, "“.”前面不是现在看的这一项", format!("要写成 {name}.{field}"));
            return broken();
        }
        match self.lists.place_of(list, field) {
            Some((place, of_type)) => (Expr::OfItem(place), of_type),
            None => {
                let known = self.lists.names_of(list);
                let instead = suggest::instead(field, known.iter().map(String::as_str));
                self.wrong(at, &node.span, format!("“{}”里没有这一项", self.lists.name(list)), instead);
                broken()
            }
        }
    }
}
