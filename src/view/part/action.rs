//! Buttons and links.

use std::rc::Rc;

use yew::virtual_dom::Listener;

use crate::heads::heads;
use crate::state::Site;
use crate::text::page;
use crate::view::part::tree::Tree;

/// A button.
pub(crate) fn button(t: &mut Tree, class: &'static str, hook: &str, text: &str, listener: Rc<dyn Listener>) {
    t.el("button", class, |t| {
        t.set("type", "button");
        t.test(hook);
        t.on(listener);
        t.text(text);
    });
}

/// A link that leaves the page in its own window, so that what was typed stays.
pub(crate) fn leaving(t: &mut Tree, class: &'static str, address: &str, text: &str) {
    t.el("a", class, |t| {
        t.set("href", address);
        t.set("target", "_blank");
        t.set("rel", "noopener");
        t.text(text);
    });
}

/// The hotline.
pub(crate) fn call(t: &mut Tree, class: &'static str, hook: &str, text: &str) {
    t.el("a", class, |t| {
        t.set("href", page::HOTLINE_ADDRESS);
        t.test(hook);
        t.text(text);
    });
}

/// The office that publishes the page, where it has said who it is: its name, and its telephone to tap.
pub(crate) fn agency(t: &mut Tree, site: &Site, hook: &str) {
    if site.agency.is_empty() && site.phone.is_empty() {
        return;
    }
    t.el("p", "", |t| {
        t.test(hook);
        t.text(if site.agency.is_empty() { page::AGENCY } else { &site.agency });
        t.text(" ");
        t.slot(|t| {
            if !site.phone.is_empty() {
                t.el("a", "", |t| {
                    t.set("href", &["tel:", &site.phone].concat());
                    t.text(&site.phone);
                });
            }
        });
    });
}

/// The hotline and the platform next to each other.
pub(crate) fn contacts(t: &mut Tree, site: &Site, class: &'static str) {
    t.slot(|t| agency(t, site, "agency"));
    t.el("p", "contacts", |t| {
        call(t, class, "hotline", page::CALL);
        t.slot(|t| {
            if let Some(platform) = &heads().place.platform {
                leaving(t, "", platform.address, platform.name);
            }
        });
    });
}
