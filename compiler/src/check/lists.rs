//! Lists: whose fields a name may mean, and what is said of their elements.

use std::cell::RefCell;

use wengang_engine::pack::ListId;
use wengang_engine::{Expr, Unary};

use crate::check::{Checked, Checker, Type, broken};
use crate::syntax::{Node, Quantifier};
use crate::toml_file::Written;

/// The lists of a measure, and those whose elements the expression at hand looks at.
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

    fn fields(&self, id: ListId) -> &[(String, Type)] {
        self.declared.get(id.index()).map_or(&[], |(_, fields)| fields)
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

    /// Checks what stands in the brackets after 其中.
    fn inside<T>(&self, list: ListId, check: impl FnOnce() -> T) -> T {
        self.in_sight.borrow_mut().push(list);
        let result = check();
        self.in_sight.borrow_mut().pop();
        result
    }

    /// Checks what looks at no element, wherever its name was used.
    pub fn outside<T>(&self, check: impl FnOnce() -> T) -> T {
        let before = self.in_sight.take();
        let result = check();
        self.in_sight.replace(before);
        result
    }
}

impl Checker<'_> {
    pub(super) fn over(&self, at: &Written<'_>, quantifier: Quantifier, list: &Node, such: &Node) -> Checked {
        let (expr, of_type) = self.check(at, list, None);
        let (Expr::Fact(fact), Type::List(id)) = (&expr, &of_type) else {
            if of_type != Type::Broken {
                let wrong = format!("这里要一列东西，写的是{}", self.describe(&of_type));
                self.wrong(at, &list.span, wrong, "“有、没有、几个”后面要写一个 type = \"list\" 的事");
            }
            return broken();
        };
        let such = Box::new(self.lists.inside(*id, || self.truth(at, such)));
        match quantifier {
            Quantifier::Any => (Expr::Any(*fact, such), Type::Truth),
            Quantifier::None => (Expr::Unary(Unary::Not, Expr::Any(*fact, such).into()), Type::Truth),
            Quantifier::CountOf => (Expr::CountOf(*fact, such), Type::Number),
        }
    }
}
