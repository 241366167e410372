//! The workbench's document: puts the program into `#workbench`.

use wengang_workbench::page::{App, host};
use yew::Renderer;

fn main() {
    if let Some(root) = host::root() {
        Renderer::<App>::with_root(root).render();
    }
}
