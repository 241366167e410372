//! The law in use and its measures.

use wengang::heads::heads;
use wengang::law;
use wengang::state::{LawNote, Offer};
use wengang::text::page::law as words;
use wengang_engine::pack::Measure;

use crate::message::{self, Law, Ready};
use crate::text::desk;

/// Takes the law of a place into use, where one is wanted, and lists its measures. Where its pack cannot be used, the
/// built-in law stays in use, and the note says why.
pub(super) fn take(wanted: Option<Law>, bytes: Option<&[u8]>) -> Ready {
    let taken = wanted.map(|law| taken(law, bytes));
    let place = heads().place.name;
    let note = match taken {
        None | Some(Ok(())) => String::new(),
        Some(Err(LawNote::NotOffered)) => words::not_offered(place),
        Some(Err(LawNote::NotLoaded(wanted))) => words::not_loaded(&wanted, place),
        Some(Err(LawNote::Refused(wanted, why))) => words::not_taken(&wanted, &why, place),
    };
    let measures = law::packs().next().map(|pack| pack.measures.as_slice()).unwrap_or_default();
    Ready { place: place.to_owned(), calculators: measures.iter().map(measure).collect(), note }
}

fn taken(law: Law, bytes: Option<&[u8]>) -> Result<(), LawNote> {
    let Law { id, name, file, sha256 } = law;
    let bytes = bytes.ok_or_else(|| LawNote::NotLoaded(name.clone()))?;
    wengang::web::law::read(&Offer { id, name, pack: Some(file), sha256 }, bytes).map(drop)
}

fn measure(measure: &'static Measure) -> message::Measure {
    let head = heads().measures.iter().find(|head| head.id == measure.id);
    let name = head.map_or("", |head| head.title).to_owned();
    message::Measure { code: measure.id.clone(), name, row: desk::row(measure) }
}
