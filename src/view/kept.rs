//! What is drawn anew only where what it shows changed: of twenty certificates a key pressed in one changes the others in
//! nothing, and a slow phone must not draw them again.
//!
//! INVARIANT: such a part is drawn from what it holds and from nothing else.

use std::rc::Rc;

use yew::virtual_dom::{Key, VComp};
use yew::{Callback, Component, Context, Html, Properties};

use crate::view::answer::{JudgedItem, Sheet};
use crate::view::browser::{BrowserHandle, Subscription};
use crate::view::list::Entry;
use crate::view::part::tree::Tree;

/// A part of the page with everything that its looks follow from.
#[derive(PartialEq)]
pub(super) enum Kept {
    /// A row of the form.
    Entry(Entry),
    /// An item on the answer card.
    Judged(JudgedItem),
    /// The sheet for the printer.
    Sheet(Sheet),
}

impl Kept {
    /// Writes it, told from its siblings by a key.
    pub(super) fn write(self, t: &mut Tree, browser: BrowserHandle, key: &str) {
        let holds = Rc::new(Holds { part: Rc::new(self), browser });
        t.component(VComp::new::<Keeper>(holds, Some(Key::from(key))));
    }

    /// Whether a box refused what was typed: it still shows that, and must be written again although nothing changed.
    fn has_refused(&self) -> bool {
        match self {
            Self::Entry(entry) => entry.has_refused(),
            Self::Judged(_) | Self::Sheet(_) => false,
        }
    }
}

/// Draws a part.
#[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
fn draw(t: &mut Tree, part: &Kept, opened: bool, open: Callback<()>) {
    match part {
        Kept::Entry(entry) => entry.draw(t),
        Kept::Judged(judged) => judged.draw(t, opened, open),
        Kept::Sheet(sheet) => sheet.draw(t),
    }
}

#[derive(Clone, Properties)]
struct Holds {
    part: Rc<Kept>,
    browser: BrowserHandle,
}

impl PartialEq for Holds {
    fn eq(&self, other: &Self) -> bool {
        !self.part.has_refused() && self.part == other.part
    }
}

/// Keeps what was drawn of a part.
struct Keeper {
    /// Whether somebody opened it: only then what is folded in is drawn.
    opened: bool,
    /// What it waits for before it is drawn, or drawn anew.
    waiting: Option<Subscription>,
    /// Whether nothing is drawn of it yet.
    is_blank: bool,
}

/// What happens to a part.
enum Happened {
    /// Somebody opened it, or folded it in again.
    Opened,
    /// Whoever types rests.
    Rested,
}

impl Component for Keeper {
    type Message = Happened;
    type Properties = Holds;

    fn create(context: &Context<Self>) -> Self {
        let waiting = wait(context);
        Self { is_blank: waiting.is_some(), waiting, opened: false }
    }

    fn update(&mut self, _: &Context<Self>, happened: Happened) -> bool {
        match happened {
            Happened::Opened => !std::mem::replace(&mut self.opened, true),
            Happened::Rested => {
                self.is_blank = false;
                true
            }
        }
    }

    fn changed(&mut self, context: &Context<Self>, _: &Holds) -> bool {
        self.waiting = wait(context);
        self.is_blank &= self.waiting.is_some();
        self.waiting.is_none()
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().browser.before_render();
        let mut t = Tree::default();
        if !self.is_blank {
            draw(&mut t, &context.props().part, self.opened, context.link().callback(|()| Happened::Opened));
        }
        t.html()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        context.props().browser.after_render();
    }
}

/// How a part waits.
fn wait(context: &Context<Keeper>) -> Option<Subscription> {
    match context.props().part.as_ref() {
        Kept::Sheet(sheet) => sheet.wait(context.link().callback(|()| Happened::Rested)),
        Kept::Entry(_) | Kept::Judged(_) => None,
    }
}
