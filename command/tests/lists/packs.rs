//! Lists by the law of another place, on every thread.

use std::fs;

use super::command::{batch, folder};
use super::files::rows_of;
use crate::places;

#[test]
fn a_list_is_judged_by_the_pack_that_is_given() {
    let folder = folder("packs");
    fs::write(folder.join("gansu.pack"), places::bytes("gansu", &places::files_of_policies("gansu"))).unwrap();
    fs::write(folder.join("no.pack"), b"no pack").unwrap();
    // More rows than one thread takes at a time.
    let rows = "甲,企业,大型,200,1,12,10000,无,否\n".repeat(5_000);
    let headings = "单位名称,单位类型,划型,月均人数,领金人数,足额缴费月数,缴费金额,是否严重失信,僵尸企业\n";
    fs::write(folder.join("list.csv"), [headings, &rows].concat()).unwrap();
    let conclusions = |line: &str| {
        let run = batch(&folder, &format!("list.csv out.csv --calculator refund --as-of 2024-09-01 --jobs 3 {line}"));
        assert_eq!(run.code, 0, "{}", run.stderr);
        let mut rows = rows_of(&fs::read_to_string(folder.join("out.csv")).unwrap(), b',');
        rows.remove(0);
        assert_eq!(rows.len(), 5_000);
        rows.dedup();
        assert_eq!(rows.len(), 1, "{rows:?}");
        [rows[0][9].clone(), rows[0][10].clone()]
    };
    let (here, there) = (conclusions(""), conclusions("--pack gansu.pack"));
    // The round of 2024 is not recorded there.
    assert_eq!(here, ["可以", "3000.00"]);
    assert_eq!(there, ["不在申请期限", ""]);
    let run = batch(&folder, "list.csv out.csv --calculator refund --pack no.pack");
    assert!(run.code == 2 && run.stderr.contains("不是政策包"), "{}", run.stderr);
    let run = batch(&folder, "list.csv out.csv --calculator premium --pack gansu.pack");
    assert!(run.code == 2 && run.stderr.contains("可以写"), "{}", run.stderr);
}
