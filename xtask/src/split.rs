//! Splits the wasm of the page: the part that the first screen needs, and the lazy chunk, which is loaded once the page
//! is used. Both share memory and table; the chunk is a second module that is instantiated with the first one's
//! exports.
//!
//! Where the first part calls into the chunk, at the functions of [`SPLIT_POINTS`] only, it calls through a slot of the
//! table that is empty until the chunk is loaded. The page never gets there before (`src/view/app.rs`). The law's pack
//! is in the chunk, which alone reads it.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, FunctionBuilder, FunctionId, FunctionKind, GlobalKind,
    ImportedFunction, LocalFunction, MemoryId, Module, ModuleConfig, RefType, TableId,
};

/// The functions at which the lazy chunk begins, by name.
const SPLIT_POINTS: [&str; 21] = [
    "wengang::view::calculator::calculator",
    "wengang::view::calculator::place_of",
    "wengang::view::list::occupations",
    "wengang::view::memo::draw",
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

/// The module from which the chunk imports the first part's exports.
const FIRST: &str = "a";

/// The lazy chunk before it is written: its imports still need the final names of the first part's exports.
pub struct LazyModule(Module);

/// Splits a module: replaces it by the first part. `law`: bytes that the chunk alone reads, and contains.
///
/// # Errors
/// Where a split point or the law is not found, or the module has an unexpected form.
pub fn split(wasm: &Path, law: &[u8]) -> Result<LazyModule> {
    let bytes = std::fs::read(wasm).with_context(|| format!("读不到 {}", wasm.display()))?;
    let parse = || ModuleConfig::new().parse(&bytes).map_err(|error| anyhow!("{}: {error}", wasm.display()));
    let (mut first, mut rest) = (parse()?, parse()?);
    // Both are parsed from the same bytes: a function has the same place in both.
    let partition = partition(&first)?;
    let table = first.tables.main_function_table().map_err(|error| anyhow!("{error}"))?.context("没有函数表")?;
    let start = i32::try_from(first.tables.get(table).initial)?;
    let shared = fill_chunk(&mut rest, &partition, start)?;
    move_data(&mut first, &mut rest, law)?;
    empty_first(&mut first, &partition, table, start, &shared)?;
    first.emit_wasm_file(wasm).map_err(|error| anyhow!("{error}"))?;
    Ok(LazyModule(rest))
}

impl LazyModule {
    /// Writes the chunk, importing by the final names of the first part's exports.
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
struct Partition {
    points: Vec<usize>,
    all: BTreeSet<usize>,
}

/// The functions that are only reachable through the split points.
fn partition(module: &Module) -> Result<Partition> {
    let ids: Vec<FunctionId> = module.funcs.iter().map(walrus::Function::id).collect();
    let place = |id: FunctionId| ids.iter().position(|known| *known == id);
    let mut points = Vec::new();
    for name in SPLIT_POINTS {
        let found =
            module.funcs.iter().position(|function| plain(function.name.as_deref().unwrap_or_default()) == name);
        points.push(found.with_context(|| format!("wasm 里没有函数 {name}，分不开"))?);
    }
    let mut reachable: HashSet<FunctionId> = HashSet::new();
    let mut open = roots(module);
    while let Some(id) = open.pop() {
        let is_split_point = place(id).is_some_and(|place| points.contains(&place));
        if !is_split_point && reachable.insert(id) {
            open.extend(called(module, id));
        }
    }
    // The law's bytes come with the chunk: read earlier they would be empty, and that would be cached.
    let name_of = |id: &FunctionId| plain(module.funcs.get(*id).name.as_deref().unwrap_or_default());
    if let Some(name) = reachable.iter().map(name_of).find(|name| name.contains(READS_THE_LAW)) {
        bail!("第一部分里还有 {name}：打开网页时就要读政策包，而它在第二部分里；请看 docs/adr/0009");
    }
    let is_local = |id: &FunctionId| matches!(module.funcs.get(*id).kind, FunctionKind::Local(_));
    let all = ids
        .iter()
        .enumerate()
        .filter(|(_, id)| is_local(id) && !reachable.contains(id))
        .map(|(place, _)| place)
        .collect();
    Ok(Partition { points, all })
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

/// Leaves in the chunk what moves, and imports everything that it uses of the first part. Returns the table slots of
/// the functions it uses.
fn fill_chunk(rest: &mut Module, partition: &Partition, start: i32) -> Result<Vec<usize>> {
    let ids: Vec<FunctionId> = rest.funcs.iter().map(walrus::Function::id).collect();
    let at = |place: usize| ids.get(place).copied().context("函数的编号不对");
    let mut taken = Vec::new();
    for place in &partition.all {
        taken.extend(called(rest, at(*place)?));
    }
    let mut shared: Vec<usize> =
        ids.iter().enumerate().filter(|(_, id)| taken.contains(id)).map(|(place, _)| place).collect();
    shared.retain(|place| !partition.all.contains(place));
    for (index, place) in shared.iter().enumerate() {
        let id = at(*place)?;
        let ty = rest.funcs.get(id).ty();
        // Imports of the first part from the page's script reach the chunk through the first part.
        if let FunctionKind::Import(own) = &rest.funcs.get(id).kind {
            let own = own.import;
            rest.imports.delete(own);
        }
        let import = rest.imports.add(FIRST, &function_name(index), walrus::ImportKind::Function(id));
        rest.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    take_memory_and_globals(rest);
    let table = take_tables(rest)?;
    let points = partition.points.iter().map(|place| at(*place)).collect::<Result<Vec<_>>>()?;
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
        // The first part's table is larger by the split points.
        table.maximum = None;
        table.elem_segments.clear();
    }
    Ok(functions)
}

/// Takes bytes out of the first part's memory; the chunk writes them there when it is loaded.
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

/// Leaves in the first part what does not move, with a trampoline into the chunk at each split point.
fn empty_first(first: &mut Module, partition: &Partition, table: TableId, start: i32, shared: &[usize]) -> Result<()> {
    let ids: Vec<FunctionId> = first.funcs.iter().map(walrus::Function::id).collect();
    let at = |place: usize| ids.get(place).copied().context("函数的编号不对");
    for (slot, place) in (start..).zip(&partition.points) {
        let id = at(*place)?;
        let way = emit_trampoline(first, id, table, slot);
        first.funcs.get_mut(id).kind = FunctionKind::Local(way);
    }
    let grown = first.tables.get_mut(table);
    grown.initial += u64::try_from(partition.points.len())?;
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

/// A function that passes its arguments to the function in a slot of the table.
fn emit_trampoline(module: &mut Module, id: FunctionId, table: TableId, slot: i32) -> LocalFunction {
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
    fn names_are_compared_without_the_hashes_of_a_build() {
        assert_eq!(plain("wengang[2e40e6bf1d78]::api::assess"), "wengang::api::assess");
        assert_eq!(plain("<wengang[2e40e6bf1d78]::state::State>::answer"), "<wengang::state::State>::answer");
    }
}
