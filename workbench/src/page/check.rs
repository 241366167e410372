//! Step 4: what is wrong, two names, and the pack.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::state::{Action, Tab};
use super::{Props, host, part};
use crate::check::Weight;
use crate::release::{Release, Signed};

/// The step.
#[component]
pub fn Step(props: &Props) -> Html {
    let (bench, derived) = (&props.bench, &props.derived);
    let released = use_state(|| None::<Release>);
    // A pack is of the files as they were.
    use_effect_with(bench.revision, {
        let released = released.clone();
        move |_| released.set(None)
    });
    let wrong = derived.faults.iter().filter(|fault| fault.weight == Weight::Wrong).count();
    let doubts = derived.faults.len().saturating_sub(wrong);
    let release = {
        let (bench, released) = (bench.clone(), released.clone());
        move |_: MouseEvent| match bench.work.release(&bench.signed) {
            Ok(release) => {
                host::download(&release.name, &release.pack);
                bench.dispatch(Action::Say(format!("政策包 {} 在下载文件夹里", release.name), false));
                released.set(Some(release));
            }
            Err(sentence) => bench.dispatch(Action::Say(sentence, true)),
        }
    };
    let archive = {
        let bench = bench.clone();
        move |_: MouseEvent| match bench.archive() {
            Ok(bytes) => host::download("policies.zip", &bytes),
            Err(sentence) => bench.dispatch(Action::Say(sentence, true)),
        }
    };
    let name = |title: &'static str, test: &'static str, value: &str, put: fn(&mut Signed, String)| {
        let bench = bench.clone();
        let typed = move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let mut signed = bench.signed.clone();
            put(&mut signed, input.value());
            signed.on = host::today();
            bench.dispatch(Action::Sign(signed));
        };
        html! { <label class="field short">{ title }<input value={value.to_owned()} oninput={typed} data-test={test} autocomplete="off" /></label> }
    };
    let show = |tab: Tab| {
        let bench = bench.clone();
        move |_: MouseEvent| bench.dispatch(Action::Show(tab))
    };
    html! {
        <div>
            <h2>{ "检查" }</h2>
            <p data-test="verdict">
                { if wrong == 0 { "没有要改的了。".to_owned() } else { format!("还有 {wrong} 处要改，改完才能生成政策包。") } }
                if doubts > 0 { { format!("有 {doubts} 处请再看一眼。") } }
            </p>
            { part::faults(bench, &derived.faults) }
            <p>
                { "在旁边试算几个案例，再" }
                <button type="button" onclick={show(Tab::Changes)}>{ "看改动影响哪些案例" }</button>
            </p>
            <h2>{ "两个人签字，生成政策包" }</h2>
            <p>{ "经办人改，复核人对着审核单逐项看。" }<button type="button" onclick={show(Tab::Sheet)} data-test="to-sheet">{ "看审核单，打印" }</button></p>
            { name("经办人", "signed-by", &bench.signed.by, |signed, text| signed.by = text) }
            { name("复核人", "reviewed-by", &bench.signed.reviewed_by, |signed, text| signed.reviewed_by = text) }
            <p>
                <button type="button" class="primary" onclick={release} data-test="release">{ "生成政策包" }</button>{ " " }
                <button type="button" onclick={archive} data-test="archive">{ "下载政策文件（压缩包）" }</button>
            </p>
            if let Some(release) = &*released {
                <div class="released" data-test="released">
                    <p>
                        { format!("{}，{} 字节，校验值（按包里的内容算，和网页、审核单上写的一样；不是用工具对整个文件算出来的那个）：", release.name, release.pack.len()) }<br/>
                        <code data-test="sha256">{ release.sha256.clone() }</code>
                    </p>
                    <p>{ "放到网站上：把这个文件放进网站的 packs 文件夹，再在 site.json 的 places 里，把这个地方的那一行换成下面这一行（没有就加上；行尾的逗号、别的地方的都不动）：" }</p>
                    <pre data-test="site">{ site(bench.work.place(), release) }</pre>
                </div>
            }
        </div>
    }
}

/// What the site's settings say of the pack.
fn site(id: &str, Release { name, sha256, place, .. }: &Release) -> String {
    format!("{{ \"id\": \"{id}\", \"name\": \"{place}\", \"pack\": \"packs/{name}\", \"sha256\": \"{sha256}\" }}")
}
