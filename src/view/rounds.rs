//! Each measure's rounds side by side.

use crate::view::part::tree::Tree;

/// Shows the rounds.
pub(super) fn rounds(_: &mut Tree) {}
