//! Sentences with expressions in braces.

use wengang_engine::Expr;
use wengang_engine::pack::{Piece, Style, Text};

use crate::check::{Checker, Type};
use crate::syntax::{Part, SyntaxError, parse, parts};
use crate::toml_file::Written;

impl Checker<'_> {
    /// Checks a sentence.
    pub fn text(&self, at: &Written<'_>) -> Text {
        let parts = match parts(&at.text) {
            Ok(parts) => parts,
            Err(error) => {
                self.syntax(at, &error);
                return Text::default();
            }
        };
        let mut pieces = Vec::new();
        for part in parts {
            match part {
                Part::Words(words) => add_words(&mut pieces, &words),
                Part::Expression(text, span) => {
                    if let Some(words) = self.word(text.trim()) {
                        add_words(&mut pieces, words);
                        continue;
                    }
                    let node = parse(&text).map_err(|error| moved(error, span.start));
                    match node {
                        Err(error) => self.syntax(at, &error),
                        Ok(node) => {
                            let inner = at.inner(&text, span);
                            let (expr, found) = self.check(&inner, &node, None);
                            if found == Type::Truth {
                                let wrong = "句子里不能放真假";
                                self.wrong(&inner, &node.span, wrong, "请用 says 写成两句，一句一个 when");
                            }
                            let style = self.style(&expr, &found);
                            pieces.push(Piece::Print(expr, style));
                        }
                    }
                }
            }
        }
        Text(pieces)
    }

    fn style(&self, expr: &Expr, found: &Type) -> Style {
        match found {
            Type::Choice(domain) | Type::Choices(domain) => Style::Choice(*domain),
            _ => self.limit_of(expr).map_or(Style::Plain, |limit| Style::Against(limit.into())),
        }
    }
}

/// Words that follow each other are one piece.
fn add_words(pieces: &mut Vec<Piece>, words: &str) {
    match pieces.last_mut() {
        Some(Piece::Words(before)) => before.push_str(words),
        _ => pieces.push(Piece::Words(words.to_owned())),
    }
}

fn moved(error: SyntaxError, by: usize) -> SyntaxError {
    let span = error.span.start.saturating_add(by)..error.span.end.saturating_add(by);
    SyntaxError { span, ..error }
}
