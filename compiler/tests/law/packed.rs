//! Packs as bytes: what was written is read, and any other bytes are refused or can be evaluated.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use wengang_compiler::Pack;
use wengang_engine::pack::{Cited, DefineId, FactId, Invalid, RoundId, SourceId};
use wengang_engine::packed::{self, Damage, PackedError};
use wengang_engine::{Expr, Unary, Value};

use crate::damaged::{day, facts, judge};
use crate::{HEBEI, lists};

/// How many inputs are tried.
const CASES: u32 = 1_000;

fn written(pack: &Pack) -> Vec<u8> {
    packed::write(pack).unwrap()
}

/// The bytes of a pack as it is, also of one that cannot be written.
pub fn sealed(pack: &Pack) -> Vec<u8> {
    // A pack without a measure has no day, and is invalid in any case.
    packed::seal(&packed::content(pack).unwrap_or_default())
}

#[test]
fn what_was_written_is_read() {
    for pack in [HEBEI.clone(), lists::pack()] {
        let bytes = written(&pack);
        assert_eq!(packed::read(&bytes).unwrap(), pack);
        let first = pack.measures.iter().map(|measure| measure.checked_on).min();
        assert_eq!(Some(packed::header(&bytes).unwrap().checked_on), first);
        assert_eq!(bytes, sealed(&pack));
    }
}

#[test]
fn the_header_names_the_pack_by_its_content() {
    let (one, other) = (written(&HEBEI), written(&lists::pack()));
    let digest = |bytes: &[u8]| packed::header(bytes).unwrap().digest();
    assert_eq!(digest(&one), digest(&written(&HEBEI)));
    assert_ne!(digest(&one), digest(&other));
    assert_eq!(digest(&one).len(), 64);
}

#[test]
fn every_beginning_of_a_pack_is_refused() {
    let bytes = written(&HEBEI);
    for end in 0..bytes.len() {
        assert!(packed::read(&bytes[..end]).is_err(), "{end}");
    }
    // The same with a right hash: the content itself is too short.
    let content = &bytes[packed::HEADER..];
    for end in (0..content.len()).step_by(7) {
        assert!(packed::read(&packed::seal(&content[..end])).is_err(), "{end}");
    }
}

#[test]
fn every_spoiled_byte_is_noticed() {
    let bytes = written(&lists::pack());
    for place in 0..bytes.len() {
        let mut spoiled = bytes.clone();
        spoiled[place] ^= 1;
        let refused = packed::read(&spoiled).unwrap_err();
        match place {
            0..4 => assert_eq!(refused, PackedError::NotAPack),
            4 => assert_eq!(refused, PackedError::OtherForm(packed::FORM ^ 1)),
            _ => assert_eq!(refused, PackedError::WrongHash),
        }
    }
}

#[test]
fn what_follows_a_pack_or_is_too_long_is_refused() {
    let content = written(&HEBEI)[packed::HEADER..].to_vec();
    let refused = packed::read(&packed::seal(&[&content[..], &[0]].concat())).unwrap_err();
    assert!(matches!(refused, PackedError::Content(_)), "{refused}");
    assert_eq!(packed::read(&vec![0; 2_000_000]), Err(PackedError::TooLong));
    let mut other_day = content;
    other_day[..10].copy_from_slice(b"2020-01-01");
    assert_eq!(packed::read(&packed::seal(&other_day)), Err(PackedError::OtherDay));
}

#[test]
fn a_count_that_the_bytes_only_claim_allocates_nothing() {
    // No names, and 2^63 documents.
    let claims = [b"2026-11-25".as_slice(), &[0, 0], &[0xff; 9], &[0x01]].concat();
    assert!(matches!(packed::read(&packed::seal(&claims)), Err(PackedError::Content(_))));
    // A text of that length.
    let claims = [b"2026-11-25".as_slice(), &[0xff; 9], &[0x01]].concat();
    assert!(matches!(packed::read(&packed::seal(&claims)), Err(PackedError::Content(_))));
}

/// The pack with another first condition.
fn with_condition(holds: Expr) -> Pack {
    let mut pack = HEBEI.clone();
    pack.measures[0].conditions[0].holds = holds;
    pack
}

#[test]
fn an_expression_that_would_fill_the_stack_is_refused_before_it_is_built() {
    for levels in [97, 2_000] {
        let mut deep = Expr::Literal(Value::Truth(true));
        for _ in 0..levels {
            deep = Expr::Unary(Unary::Not, Box::new(deep));
        }
        let refused = packed::read(&sealed(&with_condition(deep))).unwrap_err();
        match levels {
            97 => assert!(matches!(refused, PackedError::Invalid(Invalid::TooDeep { .. })), "{refused}"),
            _ => assert_eq!(refused, PackedError::Content(Damage::TooDeep)),
        }
    }
    // Lists of lists of lists ….
    let mut deep = Value::Truth(true);
    for _ in 0..2_000 {
        deep = Value::List(vec![vec![Some(deep)]]);
    }
    assert_eq!(packed::read(&sealed(&with_condition(Expr::Literal(deep)))), Err(PackedError::Content(Damage::TooDeep)));
}

#[test]
fn definitions_that_nest_too_deep_or_go_in_circles_are_refused() {
    let mut pack = HEBEI.clone();
    let measure = &mut pack.measures[0];
    let first = u16::try_from(measure.defines.len()).unwrap();
    for level in 1..=100 {
        let mut define = measure.defines[0].clone();
        define.value = Expr::Define(DefineId(first + level));
        measure.defines.push(define);
    }
    let last = measure.defines[0].clone();
    measure.defines.push(last);
    let refused = packed::read(&sealed(&pack)).unwrap_err();
    assert!(matches!(refused, PackedError::Invalid(Invalid::TooDeep { .. })), "{refused}");
    pack.measures[0].defines[usize::from(first)].value = Expr::Define(DefineId(first));
    let refused = packed::read(&sealed(&pack)).unwrap_err();
    assert!(matches!(refused, PackedError::Invalid(Invalid::Circle { .. })), "{refused}");
}

#[test]
fn a_reference_to_what_is_not_there_is_refused() {
    type Spoil = fn(&mut Pack);
    let spoils: [(&str, Spoil); 9] = [
        ("document", |pack| pack.sources[0].document.0 = 999),
        ("source", |pack| pack.measures[0].rounds[0].source = SourceId(9_999)),
        ("source", |pack| pack.measures[0].rounds[1].sources.push(SourceId(u16::MAX))),
        ("source", |pack| pack.measures[0].rounds[2].goals[0].source = SourceId(9_999)),
        ("fact", |pack| pack.measures[0].checks[0].at = FactId(99)),
        ("fact", |pack| pack.measures[0].conditions[1].holds = Expr::Fact(FactId(99))),
        ("definition", |pack| pack.measures[0].rounds[2].cites[0].0 = Cited::Define(99)),
        ("field", |pack| pack.measures[0].conditions[1].holds = Expr::Field { out: 0, field: 0 }),
        ("round", |pack| {
            let last = pack.measures[0].rounds.len();
            pack.measures[0].next_steps[0].only = Some(vec![RoundId(u16::try_from(last).unwrap())]);
        }),
    ];
    for (expected, spoil) in spoils {
        let mut pack = HEBEI.clone();
        spoil(&mut pack);
        match packed::read(&sealed(&pack)).unwrap_err() {
            PackedError::Invalid(Invalid::NoSuch { what, .. }) => assert_eq!(what, expected),
            other => panic!("{expected}: {other}"),
        }
        assert!(packed::write(&pack).is_err(), "{expected}");
    }
}

/// A change to bytes at a place.
#[derive(Clone, Debug)]
enum Change {
    Set(u8),
    /// The next byte outside words becomes another small one: a number, an index, the tag of a variant.
    Number(u8),
    Insert(u8),
    Remove,
    /// A copy of the byte at another position.
    Copy(prop::sample::Index, u8),
    Cut,
}

fn change() -> impl Strategy<Value = (prop::sample::Index, Change)> {
    let change = prop_oneof![
        2 => any::<u8>().prop_map(Change::Set),
        12 => (0_u8..24).prop_map(Change::Number),
        1 => any::<u8>().prop_map(Change::Insert),
        1 => Just(Change::Remove),
        2 => (any::<prop::sample::Index>(), 1_u8..40).prop_map(|(from, length)| Change::Copy(from, length)),
        1 => Just(Change::Cut),
    ];
    (any::<prop::sample::Index>(), change)
}

fn changed(bytes: &[u8], changes: &[(prop::sample::Index, Change)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (place, change) in changes {
        if bytes.is_empty() {
            break;
        }
        let place = place.index(bytes.len());
        match change {
            Change::Set(byte) => bytes[place] = *byte,
            Change::Number(byte) => {
                if let Some(number) = bytes[place..].iter_mut().find(|byte| **byte < 24) {
                    *number = *byte;
                }
            }
            Change::Insert(byte) => bytes.insert(place, *byte),
            Change::Remove => drop(bytes.remove(place)),
            Change::Copy(from, length) => {
                let from = from.index(bytes.len());
                let part = bytes[from..bytes.len().min(from + usize::from(*length))].to_vec();
                let end = bytes.len().min(place + part.len());
                bytes[place..end].copy_from_slice(&part[..end - place]);
            }
            Change::Cut => bytes.truncate(place),
        }
    }
    bytes
}

#[test]
fn changed_bytes_are_refused_or_can_be_evaluated() {
    let contents = [written(&HEBEI), written(&lists::pack())].map(|bytes| bytes[packed::HEADER..].to_vec());
    let (read, refused) = (Cell::new(0_u32), Cell::new(0_u32));
    let config = ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() };
    let inputs = (0..2_usize, prop::collection::vec(change(), 1..3), facts(), day());
    let outcome = TestRunner::new(config).run(&inputs, |(which, changes, facts, day)| {
        match packed::read(&packed::seal(&changed(&contents[which], &changes))) {
            Ok(pack) => {
                read.set(read.get() + 1);
                judge(&pack, &facts, day);
            }
            Err(_) => refused.set(refused.get() + 1),
        }
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
    // Most changes break the form: nearly every byte is part of a word, a length or a tag.
    assert!(read.get() > CASES / 40 && refused.get() > CASES / 10, "{} read, {} refused", read.get(), refused.get());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(packed::read(&bytes).is_err());
        prop_assert!(packed::read(&packed::seal(&bytes)).is_err());
        let dated = [b"2026-11-25".as_slice(), &bytes].concat();
        prop_assert!(packed::read(&packed::seal(&dated)).is_err());
    }
}
