//! The law that the page uses: built in, or a pack next to the page.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use wengang_engine::packed;

use crate::law;
use crate::policy::date::Date;
use crate::state::{InUse, LawNote, Offer, Origin};
use crate::text::page::law as words;
use crate::web::{chunk, fetch};

/// Running operations, until the page is drawn.
pub type PendingOperations = Rc<RefCell<Vec<Box<dyn Any>>>>;

/// Takes the law of a place into use and calls back with where it comes from: at once where it is built in.
///
/// If a pack is invalid, the built-in law is used, with a note.
pub fn take(offer: Offer, note: Option<LawNote>, pending: &PendingOperations, done: impl Fn(InUse) + 'static) {
    let Some(file) = offer.pack.clone() else { return done(InUse { origin: Origin::BuiltIn, note }) };
    let done = Rc::new(done);
    let fetched = {
        let (done, offer) = (Rc::clone(&done), offer.clone());
        move |bytes: Option<Vec<u8>>| {
            let taken =
                bytes.ok_or_else(|| LawNote::NotLoaded(offer.name.clone())).and_then(|bytes| read(&offer, &bytes));
            done(match taken {
                Ok(origin) => InUse { origin, note: note.clone() },
                Err(note) => InUse { origin: Origin::BuiltIn, note: Some(note) },
            });
        }
    };
    // A pack is read by the lazy chunk.
    let after_chunk = {
        let (done, name, held) = (Rc::clone(&done), offer.name.clone(), Rc::clone(pending));
        let fetched = Rc::new(fetched);
        move |is_loaded: bool| {
            let failed = || done(InUse { origin: Origin::BuiltIn, note: Some(LawNote::NotLoaded(name.clone())) });
            if !is_loaded {
                return failed();
            }
            let fetched = Rc::clone(&fetched);
            match fetch::bytes(&file, packed::LONGEST, move |bytes| fetched(bytes)) {
                Some(fetching) => held.borrow_mut().push(fetching),
                None => failed(),
            }
        }
    };
    if chunk::is_loaded() {
        after_chunk(true);
    } else if let Some(listening) = chunk::listen(after_chunk) {
        pending.borrow_mut().push(Box::new(listening));
    }
}

/// Reads a pack and takes it into use.
///
/// # Errors
/// Why it is not taken.
#[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
pub fn read(offer: &Offer, bytes: &[u8]) -> Result<Origin, LawNote> {
    let refused = |why: String| LawNote::Refused(offer.name.clone(), why);
    let (header, pack) = packed::read_by_hash(bytes).map_err(|error| refused(words::refused(error)))?;
    let sha256 = header.digest();
    if pack.place.id != offer.id {
        return Err(refused(words::of_another_place(&pack.place.id)));
    }
    if offer.sha256.as_ref().is_some_and(|named| *named != sha256) {
        return Err(refused(words::NOT_THE_NAMED.to_owned()));
    }
    law::take_as_own(pack);
    let file = offer.pack.clone().unwrap_or_default();
    Ok(Origin::Pack { file, sha256, checked_on: Date::of(header.checked_on) })
}
