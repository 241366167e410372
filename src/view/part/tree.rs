//! Elements written one after the other. Why not by `html!`: docs/adr/0028; the page must open on a slow line.
//!
//! INVARIANT: conditional content is in a [`Tree::slot`], so that it never moves its siblings: Yew would recreate them,
//! and a box would lose its text and the focus.

use std::rc::Rc;

use yew::virtual_dom::{Key, Listener, VComp, VList, VNode, VTag, VText};
use yew::{AttrValue, Html};

/// A tree under construction.
#[derive(Default)]
pub(crate) struct Tree {
    done: Vec<VNode>,
    open: Vec<Open>,
}

/// An element or a slot whose children are being written.
struct Open {
    tag: Option<VTag>,
    siblings: Vec<VNode>,
}

impl Tree {
    /// Writes an element: its attributes and children inside.
    pub(crate) fn el(&mut self, tag: &'static str, class: &'static str, inside: impl FnOnce(&mut Self)) {
        self.begin(tag, class);
        inside(self);
        self.end();
    }

    /// Writes an element with nothing but a text.
    pub(crate) fn line(&mut self, tag: &'static str, class: &'static str, text: &str) {
        self.begin(tag, class);
        self.text(text);
        self.end();
    }

    /// Writes an element with nothing but a text, found by tests under a hook.
    pub(crate) fn hooked(&mut self, tag: &'static str, class: &'static str, hook: &str, text: &str) {
        self.begin(tag, class);
        self.test(hook);
        self.text(text);
        self.end();
    }

    /// Reserves the position of conditional content, and of lists.
    pub(crate) fn slot(&mut self, inside: impl FnOnce(&mut Self)) {
        self.begin_slot();
        inside(self);
        self.end();
    }

    /// Begins a slot, which [`Tree::end`] ends.
    pub(crate) fn begin_slot(&mut self) {
        self.push(None);
    }

    /// Writes a text.
    pub(crate) fn text(&mut self, text: &str) {
        self.done.push(VNode::from(VText::new(owned(text))));
    }

    /// Sets an attribute of the element.
    pub(crate) fn set(&mut self, name: &'static str, value: &str) {
        if let Some(tag) = self.tag() {
            tag.add_attribute(name, owned(value));
        }
    }

    /// Sets an attribute to two words with a hyphen between them.
    pub(crate) fn set_two(&mut self, name: &'static str, value: &str, end: &str) {
        self.set(name, &[value, "-", end].concat());
    }

    /// Sets the id of the element.
    pub(crate) fn id(&mut self, id: &str) {
        self.set("id", id);
    }

    /// Sets the hook by which tests find the element.
    pub(crate) fn test(&mut self, hook: &str) {
        self.set("data-test", hook);
    }

    /// Sets a hook of two words with a hyphen between them.
    pub(crate) fn test_two(&mut self, hook: &str, end: &str) {
        self.set_two("data-test", hook, end);
    }

    /// Makes it possible to put the focus on the element from elsewhere.
    pub(crate) fn reachable(&mut self) {
        self.set("tabindex", "-1");
    }

    /// Distinguishes the element from its siblings when their order changes.
    pub(crate) fn key(&mut self, key: &str) {
        if let Some(tag) = self.tag() {
            tag.key = Some(Key::from(key));
        }
    }

    /// Sets the content of the box.
    pub(crate) fn value(&mut self, value: &str) {
        if let Some(tag) = self.tag() {
            tag.set_value(Some(owned(value)));
        }
    }

    /// Sets whether the mark is on.
    pub(crate) fn checked(&mut self, checked: bool) {
        if let Some(tag) = self.tag() {
            tag.set_checked(checked);
        }
    }

    /// Listens.
    pub(crate) fn on(&mut self, listener: Rc<dyn Listener>) {
        if let Some(tag) = self.tag() {
            tag.add_listener(listener);
        }
    }

    /// Writes what another component draws.
    pub(crate) fn component(&mut self, component: VComp) {
        self.done.push(VNode::from(component));
    }

    /// The finished tree.
    pub(crate) fn html(self) -> Html {
        VNode::from(VList::with_children(self.done, None))
    }

    fn tag(&mut self) -> Option<&mut VTag> {
        self.open.last_mut()?.tag.as_mut()
    }

    /// Begins an element, which [`Tree::end`] ends.
    pub(crate) fn begin(&mut self, tag: &'static str, class: &'static str) {
        self.push(Some(VTag::new(tag)));
        if !class.is_empty() {
            self.set("class", class);
        }
    }

    fn push(&mut self, tag: Option<VTag>) {
        let siblings = std::mem::take(&mut self.done);
        self.open.push(Open { tag, siblings });
    }

    /// Ends the element or slot that was begun last.
    pub(crate) fn end(&mut self) {
        let Some(Open { tag, siblings }) = self.open.pop() else { return };
        let children = std::mem::replace(&mut self.done, siblings);
        self.done.push(match tag {
            Some(mut tag) => {
                tag.add_children(children);
                VNode::from(tag)
            }
            None => VNode::from(VList::with_children(children, None)),
        });
    }
}

fn owned(text: &str) -> AttrValue {
    AttrValue::Rc(Rc::from(text))
}
