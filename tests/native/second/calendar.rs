//! Days and months as numbers and a table of month lengths: nothing is added up but one month at a time.

/// A day: year, month, day.
pub type Day = (i32, i32, i32);

/// Reads `YYYY-MM-DD`.
pub fn day(text: &str) -> Day {
    let parts: Vec<i32> = text.split('-').map(|part| part.parse().unwrap()).collect();
    (parts[0], parts[1], parts[2])
}

fn is_leap(year: i32) -> bool {
    [4, 100, 400].iter().filter(|cycle| year % **cycle == 0).count() % 2 == 1
}

fn length(year: i32, month: i32) -> i32 {
    [31, if is_leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        [usize::try_from(month - 1).unwrap()]
}

/// The day `months` months later, or the last one of that month where it has no such day.
pub fn later((mut year, mut month, day): Day, months: i128) -> Day {
    for _ in 0..months {
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    (year, month, day.min(length(year, month)))
}

/// Prints `YYYY-MM-DD`.
pub fn text((year, month, day): Day) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// Whether what holds from one month until another is in force on the day; nothing is recorded where there is none.
pub fn status(day: &str, rule: Option<(&str, Option<&str>)>) -> &'static str {
    let month = &day[..7];
    match rule {
        None => "not-recorded",
        Some((from, _)) if month < from => "upcoming",
        Some((_, Some(after))) if month >= after => "closed",
        Some(_) => "open",
    }
}
