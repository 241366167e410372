//! The state of the page across renders, and its worker.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use web_sys::File;
use wengang::state::{Places, Site, SiteFile};
use wengang::web::event::Listening;
use wengang::web::{address, clock, embed, fetch, page, save, site};
use wengang_engine::packed;
use yew::prelude::*;

use crate::message::{Ask, Law, Reply};
use crate::state::{Action, Effect, State};
use crate::web::worker::{Attachment, Link, OnReply};

/// The state of the page, and how actions are sent.
#[derive(Clone, PartialEq)]
pub struct Session {
    /// The state.
    pub state: Rc<State>,
    /// The settings of the office's site.
    pub site: Rc<Site>,
    /// Applies an action.
    pub send: Callback<Action>,
    /// Opens a file.
    pub open: Callback<File>,
}

/// The state of the page across renders; re-renders after every change.
#[hook]
pub fn use_session() -> Session {
    let update = use_force_update();
    let store = use_memo((), move |()| Store { update: Some(update), ..Store::default() });
    {
        let store = Rc::clone(&store);
        use_effect_with((), move |()| store.begin());
    }
    let send = {
        let store = Rc::clone(&store);
        use_callback((), move |action, ()| store.take(action))
    };
    let open = {
        let store = Rc::clone(&store);
        use_callback((), move |file: File, ()| {
            let name = file.name();
            *store.file.borrow_mut() = Some(file);
            store.take(Action::Open(name));
        })
    };
    let (state, site) = (Rc::clone(&store.state.borrow()), Rc::clone(&store.site.borrow()));
    Session { state, site, send, open }
}

#[derive(Default)]
struct Store {
    state: RefCell<Rc<State>>,
    site: RefCell<Rc<Site>>,
    link: RefCell<Option<Link>>,
    /// The list, which the worker reads.
    file: RefCell<Option<File>>,
    /// The law of a place that is not built in.
    law: RefCell<Option<Vec<u8>>>,
    /// Pending fetches.
    under_way: RefCell<Vec<Box<dyn Any>>>,
    /// Hears from www/batch.js that the day may have changed.
    waking: RefCell<Option<Listening>>,
    update: Option<UseForceUpdateHandle>,
}

impl Store {
    /// Reads the site's settings, which name the law, and starts a worker.
    fn begin(self: Rc<Self>) {
        let waking = Rc::downgrade(&self);
        *self.waking.borrow_mut() = Listening::listen("wengang-wake", move || {
            if let Some(store) = waking.upgrade() {
                store.follow_day();
            }
        });
        let store = Rc::clone(&self);
        match site::read(move |file| store.settle(&file)) {
            Some(reading) => self.under_way.borrow_mut().push(reading),
            None => self.settle(&SiteFile::Missing),
        }
    }

    fn settle(self: &Rc<Self>, file: &SiteFile) {
        let site = Site::of(file);
        // Where the browser refuses, the page keeps its default colours.
        let _ = embed::apply_theme(&site.colours);
        *self.site.borrow_mut() = Rc::new(site);
        self.follow_day();
        let (offer, _) = Places::of(file).choose(address::place().as_deref());
        let Some(file) = offer.pack.clone() else { return self.start(None) };
        let law = Law { id: offer.id, name: offer.name, file: file.clone(), sha256: offer.sha256 };
        let (store, fetched_law) = (Rc::clone(self), law.clone());
        let fetched = fetch::bytes(&file, packed::LONGEST, move |bytes| {
            *store.law.borrow_mut() = bytes;
            store.start(Some(fetched_law.clone()));
        });
        match fetched {
            Some(fetching) => self.under_way.borrow_mut().push(fetching),
            None => self.start(Some(law)),
        }
    }

    fn start(self: &Rc<Self>, law: Option<Law>) {
        self.renew();
        self.take(Action::Begin(law));
    }

    /// Follows the device's clock: a tab stays open over midnight, a laptop sleeps.
    fn follow_day(self: &Rc<Self>) {
        let today = clock::today().map(|day| day.to_string()).filter(|today| *today != self.state.borrow().today);
        today.into_iter().for_each(|today| self.apply(Action::DateChanged(today)));
    }

    /// Applies an action on the day that it is now.
    fn take(self: &Rc<Self>, action: Action) {
        self.follow_day();
        self.apply(action);
    }

    /// Applies an action and performs its effects.
    fn apply(self: &Rc<Self>, action: Action) {
        let effects = Rc::make_mut(&mut self.state.borrow_mut()).reduce(action);
        for effect in effects {
            match effect {
                Effect::Ask(ask) => self.ask(&ask),
                Effect::RestartWorker => self.renew(),
            }
        }
        if let Some(update) = &self.update {
            update.force_update();
        }
    }

    fn ask(self: &Rc<Self>, ask: &Ask) {
        let beside = match ask {
            Ask::Open { .. } => self.file.borrow().clone().map(Attachment::File),
            Ask::Begin(Some(_)) => self.law.borrow().clone().map(Attachment::Bytes),
            _ => None,
        };
        if let Some(link) = &*self.link.borrow() {
            link.ask(ask, beside.as_ref());
        }
    }

    /// Terminates the worker, if there is one, and starts another.
    fn renew(self: &Rc<Self>) {
        let store = Rc::downgrade(self);
        let heard: OnReply = Rc::new(move |reply| {
            let Some(store) = store.upgrade() else { return };
            store.take(match reply {
                Some((reply, file)) => {
                    if let (Reply::File { name, kind }, Some(bytes)) = (&reply, file) {
                        // Where the browser refuses, the user can only try again.
                        let _ = save::save(name, &bytes, kind);
                    }
                    if matches!(reply, Reply::Ready(_)) {
                        let _ = page::mark_ready();
                    }
                    Action::Replied(Box::new(reply), now())
                }
                None => Action::WorkerFailed,
            });
        });
        // The old one is dropped first: two would need twice the memory.
        drop(self.link.take());
        *self.link.borrow_mut() = Link::begin(&heard);
        if self.link.borrow().is_none() {
            self.take(Action::WorkerFailed);
        }
    }
}

/// The current time in whole milliseconds.
fn now() -> u64 {
    js_sys::Date::now() as u64
}
