//! How far the page is: opening, rendering, typing, loading.

use crate::state::Action;
use crate::view::browser::Subscription;
use crate::view::render_phase::RenderPhase;

/// How far the first screen is.
pub(super) enum Phase {
    /// What the address asks for is still to be done: in a task of its own.
    Opening(Action),
    /// The first screen is rendered part by part.
    Rendering {
        /// What is rendered.
        rendered: RenderPhase,
        /// Waits until the browser has laid that out.
        laying_out: Option<Subscription>,
    },
    /// The first screen is complete, and shown.
    Ready,
}

impl Phase {
    /// Returns how much of the first screen is to be on the screen.
    pub(super) const fn rendered(&self) -> RenderPhase {
        match self {
            Self::Opening(_) => RenderPhase::None,
            Self::Rendering { rendered, .. } => *rendered,
            Self::Ready => RenderPhase::Complete,
        }
    }

    pub(super) const fn is_ready(&self) -> bool {
        matches!(self, Self::Ready)
    }

    /// Takes what the address asks for; from then on the screen is rendered.
    pub(super) fn open(&mut self) -> Option<Action> {
        if !matches!(self, Self::Opening(_)) {
            return None;
        }
        match std::mem::replace(self, Self::Rendering { rendered: RenderPhase::None, laying_out: None }) {
            Self::Opening(action) => Some(action),
            Self::Rendering { .. } | Self::Ready => None,
        }
    }

    /// Goes on to the next part; returns whether there is one.
    pub(super) fn go_on(&mut self, is_in_parts: bool) -> bool {
        let Self::Rendering { rendered, .. } = self else { return false };
        let next = rendered.next(is_in_parts);
        std::mem::replace(rendered, next) != next
    }
}

/// What is being typed: on a slow phone a key is painted first, then read.
#[derive(Default)]
pub(super) struct Typing {
    /// Not read yet.
    pub(super) unread: Vec<Action>,
    /// Waits for the paint, then until no key comes for a moment; `None`: nothing is being typed.
    pub(super) waiting: Option<Subscription>,
}

impl Typing {
    /// Returns whether a key was pressed a moment ago.
    pub(super) const fn is_going_on(&self) -> bool {
        self.waiting.is_some()
    }
}

/// An action that needs the lazy chunk of the program, and how that is coming.
pub(super) enum Chunk {
    /// No action waits for it.
    NotAwaited,
    /// The action is done once it is loaded.
    Awaited {
        /// What the user asked for.
        action: Action,
        _loading: Option<Subscription>,
    },
    /// It did not come.
    Failed,
}

impl Chunk {
    pub(super) const fn is_awaited(&self) -> bool {
        matches!(self, Self::Awaited { .. })
    }

    /// Takes the action that waits, now that the chunk is loaded or did not come.
    pub(super) fn finish(&mut self, is_loaded: bool) -> Option<Action> {
        let next = if is_loaded { Self::NotAwaited } else { Self::Failed };
        match std::mem::replace(self, next) {
            Self::Awaited { action, .. } if is_loaded => Some(action),
            Self::Awaited { .. } | Self::NotAwaited | Self::Failed => None,
        }
    }
}
