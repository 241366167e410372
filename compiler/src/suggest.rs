//! What the writer may have meant: the known word that is most like an unknown one.

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

/// How many characters must be inserted, removed, changed or swapped with the next.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    // A row for each beginning of the first word: how far it is from each beginning of the other.
    let mut rows: Vec<Vec<usize>> = vec![(0..=other.len()).collect()];
    for (index, character) in one.iter().enumerate() {
        let mut row = vec![index.saturating_add(1)];
        for (place, candidate) in other.iter().enumerate() {
            let at = |up: usize, left: usize| {
                let above = rows.get(index.saturating_add(1).wrapping_sub(up));
                above.and_then(|row| row.get(place.saturating_add(1).wrapping_sub(left))).copied()
            };
            let changed = at(1, 1).map(|before| before.saturating_add(usize::from(character != candidate)));
            let left_out = at(1, 0).map(|before| before.saturating_add(1));
            let put_in = row.last().map(|before| before.saturating_add(1));
            let is_swap = place > 0
                && one.get(index.wrapping_sub(1)) == Some(candidate)
                && other.get(place.wrapping_sub(1)) == Some(character);
            let swapped = at(2, 2).filter(|_| is_swap).map(|before| before.saturating_add(1));
            let least = [changed, left_out, put_in, swapped].into_iter().flatten().min();
            row.push(least.unwrap_or_default());
        }
        rows.push(row);
    }
    rows.last().and_then(|row| row.last()).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_with_one_wrong_character_finds_its_like() {
        assert_eq!(nearest("大形", ["大型", "中型", "小型"]), Some("大型"));
        assert_eq!(nearest("documnet", ["document", "clause"]), Some("document"));
        assert_eq!(nearest("shrot", ["short", "title"]), Some("short"));
        assert_eq!(nearest("行业", ["大型", "中型"]), None);
    }
}
