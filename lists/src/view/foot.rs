//! The foot: what the figures are, whom to ask, and the office's record numbers.

use std::rc::Rc;

use wengang::state::Site;
use wengang::text::page::site as words;
use wengang::text::words::{ESTIMATE, HOTLINE};
use yew::prelude::*;

/// The properties of [`Foot`].
#[derive(Properties, PartialEq)]
pub struct FootProps {
    /// The settings of the office's site.
    pub site: Rc<Site>,
}

/// The foot.
#[component]
pub fn Foot(props: &FootProps) -> Html {
    let site = &props.site;
    html! {
        <footer class="foot">
            if !site.agency.is_empty() {
                <p>{ &site.agency }{ " " }{ &site.phone }</p>
            }
            <p class="foot-line">
                { wengang::text::page::HOTLINE }{ " " }<a href={format!("tel:{HOTLINE}")}>{ HOTLINE }</a>
            </p>
            <p>{ ESTIMATE }</p>
            if !site.icp.is_empty() {
                <p><a href={words::ICP_ADDRESS} rel="noopener noreferrer" target="_blank">{ &site.icp }</a></p>
            }
            if !site.code.is_empty() {
                <p>{ words::CODE }{ &site.code }</p>
            }
        </footer>
    }
}
