//! Any bytes as one of the files in `policies/`, or as one line of one, the others unchanged; and as the guide's text
//! that the page fetches.

use wengang::policy::date::Date;
use wengang::state::{Action, Notices, Screen, State, reduce};
use wengang_compiler::{File, Report, compile, of_place};

/// The place whose law is built in.
const PLACE: &str = "hebei";
/// The folder of what holds everywhere.
const EVERYWHERE: &str = "cn";
/// The catalogue of documents.
const DOCUMENTS: &str = "documents.toml";
/// The measures that a clause of the guide may lead to.
const MEASURES: [&str; 6] =
    ["refund", "skill-subsidy", "premium", "unemployment-benefit", "size-class", "hiring-subsidy"];

/// The files with their texts, in the order of the letters that an input begins with: that of their names.
pub const FILES: [(&str, &str); 16] = [
    ("cn/days-off.toml", include_str!("../../../policies/cn/days-off.toml")),
    ("cn/hiring-subsidy.toml", include_str!("../../../policies/cn/hiring-subsidy.toml")),
    ("cn/refund.toml", include_str!("../../../policies/cn/refund.toml")),
    ("cn/size-class.toml", include_str!("../../../policies/cn/size-class.toml")),
    ("cn/skill-subsidy.toml", include_str!("../../../policies/cn/skill-subsidy.toml")),
    ("documents.toml", include_str!("../../../policies/documents.toml")),
    ("gansu/place.toml", include_str!("../../../policies/gansu/place.toml")),
    ("gansu/refund.toml", include_str!("../../../policies/gansu/refund.toml")),
    ("gansu/skill-subsidy.toml", include_str!("../../../policies/gansu/skill-subsidy.toml")),
    ("guide.toml", include_str!("../../../policies/guide.toml")),
    ("hebei/place.toml", include_str!("../../../policies/hebei/place.toml")),
    ("hebei/premium.toml", include_str!("../../../policies/hebei/premium.toml")),
    ("hebei/refund.toml", include_str!("../../../policies/hebei/refund.toml")),
    ("hebei/size-class.toml", include_str!("../../../policies/hebei/size-class.toml")),
    ("hebei/skill-subsidy.toml", include_str!("../../../policies/hebei/skill-subsidy.toml")),
    ("hebei/unemployment-benefit.toml", include_str!("../../../policies/hebei/unemployment-benefit.toml")),
];
/// The place of `guide.toml` in [`FILES`], which is not of the pack.
const GUIDE: usize = 9;

/// The first byte chooses the file; the others are its text, or behind a capital letter one of its lines: `G12:value =
/// 3`.
pub fn check(data: &[u8]) {
    let Some((letter, text)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let chosen = usize::from(letter.to_ascii_lowercase().wrapping_sub(b'a')) % (FILES.len() + 1);
    let edited = FILES.get(chosen).filter(|_| letter.is_ascii_uppercase()).map(|(_, known)| with_line(known, text));
    let text = edited.as_deref().unwrap_or(text);
    if chosen == FILES.len() {
        return guide(text);
    }
    let file = |(place, (name, known)): (usize, &(&str, &str))| File {
        name: (*name).to_owned(),
        text: if place == chosen { text } else { known }.to_owned(),
    };
    let files: Vec<File> = FILES.iter().enumerate().map(file).collect();
    if chosen != GUIDE {
        // What holds everywhere is read with the law that is built in, and a place's own files with it.
        let folder = FILES[chosen].0.split_once('/').map_or(PLACE, |(folder, _)| folder);
        let place = if folder == EVERYWHERE { PLACE } else { folder };
        compile(place, &of_place(place, &files)).map_or_else(|report| names_its_lines(&report, &files), drop);
    }
    // The guide needs the catalogue of documents and itself.
    if [FILES[GUIDE].0, DOCUMENTS].contains(&FILES[chosen].0) {
        wengang_compiler::guide(&files, &MEASURES).map_or_else(|report| names_its_lines(&report, &files), drop);
    }
}

/// The text with the line of that number replaced, counted from zero and modulo the number of lines.
fn with_line(known: &str, input: &str) -> String {
    let (place, line) = input.split_once(':').unwrap_or(("", input));
    let mut lines: Vec<&str> = known.lines().collect();
    let place = place.parse::<usize>().unwrap_or_default() % lines.len();
    lines[place] = line;
    lines.join("\n")
}

/// `hebei/refund.toml:12:9: …`, each in Chinese, and each in a file and a line that are there.
fn names_its_lines(report: &Report, files: &[File]) {
    assert!(!report.messages.is_empty(), "a refusal without a reason");
    for message in &report.messages {
        let file = files.iter().find(|file| file.name == message.file).expect(&message.file);
        let lines = file.text.split('\n').count();
        assert!((1..=lines).contains(&message.line) && message.column >= 1, "{message}");
        assert!(message.to_string().starts_with(&format!("{}:{}:", message.file, message.line)), "{message}");
        assert!(!message.wrong.is_ascii() && !message.instead.is_ascii(), "{message}");
    }
}

fn guide(text: &str) {
    let state = State::new(Date::new(2026, 11, 25));
    let state = reduce(&reduce(&state, Action::Navigate(Screen::Guide)), Action::Fetched(Some(text.to_owned())));
    assert_eq!(state.guide.notices().cloned(), Notices::parse(text));
}
