//! Faults in single keys: comparisons, links, what only some files have, days and shares as nobody should write them.

/// In a file with rounds.
pub const OF_REFUND: &[(&str, &str)] = &[
    // What is put side by side.
    ("[[next]]\nid = \"ask\"", "[compare]\ncaption = \"历年\"\nnames = \"年度\"\n[[next]]\nid = \"ask\""),
    (
        "[[next]]\nid = \"ask\"",
        "[compare]\nnames = \"年度\"\n[[compare.column]]\ntitle = \"线\"\ntext = \"{人数线}人\"\n[[next]]\nid = \"ask\"",
    ),
    (
        "[[next]]\nid = \"ask\"",
        "[compare]\ncaption = \"历年\"\nname = \"年度\"\n[[compare.column]]\ntitle = \"线\"\ntext = \"{人数线}人\"\n[[next]]\nid = \"ask\"",
    ),
    (
        "[[next]]\nid = \"ask\"",
        "[compare]\ncaption = \"历年\"\nnames = \"年度\"\ndays = 3\n[[compare.column]]\ntext = \"{人数限}人\"\n[[next]]\nid = \"ask\"",
    ),
    (
        "[[next]]\nid = \"ask\"",
        "[compare]\ncaption = \"历年\"\nnames = \"年度\"\n[[compare.column]]\ntitle = \"线\"\n[[next]]\nid = \"ask\"",
    ),
    (
        "[[next]]\nid = \"ask\"",
        "[compare]\ncaption = \"历年\"\nnames = \"年度\"\n[[compare.column]]\ntitle = \"线\"\nonly = [\"2042\"]\ntext = \"{僵尸企业}\"\n[[next]]\nid = \"ask\"",
    ),
    (
        "[[next]]\nid = \"ask\"",
        "[compare]\ncaption = \"历年\"\nnames = \"年度\"\n[[compare.column]]\ntitle = \"线\"\ntext = \"{人数线}人\"\nitem = { \"等级\" = \"五级\" }\n[[next]]\nid = \"ask\"",
    ),
    // A year of which no block of one id is part.
    (
        "[[next]]\nid = \"ask\"",
        "[[next]]\nid = \"later\"\nonly = []\ntext = \"甲\"\n[[next]]\nid = \"later\"\nonly = []\ntext = \"乙\"\n[[next]]\nid = \"ask\"",
    ),
    // What an office is to have paid by a day.
    ("[round.\"人数线\"]", "[[round.goal]]\nby = 2024-06-20\nquote = \"在6月20日前有实际发放\"\n[round.\"人数线\"]"),
    (
        "[round.\"人数线\"]",
        "[[round.goal]]\ntitle = \"6月20日前有发放\"\nquote = \"在6月20日前有实际发放\"\n[round.\"人数线\"]",
    ),
    (
        "[round.\"人数线\"]",
        "[[round.goal]]\ntitle = \"6月20日前有发放\"\nby = \"6月20日\"\nquote = \"在6月20日前有实际发放\"\n[round.\"人数线\"]",
    ),
    (
        "[round.\"人数线\"]",
        "[[round.goal]]\ntitle = \"6月20日前有发放\"\nby = 2024-06-21\nquote = \"在6月20日前有实际发放\"\n[round.\"人数线\"]",
    ),
    (
        "[round.\"人数线\"]",
        "[[round.goal]]\ntitle = \"6月20日前有发放\"\nby = 2024-08-30\nleast = \"90 %\"\nquote = \"8月底前，达到90%以上\"\n[round.\"人数线\"]",
    ),
    (
        "[round.\"人数线\"]",
        "[[round.goal]]\ntitle = \"6月20日前有发放\"\nby = 2024-08-31\nleast = \"95 %\"\nquote = \"8月底前，达到90%以上\"\n[round.\"人数线\"]",
    ),
    (
        "[round.\"人数线\"]",
        "[[round.goal]]\ntitle = \"6月20日前有发放\"\nby = 2024-08-31\nleast = 90\nquote = \"8月底前，达到90以上\"\n[round.\"人数线\"]",
    ),
    (
        "[round.\"人数线\"]",
        "[[round.goal]]\ntitle = \"6月20日前有发放\"\nby = 2024-08-31\nleast = \"190 %\"\nquote = \"8月底前，达到190%以上\"\n[round.\"人数线\"]",
    ),
    (
        "[round.\"人数线\"]",
        "[[round.goal]]\ntitle = \"6月20日前有发放\"\nby = 2024-08-31\nleast = \"50 % + 40 %\"\nquote = \"8月底前，达到90%以上\"\nnot_quoted = \"两项相加\"\n[round.\"人数线\"]",
    ),
    (
        "[round.\"人数线\"]",
        "[[round.goal]]\ntitle = \"6月20日前有发放\"\nby = 2025-06-20\nquote = \"在6月20日前有实际发放\"\n[round.\"人数线\"]",
    ),
    (
        "[round.\"人数线\"]",
        "[[round.goal]]\ntitle = \"6月20日前有发放\"\nby = 2024-06-20\nmost = \"90 %\"\nquote = \"在6月20日前有实际发放\"\n[round.\"人数线\"]",
    ),
    ("[round.\"人数线\"]", "[[round.goal]]\ntitle = \"6月20日前有发放\"\nby = 2024-06-20\n[round.\"人数线\"]"),
    // What an answer contradicts, at a field of a list.
    ("at = \"insured\"", "at = \"insured\"\nfield = \"months\""),
    // What a link writes.
    ("ask = \"缴了几个月\"", "ask = \"缴了几个月\"\ninstead = { id = \"twelfths\", divided_by = 12 }"),
    ("ask = \"缴了几个月\"", "ask = \"缴了几个月\"\ninstead = { id = \"twelfths\", divided_by = 12, letter = \"z\" }"),
    ("ask = \"缴了几个月\"", "ask = \"缴了几个月\"\ninstead = { id = \"twelfths\", divided_by = 12, letter = \"m\" }"),
    (
        "ask = \"缴了几个月\"",
        "ask = \"缴了几个月\"\ninstead = { id = \"twelfths\", divided_by = 12, letter = \"十二\" }",
    ),
    ("ask = \"缴了几个月\"", "ask = \"缴了几个月\"\ninstead = { id = \"zombie\", divided_by = 0, letter = \"w\" }"),
    ("ask = \"缴了几个月\"", "ask = \"缴了几个月\"\ninstead = { id = \"zombie\", divided_by = 12, letter = \"w\" }"),
    ("letter = \"m\"", "letter = \"t\""),
    ("letter = \"m\"", "letter = \"M\""),
    ("ask = \"划型是哪一档\"", "ask = \"划型是哪一档\"\nprefix = \"size-\""),
    ("ask = \"缴了几个月\"", "ask = \"缴了几个月\"\nprefix = \"months-\""),
    ("ask = \"缴了几个月\"", "ask = \"缴了几个月\"\nunsupported = \"没有这样的月数\""),
    ("ask = \"划型是哪一档\"", "ask = \"划型是哪一档\"\nunsupported = \"\""),
    // The greatest number in words.
    ("ask = \"缴了多少\"", "ask = \"缴了多少\"\nfull = \"都缴齐了\""),
    // A yes or no that is asked with the options of an earlier question.
    ("ask = \"缴了多少\"", "ask = \"缴了多少\"\njoins = { fact = \"size\", option = \"缴了\" }"),
    // Options that stand for several.
    (
        "{ id = \"small\", name = \"小型\", letter = \"s\", shown = \"小型（微型）\" },",
        "{ id = \"small\", name = \"小型\", letter = \"s\", shown = \"小型（微型）\" },\n  { id = \"any\", name = \"哪一种都行\", letter = \"n\", any_of = [\"大型\", \"中型\"] },",
    ),
    (
        "{ id = \"small\", name = \"小型\", letter = \"s\", shown = \"小型（微型）\" },",
        "{ id = \"small\", name = \"小型\", letter = \"s\", shown = \"小型（微型）\" },\n  { id = \"any\", name = \"哪一种都行\", letter = \"n\", any_of = [\"大型\", \"大型\"] },",
    ),
    (
        "{ id = \"small\", name = \"小型\", letter = \"s\", shown = \"小型（微型）\" },",
        "{ id = \"any\", name = \"哪一种都行\", letter = \"n\", any_of = [\"大型\", \"小型\"] },\n  { id = \"small\", name = \"小型\", letter = \"s\", shown = \"小型（微型）\" },",
    ),
    (
        "type = \"choice\"\noptions = [",
        "type = \"choice(ordered)\"\noptions = [\n  { id = \"any\", name = \"哪一种都行\", letter = \"n\", any_of = [] },",
    ),
    // Days.
    ("to = 2024-12-31", "to = 2025-12-31"),
    ("to = 2024-12-31", "to = 2023-12-31"),
    ("to = 2024-12-31", "to = \"2024-12-31\""),
    ("to = 2024-12-31", "to = 2024-12-31T08:00:00"),
    ("to = 2024-12-31", "to = 2024-12-31T08:00:00Z"),
    ("to = 2024-12-31", "to = 1899-12-31"),
    ("to = 2024-12-31", "to = 2200-01-01"),
    ("reason = \"没有查到。\"", "season = \"没有查到。\""),
    // Shares.
    ("value = \"5.5 %\"", "value = \"0 %\""),
    ("value = \"5.5 %\"", "value = \"100.01 %\""),
    ("value = \"5.5 %\"", "value = \" %\""),
    ("value = \"5.5 %\"", "value = \"五 %\""),
    ("value = \"5.5 %\"", "value = \"5.x %\""),
    ("value = \"5.5 %\"", "value = \".5 %\""),
    ("value = \"5.5 %\"", "value = \"+5 %\""),
    ("value = \"5.5 %\"", "value = \"−5 %\""),
    ("value = \"5.5 %\"", "value = \"5.5\""),
    ("value = \"5.5 %\"", "value = \"5.5 元\""),
    // Texts.
    ("grade = \"A\"", "grade = \"A\"\nnotes = [\" \"]"),
    ("grade = \"A\"", "grade = \"A\"\nnotes = \"一句\""),
    ("grade = \"A\"", "grade = \"A\"\nceilling = true"),
    ("grade = \"A\"", "grade = \"A\"\nceiling = \"是\""),
    ("grade = \"A\"", "grade = \"A\"\nalso = [\"report-2042\"]"),
];

/// In a file with items.
pub const OF_ITEMS: &[(&str, &str)] = &[
    (
        "[[next]]",
        "[compare]\ncaption = \"历年\"\nnames = \"年度\"\n[[compare.column]]\ntitle = \"五级\"\nitem = { \"级别\" = \"五级\" }\ntext = \"{标准}元\"\n[[next]]",
    ),
    (
        "[[next]]",
        "[compare]\ncaption = \"历年\"\nnames = \"年度\"\n[[compare.column]]\ntitle = \"五级\"\nitem = { \"等级\" = \"六级\" }\ntext = \"{标准}元\"\n[[next]]",
    ),
    (
        "[[value]]\nname = \"每年次数\"",
        "[[check]]\nwrong = \"领取日 > 申请日\"\nat = \"received\"\nfield = \"recievedOn\"\nsay = \"请核对\"\n[[value]]\nname = \"每年次数\"",
    ),
    (
        "[[value]]\nname = \"每年次数\"",
        "[[check]]\nwrong = \"发证日 > 申请日\"\nat = \"received\"\nfield = \"receivedOn\"\nsay = \"请核对\"\n[[value]]\nname = \"每年次数\"",
    ),
    (
        "[[value]]\nname = \"每年次数\"",
        "[[check]]\nwrong = \"领取日 > 申请日\"\nat = \"received\"\nsay = \"请核对\"\n[[value]]\nname = \"每年次数\"",
    ),
    (
        "[[value]]\nname = \"每年次数\"",
        "[[check]]\nwrong = \"领取日 > 申请日\"\nfield = \"receivedOn\"\nsay = \"请核对\"\n[[value]]\nname = \"每年次数\"",
    ),
    // What tells elements apart is a text.
    ("ask = \"是几级\"", "ask = \"是几级\"\n  alone = \"五级\""),
];

/// In a file with dated values.
pub const OF_DATED: &[(&str, &str)] = &[
    (
        "columns = [\"比例\", \"个人比例\"]",
        "columns = [\"比例\", \"个人比例\"]\n[param.compare]\ncaption = \"历年\"\nnames = \"年度\"",
    ),
    (
        "columns = [\"比例\", \"个人比例\"]",
        "columns = [\"比例\", \"个人比例\"]\n[param.compare]\ncaption = \"历年\"\nnames = \"年度\"\n[[param.compare.column]]\ntitle = \"比例\"\ntext = \"{比例}\"",
    ),
    (
        "columns = [\"比例\", \"个人比例\"]",
        "columns = [\"比例\", \"个人比例\"]\n[param.compare]\ncaption = \"历年\"\n[[param.compare.column]]\ntitle = \"比例\"\ntext = \"{在(比列, 申请日)}\"",
    ),
    ("columns = [\"比例\", \"个人比例\"]", "columns = [\"比例\", \"个人比例\"]\ncompare = \"历年\""),
];

/// In a file whose rules hold all the time.
pub const OF_RULES: &[(&str, &str)] = &[
    // A rule has no year of which a share could be paid.
    ("to = 2024-04-30\n", "to = 2024-04-30\ngoal = []\n"),
    // The day after a rule.
    ("to = 2024-04-30\n", "to = 2024-02-28\n"),
    ("to = 2024-04-30\n", "to = 2024-02-29\n"),
    ("to = 2024-04-30\n", "to = 2023-12-31\n"),
    ("to = 2024-04-30\n", "to = 2023-07-01\n"),
    ("to = 2024-04-30\n", "to = 2023-06-30\n"),
    ("from = 2024-05-01\n", "from = 2024-05-01\nto = 2100-02-28\n"),
    ("from = 2024-05-01\n", "from = 2024-05-01\nto = 2027-02-28\n"),
];

/// In `documents.toml`.
pub const OF_DOCUMENTS: &[(&str, &str)] = &[
    ("key = \"report\"", "key = \"notice-2024\""),
    ("key = \"report\"", "key = \"报告\""),
    ("number = \"政府工作报告\"\n", ""),
    ("key = \"report\"", "key = \"report\"\nurl = \"https://a.com/\""),
    ("key = \"report\"", "key = \"report\"\nurl = \"http://rst.hebei.gov.cn/\""),
    ("key = \"report\"", "key = \"report\"\nurl = \"https://hebeigov.cn/\""),
    ("key = \"report\"", "key = \"report\"\nurl = \"gov.cn\""),
    ("key = \"report\"", "key = \"report\"\nissued_on = \"2024年3月\""),
    ("held = false", "hold = false"),
];
