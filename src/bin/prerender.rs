//! Prerenders the pages: `prerender FOLDER` writes a file for each, with its title and its description in the first two
//! lines.

use std::error::Error;
use std::path::PathBuf;

use wengang::api::answer::Calculator;
use wengang::api::policies::version;
use wengang::api::poster::names;
use wengang::policy::date::Date;
use wengang::text::page;
use wengang::view::prerendered::{PrerenderProps, PrerenderedPage};
use yew::LocalServerRenderer;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("usage: prerender FOLDER")?);
    std::fs::create_dir_all(&folder)?;
    // The day on which the rules were checked, not today: the same source makes the same pages on any day.
    let today = Date::parse(version().rules).map_err(|error| format!("the version of the rules is no day: {error}"))?;
    for calculator in std::iter::once(None).chain(Calculator::all().map(Some)) {
        let (name, title, what) = match calculator {
            None => ("index", page::window_title(page::HOME), page::HOME_IS),
            Some(calculator) => {
                let (name, what) = names(calculator);
                (calculator.code(), page::window_title(&page::calculator(name)), what)
            }
        };
        let renderer =
            LocalServerRenderer::<PrerenderedPage>::with_props(PrerenderProps { today, calculator }).hydratable(false);
        let html = pollster::block_on(renderer.render());
        std::fs::write(folder.join(name).with_extension("html"), [&title, "\n", what, "\n", &html].concat())?;
    }
    Ok(())
}
