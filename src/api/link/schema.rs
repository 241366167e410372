//! Which letter stands for which fact. Letters may be added, never changed: old links name them.

use crate::api::answer::Calculator;

/// A fact that a link can hold.
pub struct Field {
    /// Its name in the API.
    pub name: &'static str,
    /// Its letter, small; a number that was written as a number has the capital.
    pub letter: char,
    /// What it is.
    pub kind: Kind,
}

/// A word of the API and its letter.
pub type Letters = &'static [(&'static str, &'static str)];

/// What a fact is.
pub enum Kind {
    /// One of these words.
    Word(Letters),
    /// A word by its own name, without what all of them begin with: a region, an industry.
    Name(&'static str),
    /// Any of these words.
    Words(Letters),
    /// Yes or no.
    Flag,
    /// A number.
    Number,
    /// A day.
    Day,
    /// A month.
    Month,
    /// Free text.
    Text,
    /// Rows of facts.
    Rows(&'static [Field]),
}

impl Kind {
    /// Whether it goes along without numbers: no amount, wage, headcount, month, day or free text.
    #[must_use]
    pub const fn is_choice(&self) -> bool {
        match self {
            Self::Word(_) | Self::Name(_) | Self::Words(_) | Self::Flag => true,
            Self::Number | Self::Day | Self::Month | Self::Text | Self::Rows(_) => false,
        }
    }
}

const fn field(name: &'static str, letter: char, kind: Kind) -> Field {
    Field { name, letter, kind }
}

/// The facts of a calculator, in the order of the API.
#[must_use]
pub const fn fields(calculator: Calculator) -> &'static [Field] {
    match calculator {
        Calculator::Refund => REFUND,
        Calculator::SkillSubsidy => SKILL_SUBSIDY,
        Calculator::Premium => PREMIUM,
        Calculator::UnemploymentBenefit => BENEFIT,
        Calculator::SizeClass => SIZE_CLASS,
    }
}

const REFUND: &[Field] = &[
    field("applicant", 'p', Kind::Word(APPLICANTS)),
    field("size", 's', Kind::Word(SIZES)),
    field("averageInsured", 'n', Kind::Number),
    field("insuredPersonMonths", 'm', Kind::Number),
    field("benefitDrawers", 'b', Kind::Number),
    field("fullyPaidMonths", 'f', Kind::Number),
    field("premiumPaid", 'y', Kind::Number),
    field("creditListings", 'c', Kind::Words(LISTINGS)),
    field("zombie", 'z', Kind::Flag),
    field("labourDispatch", 'd', Kind::Flag),
    field("corporateAccount", 'k', Kind::Flag),
];

const SKILL_SUBSIDY: &[Field] = &[
    field("person", 'p', Kind::Word(PERSONS)),
    field("insuredMonths", 'm', Kind::Number),
    field("certificates", 'c', Kind::Rows(CERTIFICATE)),
    field("received", 'r', Kind::Rows(RECEIVED)),
];

// The letters of rows are none of the calculator's own: a token says by itself where it belongs.
const CERTIFICATE: &[Field] = &[
    field("id", 'i', Kind::Text),
    field("occupation", 'o', Kind::Text),
    field("level", 'l', Kind::Number),
    field("kind", 'k', Kind::Word(KINDS)),
    field("issuedOn", 'd', Kind::Day),
    field("trainingSubsidyReceived", 'g', Kind::Flag),
    field("urgentShortage", 'u', Kind::Flag),
];

const RECEIVED: &[Field] = &[
    field("occupation", 'o', Kind::Text),
    field("level", 'l', Kind::Number),
    field("receivedOn", 'd', Kind::Day),
    field("urgentShortage", 'u', Kind::Flag),
];

const PREMIUM: &[Field] = &[
    field("monthlyWage", 'w', Kind::Number),
    field("headcount", 'h', Kind::Number),
    field("months", 'q', Kind::Number),
    field("month", 'o', Kind::Month),
];

const BENEFIT: &[Field] = &[
    field("region", 'g', Kind::Name("shijiazhuang/")),
    field("firstMonth", 'o', Kind::Month),
    field("insuredMonths", 'm', Kind::Number),
    field("separation", 's', Kind::Word(SEPARATIONS)),
    field("registered", 'r', Kind::Flag),
    field("unusedMonths", 'u', Kind::Number),
    field("reemployedUnderOneYear", 'e', Kind::Flag),
];

const SIZE_CLASS: &[Field] = &[
    field("industry", 'g', Kind::Name("")),
    field("employees", 'x', Kind::Number),
    field("revenue", 'y', Kind::Number),
    field("assets", 'z', Kind::Number),
];

const APPLICANTS: Letters = &[
    ("enterprise", "e"),
    ("social-organization", "o"),
    ("foundation", "f"),
    ("social-service", "s"),
    ("law-firm", "l"),
    ("accounting-firm", "a"),
    ("sole-trader", "t"),
    ("public-institution", "p"),
    ("other", "x"),
];

const SIZES: Letters = &[("large", "l"), ("medium", "m"), ("small", "s"), ("micro", "i")];

const LISTINGS: Letters = &[("serious-dishonesty", "d"), ("judgment-defaulter", "j"), ("wage-arrears", "w")];

const PERSONS: Letters = &[
    ("enterprise-employee", "e"),
    ("benefit-recipient", "b"),
    ("other-insured", "o"),
    ("public-institution", "p"),
    ("flexible", "f"),
    ("student", "s"),
    ("retired", "r"),
];

const KINDS: Letters = &[
    ("vocational-qualification", "v"),
    ("skill-level", "s"),
    ("special-capability", "c"),
    ("special-operation", "o"),
    ("professional-title", "p"),
];

const SEPARATIONS: Letters = &[
    ("contract-ended", "c"),
    ("dismissed", "d"),
    ("agreed-employer-proposed", "a"),
    ("left-for-employer-fault", "f"),
    ("resigned", "r"),
    ("declined-renewal", "n"),
    ("other", "o"),
];
