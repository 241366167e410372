//! Parts that are redrawn only when their content changes: with twenty certificates, a key pressed in one does not
//! change the others, and a slow phone must not redraw them.
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
pub(super) enum Memo {
    /// A row of the form.
    Entry(Entry),
    /// An item on the answer card.
    Judged(JudgedItem),
    /// The sheet for the printer.
    Sheet(Sheet),
}

impl Memo {
    /// Writes it, distinguished from its siblings by a key.
    pub(super) fn write(self, t: &mut Tree, browser: BrowserHandle, key: &str) {
        let holds = Rc::new(MemoProps { part: Rc::new(self), browser });
        t.component(VComp::new::<MemoComponent>(holds, Some(Key::from(key))));
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
fn draw(t: &mut Tree, part: &Memo, opened: bool, open: Callback<()>) {
    match part {
        Memo::Entry(entry) => entry.draw(t),
        Memo::Judged(judged) => judged.draw(t, opened, open),
        Memo::Sheet(sheet) => sheet.draw(t),
    }
}

#[derive(Clone, Properties)]
struct MemoProps {
    part: Rc<Memo>,
    browser: BrowserHandle,
}

impl PartialEq for MemoProps {
    fn eq(&self, other: &Self) -> bool {
        !self.part.has_refused() && self.part == other.part
    }
}

/// Caches what was drawn of a part.
struct MemoComponent {
    /// Whether it was opened: folded content is drawn only then.
    opened: bool,
    /// What it waits for before it is drawn, or redrawn.
    waiting: Option<Subscription>,
    /// Whether nothing is drawn of it yet.
    is_blank: bool,
}

/// The messages of a part.
enum Msg {
    /// It was opened, or folded again.
    Opened,
    /// The input is idle.
    Idle,
}

impl Component for MemoComponent {
    type Message = Msg;
    type Properties = MemoProps;

    fn create(context: &Context<Self>) -> Self {
        let waiting = wait(context);
        Self { is_blank: waiting.is_some(), waiting, opened: false }
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Opened => !std::mem::replace(&mut self.opened, true),
            Msg::Idle => {
                self.is_blank = false;
                true
            }
        }
    }

    fn changed(&mut self, context: &Context<Self>, _: &MemoProps) -> bool {
        self.waiting = wait(context);
        self.is_blank &= self.waiting.is_some();
        self.waiting.is_none()
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().browser.before_render();
        let mut t = Tree::default();
        if !self.is_blank {
            draw(&mut t, &context.props().part, self.opened, context.link().callback(|()| Msg::Opened));
        }
        t.html()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        context.props().browser.after_render();
    }
}

/// How a part waits.
fn wait(context: &Context<MemoComponent>) -> Option<Subscription> {
    match context.props().part.as_ref() {
        Memo::Sheet(sheet) => sheet.wait(context.link().callback(|()| Msg::Idle)),
        Memo::Entry(_) | Memo::Judged(_) => None,
    }
}
