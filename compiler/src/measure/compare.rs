//! `[compare]`: how the rules are put side by side; `[param.compare]`: the same of dated values.

use wengang_engine::Value;
use wengang_engine::pack::{Column, Compare};

use crate::check::Checker;
use crate::measure::Blocks;
use crate::measure::law::{only, says};
use crate::measure::rounds::constant;
use crate::toml_file::Section;

/// Reads a table of a file or of a dated value, in the block of that name.
pub(super) fn read(section: &Section<'_>, name: &str, blocks: &Blocks<'_>, checker: &Checker<'_>) -> Option<Compare> {
    let (caption, names) = (section.words("caption"), section.words("names"));
    let days = section.optional_text("days").map(|days| days.text);
    let terms = section.optional_text("terms").map(|terms| terms.text);
    let sections = section.sections("column");
    if sections.is_empty() {
        section.missing("没有写一列", format!("请补上 [[{name}.column]]，每一列写 title 和 text"));
    }
    let columns: Vec<Option<Column>> = sections.iter().map(|column| self::column(column, blocks, checker)).collect();
    section.finish();
    let columns = columns.into_iter().collect::<Option<_>>()?;
    Some(Compare { caption: caption?, names: names?, columns, days, terms })
}

fn column(section: &Section<'_>, blocks: &Blocks<'_>, checker: &Checker<'_>) -> Option<Column> {
    let (title, says) = (section.words("title"), says(section, checker));
    let item = section.optional_section("item").map(|item| fields(&item, checker));
    let (only, hope) = (only(section, blocks), section.flag("hope"));
    section.finish();
    Some(Column { title: title?, only, says: says?, item: item.flatten(), hope })
}

/// The fields of the item that a column is about; what is not written is missing.
fn fields(section: &Section<'_>, checker: &Checker<'_>) -> Option<Vec<Option<Value>>> {
    let Some(fields) = checker.fields_of_item() else {
        section.missing("这个文件没有 [item]", "没有一项一项判断的，不能写 item");
        section.pass_over_all();
        return None;
    };
    let field = |(name, of_type): &(String, crate::check::Type)| {
        let written = section.has(name).then(|| section.constant(name)).flatten()?;
        constant(&checker.typed(&written, of_type), of_type)
    };
    let found = fields.iter().map(field).collect();
    section.finish();
    Some(found)
}
