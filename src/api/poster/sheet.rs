//! The layout of a sheet: from top to bottom, every line complete, no overlaps.
//!
//! Lengths are whole pixels. A poster is designed 1080 wide; [`Pen::px`] turns such a length into the sheet's own.

use crate::api::poster::Poster;
use crate::api::poster::code::{Code, QUIET};
use crate::api::poster::wrap::wrap;
use crate::heads::heads;
use crate::text::page::{self, poster as words};
use crate::text::words::ESTIMATE;

/// What a poster is drawn on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sheet {
    /// An image for a phone: three pixels a CSS pixel, as long as it takes.
    Phone,
    /// A page of A4 at 300 dots per inch or slightly more.
    Paper,
    /// The code alone with its quiet zone.
    Code,
}

/// The width of the design.
const DESIGN: i32 = 1080;
/// A4 is 210 mm × 297 mm: 2480.3 × 3507.9 dots at 300 per inch.
const PAPER: (i32, i32) = (2481, 3508);
/// How wide a code is on a phone, in the design, without its quiet zone: 240 CSS pixels where the image has 316 or more.
const CODE_ON_PHONE: i32 = 820;
/// And on paper, where it is not read from a screen at arm's length.
const CODE_ON_PAPER: i32 = 520;

/// The colours of a poster: paper is white even where the page is dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Colour {
    /// The ground.
    Paper,
    /// Text.
    Ink,
    /// Quieter text.
    Soft,
    /// The head, and the amount.
    Action,
    /// Behind the amount.
    Tint,
    /// What is not certain.
    Open,
    /// A line between parts.
    Line,
    /// The modules of a code.
    Black,
}

impl Colour {
    /// As CSS writes it: the light colours of `www/style/tokens.css`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Paper => "#fff",
            Self::Ink => "#17212b",
            Self::Soft => "#44515e",
            Self::Action => "#0b4a8f",
            Self::Tint => "#eaf2fb",
            Self::Open => "#6e4400",
            Self::Line => "#d3dae2",
            Self::Black => "#000",
        }
    }
}

/// How a text is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Face {
    /// The height of its letters.
    pub size: i32,
    /// Whether it is bold.
    pub is_bold: bool,
}

/// Something on a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Mark {
    /// A filled box.
    Box {
        /// Its left edge.
        left: i32,
        /// Its upper edge.
        top: i32,
        /// Its width.
        width: i32,
        /// Its height.
        height: i32,
        /// Its colour.
        colour: Colour,
    },
    /// A line of text.
    Text {
        /// The words.
        text: String,
        /// Its left edge.
        left: i32,
        /// Where the letters are.
        baseline: i32,
        /// How it is set.
        face: Face,
        /// Its colour.
        colour: Colour,
    },
}

/// A sheet with everything on it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Layout {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// What is drawn, what lies below first.
    pub marks: Vec<Mark>,
}

/// Lays a poster out; `None` where its address is too long for a code.
///
/// `measure` gives the width of a text.
#[must_use]
pub fn lay(poster: &Poster, sheet: Sheet, measure: impl Fn(&str, Face) -> i32) -> Option<Layout> {
    let code = Code::of(&poster.address)?;
    let pen = |width, percent| Pen { measure: &measure, width, percent, top: 0, marks: Vec::new() };
    match sheet {
        Sheet::Phone => Some(pen(DESIGN, 100).poster(poster, &code, CODE_ON_PHONE, 0)),
        Sheet::Code => Some(pen(DESIGN, 100).code_alone(&code)),
        Sheet::Paper => {
            let (width, height) = PAPER;
            let tried = |percent, spare| pen(width, percent).poster(poster, &code, CODE_ON_PAPER, spare);
            // As large as the page allows; what is left over goes between the parts.
            let (percent, needed) = (20..=100)
                .rev()
                .step_by(5)
                .map(|percent| (percent, tried(percent, 0).height))
                .find(|(_, needed)| *needed <= height)?;
            Some(Layout { height, ..tried(percent, (height - needed) / PARTS) })
        }
    }
}

/// Between how many parts spare room is spread.
const PARTS: i32 = 3;

/// Writes from top to bottom.
struct Pen<'m, M> {
    measure: &'m M,
    width: i32,
    /// How large the design is drawn.
    percent: i32,
    /// Where the next line begins.
    top: i32,
    marks: Vec<Mark>,
}

impl<M: Fn(&str, Face) -> i32> Pen<'_, M> {
    /// A length of the design.
    fn px(&self, length: i32) -> i32 {
        length * self.width * self.percent / (DESIGN * 100)
    }

    fn poster(mut self, poster: &Poster, code: &Code, code_width: i32, spare: i32) -> Layout {
        self.head(poster);
        self.top += spare;
        self.gap(48);
        self.text(&poster.headline, 58, true, Colour::Ink);
        self.amount(poster);
        self.gap(28);
        self.text(&poster.days, 48, true, Colour::Ink);
        self.text(&poster.doubt, 40, false, Colour::Open);
        self.top += spare;
        self.gap(12);
        self.code(code, self.px(code_width));
        self.text(words::SCAN, 50, true, Colour::Ink);
        self.text(words::FREE, 40, false, Colour::Soft);
        self.top += spare;
        self.gap(36);
        self.rule();
        self.gap(28);
        self.text(words::HOTLINE, 50, true, Colour::Action);
        self.text(ESTIMATE, 38, false, Colour::Soft);
        self.gap(48);
        self.done()
    }

    /// Whose it is and what it is about, white on blue.
    fn head(&mut self, poster: &Poster) {
        self.on(Colour::Action, 0, |pen| {
            pen.gap(48);
            pen.text(&page::place(heads().place.name), 40, false, Colour::Paper);
            pen.gap(4);
            pen.text(poster.measure, 108, true, Colour::Paper);
            pen.gap(4);
            pen.text(&poster.title, 42, false, Colour::Paper);
            pen.gap(48);
        });
    }

    /// The amount in the largest letters that fit on one line.
    fn amount(&mut self, poster: &Poster) {
        let Some((lead, figure)) = &poster.amount else { return };
        self.gap(32);
        self.on(Colour::Tint, 64, |pen| {
            pen.gap(24);
            pen.text(lead, 42, false, Colour::Soft);
            let fits = |size: &i32| (pen.measure)(figure, pen.face(*size, true)) <= pen.room();
            let size = [96, 84, 72, 60, 52].into_iter().find(fits).unwrap_or(44);
            pen.text(figure, size, true, Colour::Action);
            pen.gap(24);
        });
    }

    /// Lines in the middle of the sheet.
    fn text(&mut self, text: &str, size: i32, is_bold: bool, colour: Colour) {
        let face = self.face(size, is_bold);
        for line in wrap(text, self.room(), |text| (self.measure)(text, face)) {
            let left = (self.width - (self.measure)(&line, face)) / 2;
            // Chinese glyphs fill seven eighths of their square; a line takes seven fifths of it.
            let baseline = self.top + face.size / 5 + face.size * 7 / 8;
            self.marks.push(Mark::Text { text: line, left, baseline, face, colour });
            self.top += face.size * 7 / 5;
        }
    }

    /// The code with its quiet zone, at least so wide, each module a whole number of pixels.
    fn code(&mut self, code: &Code, least: i32) {
        let side = code.side();
        let most = self.width / (side + 2 * QUIET);
        let module = ((least + side - 1) / side).min(most).max(1);
        let left = (self.width - side * module) / 2;
        self.top += QUIET * module;
        self.modules(code, left, module);
        self.top += (side + QUIET) * module;
    }

    /// Runs of dark modules as one box each: no seams, and fewer marks.
    fn modules(&mut self, code: &Code, left: i32, module: i32) {
        for row in 0..code.side() {
            let mut column = 0;
            while column < code.side() {
                let run =
                    (column..code.side()).take_while(|column| code.is_dark(*column, row)).fold(0, |run, _| run + 1);
                if run > 0 {
                    let (left, top) = (left + column * module, self.top + row * module);
                    self.fill(left, top, run * module, module, Colour::Black);
                }
                column += run + 1;
            }
        }
    }

    fn code_alone(mut self, code: &Code) -> Layout {
        let least = self.width;
        self.code(code, least);
        self.done()
    }

    /// A hair line from margin to margin.
    fn rule(&mut self) {
        let (margin, height) = (self.px(MARGIN), self.px(3).max(1));
        self.fill(margin, self.top, self.width - 2 * margin, height, Colour::Line);
    }

    /// Writes on a box of a colour, as wide as the sheet without margins of that length.
    fn on(&mut self, colour: Colour, margin: i32, inside: impl FnOnce(&mut Self)) {
        let (top, below, margin) = (self.top, self.marks.len(), self.px(margin));
        inside(self);
        let mark = Mark::Box { left: margin, top, width: self.width - 2 * margin, height: self.top - top, colour };
        self.marks.insert(below, mark);
    }

    fn fill(&mut self, left: i32, top: i32, width: i32, height: i32, colour: Colour) {
        self.marks.push(Mark::Box { left, top, width, height, colour });
    }

    fn gap(&mut self, length: i32) {
        self.top += self.px(length);
    }

    fn face(&self, size: i32, is_bold: bool) -> Face {
        Face { size: self.px(size).max(1), is_bold }
    }

    /// The maximum width of a line: within the margins of the amount's box.
    fn room(&self) -> i32 {
        self.width - 2 * self.px(MARGIN + 16)
    }

    fn done(self) -> Layout {
        Layout { width: self.width, height: self.top, marks: self.marks }
    }
}

/// The margin of the sheet.
const MARGIN: i32 = 64;
