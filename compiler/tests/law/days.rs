//! Readings and guidance with days: another year's answer does not say what held in this one only.

use wengang_engine::{Case, Date, assess};

use crate::messages::compiled;

fn said(text: &str, day: &str) -> (Vec<String>, Vec<String>) {
    let pack = compiled(text);
    let measure = &pack.measures[0];
    let day = Date::parse(day).unwrap();
    let answer = assess(&pack, "refund", &Case::new(measure), day).unwrap();
    let advice = answer.next_steps.into_iter().map(|next| next.text).chain(answer.insights.into_iter().map(|i| i.text));
    let readings = measure.readings.iter().filter(|reading| reading.days.contains(day));
    (readings.map(|reading| reading.text.clone()).collect(), advice.collect())
}

#[test]
fn sentences_with_days_apply_from_the_first_to_the_last_of_them() {
    let text = include_str!("small/refund.toml");
    let text = text.replacen(
        "readings = [\"从1月1日起算。\"]",
        "readings = [{ text = \"从1月1日起算。\", to = 2024-06-30 }, \"别的。\"]",
        1,
    );
    let text = text.replacen(
        "[[next]]\nid = \"ask\"",
        "[[next]]\nid = \"summer\"\nclosed = true\nfrom = 2024-06-01\nto = 2025-08-31\ntext = \"夏天\"\n\n\
         [[insight]]\nid = \"early\"\nto = 2024-03-31\ntext = \"早\"\n\n[[next]]\nid = \"ask\"",
        1,
    );
    for (day, readings, advice) in [
        ("2024-03-31", &["从1月1日起算。", "别的。"][..], &["拨打12333", "早"][..]),
        ("2024-04-01", &["从1月1日起算。", "别的。"], &["拨打12333"]),
        ("2024-05-31", &["从1月1日起算。", "别的。"], &["拨打12333"]),
        ("2024-06-01", &["从1月1日起算。", "别的。"], &["夏天", "拨打12333"]),
        ("2024-07-01", &["别的。"], &["夏天", "拨打12333"]),
        // A day without a round.
        ("2025-08-31", &["别的。"], &["夏天", "拨打12333"]),
        ("2025-09-01", &["别的。"], &["拨打12333"]),
    ] {
        let (found_readings, found_advice) = said(&text, day);
        assert_eq!((found_readings, found_advice), (owned(readings), owned(advice)), "{day}");
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
