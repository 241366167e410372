//! Splits the wasm of the page: what the first screen needs, and the rest, which is loaded once somebody begins to use
//! the page. Both share memory and table; the rest is another module that is put in beside the first.
//!
//! Where the first part calls into the rest, at the functions of [`POINTS`] alone, it goes through a place of the table
//! that is empty until the rest fills it. The page never gets there before (`src/view/app.rs`). The law's pack comes with
//! the rest, which alone reads it.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, FunctionBuilder, FunctionId, FunctionKind, GlobalKind,
    ImportedFunction, LocalFunction, MemoryId, Module, ModuleConfig, RefType, TableId,
};

/// Where the rest begins, as the names of functions tell.
const POINTS: [&str; 21] = [
    "wengang::view::calculator::calculator",
    "wengang::view::calculator::place_of",
    "wengang::view::list::occupations",
    "wengang::view::kept::draw",
    "wengang::view::entitled::entitled",
    "wengang::view::guide::guide",
    "wengang::view::promote::promote",
    "wengang::view::rounds::rounds",
    "wengang::web::law::read",
    "wengang::web::address::base",
    "wengang::web::address::document",
    "wengang::web::poster::draw",
    "wengang::web::poster::save",
    "wengang::state::edit::fill::fill",
    "wengang::web::speech::can_speak",
    "<app::window::PageWindow as wengang::view::browser::Browser>::read_aloud",
    "<wengang::state::State>::answer",
    "<wengang::state::answer::Answer>::spoken",
    "<wengang::state::State>::first_open",
    "<wengang::state::embed::Summary>::of",
    "<wengang::state::State>::with_link",
];

/// What reads the law's bytes.
const READS_THE_LAW: &str = "wengang_engine::packed::";

/// The module from which the rest takes what the first part exports.
const FIRST: &str = "a";

/// The rest, not yet written: its imports are still to be called as the first part's exports in the end are.
pub struct Rest(Module);

/// Splits a module: writes the first part in its place. `law`: the bytes that the rest alone reads, and brings along.
///
/// # Errors
/// Where a point or the law is not found, or the module is none of ours.
pub fn split(wasm: &Path, law: &[u8]) -> Result<Rest> {
    let bytes = std::fs::read(wasm).with_context(|| format!("读不到 {}", wasm.display()))?;
    let parse = || ModuleConfig::new().parse(&bytes).map_err(|error| anyhow!("{}: {error}", wasm.display()));
    let (mut first, mut rest) = (parse()?, parse()?);
    // Both are parsed from the same bytes: a function has the same place in both.
    let moved = moved(&first)?;
    let table = first.tables.main_function_table().map_err(|error| anyhow!("{error}"))?.context("没有函数表")?;
    let start = i32::try_from(first.tables.get(table).initial)?;
    let shared = fill_rest(&mut rest, &moved, start)?;
    move_data(&mut first, &mut rest, law)?;
    empty_first(&mut first, &moved, table, start, &shared)?;
    first.emit_wasm_file(wasm).map_err(|error| anyhow!("{error}"))?;
    Ok(Rest(rest))
}

impl Rest {
    /// Writes the rest, calling what it takes by the names that the first part's exports have in the end.
    pub fn write(mut self, path: &Path, names: &BTreeMap<String, String>) -> Result<()> {
        for import in self.0.imports.iter_mut() {
            if let Some(short) = names.get(&import.name) {
                import.name.clone_from(short);
            }
        }
        self.0.emit_wasm_file(path).map_err(|error| anyhow!("{error}"))
    }
}

/// The functions that move: by their places, the points first.
struct Moved {
    points: Vec<usize>,
    all: BTreeSet<usize>,
}

/// Whatever only the points lead to.
fn moved(module: &Module) -> Result<Moved> {
    let ids: Vec<FunctionId> = module.funcs.iter().map(walrus::Function::id).collect();
    let place = |id: FunctionId| ids.iter().position(|known| *known == id);
    let mut points = Vec::new();
    for name in POINTS {
        let found =
            module.funcs.iter().position(|function| plain(function.name.as_deref().unwrap_or_default()) == name);
        points.push(found.with_context(|| format!("wasm 里没有函数 {name}，分不开"))?);
    }
    let mut kept: HashSet<FunctionId> = HashSet::new();
    let mut open = roots(module);
    while let Some(id) = open.pop() {
        let is_point = place(id).is_some_and(|place| points.contains(&place));
        if !is_point && kept.insert(id) {
            open.extend(called(module, id));
        }
    }
    // The law's bytes come with the rest: read before, they would be none, and that would be remembered.
    let name_of = |id: &FunctionId| plain(module.funcs.get(*id).name.as_deref().unwrap_or_default());
    if let Some(name) = kept.iter().map(name_of).find(|name| name.contains(READS_THE_LAW)) {
        bail!("第一部分里还有 {name}：打开网页时就要读政策包，而它在第二部分里；请看 docs/adr/0009");
    }
    let is_local = |id: &FunctionId| matches!(module.funcs.get(*id).kind, FunctionKind::Local(_));
    let all =
        ids.iter().enumerate().filter(|(_, id)| is_local(id) && !kept.contains(id)).map(|(place, _)| place).collect();
    Ok(Moved { points, all })
}

/// A name without the marks of its crate's build: `wengang[2e40]::api::assess` is `wengang::api::assess`.
fn plain(name: &str) -> String {
    let parts = name.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest));
    parts.collect()
}

/// What can be called from outside or through the table.
fn roots(module: &Module) -> Vec<FunctionId> {
    let exported = module.exports.iter().filter_map(|export| match export.item {
        walrus::ExportItem::Function(id) => Some(id),
        _ => None,
    });
    let in_tables = module.elements.iter().flat_map(|element| match &element.items {
        ElementItems::Functions(ids) => ids.clone(),
        ElementItems::Expressions(RefType::FUNCREF, values) => values.iter().filter_map(of_reference).collect(),
        ElementItems::Expressions(..) => Vec::new(),
    });
    exported.chain(in_tables).chain(module.start).collect()
}

fn of_reference(value: &ConstExpr) -> Option<FunctionId> {
    match value {
        ConstExpr::RefFunc(id) => Some(*id),
        _ => None,
    }
}

/// The functions that a function calls or names.
fn called(module: &Module, id: FunctionId) -> Vec<FunctionId> {
    struct Calls(Vec<FunctionId>);
    impl Visitor<'_> for Calls {
        fn visit_function_id(&mut self, function: &FunctionId) {
            self.0.push(*function);
        }
    }
    let mut calls = Calls(Vec::new());
    if let FunctionKind::Local(function) = &module.funcs.get(id).kind {
        dfs_in_order(&mut calls, function, function.entry_block());
    }
    calls.0
}

/// Leaves in the rest what moves, and makes imports of all that it takes from the first part. Returns the places of the
/// functions it takes.
fn fill_rest(rest: &mut Module, moved: &Moved, start: i32) -> Result<Vec<usize>> {
    let ids: Vec<FunctionId> = rest.funcs.iter().map(walrus::Function::id).collect();
    let at = |place: usize| ids.get(place).copied().context("函数的编号不对");
    let mut taken = Vec::new();
    for place in &moved.all {
        taken.extend(called(rest, at(*place)?));
    }
    let mut shared: Vec<usize> =
        ids.iter().enumerate().filter(|(_, id)| taken.contains(id)).map(|(place, _)| place).collect();
    shared.retain(|place| !moved.all.contains(place));
    for (index, place) in shared.iter().enumerate() {
        let id = at(*place)?;
        let ty = rest.funcs.get(id).ty();
        // What the first part imports from the page's script comes through the first part too.
        if let FunctionKind::Import(own) = &rest.funcs.get(id).kind {
            let own = own.import;
            rest.imports.delete(own);
        }
        let import = rest.imports.add(FIRST, &function_name(index), walrus::ImportKind::Function(id));
        rest.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    take_memory_and_globals(rest);
    let table = take_tables(rest)?;
    let points = moved.points.iter().map(|place| at(*place)).collect::<Result<Vec<_>>>()?;
    let offset = ConstExpr::Value(Value::I32(start));
    let element = rest.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(points));
    rest.tables.get_mut(table).elem_segments.insert(element);
    walrus::passes::gc::run(rest);
    Ok(shared)
}

fn take_memory_and_globals(rest: &mut Module) {
    rest.start = None;
    let exports: Vec<_> = rest.exports.iter().map(walrus::Export::id).collect();
    exports.into_iter().for_each(|id| rest.exports.delete(id));
    let data: Vec<_> = rest.data.iter().map(walrus::Data::id).collect();
    data.into_iter().for_each(|id| rest.data.delete(id));
    let memories: Vec<_> = rest.memories.iter().map(walrus::Memory::id).collect();
    for id in memories {
        let import = rest.imports.add(FIRST, "memory", walrus::ImportKind::Memory(id));
        let memory = rest.memories.get_mut(id);
        memory.import = Some(import);
        memory.data_segments.clear();
    }
    let globals: Vec<_> = rest.globals.iter().map(walrus::Global::id).collect();
    for (index, id) in globals.into_iter().enumerate() {
        let import = rest.imports.add(FIRST, &global_name(index), walrus::ImportKind::Global(id));
        rest.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
}

/// Makes imports of the tables and empties them. Returns the one of the functions.
fn take_tables(rest: &mut Module) -> Result<TableId> {
    let elements: Vec<_> = rest.elements.iter().map(walrus::Element::id).collect();
    elements.into_iter().for_each(|id| rest.elements.delete(id));
    let functions = rest.tables.main_function_table().map_err(|error| anyhow!("{error}"))?.context("没有函数表")?;
    let tables: Vec<_> = rest.tables.iter().map(walrus::Table::id).collect();
    for (index, id) in tables.into_iter().enumerate() {
        let import = rest.imports.add(FIRST, &table_name(index), walrus::ImportKind::Table(id));
        let table = rest.tables.get_mut(id);
        table.import = Some(import);
        // The first part's is larger by the points.
        table.maximum = None;
        table.elem_segments.clear();
    }
    Ok(functions)
}

/// Takes bytes out of the first part's memory, for the rest to put there when it is loaded.
fn move_data(first: &mut Module, rest: &mut Module, bytes: &[u8]) -> Result<()> {
    let place_in = |value: &[u8]| value.windows(bytes.len()).position(|window| window == bytes);
    let found = first.data.iter().find_map(|data| {
        let DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(offset)) } = data.kind else { return None };
        Some((data.id(), memory, offset, place_in(&data.value)?))
    });
    let (data, memory, offset, place) = found.context("wasm 里没有政策包，分不开")?;
    let before = &mut first.data.get_mut(data).value;
    let behind = before.split_off(place + bytes.len());
    before.truncate(place);
    let at = offset + i32::try_from(place)?;
    add_data(first, memory, at + i32::try_from(bytes.len())?, behind);
    let memory = rest.memories.iter().next().context("没有内存")?.id();
    add_data(rest, memory, at, bytes.to_vec());
    Ok(())
}

fn add_data(module: &mut Module, memory: MemoryId, at: i32, value: Vec<u8>) {
    let data = module.data.add(DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(at)) }, value);
    module.memories.get_mut(memory).data_segments.insert(data);
}

/// Leaves in the first part what does not move, with a way into the rest at each point.
fn empty_first(first: &mut Module, moved: &Moved, table: TableId, start: i32, shared: &[usize]) -> Result<()> {
    let ids: Vec<FunctionId> = first.funcs.iter().map(walrus::Function::id).collect();
    let at = |place: usize| ids.get(place).copied().context("函数的编号不对");
    for (slot, place) in (start..).zip(&moved.points) {
        let id = at(*place)?;
        let way = way_through(first, id, table, slot);
        first.funcs.get_mut(id).kind = FunctionKind::Local(way);
    }
    let grown = first.tables.get_mut(table);
    grown.initial += u64::try_from(moved.points.len())?;
    grown.maximum = grown.maximum.map(|maximum| maximum.max(grown.initial));
    for (index, place) in shared.iter().enumerate() {
        first.exports.add(&function_name(index), at(*place)?);
    }
    let globals: Vec<_> = first.globals.iter().map(walrus::Global::id).collect();
    for (index, id) in globals.into_iter().enumerate() {
        first.exports.add(&global_name(index), id);
    }
    let tables: Vec<_> = first.tables.iter().map(walrus::Table::id).collect();
    for (index, id) in tables.into_iter().enumerate() {
        first.exports.add(&table_name(index), id);
    }
    if !first.exports.iter().any(|export| export.name == "memory") {
        bail!("wasm 没有导出 memory");
    }
    walrus::passes::gc::run(first);
    Ok(())
}

/// A function that hands its arguments on to whatever stands in a place of the table.
fn way_through(module: &mut Module, id: FunctionId, table: TableId, slot: i32) -> LocalFunction {
    let ty = module.funcs.get(id).ty();
    let (params, results) = module.types.params_results(ty);
    let (params, results) = (params.to_vec(), results.to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    let arguments: Vec<_> = params.iter().map(|param| module.locals.add(*param)).collect();
    let mut body = builder.func_body();
    for argument in &arguments {
        body.local_get(*argument);
    }
    body.i32_const(slot).call_indirect(ty, table);
    builder.local_func(arguments)
}

fn function_name(index: usize) -> String {
    format!("rest_f{index}")
}

fn global_name(index: usize) -> String {
    format!("rest_g{index}")
}

fn table_name(index: usize) -> String {
    format!("rest_t{index}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_without_the_marks_of_a_build() {
        assert_eq!(plain("wengang[2e40e6bf1d78]::api::assess"), "wengang::api::assess");
        assert_eq!(plain("<wengang[2e40e6bf1d78]::state::State>::answer"), "<wengang::state::State>::answer");
    }
}
