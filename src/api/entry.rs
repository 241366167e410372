//! What people type: numbers, amounts and days as they write them by hand.
