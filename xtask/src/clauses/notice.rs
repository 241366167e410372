//! A notice as clauses and sentences.

use std::ops::Range;

use crate::quotes::letters;

/// A clause: its number as the notice counts, 引言 before the first.
pub struct Clause {
    pub number: String,
    pub sentences: Vec<Sentence>,
}

/// A sentence, and where its letters are among those of the notice.
pub struct Sentence {
    pub text: String,
    pub place: Range<usize>,
}

/// Words of a duty, a permission or a limit.
const BINDING: [&str; 16] = [
    "应",
    "须",
    "不得",
    "不再",
    "不宜",
    "不能",
    "可以",
    "可申",
    "可登",
    "可由",
    "可将",
    "要",
    "确保",
    "最多",
    "不超过",
    "不高于",
];

impl Sentence {
    /// Whether it lays down a duty, a limit or an amount: it has a figure, or a word of one.
    pub fn binds(&self) -> bool {
        self.text.contains(|c: char| c.is_ascii_digit()) || BINDING.iter().any(|word| self.text.contains(word))
    }
}

/// Splits the text of a notice, without its head, into clauses. What has no full stop is a heading or a signature.
pub fn clauses(body: &str) -> Vec<Clause> {
    let mut clauses = vec![Clause { number: "引言".to_owned(), sentences: Vec::new() }];
    let mut place = 0;
    for line in body.lines() {
        let line_letters = letters(line);
        if let Some(number) = number(&line_letters) {
            clauses.push(Clause { number, sentences: Vec::new() });
        }
        let mut start = 0;
        for (at, end) in line.match_indices(['。', '；']).map(|(at, sign)| (at, at + sign.len())) {
            let text = line.get(start..end).unwrap_or_default().trim().replace("**", "");
            let before = letters(line.get(..start).unwrap_or_default()).len();
            let length = letters(line.get(start..at).unwrap_or_default()).len();
            let range = place + before..place + before + length;
            if let Some(clause) = clauses.last_mut() {
                clause.sentences.push(Sentence { text, place: range });
            }
            start = end;
        }
        place += line_letters.len();
    }
    clauses.retain(|clause| !clause.sentences.is_empty());
    clauses
}

/// The number that a line begins with: 二、 or 二是.
fn number(line: &str) -> Option<String> {
    let numeral: String = line.chars().take_while(|c| "一二三四五六七八九十".contains(*c)).collect();
    let rest = line.strip_prefix(numeral.as_str())?;
    (!numeral.is_empty() && rest.starts_with(['、', '是'])).then_some(numeral)
}

/// Where a quote is among the letters of a notice; it may occur more than once.
pub fn places(body_letters: &str, quote: &str) -> Vec<Range<usize>> {
    let quote = letters(quote);
    body_letters.match_indices(&quote).map(|(start, found)| start..start + found.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_begin_with_their_numbers_and_keep_their_paragraphs() {
        let body = "某某文件\n\n各市：\n\n为充分发挥作用，通知如下：\n\n**一、标题。**执行至2025年。\n\n**二、另一个。**甲不得乙；丙。\n\n\
                    一般的一段，30人以下。\n\n2024年6月1日\n";
        let clauses = clauses(body);
        let shape: Vec<_> = clauses
            .iter()
            .map(|clause| {
                let of = |sentence: &Sentence| (sentence.text.clone(), sentence.binds());
                (clause.number.as_str(), clause.sentences.iter().map(of).collect::<Vec<_>>())
            })
            .collect();
        let sentence = |text: &str, binds: bool| (text.to_owned(), binds);
        assert_eq!(
            shape,
            [
                ("一", vec![sentence("一、标题。", false), sentence("执行至2025年。", true)]),
                (
                    "二",
                    vec![
                        sentence("二、另一个。", false),
                        sentence("甲不得乙；", true),
                        sentence("丙。", false),
                        sentence("一般的一段，30人以下。", true),
                    ]
                ),
            ]
        );
        let all = letters(body);
        for sentence in clauses.iter().flat_map(|clause| &clause.sentences) {
            let words = sentence.text.trim_end_matches(['。', '；']);
            assert_eq!(places(&all, words), std::slice::from_ref(&sentence.place), "{}", sentence.text);
        }
    }
}
