//! The page: draws it into the document.

use wengang::web::page;
use wengang_lists::view::App;

const ROOT: &str = "app";

fn main() {
    // Without its place the words of the document remain.
    if let Some(root) = page::element(ROOT) {
        yew::Renderer::<App>::with_root(root).render();
    }
}
