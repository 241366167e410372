//! Lines of Chinese: broken where a reader expects it, even in length, and never cut off.

/// What no line begins with.
const CLOSING: &str = "，。、；：？！）》”’％%,.;:!?)";
/// What no line ends with.
const OPENING: &str = "（《“‘(";
/// What stays with the number before it.
const UNITS: &str = "年月日号元个天人万%％";
/// The characters after which a line is best broken.
const PAUSES: &str = "，。；：！？ ";

/// The lines of a text in a width. `measure` gives the width of a text.
pub(super) fn wrap(text: &str, width: i32, measure: impl Fn(&str) -> i32) -> Vec<String> {
    let units = units(text, width, &measure);
    let plain = packed(&units, width, &measure);
    if plain.len() < 2 {
        return plain;
    }
    // Whole clauses where that takes no more lines.
    let clauses = packed(&clauses(&units), width, &measure);
    if clauses.len() <= plain.len() && clauses.iter().all(|line| measure(line) <= width) {
        return clauses;
    }
    // Else lines of one length: no single character on the last.
    let step = measure("一").max(1);
    let narrower = (1..).map(|steps| width - steps * step).take_while(|narrow| *narrow > 0);
    let even = narrower.map(|narrow| packed(&units, narrow, &measure));
    let fitting =
        even.take_while(|lines| lines.len() == plain.len() && lines.iter().all(|line| measure(line) <= width));
    fitting.last().unwrap_or(plain)
}

/// What is not broken: a number with its unit, a word of letters, a character with its punctuation. What is
/// wider than a line is broken anyway.
fn units(text: &str, width: i32, measure: &impl Fn(&str) -> i32) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut before = None;
    for character in text.chars() {
        let joined = before.filter(|before| is_glued(*before, character)).and_then(|_| {
            let unit = units.last_mut()?;
            let longer = format!("{unit}{character}");
            (measure(&longer) <= width).then_some((unit, longer))
        });
        match joined {
            Some((unit, longer)) => *unit = longer,
            None => units.push(character.to_string()),
        }
        before = Some(character);
    }
    units
}

fn is_glued(before: char, after: char) -> bool {
    let is_word = |character: char| character.is_ascii_graphic() || character == '\u{a0}';
    is_word(before) && is_word(after)
        || CLOSING.contains(after)
        || OPENING.contains(before)
        || (before.is_ascii_digit() || before == '\u{a0}') && UNITS.contains(after)
        || "年月".contains(before) && after.is_ascii_digit()
}

/// The units up to each pause as one.
fn clauses(units: &[String]) -> Vec<String> {
    let mut clauses: Vec<String> = vec![String::new()];
    for unit in units {
        if let Some(clause) = clauses.last_mut() {
            clause.push_str(unit);
        }
        if unit.ends_with(|last| PAUSES.contains(last)) {
            clauses.push(String::new());
        }
    }
    clauses.retain(|clause| !clause.is_empty());
    clauses
}

/// As many units as fit on each line.
fn packed(units: &[String], width: i32, measure: &impl Fn(&str) -> i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for unit in units {
        let longer = lines.last().map(|line| format!("{line}{unit}")).filter(|longer| measure(longer.trim()) <= width);
        match (longer, lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            _ => lines.push(unit.clone()),
        }
    }
    lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten a character of ours, five a Latin one.
    fn measure(text: &str) -> i32 {
        text.chars().map(|character| if character.is_ascii() { 5 } else { 10 }).sum()
    }

    #[test]
    fn a_line_breaks_after_a_pause_and_lines_are_even() {
        assert_eq!(wrap("少裁员，返还保险费", 60, measure), ["少裁员，", "返还保险费"]);
        assert_eq!(wrap("河北省失业保险稳岗返还", 100, measure), ["河北省失业保", "险稳岗返还"]);
        assert_eq!(wrap("一行", 100, measure), ["一行"]);
        assert!(wrap("", 100, measure).is_empty());
    }

    #[test]
    fn numbers_stay_with_their_units_and_punctuation_with_its_word() {
        assert_eq!(wrap("最后一天：2026年12月31日", 100, measure), ["最后一天：", "2026年12月31日"]);
        assert_eq!(wrap("一共可以领30,000.00\u{a0}元", 85, measure), ["一共可以领", "30,000.00\u{a0}元"]);
        assert_eq!(wrap("一二三四（五）六", 50, measure), ["一二三四", "（五）六"]);
    }

    #[test]
    fn nothing_is_cut_off_and_no_line_is_too_wide() {
        let long = "https://rsj.example.gov.cn/".repeat(9);
        for text in [
            long.as_str(),
            "（《“‘一二三四五六七八九十，。；：",
            "，，，，，，，，，，，，，，，",
            "1234567890123年",
            "a b c d e f g h i j k",
        ] {
            for width in [10, 15, 40, 77] {
                let lines = wrap(text, width, measure);
                let plain = |text: &str| text.replace(' ', "");
                assert_eq!(plain(&lines.concat()), plain(text), "{text} {width}");
                assert!(lines.iter().all(|line| measure(line) <= width), "{lines:?} {width}");
            }
        }
    }
}
