//! The answers as one text, for the browser to store in an entry of its history (api.md: in `history.state` only), so
//! that a refresh loses nothing.
//!
//! One line per answer: its name, a tab, the value after a mark that distinguishes typed from picked. The law is not
//! needed to read it: a value that is not an option of its fact counts as no answer.

use crate::api::answer::Calculator;
use crate::api::policies::regions;
use crate::policy::date::Date;
use crate::state::answers::{Answers, Given, Picked, RowForm, Rows, Sheet};
use crate::state::field::Field;
use crate::state::{Choice, PromoteForm, Role, State, Step};

/// The line with the day whose rules are applied, while the typed text is not a day.
const ASKED: &str = "asked";
/// The line with the step on the screen.
const STEP: &str = "step";
/// The line that marks that the home screen answered the role.
const ROLE_CHOSEN: &str = "said";
/// The line that marks that the day and the role are unfolded.
const OPEN: &str = "open";
/// The name of the line with what is typed for the day of application.
const AS_OF: &str = "asOf";
/// The line with the role on the overview of all measures.
const OVERVIEW_ROLE: &str = "who";
/// The line that marks that the premium is an estimate.
pub(super) const ESTIMATED: &str = "isEstimated";
/// The line with the year for which the premium is estimated.
const FOR_REFUND: &str = "forRefund";
/// The lines of a campaign.
const CAMPAIGN: [&str; 4] = ["campaign.measure", "campaign.region", "campaign.tag", "campaign.headline"];

/// The mark of 不清楚.
const UNKNOWN: &str = "?";
/// The most rows that a list has: the compiler's limit.
const MOST_ROWS: usize = 1_000;

impl State {
    /// The answers as a text; empty where nothing was answered.
    #[must_use]
    pub fn to_snapshot(&self) -> String {
        let mut lines = Lines::default();
        lines.add(AS_OF, self.as_of.saved());
        for (of, sheet) in self.answers.all() {
            lines.sheet(of.code(), sheet);
        }
        let day = Some(self.asked_as_of).filter(|day| self.as_of_day().is_err() && *day != self.today);
        let flag = |is_set: bool| is_set.then(|| "1".to_owned());
        let PromoteForm { measure, region, tag, headline } = &self.promote;
        let [of_measure, of_region, of_tag, of_headline] = CAMPAIGN;
        for (name, value) in [
            (ASKED, day.map(|day| day.to_string())),
            (ROLE_CHOSEN, flag(self.is_role_chosen)),
            (OPEN, flag(self.is_basis_open)),
            (ESTIMATED, flag(self.is_estimated())),
            (FOR_REFUND, self.handed.for_refund.map(|year| year.to_string())),
            (OVERVIEW_ROLE, self.overview_role.map(|role| role_code(role).to_owned())),
            (STEP, self.step.map(Step::code)),
            (of_measure, measure.map(|measure| measure.code().to_owned())),
            (of_region, region.map(|region| region.slug.to_owned())),
            (of_tag, tag.saved()),
            (of_headline, headline.saved()),
        ] {
            lines.add(name, value);
        }
        lines.0.join("\n")
    }

    /// The page as it opens, with the answers of a snapshot; what is missing or invalid in the text is unanswered.
    #[must_use]
    pub fn from_snapshot(today: Date, text: &str) -> Self {
        let mut state = Self::new(today);
        let lines = || text.lines().filter_map(|line| line.split_once('\t')).map(|(name, saved)| (name, plain(saved)));
        // Rows come before what is in them.
        for is_rows in [true, false] {
            for (name, saved) in lines().filter(|(name, _)| name.ends_with("[]") == is_rows) {
                state.answers.restore(name, &saved);
            }
        }
        let saved = |name: &str| lines().find(|(known, _)| *known == name).map(|(_, saved)| saved).unwrap_or_default();
        let year = saved(FOR_REFUND).parse().ok().filter(|year| (1900..=2199).contains(year));
        let [measure, region, tag, headline] = CAMPAIGN.map(saved);
        state.as_of.restore(&saved(AS_OF));
        (state.is_role_chosen, state.is_basis_open) = (saved(ROLE_CHOSEN) == "1", saved(OPEN) == "1");
        state.handed.for_refund = year;
        // An estimate is identified by its amount, which must still be in the box.
        state.handed.estimate = state.premium_paid().filter(|_| saved(ESTIMATED) == "1");
        state.overview_role = Role::ALL.iter().find(|(code, _)| *code == saved(OVERVIEW_ROLE)).map(|(_, role)| *role);
        state.step = Step::of(&saved(STEP));
        state.promote.measure = Calculator::of_code(&measure);
        state.promote.region = regions().iter().find(|known| known.slug == region);
        state.promote.tag.restore(&tag);
        state.promote.headline.restore(&headline);
        let asked = Date::parse(&saved(ASKED)).ok();
        state.asked_as_of = state.as_of_day().ok().or(asked).unwrap_or(today);
        state
    }
}

/// The step that was on the screen when the snapshot was taken.
#[must_use]
pub fn step_in(text: &str) -> Option<Step> {
    let mut lines = text.lines().filter_map(|line| line.split_once('\t'));
    lines.find(|(name, _)| *name == STEP).and_then(|(_, code)| Step::of(code))
}

/// The line of rows that are numbered through.
pub(super) fn rows_of(name: &str, count: usize) -> String {
    let keys: Vec<String> = (1..=count.max(1)).map(|key| key.to_string()).collect();
    format!("{name}[]\t{}|{}", keys.join(" "), count.max(1) + 1)
}

/// What is picked, behind its mark.
pub(super) fn picked(ids: &[&str]) -> String {
    [":", &ids.join(" ")].concat()
}

/// Lines under construction.
#[derive(Default)]
struct Lines(Vec<String>);

impl Lines {
    fn add(&mut self, name: &str, saved: Option<String>) {
        self.0.extend(saved.map(|saved| [name, "\t", &escaped(&saved)].concat()));
    }

    fn sheet(&mut self, of: &str, sheet: &Sheet) {
        for (name, given) in &sheet.0 {
            let name = [of, ".", name].concat();
            self.add(&name, given.text().and_then(Field::saved).or_else(|| given.picked().and_then(saved)));
            match given {
                Given::Average(average) => {
                    self.add(&[&name, "#"].concat(), average.by_month.then(|| "1".to_owned()));
                    for (place, month) in average.months.iter().enumerate() {
                        self.add(&format!("{name}#{place}"), month.saved());
                    }
                }
                Given::Rows(rows) => {
                    let keys = Some(rows.keys()).filter(|keys| *keys != Rows::default().keys());
                    self.add(&[&name, "[]"].concat(), keys);
                    for row in &rows.rows {
                        self.sheet(&format!("{name}[{}]", row.key), &row.sheet);
                    }
                }
                Given::Text(_) | Given::Picked(_) => {}
            }
        }
    }
}

impl Answers {
    /// Restores an answer; an unknown line changes nothing.
    fn restore(&mut self, name: &str, saved: &str) {
        let Some((of, name)) = name.split_once('.') else { return };
        let Some(of) = Calculator::of_code(of) else { return };
        let end = name.find(['[', '#']).unwrap_or(name.len());
        let (name, part) = name.split_at(end);
        let mut given = self.take(of, name);
        let cell = part.split_once("].").map(|(key, field)| (key.trim_start_matches('['), field));
        match (part, cell) {
            ("", _) => given.restore(saved),
            ("[]", _) => {
                let keys = Rows::of_keys(saved);
                keys.zip(given.rows_mut()).into_iter().for_each(|(keys, rows)| *rows = keys);
            }
            (_, Some((key, field))) => {
                if let Some(sheet) = key.parse().ok().and_then(|key| given.sheet_mut(key)) {
                    let mut known = sheet.take(field);
                    known.restore(saved);
                    sheet.put(field, known);
                }
            }
            (month, None) => {
                let place = month.trim_start_matches('#').parse::<usize>();
                match (given.average_mut(), place) {
                    (Some(average), Ok(place)) => {
                        average.months.get_mut(place).into_iter().for_each(|month| month.restore(saved));
                    }
                    (average, Err(_)) => average.into_iter().for_each(|average| average.by_month = saved == "1"),
                    (None, _) => {}
                }
            }
        }
        self.put(of, name, given);
    }
}

impl Given {
    fn restore(&mut self, saved: &str) {
        match saved.strip_prefix(':') {
            Some(UNKNOWN) => self.pick(Picked::Unknown),
            Some(ids) => {
                let ids = ids.split(' ').filter(|id| !id.is_empty());
                self.pick(Choice::Is(ids.map(str::to_owned).collect()));
            }
            None => self.text_mut().into_iter().for_each(|field| field.restore(saved)),
        }
    }
}

impl Rows {
    /// The keys of the rows and the next: `1 3|4`.
    fn keys(&self) -> String {
        let keys: Vec<String> = self.rows.iter().map(|row| row.key.to_string()).collect();
        format!("{}|{}", keys.join(" "), self.next_key)
    }

    /// Empty rows of these keys; `None` for a text that is not ours.
    fn of_keys(text: &str) -> Option<Self> {
        let (keys, next) = text.split_once('|')?;
        let keys: Vec<u32> = keys.split(' ').map(str::parse).collect::<Result<_, _>>().ok()?;
        let next_key: u32 = next.parse().ok()?;
        let mut all = keys.clone();
        all.sort_unstable();
        all.dedup();
        let are_ours = all.len() == keys.len() && all.last().is_some_and(|last| *last < next_key);
        let rows = keys.into_iter().take(MOST_ROWS).map(RowForm::new).collect();
        are_ours.then_some(Self { has_any: Picked::Unanswered, rows, next_key })
    }
}

fn saved(picked: &Picked) -> Option<String> {
    match picked {
        Choice::Unanswered => None,
        Choice::Unknown => Some([":", UNKNOWN].concat()),
        Choice::Is(ids) => Some([":", &ids.join(" ")].concat()),
    }
}

fn role_code(role: Role) -> &'static str {
    Role::ALL.iter().find(|(_, known)| *known == role).map_or("", |(code, _)| code)
}

/// Line ends and the mark itself are written as marks.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r")
}

fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        plain.push(match character {
            '\\' => match characters.next() {
                Some('n') => '\n',
                Some('r') => '\r',
                Some(other) => other,
                None => '\\',
            },
            other => other,
        });
    }
    plain
}
