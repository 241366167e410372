//! The compiler's messages for a file with one error: all of them are in `messages.txt`, to be read as a policy officer
//! would.
//!
//! `WENGANG_GOLDEN=write cargo test -p wengang-compiler` writes the file again; the change is read as a diff.

mod keys;

use std::path::Path;

use wengang_compiler::{File, Pack, compile, places};

const DOCUMENTS: &str = include_str!("small/documents.toml");
const REFUND: &str = include_str!("small/refund.toml");
const CERTIFICATES: &str = include_str!("small/certificates.toml");
const SUBSIDY: &str = include_str!("small/subsidy.toml");
const RULES: &str = include_str!("small/rules.toml");
const ANNEX: &str = include_str!("small/annex.toml");
const DATED: &str = include_str!("small/dated.toml");
const MONTHLY: &str = include_str!("small/monthly.toml");

/// Words of the file, and the faulty ones that replace them.
const FAULTS: &[(&str, &str)] = &[
    // Names and options.
    ("when = \"划型 = 大型\"", "when = \"划型 = 大形\""),
    ("取整(上限 × 参保人数)", "取整(上限 × 参保人)"),
    ("非 僵尸企业 且", "非僵尸企业 且"),
    ("非 僵尸企业 且 (档次", "非 僵尸企业且(档次"),
    ("缴费月数 ≥ 12 个月", "每月人数 ≥ 12 个月"),
    ("未收录：{原因}", "未收录：{缘因}"),
    ("拨打12333", "拨打12333：{原因}"),
    // Types and units.
    ("缴费月数 ≥ 12 个月", "缴费月数 ≥ 12 月份"),
    ("缴费月数 ≥ 12 个月", "缴费月数 ≥ 30 人"),
    ("缴费月数 ≥ 12 个月", "保险费 + 缴费月数 > 0 元"),
    ("缴费月数 ≥ 12 个月", "缴费月数 ÷ 参保人数 ≥ 1"),
    ("缴费月数 ≥ 12 个月", "返还比例 ≥ 30"),
    ("缴费月数 ≥ 12 个月", "保险费 > 1000"),
    ("缴费月数 ≥ 12 个月", "划型 > 小型"),
    ("缴费月数 ≥ 12 个月", "缴费月数 + 1"),
    ("缴费月数 ≥ 12 个月", "划型 属于 [大型、缴费月数]"),
    ("取整(上限 × 参保人数)", "取整(保险费)"),
    ("取整(上限 × 参保人数)", "最大(上限, 参保人数)"),
    ("取整(上限 × 参保人数)", "取整(上限, 参保人数)"),
    ("取整(上限 × 参保人数)", "如果 僵尸企业 则 参保人数 否则 上限"),
    ("text = \"可以有{可领人数}人\"", "text = \"是{僵尸企业}\""),
    ("value = \"保险费 × 返还比例\"", "value = \"参保人数 × 返还比例\""),
    ("as = \"decimal\"", "as = \"whole\""),
    // The form of expressions and sentences.
    ("缴费月数 ≥ 12 个月", "缴费月数 ≥ 12 个月 且 僵尸企业 或 僵尸企业"),
    ("缴费月数 ≥ 12 个月", "0 个月 ≤ 缴费月数 ≤ 12 个月"),
    ("缴费月数 ≥ 12 个月", "(缴费月数 ≥ 12 个月"),
    ("缴费月数 ≥ 12 个月", "缴费月数 ≥"),
    ("缴费月数 ≥ 12 个月", "缴费月数 ≥ 12 个月 # 满一年"),
    ("{缴费月数}个月\" }", "{缴费月数个月\" }"),
    ("缴费月数 ≥ 12 个月", "申请日 ≥ 2024-02-30"),
    ("缴费月数 ≥ 12 个月", "假设 上限 = 5 % 则 僵尸企业"),
    ("缴费月数 ≥ 12 个月", "缴费月数 ≥ “一年”"),
    ("{ text = \"缴了{缴费月数}个月\" }", "{ text = \"缴了{如果 僵尸企业 则 “很多 否则 “”}个月\" }"),
    // What knowledge may not decide.
    ("缴费月数 ≥ 12 个月", "未确认 上限"),
    ("缴费月数 ≥ 12 个月", "已知 缴费月数"),
    ("参保人数 = 0 且", "参保人数 < 人数线 且"),
    ("取整(上限 × 参保人数)", "可领人数 + 1 人"),
    // What can never be.
    ("缴费月数 ≥ 12 个月", "缴费月数 > 12 个月"),
    ("when = \"参保人数 ≤ 人数线\"", "when = \"参保人数 < 0 人\""),
    (
        "[[round.\"返还比例\"]]\nis = \"60 %\"",
        "[[round.\"返还比例\"]]\nwhen = \"划型 = 大型 且 僵尸企业\"\nis = \"60 %\"",
    ),
    ("when = \"非 已知 缴费月数\"", "when = \"缴费月数 > 12 个月\""),
    (
        "{ text = \"缴了{缴费月数}个月\" }",
        "{ when = \"缴费月数 ≥ 0 个月\", text = \"缴了{缴费月数}个月\" },\n  { when = \"缴费月数 = 3 个月\", text = \"三个月\" },\n  { text = \"别的\" }",
    ),
    ("[[next]]\nid = \"ask\"\nclosed = true", "[[next]]\nid = \"ask\"\nwhen = \"可能 参保人数 > 1000 人\""),
    (
        "[[next]]\nid = \"ask\"\nclosed = true\ntext = \"拨打12333\"",
        "[[next]]\nid = \"ask\"\nwhen = \"僵尸企业\"\nsays = [\n  { when = \"非 僵尸企业\", text = \"甲\" },\n  { text = \"乙\" },\n]",
    ),
    // Days on which a sentence applies.
    ("readings = [\"从1月1日起算。\"]", "readings = [{ text = \"从1月1日起算。\", to = 2024-02-30 }]"),
    ("readings = [\"从1月1日起算。\"]", "readings = [{ txet = \"从1月1日起算。\" }]"),
    ("readings = [\"从1月1日起算。\"]", "readings = [2024]"),
    ("id = \"ask\"", "id = \"ask\"\nfrom = 2025-01-01\nto = 2024-12-31"),
    // Names that an expression cannot name, and keys a level too high or too low.
    ("name = \"小型\", ", "name = \"没有\", "),
    ("[[value]]\nname = \"上限\"", "[[value]]\nname = \"最大\""),
    ("[[value]]\nname = \"上限\"", "[[value]]\nname = \"上限（%）\""),
    ("ask = \"列入破产清算了吗\"", "ask = \"列入破产清算了吗\"\nholds = \"僵尸企业\""),
    ("base_year = 2023", "base_year = 2023\nvalue = 30"),
    ("name = \"金额\"", "name = \"金额\"\nleast = \"最少\""),
    ("id = \"rate\"", "id = \"rate\"\nat = \"decimal\""),
    // Sources and quotes.
    ("value = 30\n", "value = 35\n"),
    ("is = \"60 %\"", "is = \"65 %\""),
    ("quote = \"30人（含）以下\"\n", ""),
    ("clause = \"目标\"", "clause = \"目标\"\nquote = \"5.5%左右\""),
    ("document = \"report\"", "document = \"reports\""),
    ("grade = \"B\"", "grade = \"E\""),
    ("clause = \"二\"\n", ""),
    // Rounds and days.
    ("to = 2024-12-31", "to = 2024-12-30"),
    ("from = 2025-01-01", "from = 2024-12-01"),
    ("from = 2025-01-01", "from = 2024-01-01"),
    ("reason = \"没有查到。\"", "reason = \"没有查到。\"\n[[gap]]\nfrom = 2026-03-01\nreason = \"还没有写。\""),
    ("base_year = 2023", "base_year = 2024"),
    ("to = 2024-12-31", "to = 2024-02-30"),
    ("[round.\"上限\"]\nvalue = \"5.5 %\"\ndocument = \"report\"\nclause = \"目标\"\ngrade = \"B\"\n", ""),
    ("value = \"5.5 %\"", "value = 5.5"),
    ("value = \"5.5 %\"", "value = \"550 %\""),
    ("value = 30\nquote = \"30人（含）以下\"", "value = 800\nquote = \"800人以下\""),
    ("[round.\"人数线\"]", "[round.\"人数限\"]"),
    // Keys and blocks.
    ("short = \"返还\"", "shrot = \"返还\""),
    ("short = \"返还\"", "short = \"返还\"\nquote = \"可以申请返还\""),
    ("text = \"拨打12333\"", ""),
    ("{ is = \"大单位\" }", "{ is = \"大单位\" },\n  { is = \"特大\" }"),
    ("{ text = \"缴了{缴费月数}个月\" }", "{ when = \"已知 缴费月数\", text = \"缴了{缴费月数}个月\" }"),
    ("ask = \"缴了几个月\"\n", ""),
    ("type = \"count(个月)\"", "type = \"int\""),
    ("letter = \"m\"", "letter = \"n\""),
    ("name = \"小型\", ", "name = \"小、微型\", "),
    ("id = \"not-zombie\"", "id = \"paid\""),
    ("name = \"可领人数\"", "name = \"上限\""),
    ("[[condition]]\nid = \"paid\"", "[[define]]\nname = \"备用\"\nvalue = \"上限\"\n[[condition]]\nid = \"paid\""),
    ("[[next]]\nid = \"ask\"", "# TODO 查一下\n[[next]]\nid = \"ask\""),
    // Numbers as people write them.
    ("value = \"5.5 %\"", "value = \"百分之五\""),
    ("value = \"5.5 %\"", "value = \"５.5 %\""),
    ("value = \"5.5 %\"", "value = \"0.055\""),
    ("value = \"5.5 %\"", "value = 0.055"),
    ("value = \"5.5 %\"", "value = \"5。5 %\""),
    ("value = \"5.5 %\"", "value = \"5．5 %\""),
    ("is = \"30 %\"", "is = \"三成\""),
    ("缴费月数 ≥ 12 个月", "缴费月数 ≥ 十二个月"),
    // The form of the file.
    ("short = \"返还\"", "short = 返还"),
    ("[round.\"上限\"]", "[round.上限]"),
    ("short = \"返还\"", "short = \"返还\"\ntitle = \"返还\""),
    ("short = \"返还\"", "short = \"返还"),
    ("short = \"返还\"", "short \"返还\""),
    ("readings = [\"从1月1日起算。\"]", "readings = [\"从1月1日起算。\""),
];

/// The same of a file with a list.
const FAULTS_OF_LISTS: &[(&str, &str)] = &[
    ("没有 已领补贴 其中 (职业 = 工种 且 级别 = 等级)", "没有 已领补贴 其中 职业 = 工种 且 级别 = 等级"),
    ("没有 已领补贴 其中 (职业 = 工种 且 级别 = 等级)", "没有 工种 其中 (职业 = 工种)"),
    ("没有 已领补贴 其中 (职业 = 工种 且 级别 = 等级)", "没有 已领补贴 且 级别 = 等级"),
    ("没有 已领补贴 其中 (职业 = 工种 且 级别 = 等级)", "职业 = 工种"),
    ("没有 已领补贴 其中 (职业 = 工种 且 级别 = 等级)", "没有 已领补贴 其中 (职 业 = 工种)"),
    ("没有 已领补贴 其中 (职业 = 工种 且 级别 = 等级)", "已领补贴 = 等级"),
    ("级别 高于 等级)", "领取日 高于 申请日)"),
    ("级别 高于 等级)", "级别 高于 三极)"),
    ("  name = \"领取日\"\n  type = \"date\"", "  name = \"职业\"\n  type = \"date\""),
    ("  ask = \"哪一天领的\"\n", ""),
];

/// The same of a file with items and a plan.
const FAULTS_OF_ITEMS: &[(&str, &str)] = &[
    // Items.
    ("of = \"证书\"\nas", "of = \"证件\"\nas"),
    ("holds = \"这本.等级 属于", "holds = \"这份.等级 属于"),
    ("holds = \"这本.等级 属于", "holds = \"这本.级别 属于"),
    ("holds = \"这本.等级 属于", "holds = \"这本. 属于"),
    ("holds = \"企业职工\"", "holds = \"企业职工 且 这本.急需紧缺\""),
    ("text = \"拨打12333\"", "text = \"拨打12333，最后一天是{最后一天}\""),
    ("holds = \"这本.等级 属于 补的等级 且 有值 标准\"", "holds = \"这本.等级 属于 补的等级 且 几个 计划 > 0\""),
    ("amount = \"标准\"", "amount = \"最后一天\""),
    ("[item]\nof", "[items]\nof"),
    // The plan.
    ("limit = \"place\"", "limit = \"places\""),
    ("places = \"2\"", "places = \"2 元\""),
    ("by = \"最后一天\"\n", ""),
    ("same = { id = \"same\", text = \"同样的只补一次\" }\n", ""),
    ("same = \"职业 = 这本.职业 且 等级 = 这本.等级\"", "same = \"职业 = 这本.职业 且 级别 = 这本.等级\""),
    ("places = \"每年次数 − 几个", "places = \"每年次数 − 几个 计划 − 几个"),
    ("when = \"结果 = 未定\"", "when = \"结果 = 未定 且 可能的计划 = 计划\""),
    ("each = \"计划\"", "each = \"已领补贴\""),
    ("one_per = \"职业\"", "one_per = \"工种\""),
    ("each = \"计划\"\n", ""),
    // Operations on lists.
    ("{最早 计划 的 办理日}", "{最早 计划}"),
    ("{最早 计划 的 办理日}", "{最早 计划 的 金额}"),
    ("{最高 证书 的 等级}", "{最高 证书 的 职业}"),
    ("value = \"合计 可能的计划 的 金额\"", "value = \"合计 可能的计划 的 办理日\""),
    ("when = \"有值 高一级(这本.等级)\"", "when = \"有值 高一级(这本.职业)\""),
    // Suppositions.
    ("when = \"(假设 按 长期规定 则", "when = \"(假设 按 2023年度 则"),
    ("假设 证书 加 (职业 = 这本.职业", "假设 证书 加 (工种 = 这本.职业"),
    ("假设 证书 加 (职业 = 这本.职业", "假设 证书 加 职业 = 这本.职业"),
    ("已领补贴 加 计划 (领取日 = 办理日)", "企业职工 加 计划 (领取日 = 办理日)"),
    ("已领补贴 加 计划 (领取日 = 办理日)", "已领补贴 加 计划 (领取日 = 金额)"),
    // Values, and limits that there are not.
    ("type = \"choices(等级)\"", "type = \"choices(级别)\""),
    ("value = [\"五级\", \"四级\"]", "value = [\"五级\", \"6级\"]"),
    ("value = [\"五级\", \"四级\"]\n", ""),
    ("holds = \"这本.等级 属于 补的等级 且", "holds = \"这本.等级 属于 标准 且"),
    ("[[define]]\nname = \"最后一天\"", "[[define]]\nname = \"不限\"\nvalue = \"1\"\n[[define]]\nname = \"最后一天\""),
    // The standing rule.
    ("[standing.\"每年次数\"]\nvalue = \"不限\"\n", ""),
    ("[[round]]\nid = \"2024\"", "[[round]]\nid = \"standing\""),
    ("reason = \"没有收录。\"", "reason = \"没有收录。\"\nof = \"standing\""),
];

/// The same of a file with dated values and facts that are assumed.
const FAULTS_OF_DATED: &[(&str, &str)] = &[
    ("如果 有值 在(比例, 月份) 则", "如果 有值 比例 则"),
    ("如果 有值 在(比例, 月份) 则", "如果 有值 在(比列, 月份) 则"),
    ("如果 有值 在(比例, 月份) 则", "如果 有值 在(比例, 区县) 则"),
    ("如果 有值 在(比例, 月份) 则", "如果 有值 在(比例) 则"),
    ("key = \"在(档次, 当日)\"", "key = \"在(比例, 当日)\""),
    ("key = \"在(档次, 当日)\"", "columns = [\"最低工资\"]\nkey = \"区县\""),
    ("有标准\"", "有标准{当日}\""),
    ("{ from = 2024-07-01, \"北区\"", "{ from = 2024-08-01, \"北区\""),
    ("{ from = 2024-10-01, \"一档\"", "{ from = 2024-09-01, \"一档\""),
    (
        "from = 2025-01-01\nreason = \"没有查到。\"\n\n[[condition]]",
        "from = 2025-01-01\nto = 2025-12-31\nreason = \"没有查到。\"\n\n[[condition]]",
    ),
    ("\"个人比例\" = \"20 %\"", "\"个人\" = \"20 %\""),
    ("\"个人比例\" = \"20 %\"", "\"个人比例\" = 20"),
    ("\"一档\" = \"2400 元\", document", "document"),
    ("\"一档\" = \"2400 元\", document", "\"三档\" = \"2400 元\", document"),
    ("{ value = 1, note = \"没有填人数：按{人数}人测算。\" }", "{ value = 1 }"),
    ("{ value = 1, note", "{ value = \"第几月(月份)\", note"),
    ("{ value = \"月(申请日)\", note", "{ value = \"申请日\", note"),
    ("always = true", "required = true"),
    ("第几月(月份)}月", "第几月(申请日)}月"),
    ("第几月(月份)}月", "加天(月份, 1 天)}月"),
    ("第几月(月份)}月", "加天(申请日, 1 个月)}月"),
    ("第几月(月份)}月", "加天(申请日)}月"),
];

/// The same of a file whose rules hold all the time.
const FAULTS_OF_RULES: &[(&str, &str)] = &[
    ("at = \"月份\"", "at = \"人数\""),
    ("default = { value = \"月(申请日)\", note = \"没有填哪个月：按{月份}测算。\" }\n", ""),
    ("settled = \"已知 缴费\"\n", ""),
    ("settled = \"已知 缴费\"", "settled = \"缴费\""),
    ("[rules]\nname = \"缴费费率\"\nat = \"月份\"\nsettled = \"已知 缴费\"\n", ""),
    (
        "[amount]\nname = \"一共缴\"\nvalue = \"工资 × 费率 × 人数\"",
        "[amount]\nname = \"一共缴\"\nvalue = \"一共缴 × 人数\"",
    ),
    ("to = 2024-04-30\n", ""),
    ("id = \"later\"", "id = \"2023-07\""),
    ("[[next]]", "[[condition]]\nid = \"paid\"\ntitle = \"缴了\"\nholds = \"工资 > 0 元\"\ntext = \"缴了\"\n[[next]]"),
    ("[rule.\"费率\"]\nvalue = \"1 %\"\n", ""),
    ("text = \"缴{缴费}元\"", "text = \"{本月}缴{缴费}元\""),
    ("when = \"结果 = 符合\"\ntext", "each = \"变化\"\ntext"),
    (
        "grade = \"C\"\n\n[[note]]",
        "grade = \"C\"\nstep = { id = \"line\", title = \"缴费\", unit = \"元\", monthly = true }\n\n[[note]]",
    ),
    ("value = \"工资 × 费率 × 人数\"\ndocument", "value = \"合计 各月 的 (工资 × 费率)\"\ndocument"),
    ("when = \"有值 止日 且 月(止日) < 加月(月份, 2 个月)\"", "when = \"有值 止日 且 止日 < 加月(月份, 2 个月)\""),
];

/// The same of a file with a schedule.
const FAULTS_OF_MONTHS: &[(&str, &str)] = &[
    ("from = \"首月\"", "from = \"申请日\""),
    ("from = \"首月\"", "from = \"本月\""),
    ("months = \"月数\"", "months = \"12 人\""),
    ("months = \"月数\"", "months = \"如果 已知 首月 则 月数 否则 1 个月\""),
    ("each = \"每月金额\"", "each = \"月数\""),
    ("each = \"每月金额\"", "each = \"合计金额 + 每月金额\""),
    ("each = \"变化\"", "each = \"每月\""),
    ("months = \"月数\"", "months = \"如果 第几月(本月) = 1 则 月数 否则 1 个月\""),
    ("each = \"每月金额\"", "each = \"合计 各月 的 每月金额\""),
    (
        "[schedule.step]",
        "[[schedule.column]]\nid = \"sum\"\nvalue = \"合计 各月 的 每月金额\"\nas = \"decimal\"\n[schedule.step]",
    ),
    ("[schedule.step]", "[[schedule.column]]\nid = \"region\"\nvalue = \"区县\"\nas = \"decimal\"\n[schedule.step]"),
    ("{合计金额}元{如果", "{几个 各月}元{如果"),
    ("{合计金额}元{如果", "{合计 各月 其中 (月数 > 1 个月) 的 每月金额}元{如果"),
    ("{合计金额}元{如果", "{合计 各月 的 首月}元{如果"),
    ("name = \"每月金额\"", "name = \"各月\""),
    ("[schedule.total]\nid = \"total\"\ntitle = \"合计\"\nunit = \"元\"\n", ""),
    (
        "[schedule]\n",
        "[amount]\nname = \"另外的金额\"\nvalue = \"1 元\"\n[amount.step]\nid = \"other\"\ntitle = \"另外\"\nunit = \"元\"\n[schedule]\n",
    ),
];

/// The pack with this text as its measure.
pub fn compiled(refund: &str) -> Pack {
    compile("hebei", &files_of(refund)).unwrap_or_else(|report| panic!("{report}"))
}

fn files_of(refund: &str) -> [File; 3] {
    files_with(DOCUMENTS, refund)
}

fn files_with(documents: &str, refund: &str) -> [File; 3] {
    let file = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
    [
        file("documents.toml", documents),
        file("hebei/place.toml", "name = \"河北省\"\n"),
        file("hebei/refund.toml", refund),
    ]
}

/// The same of a file with tables that are looked up.
const FAULTS_OF_ANNEX: &[(&str, &str)] = &[
    ("{ of = \"种地\", is = [500, 50] }", "{ of = \"种田\", is = [500, 50] }"),
    ("{ of = \"种地\", is = [500, 50] }", "{ of = \"种地\", is = [500] }"),
    ("{ of = \"种地\", is = [500, 50] }", "{ of = \"种地\", is = 500 }"),
    ("{ of = \"种地\", is = [500, 50] }", "{ of = \"开店\", is = [500, 50] }"),
    ("{ of = \"开店\", is = [50, 10] }", "{ of = \"开店\", is = [\"50 %\", 10] }"),
    ("columns = [\"大档人数\", \"小档人数\"]\n", ""),
    ("key = \"行业\"\nunit", "key = \"人数\"\nunit"),
    ("{ is = \"微档\" }", "{ is = \"小小档\" }"),
    ("value = \"档\"\nas = \"option\"", "value = \"人数\"\nas = \"option\""),
    ("fact = \"人数\", least = \"小档人数\"", "fact = \"行业\", least = \"小档人数\""),
    ("fact = \"人数\", least = \"小档人数\"", "fact = \"收入\", least = \"小档人数\""),
    ("fact = \"人数\", least = \"小档人数\"", "fact = \"人数\""),
    ("[[insight]]", "[[define]]\nname = \"一半\"\nvalue = \"收入 ÷ 2\"\nunsure = \"收入\"\n[[insight]]"),
];

fn said(refund: &str) -> String {
    said_of(&files_of(refund))
}

fn said_of(files: &[File]) -> String {
    match compile("hebei", files) {
        Ok(_) => "没有发现错误\n".to_owned(),
        Err(report) => report.messages.iter().map(|message| format!("{}\n", message.with_excerpt())).collect(),
    }
}

#[test]
fn every_fault_is_named_with_its_place_and_its_remedy() {
    let mut golden = String::new();
    let of_refund = FAULTS.iter().map(|fault| (REFUND, fault));
    let of_subsidy = FAULTS_OF_LISTS.iter().map(|fault| (SUBSIDY, fault));
    let of_annex = FAULTS_OF_ANNEX.iter().map(|fault| (ANNEX, fault));
    let of_rules = FAULTS_OF_RULES.iter().map(|fault| (RULES, fault));
    let of_items = FAULTS_OF_ITEMS.iter().map(|fault| (CERTIFICATES, fault));
    let of_dated = FAULTS_OF_DATED.iter().map(|fault| (DATED, fault));
    let of_monthly = FAULTS_OF_MONTHS.iter().map(|fault| (MONTHLY, fault));
    let all = of_refund.chain(of_subsidy).chain(of_items).chain(of_dated).chain(of_rules).chain(of_annex);
    let of_keys = [(REFUND, keys::OF_REFUND), (CERTIFICATES, keys::OF_ITEMS), (DATED, keys::OF_DATED)];
    let of_keys = of_keys.into_iter().chain([(RULES, keys::OF_RULES)]);
    let of_keys = of_keys.flat_map(|(text, faults)| faults.iter().map(move |fault| (text, fault)));
    let all = all.chain(of_monthly).chain(of_keys);
    for (text, (right, faulty)) in all {
        assert_eq!(text.matches(right).count(), 1, "{right}");
        let said = said(&text.replacen(right, faulty, 1));
        assert!(said.starts_with("hebei/refund.toml:"), "{faulty}: {said}");
        golden += &row(right, faulty, &said);
    }
    for (right, faulty) in keys::OF_DOCUMENTS {
        assert_eq!(DOCUMENTS.matches(right).count(), 1, "{right}");
        let said = said_of(&files_with(&DOCUMENTS.replacen(right, faulty, 1), REFUND));
        assert!(said.starts_with("documents.toml:"), "{faulty}: {said}");
        golden += &row(right, faulty, &said);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/law/messages.txt");
    if std::env::var("WENGANG_GOLDEN").is_ok_and(|what| what == "write") {
        std::fs::write(&path, &golden).unwrap();
    }
    assert_eq!(golden, std::fs::read_to_string(&path).unwrap(), "the messages changed: read the difference");
}

fn row(right: &str, faulty: &str, said: &str) -> String {
    format!("── {} → {}\n{said}\n", right.replace('\n', "⏎"), faulty.replace('\n', "⏎"))
}

#[test]
fn a_share_is_more_than_nothing_and_at_most_all_with_any_decimals() {
    for right in ["100 %", "5.555%", "0.01 %"] {
        assert_eq!(said(&REFUND.replacen("5.5 %", right, 1)), "没有发现错误\n", "{right}");
    }
}

#[test]
fn a_goal_has_the_day_and_the_share_of_its_quote() {
    let goal = |by: &str, least: &str, quote: &str| {
        let goal = format!("[[round.goal]]\ntitle = \"甲\"\nby = {by}\n{least}quote = \"{quote}\"\n[round.\"人数线\"]");
        REFUND.replacen("[round.\"人数线\"]", &goal, 1)
    };
    for (by, least, quote) in [
        ("2024-06-20", "", "在6月20日前有实际发放"),
        ("2024-08-31", "least = \"90 %\"\n", "8月底前，达到90%以上"),
        ("2024-02-29", "least = \"100 %\"\n", "2月末，达到100%"),
        ("2024-01-20", "", "11月20日，1月20日"),
    ] {
        let text = goal(by, least, quote);
        assert_eq!(said(&text), "没有发现错误\n", "{by}");
        let pack = compiled(&text);
        let [goal] = pack.measures[0].rounds[0].goals.as_slice() else { panic!("{by}") };
        assert_eq!((goal.title.as_str(), goal.by.to_string().as_str()), ("甲", by));
        assert_eq!(goal.least.is_some(), !least.is_empty());
        // What an office is to do is no evidence for what an answer says.
        assert!(!pack.measures[0].rounds[0].sources.contains(&goal.source));
    }
    for (by, quote) in [("2024-01-20", "11月20日"), ("2024-06-02", "6月20日"), ("2024-08-30", "8月底")] {
        assert!(said(&goal(by, "", quote)).contains("这一天"), "{by}");
    }
}

#[test]
fn only_an_office_is_an_address() {
    for address in ["https://gov.cn/a", "https://rst.hebei.gov.cn/b"] {
        let documents = DOCUMENTS.replacen("held = false", &format!("url = \"{address}\""), 1);
        assert_eq!(said_of(&files_with(&documents, REFUND)), "没有发现错误\n", "{address}");
    }
}

#[test]
fn the_small_measures_have_no_fault() {
    assert_eq!(said(REFUND), "没有发现错误\n");
    assert_eq!(said(SUBSIDY), "没有发现错误\n");
    assert_eq!(said(CERTIFICATES), "没有发现错误\n");
    assert_eq!(said(DATED), "没有发现错误\n");
    assert_eq!(said(ANNEX), "没有发现错误\n");
    assert_eq!(said(RULES), "没有发现错误\n");
    assert_eq!(said(MONTHLY), "没有发现错误\n");
}

#[test]
fn several_errors_are_reported_together() {
    let twice = REFUND.replacen("划型 = 大型", "划型 = 大形", 1).replacen("缴费月数 ≥ 12 个月", "缴费月数 ≥", 1);
    let twice = twice.replacen("short = \"返还\"", "short = 返还", 1);
    let found = said(&twice).matches("hebei/refund.toml:").count();
    assert_eq!(found, 3, "{}", said(&twice));
}

#[test]
fn a_file_that_nothing_reads_is_named() {
    let stray = File { name: "gansu/refund.toml".to_owned(), text: String::new() };
    let report = compile("hebei", &[stray]).unwrap_err().to_string();
    assert!(report.contains("没有 documents.toml") || report.contains("documents.toml:1:1: 没有这个文件"), "{report}");
    let files = [
        File { name: "documents.toml".to_owned(), text: DOCUMENTS.to_owned() },
        File { name: "hebei/place.toml".to_owned(), text: "name = \"河北省\"\n".to_owned() },
        File { name: "gansu/refund.toml".to_owned(), text: String::new() },
    ];
    let report = compile("hebei", &files).unwrap_err().to_string();
    assert!(report.starts_with("gansu/refund.toml:1:1: 没有人读这个文件"), "{report}");
}

#[test]
fn an_expression_that_nests_too_deep_is_named() {
    let long = vec!["缴费月数 ≥ 12 个月"; 120].join(" 且 ");
    let said = said(&REFUND.replacen("缴费月数 ≥ 12 个月", &long, 1));
    assert!(said.starts_with("hebei/refund.toml:1:1: 算式一层套一层，套得太深；请把长的算式拆开"), "{said}");
}

#[test]
fn what_depends_on_the_day_or_on_what_is_known_can_hold() {
    for right in ["缴费月数 ≥ 12 个月 且 申请日 ≥ 2024-07-01", "缴费月数 ≥ 12 个月 且 年(申请日) = 2024"]
    {
        assert_eq!(said(&REFUND.replacen("缴费月数 ≥ 12 个月", right, 1)), "没有发现错误\n", "{right}");
    }
    for right in ["when = \"已知 缴费月数\"", "when = \"可能 缴费月数 = 3 个月\"", "when = \"结果 = 符合\""]
    {
        assert_eq!(said(&REFUND.replacen("when = \"非 已知 缴费月数\"", right, 1)), "没有发现错误\n", "{right}");
    }
}

#[test]
fn a_figure_of_a_silent_notice_needs_no_quote_but_the_reason() {
    let silent = REFUND.replacen("quote = \"30人（含）以下\"", "not_quoted = \"通知没有写人数，沿用上一年的\"", 1);
    assert_eq!(said(&silent), "没有发现错误\n");
}

#[test]
fn every_file_belongs_to_a_place_or_is_named() {
    let file = |name: &str| File { name: name.to_owned(), text: String::new() };
    let known = ["documents.toml", "cn/days-off.toml", "cn/size-class.toml", "hebei/place.toml", "henan/place.toml"];
    let known = known.map(file);
    assert_eq!(places(&known).unwrap(), ["hebei", "henan"]);
    for (name, instead) in [
        ("gansu/refund.toml", "gansu 要算一个地方，请补上 gansu/place.toml；不是的请挪走"),
        ("hiring-subsidy.toml", "一项政策的文件要放进地方的文件夹，例如 hebei/hiring-subsidy.toml"),
        ("hebei/old/refund.toml", "文件夹只有一层，请挪到地方的文件夹里"),
        ("hebei/city/place.toml", "文件夹只有一层，请挪到地方的文件夹里"),
        ("hebei/refund.toml.bak", "这里只放 .toml 文件，请挪走"),
        ("cn/2025/holidays.toml", "文件夹只有一层，请挪到地方的文件夹里"),
    ] {
        let report = places(&[&known[..], &[file(name)]].concat()).unwrap_err();
        let said: Vec<String> = report.messages.iter().map(ToString::to_string).collect();
        assert_eq!(said, [format!("{name}:1:1: 没有人读这个文件；{instead}")]);
    }
}
