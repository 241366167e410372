//! How the parser reads expressions, and what it refuses.

use super::*;
use crate::syntax::Supposed;

/// The tree with every bracket written.
fn shape(text: &str) -> String {
    fn show(node: &Node) -> String {
        match &node.kind {
            NodeKind::Name(name) => name.clone(),
            NodeKind::Number { digits, .. } => digits.to_string(),
            NodeKind::Date(day) => day.to_string(),
            NodeKind::Words(words) => format!("“{words}”"),
            NodeKind::List(nodes) => format!("[{}]", nodes.iter().map(show).collect::<Vec<_>>().join(" ")),
            NodeKind::Prefix(prefix, of) => format!("{prefix:?}({})", show(of)),
            NodeKind::Join(join, a, b) => format!("({} {join:?} {})", show(a), show(b)),
            NodeKind::Compare(compare, a, b) => format!("({} {compare:?} {})", show(a), show(b)),
            NodeKind::OneOf(of, options) => {
                format!("({} in {})", show(of), options.iter().map(show).collect::<Vec<_>>().join(" "))
            }
            NodeKind::Operation(operation, a, b) => format!("({} {} {})", show(a), operation.sign(), show(b)),
            NodeKind::Call(call, nodes) => {
                format!("{}({})", call.name(), nodes.iter().map(show).collect::<Vec<_>>().join(" "))
            }
            NodeKind::Over(quantifier, list, such, of) => {
                let parts = [Some(list), such.as_ref(), of.as_ref()].map(|part| part.map(|part| show(part)));
                format!("{quantifier:?}({})", parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
            }
            NodeKind::OfItem(item, field) => format!("{item}.{field}"),
            NodeKind::If(a, b, c) => format!("if({} {} {})", show(a), show(b), show(c)),
            NodeKind::Suppose(facts, of) => {
                let all = |pairs: &[(Node, Node)]| {
                    pairs.iter().map(|(a, b)| format!("{}:{}", show(a), show(b))).collect::<Vec<_>>().join(" ")
                };
                let facts: Vec<_> = facts
                    .iter()
                    .map(|supposed| match supposed {
                        Supposed::Value(fact, value) => format!("{}:{}", show(fact), show(value)),
                        Supposed::Rule(rule) => format!("under {}", show(rule)),
                        Supposed::Added { to, each, fields } => {
                            format!("{}+{}({})", show(to), each.as_ref().map(show).unwrap_or_default(), all(fields))
                        }
                    })
                    .collect();
                format!("suppose({} {})", facts.join(" "), show(of))
            }
        }
    }
    show(&parse(text).unwrap())
}

#[test]
fn products_bind_tighter_than_sums_and_sums_than_comparisons() {
    assert_eq!(shape("a + b × c ≤ d − e − f"), "((a + (b × c)) AtMost ((d − e) − f))");
    assert_eq!(shape("(a + b) × c = d"), "(((a + b) × c) Equal d)");
}

#[test]
fn a_prefix_holds_one_comparison() {
    assert_eq!(shape("可能 划型 属于 [小、微] 且 可能 非 a"), "(Possible((划型 in 小 微)) And Possible(Not(a)))");
    assert_eq!(shape("非 已知 a 或 b = c"), "(Not(Known(a)) Or (b Equal c))");
}

#[test]
fn a_supposition_reaches_to_the_right() {
    assert_eq!(shape("a 且 假设 x = 是、y = 大 则 z ≠ b"), "(a And suppose(x:是 y:大 (z NotEqual b)))");
    assert_eq!(shape("如果 a ≤ b 则 c 否则 d + 1"), "if((a AtMost b) c (d + 1))");
    assert_eq!(shape("最大(a − b, 0) ÷ 年(c)"), "(最大((a − b) 0) ÷ 年(c))");
}

#[test]
fn a_condition_over_a_list_ends_with_its_bracket() {
    assert_eq!(
        shape("几个 a 其中 (b = c) < 3 且 没有 a 其中 (b 高于 c 且 d)"),
        "((CountOf(a (b Equal c)) Less 3) And None(a ((b Above c) And d)))"
    );
    assert_eq!(shape("有 a 其中 (有 b 其中 (c))"), "Any(a Any(b c))");
}

#[test]
fn what_is_made_of_a_list_ends_with_a_name() {
    assert_eq!(shape("合计 a 其中 (b 且 c) 的 d > 0 元"), "(Sum(a (b And c) d) More 0)");
    assert_eq!(shape("几个 a < 100"), "(CountOf(a) Less 100)");
    assert_eq!(shape("最早 a 的 (加月(b, c))"), "Earliest(a 加月(b c))");
    assert_eq!(shape("a 属于 b 且 这本.c = d"), "((a In b) And (这本.c Equal d))");
}

#[test]
fn a_supposition_changes_facts_lists_and_the_rule() {
    assert_eq!(shape("假设 按 长期规定 则 a"), "suppose(under 长期规定 a)");
    assert_eq!(shape("假设 a 加 (b = c、d = e)、f = g 则 h"), "suppose(a+(b:c d:e) f:g h)");
    assert_eq!(shape("假设 a 加 p (b = c) 则 h"), "suppose(a+p(b:c) h)");
}

#[test]
fn words_in_quotation_marks_are_as_they_are() {
    assert_eq!(shape("如果 未确认 a 则 “（未确认，a 且 b）” 否则 “”"), "if(IsProvisional(a) “（未确认，a 且 b）” “”)");
}

#[test]
fn every_wrong_form_is_refused_with_its_place() {
    for (text, at, wrong) in [
        ("", 0..0, "算式是空的"),
        ("a 且 b 或 c", 8..11, "“且”和“或”写在了一起"),
        ("a < b < c", 6..7, "一个算式里连着比了两次"),
        ("a b", 2..3, "前面少了运算符号"),
        ("(a + b", 6..6, "这里少了右括号"),
        ("a + b)", 5..6, "多了一个右括号"),
        ("a +", 3..3, "这里少了一个数、名称或算式"),
        ("+ a", 0..1, "这里少了一个数、名称或算式"),
        ("如果 a 则 b", 14..14, "这里少了“否则”"),
        ("假设 a 则 b", 9..12, "这里少了等号"),
        ("a 属于 1", 9..10, "“属于”后面要写几个选项"),
        ("如果 a 则 “b 否则 “”", 13..31, "引号没有写完"),
        ("a ? b", 2..3, "算式里不认识这个符号"),
        ("取正(a)", 0..6, "没有这个函数"),
        ("有 a 且 b", 6..9, "这里少了“其中”"),
        ("有 a 其中 b", 13..14, "这里少了左括号"),
    ] {
        let error = parse(text).unwrap_err();
        assert_eq!((error.span, error.wrong.as_str()), (at, wrong), "{text}");
    }
    let deep = "(".repeat(50);
    assert_eq!(parse(&deep).unwrap_err().wrong, "括号套得太深");
}
