//! The worker: answers what the page asks.

use wengang::web::fold::fold;
use wengang_lists::desk::Desk;
use wengang_lists::web::working;

fn main() {
    // Without a word from here the page says that it cannot begin.
    let _ = working::listen(Desk::new(fold));
}
