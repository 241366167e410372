//! What somebody may have meant: the known word that is most like an unknown one.

/// The known word that differs least, where it differs little.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let length = word.chars().count();
    let most = if length <= 3 { 1 } else { length / 3 };
    let near = known.into_iter().map(|known| (distance(word, known), known));
    near.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

/// A sentence that names the nearest word, or lists what there is.
pub(crate) fn instead<'k>(word: &str, known: impl IntoIterator<Item = &'k str> + Clone) -> String {
    const MOST: usize = 12;
    if let Some(near) = nearest(word, known.clone()) {
        return format!("是不是“{near}”");
    }
    let listed: Vec<&str> = known.into_iter().collect();
    match listed.as_slice() {
        [] => "请检查拼写".to_owned(),
        names if names.len() <= MOST => format!("可以写 {}", names.join("、")),
        _ => "请检查拼写，或者先声明这个名称".to_owned(),
    }
}

/// How many characters must be put in, left out or changed.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, character) in one.chars().enumerate() {
        let mut next = vec![index.saturating_add(1)];
        for (place, candidate) in other.iter().enumerate() {
            let at = |place: usize| row.get(place).copied().unwrap_or_default();
            let changed = at(place).saturating_add(usize::from(character != *candidate));
            let left_out = at(place.saturating_add(1)).saturating_add(1);
            let put_in = next.last().copied().unwrap_or_default().saturating_add(1);
            next.push(changed.min(left_out).min(put_in));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_with_one_wrong_character_finds_its_like() {
        assert_eq!(nearest("大形", ["大型", "中型", "小型"]), Some("大型"));
        assert_eq!(nearest("documnet", ["document", "clause"]), Some("document"));
        assert_eq!(nearest("行业", ["大型", "中型"]), None);
    }
}
