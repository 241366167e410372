//! The colour of buttons and links as a site may set it, and whether it can be read: 4.5 to 1 (WCAG 2.2, 1.4.3).

/// A colour, its red, green and blue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Accent([u8; 3]);

/// The background of the colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scheme {
    /// Dark text on white.
    Light,
    /// Light text on black.
    Dark,
}

/// Why a colour is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AccentError {
    /// It is not written as `#0b4a8f`.
    NotAColour,
    /// It would be hard to read.
    TooFaint,
}

/// The colours in front of or behind an accent, as `www/style/tokens.css` has them.
struct Surfaces {
    paper: Accent,
    ground: Accent,
    on_action: Accent,
    /// What makes the accent stronger.
    strong: Accent,
}

const WHITE: Accent = Accent([0xff; 3]);

const LIGHT: Surfaces =
    Surfaces { paper: WHITE, ground: Accent([0xf3, 0xf5, 0xf8]), on_action: WHITE, strong: Accent([0; 3]) };
const DARK: Surfaces = Surfaces {
    paper: Accent([0x17, 0x1d, 0x24]),
    ground: Accent([0x0f, 0x14, 0x1a]),
    on_action: Accent([0x0c, 0x16, 0x20]),
    strong: WHITE,
};

/// How much of the strengthening colour the stronger accent has, in percent.
const STRONGER: u32 = 25;
/// How much of the accent its tint has, in percent.
const TINT: u32 = 7;

impl Accent {
    /// Reads `#0b4a8f` or `#08f`, also without the mark, which an address cannot carry.
    ///
    /// # Errors
    /// Where it is not a colour, or would be hard to read anywhere on the page.
    pub fn read(text: &str, scheme: Scheme) -> Result<Self, AccentError> {
        let digits = text.trim().trim_start_matches("%23").trim_start_matches('#');
        let accent = parse(digits).ok_or(AccentError::NotAColour)?;
        let surfaces = scheme.surfaces();
        let beneath = [surfaces.paper, surfaces.ground, accent.tint(surfaces)];
        let is_read = beneath.into_iter().all(|surface| accent.is_read_on(surface))
            && surfaces.on_action.is_read_on(accent)
            && surfaces.on_action.is_read_on(accent.stronger(surfaces));
        if is_read { Ok(accent) } else { Err(AccentError::TooFaint) }
    }

    /// The custom properties that carry the accent, its stronger form and its tint.
    #[must_use]
    pub fn properties(self, scheme: Scheme) -> [(&'static str, String); 3] {
        let surfaces = scheme.surfaces();
        let names = match scheme {
            Scheme::Light => ["--site-action", "--site-action-strong", "--site-action-tint"],
            Scheme::Dark => ["--site-dark-action", "--site-dark-action-strong", "--site-dark-action-tint"],
        };
        let [plain, strong, tint] = names;
        [(plain, self.written()), (strong, self.stronger(surfaces).written()), (tint, self.tint(surfaces).written())]
    }

    fn stronger(self, surfaces: &Surfaces) -> Self {
        surfaces.strong.mixed_into(self, STRONGER)
    }

    fn tint(self, surfaces: &Surfaces) -> Self {
        self.mixed_into(surfaces.paper, TINT)
    }

    /// The other colour with some percent of this in it.
    fn mixed_into(self, other: Self, percent: u32) -> Self {
        let Self([red, green, blue]) = self;
        let Self([r, g, b]) = other;
        let mix = |one: u8, other: u8| {
            let sum = u32::from(one) * percent + u32::from(other) * (100 - percent);
            u8::try_from(sum / 100).unwrap_or(u8::MAX)
        };
        Self([mix(red, r), mix(green, g), mix(blue, b)])
    }

    fn written(self) -> String {
        const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
        let halves = self.0.iter().flat_map(|part| [part >> 4, part & 15]);
        let digits = halves.filter_map(|half| DIGITS.get(usize::from(half)));
        std::iter::once(&'#').chain(digits).collect()
    }

    /// Whether the contrast of the two is 4.5 to 1 at least.
    fn is_read_on(self, other: Self) -> bool {
        let (one, other) = (self.luminance() + ONE / 20, other.luminance() + ONE / 20);
        one.max(other) * 2 >= one.min(other) * 9
    }

    /// The relative luminance, in parts of [`ONE`].
    fn luminance(self) -> u64 {
        let Self([red, green, blue]) = self;
        (linear(red) * 2126 + linear(green) * 7152 + linear(blue) * 722) / 10_000
    }
}

impl Scheme {
    const fn surfaces(self) -> &'static Surfaces {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
        }
    }
}

/// One, with 30 binary places behind it: no float is needed.
const ONE: u64 = 1 << 30;

fn times(one: u64, other: u64) -> u64 {
    (one * other) >> 30
}

/// What a part of a colour adds to the light: `((c + 0.055) ÷ 1.055)^2.4`, near black `c ÷ 12.92`.
fn linear(part: u8) -> u64 {
    let part = u64::from(part);
    if part <= 10 {
        return part * ONE * 100 / (255 * 1292);
    }
    let base = (part * 1000 + 55 * 255) * ONE / (1055 * 255);
    let square = times(base, base);
    // x^2.4 is x² times the fifth root of x².
    times(square, fifth_root(square))
}

/// Found bit by bit.
fn fifth_root(value: u64) -> u64 {
    let mut root = 0;
    for bit in (0..=30).rev() {
        let larger: u64 = root | (1 << bit);
        let square = times(larger, larger);
        if times(times(square, square), larger) <= value {
            root = larger;
        }
    }
    root
}

fn parse(digits: &str) -> Option<Accent> {
    // With three digits each is doubled.
    let repeat = match digits.len() {
        3 => 2,
        6 => 1,
        _ => return None,
    };
    let mut number = 0;
    for digit in digits.chars() {
        for _ in 0..repeat {
            number = number * 16 + digit.to_digit(16)?;
        }
    }
    let [_, red, green, blue] = number.to_be_bytes();
    Some(Accent([red, green, blue]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The formula of WCAG itself.
    #[expect(clippy::float_arithmetic, reason = "so that the whole numbers are compared with it")]
    fn contrast(one: Accent, other: Accent) -> f64 {
        let luminance = |colour: Accent| {
            let [r, g, b] = colour.0.map(|part| {
                let part = f64::from(part) / 255.0;
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        for step in 0..=255 {
            for colour in [Accent([step; 3]), Accent([step, 0x60, 0x20]), Accent([0x10, step, 0xa0])] {
                for other in [WHITE, LIGHT.ground, DARK.paper, DARK.ground] {
                    let exact = contrast(colour, other);
                    if (exact - 4.5).abs() > 0.0005 {
                        assert_eq!(colour.is_read_on(other), exact > 4.5, "{colour:?} {other:?} {exact}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_colour_must_be_read_in_its_own_scheme() {
        assert_eq!(Accent::read("#0b4a8f", Scheme::Light), Ok(Accent([0x0b, 0x4a, 0x8f])));
        assert_eq!(Accent::read("8fc0f5", Scheme::Dark), Ok(Accent([0x8f, 0xc0, 0xf5])));
        assert_eq!(Accent::read("%23a11", Scheme::Light), Ok(Accent([0xaa, 0x11, 0x11])));
        assert_eq!(Accent::read("#0b4a8f", Scheme::Dark), Err(AccentError::TooFaint));
        assert_eq!(Accent::read("#8fc0f5", Scheme::Light), Err(AccentError::TooFaint));
        // 4.54 on white, but less on the grey beneath the cards.
        assert_eq!(Accent::read("#767676", Scheme::Light), Err(AccentError::TooFaint));
        for text in ["", "red", "#12", "#12345", "#1234567", "#ggg", "０b4a8f", "#0b4a8f;"] {
            assert_eq!(Accent::read(text, Scheme::Light), Err(AccentError::NotAColour), "{text}");
        }
    }

    #[test]
    fn the_pairs_of_colours_are_those_of_the_style_sheet() {
        let tokens = include_str!("../../www/style/tokens.css");
        let (light, dark) = tokens.split_once("prefers-color-scheme: dark").unwrap();
        for (sheet, surfaces) in [(light, LIGHT), (dark, DARK)] {
            for (name, colour) in [("--paper", surfaces.paper), ("--ground", surfaces.ground)] {
                let declared = sheet.split_once(&format!("{name}: ")).unwrap().1.split(';').next().unwrap();
                assert_eq!(parse(declared.trim_start_matches('#')), Some(colour), "{name}");
            }
            let on_action = sheet.split_once("--on-action: ").unwrap().1.split(';').next().unwrap();
            assert_eq!(parse(on_action.trim_start_matches('#')), Some(surfaces.on_action));
            // The page's own blue passes too.
            let own = sheet.split_once("-action, ").unwrap().1.split(')').next().unwrap();
            let scheme = if surfaces.on_action == WHITE { Scheme::Light } else { Scheme::Dark };
            assert!(Accent::read(own, scheme).is_ok(), "{own}");
        }
    }

    #[test]
    fn the_accent_comes_with_a_stronger_form_and_a_tint() {
        let written = |text, scheme| Accent::read(text, scheme).unwrap().properties(scheme).map(|(_, colour)| colour);
        assert_eq!(written("#a11", Scheme::Light), ["#aa1111", "#7f0c0c", "#f9eeee"]);
        assert_eq!(written("#8fc0f5", Scheme::Dark), ["#8fc0f5", "#abcff7", "#1f2832"]);
    }
}
