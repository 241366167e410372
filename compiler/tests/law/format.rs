//! The formatter: one form for every spelling, the same law before and after, and no comment lost.

use proptest::prelude::*;
use wengang_compiler::{File, compile, format};

use crate::fixtures::files_of_policies;
use crate::{HEBEI, lists};

/// The spellings of an operator or a word of an expression.
const SPELLINGS: [(&str, &[&str]); 13] = [
    (" 且 ", &["  且 ", " and ", " 且  "]),
    (" 或 ", &[" or "]),
    ("非 ", &["not ", "非  "]),
    (" ≤ ", &["<=", " <= ", "≤"]),
    (" ≥ ", &[">=", "≥ "]),
    (" ≠ ", &[" != ", "≠"]),
    (" = ", &["=", " == ", "＝"]),
    (" × ", &["*", "×"]),
    (" ÷ ", &["/", " / "]),
    (" − ", &["-", " － "]),
    ("、", &[", ", "，", " 、 "]),
    (" %", &["%", "  %", " ％"]),
    ("(", &["( ", "（"]),
];

/// What may be written between keys, values and blocks.
const LAYOUTS: [(&str, &str); 5] =
    [(" = ", "="), (" = ", "   =  "), ("\n", "  \n"), ("\n\n", "\n\n\n\n"), ("\"\n", "\" \t\n")];

/// A text in which chance has replaced some of what may be written otherwise.
fn respelled(text: &str, chance: &mut impl Iterator<Item = u8>) -> String {
    let mut text = text.to_owned();
    for (one, others) in SPELLINGS {
        let parts: Vec<&str> = text.split(one).collect();
        let mut joined = parts[0].to_owned();
        for part in &parts[1..] {
            let choice = usize::from(chance.next().unwrap_or(0)) % (others.len() + 2);
            joined.push_str(others.get(choice).unwrap_or(&one));
            joined.push_str(part);
        }
        text = joined;
    }
    text
}

/// A file with its expressions respelled and its lines laid out otherwise.
fn variant(text: &str, chance: &[u8]) -> String {
    let mut chance = chance.iter().copied().cycle();
    let keys = ["when", "holds", "value", "wrong", "beside", "is"].map(|key| format!("{key} = \""));
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let (mut written, mut rest) = (String::new(), line);
        // A comment is not an expression.
        while let Some((place, key)) = keys
            .iter()
            .filter(|_| !line.starts_with('#'))
            .filter_map(|key| Some((rest.find(key.as_str())?, key)))
            .filter(|(place, _)| *place == 0 || rest[..*place].ends_with([' ', '{']))
            .min()
        {
            let (before, after) = rest.split_at(place + key.len());
            let (expression, after) = after.split_once('"').unwrap();
            written.push_str(before);
            written.push_str(&respelled(expression, &mut chance));
            written.push('"');
            rest = after;
        }
        written.push_str(rest);
        lines.push(written);
    }
    let mut text = lines.join("\n");
    // Only where no inline table or text could hold the same characters.
    let mut laid_out = Vec::new();
    for line in text.split('\n') {
        let is_plain = line.starts_with(|c: char| c.is_ascii_lowercase()) && !line.contains(['{', '#']);
        let choice = usize::from(chance.next().unwrap_or(0)) % (LAYOUTS.len() + 3);
        let mut line = line.to_owned();
        if let Some((one, other)) = LAYOUTS.get(choice).filter(|(one, _)| is_plain && !one.contains('\n')) {
            line = line.replacen(one, other, 1);
        }
        if let Some((_, other)) = LAYOUTS.get(choice).filter(|(one, _)| *one == "\n") {
            line.push_str(other.trim_end_matches('\n'));
        }
        if choice == 3 && line.is_empty() {
            line.push_str("\n\n");
        }
        laid_out.push(line);
    }
    text = laid_out.join("\n");
    text
}

fn formatted(name: &str, text: &str) -> String {
    format(&File { name: name.to_owned(), text: text.to_owned() }).unwrap()
}

#[test]
fn the_files_of_the_law_are_in_the_one_form() {
    for file in files_of_policies("hebei") {
        assert_eq!(format(&file).unwrap(), file.text, "{}", file.name);
    }
    for name in ["small/refund.toml", "small/subsidy.toml"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/law").join(name);
        let text = std::fs::read_to_string(path).unwrap();
        assert_eq!(formatted(name, &text), text, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_spelling_gets_one_form_and_the_same_law(
        chance in prop::collection::vec(any::<u8>(), 40..400),
    ) {
        let mut files = files_of_policies("hebei");
        let refund = files.iter_mut().find(|file| file.name == "hebei/refund.toml").unwrap();
        let original = refund.text.clone();
        refund.text = variant(&original, &chance);
        prop_assert_ne!(&refund.text, &original);
        let once = format(refund).unwrap();
        for (line, expected) in once.lines().zip(original.lines()) {
            prop_assert_eq!(line, expected);
        }
        prop_assert_eq!(once.lines().count(), original.lines().count());
        let compiled = compile("hebei", &files).map_err(|report| TestCaseError::fail(report.to_string()))?;
        prop_assert_eq!(&compiled, &*HEBEI);
    }

    #[test]
    fn any_change_of_a_file_is_formatted_once_and_keeps_its_comments(
        place in any::<prop::sample::Index>(),
        other in "[ #\n=\\[\\]\"a-z且、(]{0,6}",
    ) {
        let text = include_str!("small/refund.toml");
        let at = place.index(text.chars().count());
        let changed: String = text.chars().take(at).chain(other.chars()).chain(text.chars().skip(at)).collect();
        if let Some(once) = format(&File { name: "a.toml".to_owned(), text: changed.clone() }) {
            prop_assert_eq!(formatted("a.toml", &once), once.clone());
            prop_assert_eq!(changed.matches('#').count(), once.matches('#').count());
        }
    }
}

#[test]
fn keys_have_one_order_and_take_their_comments_with_them() {
    let written = "measure = \"m\"\n[[next]]\n# 依据\ngrade = \"A\" # 原文\nquote = \"q\"\ndocument = \"d\"\ntext = \"t\"\n# 名字\nid = \"i\"\n\
                   [next.more]\nb = 1\n";
    let expected = "measure = \"m\"\n[[next]]\n# 名字\nid = \"i\"\ntext = \"t\"\ndocument = \"d\"\nquote = \"q\"\n# 依据\ngrade = \"A\" # 原文\n\
                    [next.more]\nb = 1\n";
    assert_eq!(formatted("a.toml", written), expected);
    // Documents and the guide have no expressions, and their order is the writer's.
    let document = "[[document]]\nnumber = \"n\"\nkey = \"a-2024\"\n";
    assert_eq!(formatted("documents.toml", document), document);
    // A key that is not known stays behind the one before it, and the head of the file at its place.
    let written = "# 文件头\n\ntitle = \"t\"\nmeasure = \"m\"\n[a]\nquote = \"q\"\nown = 1\nid = \"i\"\n";
    let expected = "# 文件头\n\ntitle = \"t\"\nmeasure = \"m\"\n[a]\nid = \"i\"\nquote = \"q\"\nown = 1\n";
    assert_eq!(formatted("a.toml", written), expected);
}

#[test]
fn a_file_that_is_no_toml_is_left_alone() {
    assert_eq!(format(&File { name: "a.toml".to_owned(), text: "short = 返还\n".to_owned() }), None);
    // A faulty expression too: the compiler says what is wrong with it.
    assert_eq!(formatted("a.toml", "measure = \"m\"\nholds = \"a >=\"\n"), "measure = \"m\"\nholds = \"a >=\"\n");
}

#[test]
fn the_measure_with_lists_means_the_same_in_any_spelling() {
    let text = include_str!("small/subsidy.toml");
    let chance: Vec<u8> = (0..=255).collect();
    let other = lists::pack_of(&variant(text, &chance));
    assert_eq!(other, lists::pack());
    assert_eq!(formatted("a.toml", &variant(text, &chance)), text);
}
