//! Any bytes as one of the files in `policies/`, or as one line of one, the others as they stand; and as the guide's text
//! that the page fetches.

use std::path::Path;

use wengang::policy::date::Date;
use wengang::state::{Action, Notices, Screen, State, reduce};

use super::compile;

/// The files with their texts, in the order of the letters that an input begins with: that of their names.
pub const FILES: [(&str, &str); 7] = [
    ("documents.toml", include_str!("../../../policies/documents.toml")),
    ("guide.toml", include_str!("../../../policies/guide.toml")),
    ("hebei/premium.toml", include_str!("../../../policies/hebei/premium.toml")),
    ("hebei/refund.toml", include_str!("../../../policies/hebei/refund.toml")),
    ("hebei/skill-subsidy.toml", include_str!("../../../policies/hebei/skill-subsidy.toml")),
    ("hebei/unemployment-benefit.toml", include_str!("../../../policies/hebei/unemployment-benefit.toml")),
    ("size-class.toml", include_str!("../../../policies/size-class.toml")),
];

/// The first byte chooses the file; the rest is its text, or behind a capital letter one of its lines: `D12:value = 3`.
pub fn check(data: &[u8]) {
    let Some((letter, text)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let chosen = usize::from(letter.to_ascii_lowercase().wrapping_sub(b'a')) % (FILES.len() + 1);
    let edited = FILES.get(chosen).filter(|_| letter.is_ascii_uppercase()).map(|(_, known)| with_line(known, text));
    let text = edited.as_deref().unwrap_or(text);
    if chosen == FILES.len() {
        return guide(text);
    }
    let texts = |name: &str| {
        let place = FILES.iter().position(|(known, _)| *known == name).ok_or_else(|| name.to_owned())?;
        Ok(if place == chosen { text } else { FILES[place].1 }.to_owned())
    };
    if let Err(refusal) = compile::compile_texts(Path::new("policies"), &texts) {
        names_its_line(&refusal, text);
    }
}

/// The text with the line of that number, counted from zero and round and round, in the place of the one that stands there.
fn with_line(known: &str, input: &str) -> String {
    let (place, line) = input.split_once(':').unwrap_or(("", input));
    let mut lines: Vec<&str> = known.lines().collect();
    let place = place.parse::<usize>().unwrap_or_default() % lines.len();
    lines[place] = line;
    lines.join("\n")
}

/// `policies/hebei/refund.toml:12: …`.
fn names_its_line(refusal: &str, text: &str) {
    let (_, known) = FILES.iter().find(|(file, _)| refusal.starts_with(&format!("policies/{file}:"))).expect(refusal);
    let mut parts = refusal.splitn(3, ':');
    let line = parts.nth(1).and_then(|line| line.parse::<usize>().ok()).expect(refusal);
    let longest = text.split('\n').count().max(known.split('\n').count());
    assert!((1..=longest).contains(&line), "{refusal}");
    assert!(parts.next().is_some_and(|words| !words.is_ascii()), "{refusal}");
}

fn guide(text: &str) {
    let state = State::new(Date::new(2026, 11, 25));
    let state = reduce(&reduce(&state, Action::Go(Screen::Guide)), Action::Fetched(Some(text.to_owned())));
    assert_eq!(state.guide.notices().cloned(), Notices::parse(text));
}
