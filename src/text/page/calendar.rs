//! A reminder of a last day, as calendars read it (RFC 5545). No library: the crates for it bring a clock and a time
//! zone database along, and nothing here needs either.

use crate::policy::date::Date;

/// The name of the file.
#[must_use]
pub fn name(last_day: Date) -> String {
    format!("wengang-{}.ics", compact(last_day))
}

/// An event on the whole last day, with alarms a week and a day before.
///
/// `id` and `title` name the rule; no user input goes in.
#[must_use]
pub fn reminder(id: &str, title: &str, last_day: Date, today: Date) -> String {
    let (day, after, stamp) = (compact(last_day), compact(last_day.next()), compact(today));
    let alarm =
        |days: u8| format!("BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:申请快截止了\nTRIGGER:-P{days}D\nEND:VALARM\n");
    let event = format!(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//wengang//zh-CN\nBEGIN:VEVENT\nUID:{id}-{day}@wengang\n\
         DTSTAMP:{stamp}T000000Z\nDTSTART;VALUE=DATE:{day}\nDTEND;VALUE=DATE:{after}\nSUMMARY:{title}：最后一天\n\
         DESCRIPTION:以经办机构核定为准，可拨打12333\n{}{}END:VEVENT\nEND:VCALENDAR\n",
        alarm(7),
        alarm(1)
    );
    event.lines().map(|line| fold(line) + "\r\n").collect()
}

fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// Breaks a line of over 75 octets, never inside a character.
fn fold(line: &str) -> String {
    const MOST: usize = 75;
    let (mut folded, mut length) = (String::new(), 0);
    for character in line.chars() {
        if length + character.len_utf8() > MOST {
            folded += "\r\n ";
            length = 1;
        }
        folded.push(character);
        length += character.len_utf8();
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_is_a_whole_day_with_two_alarms() {
        let (last, today) = (Date::new(2026, 12, 31), Date::new(2026, 11, 25));
        let text = reminder("hebei-2026", "河北省2026年度失业保险稳岗返还", last, today);
        for line in [
            "BEGIN:VCALENDAR\r\n",
            "UID:hebei-2026-20261231@wengang\r\n",
            "DTSTAMP:20261125T000000Z\r\n",
            "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n",
            "SUMMARY:河北省2026年度失业保险稳岗返还：最后一天\r\n",
            "TRIGGER:-P7D\r\n",
            "TRIGGER:-P1D\r\n",
            "END:VCALENDAR\r\n",
        ] {
            assert!(text.contains(line), "{line} in {text}");
        }
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
        assert_eq!(name(last), "wengang-20261231.ics");
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let long = "稳".repeat(60);
        let folded = fold(&long);
        assert!(folded.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(folded.replace("\r\n ", ""), long);
    }
}
