//! Words of the API that the page says more of than the law's files do.

/// NFKC and case folding, as the platform brings them: their tables cost 55 KB in the wasm, and every browser has them.
pub type Fold = fn(&str) -> String;

/// Declares a closed set of words of the API with its code in kebab-case and the list of all.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[cfg_attr(feature = "json", derive(serde::Serialize))]
        #[cfg_attr(feature = "types", derive(ts_rs::TS))]
        pub enum $name {
            $($(#[$doc])* #[cfg_attr(feature = "json", serde(rename = $code))] $variant,)+
        }

        impl $name {
            /// Every word, in the order of the API.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word as the API writes it.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }
    };
}

words! {
    /// 划型 (`size_class`): the class of the 2020 exercise, or the one a written commitment declares.
    SizeClass {
        /// 大型.
        Large = "large",
        /// 中型.
        Medium = "medium",
        /// 小型.
        Small = "small",
        /// 微型.
        Micro = "micro",
    }
}

words! {
    /// Whom these measures leave out, by the ids of the skill subsidy's fact.
    Person {
        /// 机关事业单位工作人员.
        PublicInstitution = "public-institution",
        /// 灵活就业人员.
        Flexible = "flexible",
        /// 学生.
        Student = "student",
        /// 退休人员.
        Retired = "retired",
    }
}
