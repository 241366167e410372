//! The review sheet, for A4.

use wengang_engine::packed;
use yew::prelude::*;

use super::{Props, host};

/// The paper.
#[component]
pub fn Paper(props: &Props) -> Html {
    let bench = &props.bench;
    let sheet = use_memo(bench.revision, {
        let bench = bench.clone();
        move |_| bench.work.sheet()
    });
    let sha256 = use_memo(bench.revision, |_| {
        let bytes = packed::write(props.derived.law.as_deref()?).ok()?;
        packed::header(&bytes).ok().map(|header| header.digest())
    });
    let signed = &bench.signed;
    let place = props.derived.places.iter().find(|(id, _)| id == bench.work.place()).map(|(_, name)| name.clone());
    let name = |name: &str| if name.trim().is_empty() { "＿＿＿＿＿＿".to_owned() } else { name.to_owned() };
    html! {
        <section class="review" data-test="sheet">
            <p class="screen"><button type="button" class="primary" onclick={|_: MouseEvent| host::print()} data-test="print">{ "打印" }</button></p>
            <h2>{ "政策改动审核单" }</h2>
            <p>{ format!("依据：{}", sheet.notice) }</p>
            <p>{ format!("地方：{}　政策包校验值：{}", place.unwrap_or_default(), (*sha256).clone().unwrap_or_else(|| "（还有要改的，没有生成）".to_owned())) }</p>
            <table data-test="figures">
                <thead><tr>
                    <th scope="col">{ "数" }</th><th scope="col">{ "原来" }</th><th scope="col">{ "现在" }</th><th scope="col">{ "条款" }</th>
                    <th scope="col">{ "原话" }</th><th scope="col">{ "等级" }</th><th scope="col">{ "核对" }</th>
                </tr></thead>
                <tbody>
                    for row in &sheet.rows {
                        <tr>
                            <th scope="row">{ row.title.clone() }<br/><small>{ row.place.clone() }</small></th>
                            <td>{ row.old.clone() }</td><td>{ row.new.clone() }</td><td>{ row.clause.clone() }</td>
                            <td>{ row.quote.clone() }</td><td>{ row.grade.clone() }</td><td>{ "□" }</td>
                        </tr>
                    }
                </tbody>
            </table>
            if !sheet.others.is_empty() {
                <h3>{ "别的改动" }</h3>
                <table data-test="others">
                    <thead><tr>
                        <th scope="col">{ "哪里" }</th><th scope="col">{ "原来" }</th><th scope="col">{ "现在" }</th><th scope="col">{ "核对" }</th>
                    </tr></thead>
                    <tbody>
                        for other in &sheet.others {
                            <tr>
                                <th scope="row">{ other.title.clone() }<br/><small>{ other.place.clone() }</small></th>
                                <td>{ other.old.clone().unwrap_or_else(|| "（没有）".to_owned()) }</td>
                                <td>{ other.new.clone().unwrap_or_else(|| "（删去了）".to_owned()) }</td><td>{ "□" }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            }
            if !sheet.doubts.is_empty() {
                <ul>for doubt in &sheet.doubts { <li>{ format!("{}:{} {}", doubt.file, doubt.line, doubt.sentence) }</li> }</ul>
            }
            <p class="signatures">
                { format!("经办人：{}　复核人：{}　日期：{}", name(&signed.by), name(&signed.reviewed_by),
                    signed.on.map_or_else(|| "＿＿＿＿＿＿".to_owned(), |day| day.to_string())) }
            </p>
        </section>
    }
}
