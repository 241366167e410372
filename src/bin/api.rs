//! The JavaScript package: `#[wasm_bindgen]` exports and nothing else (api.md).

use js_sys::{Array, ArrayBuffer, DataView, Float64Array, Function, Reflect, Uint8Array, Uint32Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};
use wengang::api::request::{self, ErrorCode, PolicyError, Row, Table, Value};
use wengang::api::{packs, policies as built_in};
use wengang::web::{fold::fold, value};
use wengang_engine::Outcome;

/// After how many rows `assessMany` reports its progress.
const ROWS_A_REPORT: u32 = 100;

fn main() {}

/// Judges one case.
///
/// # Errors
/// An `Error` named `PolicyError` with `code` and `field`.
#[wasm_bindgen]
pub fn assess(request: JsValue) -> Result<JsValue, JsValue> {
    let answer = plain(&request).and_then(|value| request::judge(&value, fold));
    answer.map_err(|error| thrown(&error)).and_then(|answer| to_js(&answer))
}

/// Judges many cases in order; a bad row becomes `{ error }` and stops nothing. `options` is `{ detail, onProgress }`, or
/// `onProgress` itself; with `detail: "summary"` no sentence is made. A row's `id` travels through.
///
/// # Errors
/// An `Error` named `PolicyError` for a value that is not a list and for unknown options; what `onProgress` throws.
#[wasm_bindgen(js_name = assessMany)]
pub fn assess_many(requests: JsValue, options: JsValue) -> Result<Array, JsValue> {
    if !Array::is_array(&requests) {
        return Err(invalid("requests", "请填一个列表 […]，一行一个请求"));
    }
    let options = Options::read(&options)?;
    let (requests, rows): (&Array, _) = (requests.unchecked_ref(), Array::new());
    let total = requests.length();
    for (done, request) in (1..=total).zip(requests.iter()) {
        rows.push(&options.row(&request)?);
        if let Some(report) =
            options.on_progress.as_ref().filter(|_| done.is_multiple_of(ROWS_A_REPORT) || done == total)
        {
            report.call2(&JsValue::NULL, &done.into(), &total.into())?;
        }
    }
    Ok(rows)
}

/// How rows are judged.
#[derive(Default)]
struct Options {
    is_summary: bool,
    on_progress: Option<Function>,
}

impl Options {
    fn read(options: &JsValue) -> Result<Self, JsValue> {
        if let Some(on_progress) = options.dyn_ref::<Function>() {
            return Ok(Self { on_progress: Some(on_progress.clone()), ..Self::default() });
        }
        let mut read = Self::default();
        for (name, value) in fields(options, "options")? {
            match name.as_str() {
                "detail" => read.is_summary = is_summary(&value)?,
                "onProgress" if value.is_undefined() || value.is_null() => {}
                "onProgress" => {
                    let wrong = || invalid("options.onProgress", "请填一个函数 (done, total) => …");
                    read.on_progress = Some(value.dyn_into().map_err(|_| wrong())?);
                }
                _ => return Err(unknown(&["options.", &name].concat(), "detail、onProgress")),
            }
        }
        Ok(read)
    }

    /// Judges a row.
    fn row(&self, request: &JsValue) -> Result<JsValue, JsValue> {
        let found = plain(request).and_then(|mut value| {
            value.take_id();
            if self.is_summary {
                request::brief(&value, fold).map(|brief| to_js(&brief))
            } else {
                request::judge(&value, fold).map(|answer| to_js(&answer))
            }
        });
        let row = found.unwrap_or_else(|error| to_js(&ErrorRow { error }))?;
        // As it was given: of a row that cannot be read too, for example because of a spreadsheet's date in it.
        if let Some(id) = Reflect::get(request, &"id".into()).ok().filter(|id| !id.is_undefined()) {
            Reflect::set(&row, &"id".into(), &id)?;
        }
        Ok(row)
    }
}

/// Judges a table of one calculator: columns in, columns out, no sentences. `options` is `{ detail: "summary" }` or left out.
///
/// # Errors
/// An `Error` named `PolicyError` where the table itself is wrong; a bad row is listed in `errors` and stops nothing.
#[wasm_bindgen(js_name = assessTable)]
pub fn assess_table(table: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    for (name, value) in fields(&options, "options")? {
        match name.as_str() {
            "detail" => is_summary(&value)?,
            _ => return Err(unknown(&["options.", &name].concat(), "detail")),
        };
    }
    let mut head = Head::default();
    let mut rows = Rows::default();
    for (name, value) in fields(&table, "table")? {
        match name.as_str() {
            "calculator" => head.calculator = value,
            "place" => head.place = value,
            "asOf" => head.as_of = value,
            "columns" => rows.columns = value,
            "id" => rows.id = value,
            _ => return Err(unknown(&name, "calculator、place、asOf、columns、id")),
        }
    }
    rows.judged(&head)
}

/// Tables of one calculator, one after the other: for files that do not fit into one.
#[wasm_bindgen]
pub struct Batch {
    head: Head,
}

#[wasm_bindgen]
impl Batch {
    /// Opens tables of a calculator; `options` is `{ asOf, place }`; `asOf` is left out where each table has a column of
    /// that name.
    ///
    /// # Errors
    /// An `Error` named `PolicyError` for a calculator that there is not, and for a day that is none.
    #[wasm_bindgen(constructor)]
    pub fn new(calculator: JsValue, options: JsValue) -> Result<Self, JsValue> {
        let mut head = Head { calculator, ..Head::default() };
        for (name, value) in fields(&options, "options")? {
            match name.as_str() {
                "asOf" => head.as_of = value,
                "place" => head.place = value,
                _ => return Err(unknown(&["options.", &name].concat(), "asOf、place")),
            }
        }
        let no_rows = if head.as_of.is_undefined() { vec!["asOf".to_owned()] } else { Vec::new() };
        head.open(no_rows)?;
        Ok(Self { head })
    }

    /// Judges the next rows, `{ columns, id? }`, as `assessTable` does.
    ///
    /// # Errors
    /// As `assessTable`.
    pub fn push(&self, rows: JsValue) -> Result<JsValue, JsValue> {
        let mut read = Rows::default();
        for (name, value) in fields(&rows, "rows")? {
            match name.as_str() {
                "columns" => read.columns = value,
                "id" => read.id = value,
                _ => return Err(unknown(&name, "columns、id")),
            }
        }
        read.judged(&self.head)
    }
}

/// What holds for every row of a table.
#[derive(Default)]
struct Head {
    calculator: JsValue,
    place: JsValue,
    as_of: JsValue,
}

impl Head {
    fn open(&self, columns: Vec<String>) -> Result<Table, JsValue> {
        let read = |value: &JsValue, name: &str| value::read(value).map_err(|_| invalid(name, "请填文字（加引号）"));
        let (calculator, place) = (read(&self.calculator, "calculator")?, read(&self.place, "place")?);
        let as_of = read(&self.as_of, "asOf")?;
        Table::open(&calculator, &place, &as_of, columns).map_err(|error| thrown(&error))
    }
}

/// The rows of a table.
#[derive(Default)]
struct Rows {
    columns: JsValue,
    id: JsValue,
}

impl Rows {
    fn judged(&self, head: &Head) -> Result<JsValue, JsValue> {
        if self.columns.is_undefined() || self.columns.is_null() {
            return Err(thrown(&PolicyError::missing("columns")));
        }
        let columns = fields(&self.columns, "columns")?;
        let mut count = None;
        let ids = (!self.id.is_undefined() && !self.id.is_null()).then(|| ("id".to_owned(), self.id.clone()));
        let of_columns = columns.iter().map(|(name, column)| (["columns.", name].concat(), column.clone()));
        for (path, column) in of_columns.chain(ids.clone()) {
            let Some(length) = length(&column) else {
                return Err(invalid(&path, "请填一列：数组或者 TypedArray"));
            };
            if count.is_some_and(|count| count != length) {
                return Err(invalid(&path, "这一列和前面的列行数不一样，请核对"));
            }
            count = Some(length);
        }
        let (names, columns): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        let table = head.open(names.clone())?;
        let count = count.unwrap_or_default();
        let judged = Judged::of(count);
        let mut cells = Vec::with_capacity(columns.len());
        for row in 0..count {
            cells.clear();
            let read = names.iter().zip(&columns).try_for_each(|(name, column)| {
                let above = if name == "asOf" { "" } else { "facts." };
                let wrong = |path: &str| not_plain([above, name, path].concat());
                let cell = Reflect::get_u32(column, row).map_err(|_| wrong(""))?;
                cells.push(value::read_cell(&cell).map_err(|found| wrong(&found.path))?);
                Ok(())
            });
            let found = read.and_then(|()| table.row(&cells, fold));
            let id = ids.as_ref().map(|(_, ids)| Reflect::get_u32(ids, row)).transpose()?;
            judged.put(row, found, id)?;
        }
        judged.into_js(&table, &self.id)
    }
}

/// How many elements a column has; `None`: it is none.
fn length(column: &JsValue) -> Option<u32> {
    let is_column = Array::is_array(column) || (ArrayBuffer::is_view(column) && !column.is_instance_of::<DataView>());
    let length = is_column.then(|| Reflect::get(column, &"length".into()).ok()).flatten()?.as_f64()?;
    Some(length as u32)
}

/// What decides each row, column by column.
struct Judged {
    outcome: Uint8Array,
    least: Float64Array,
    most: Float64Array,
    unmet: Uint32Array,
    unknown: Uint32Array,
    needs: Uint32Array,
    errors: Array,
}

/// The outcomes by their numbers; a row that cannot be judged has none of them.
const OUTCOMES: [&str; 4] = ["eligible", "ineligible", "undetermined", "closed"];
/// The number of a row that cannot be judged.
const NO_OUTCOME: u8 = 255;

impl Judged {
    fn of(rows: u32) -> Self {
        let bits = || Uint32Array::new_with_length(rows);
        let amounts = || Float64Array::new_with_length(rows);
        Self {
            outcome: Uint8Array::new_with_length(rows),
            least: amounts(),
            most: amounts(),
            unmet: bits(),
            unknown: bits(),
            needs: bits(),
            errors: Array::new(),
        }
    }

    fn put(&self, row: u32, found: Result<Row, PolicyError>, id: Option<JsValue>) -> Result<(), JsValue> {
        let (outcome, amount) = match found {
            Ok(Row { outcome, amount, unmet, unknown, needs }) => {
                self.unmet.set_index(row, unmet);
                self.unknown.set_index(row, unknown);
                self.needs.set_index(row, needs);
                let outcome = match outcome {
                    Outcome::Eligible => 0,
                    Outcome::Ineligible => 1,
                    Outcome::Undetermined => 2,
                    Outcome::Closed => 3,
                };
                (outcome, amount)
            }
            Err(error) => {
                let report = to_js(&error)?;
                Reflect::set(&report, &"row".into(), &row.into())?;
                if let Some(id) = id {
                    Reflect::set(&report, &"id".into(), &id)?;
                }
                self.errors.push(&report);
                (NO_OUTCOME, None)
            }
        };
        self.outcome.set_index(row, outcome);
        // Whole 分 up to 2^53: exact.
        let (least, most) = amount.map_or((f64::NAN, f64::NAN), |(least, most)| (least as f64, most as f64));
        self.least.set_index(row, least);
        self.most.set_index(row, most);
        Ok(())
    }

    fn into_js(self, table: &Table, id: &JsValue) -> Result<JsValue, JsValue> {
        let answer = js_sys::Object::new();
        let words = |words: &[&str]| words.iter().map(|word| JsValue::from_str(word)).collect::<Array>();
        let columns: [(&str, JsValue); 10] = [
            ("outcome", self.outcome.into()),
            ("amountMin", self.least.into()),
            ("amountMax", self.most.into()),
            ("unmet", self.unmet.into()),
            ("unknown", self.unknown.into()),
            ("needs", self.needs.into()),
            ("errors", self.errors.into()),
            ("conditions", words(table.conditions()).into()),
            ("facts", words(&table.facts()).into()),
            ("outcomes", words(&OUTCOMES).into()),
        ];
        for (name, column) in columns {
            Reflect::set(&answer, &name.into(), &column)?;
        }
        if !id.is_undefined() && !id.is_null() {
            Reflect::set(&answer, &"id".into(), id)?;
        }
        Ok(answer.into())
    }
}

/// The fields of an object of options; none where it is left out.
fn fields(object: &JsValue, path: &str) -> Result<Vec<(String, JsValue)>, JsValue> {
    if object.is_undefined() || object.is_null() {
        return Ok(Vec::new());
    }
    let no_object = || invalid(path, "请填一个对象 { … }");
    // A `Map` has entries, but no fields.
    if !value::is_plain(object) {
        return Err(no_object());
    }
    let mut fields = Vec::new();
    for name in Reflect::own_keys(object.unchecked_ref())?.iter() {
        let written = name.as_string().ok_or_else(no_object)?;
        fields.push((written, Reflect::get(object, &name)?));
    }
    Ok(fields)
}

/// Whether the sentences are left out.
fn is_summary(detail: &JsValue) -> Result<bool, JsValue> {
    match detail.as_string().as_deref() {
        Some("summary") => Ok(true),
        None if detail.is_undefined() => Ok(false),
        _ => Err(invalid("options.detail", "没有这个选项，可以填 summary，或者不写")),
    }
}

fn invalid(field: &str, message: &str) -> JsValue {
    thrown(&PolicyError::new(ErrorCode::InvalidValue, field, message))
}

fn unknown(field: &str, known: &str) -> JsValue {
    let message = ["没有这个名称，请检查拼写；可以填 ", known].concat();
    thrown(&PolicyError::new(ErrorCode::UnknownField, field, message))
}

/// Makes a link of a request: its choices, and with `includeNumbers` also numbers, days, months and free text.
///
/// # Errors
/// An `Error` named `PolicyError`, as `assess` throws it.
#[wasm_bindgen(js_name = encodeLink)]
pub fn encode_link(request: JsValue, options: JsValue) -> Result<String, JsValue> {
    let mut wants = false;
    for (name, value) in fields(&options, "options")? {
        match name.as_str() {
            "includeNumbers" => wants = value.as_bool() == Some(true),
            _ => return Err(unknown(&["options.", &name].concat(), "includeNumbers")),
        }
    }
    let address = plain(&request).and_then(|value| request::encode_link(&value, wants, fold));
    address.map_err(|error| thrown(&error))
}

/// Reads a link, and reports what was lost in transit.
///
/// # Errors
/// An `Error` named `PolicyError` for a link that is damaged.
#[wasm_bindgen(js_name = decodeLink)]
pub fn decode_link(href: JsValue) -> Result<JsValue, JsValue> {
    let href =
        href.as_string().ok_or_else(|| invalid("href", "请填网址的文字，例如 location.href；URL 对象请写 url.href"))?;
    request::decode_link(&href, fold).map_err(|error| thrown(&error)).and_then(|decoded| to_js(&decoded))
}

/// Takes a pack of the law into use, as bytes: in the stead of its place's law, or as the law of one more place, which
/// requests then name by `place`. What answered before stays in memory.
///
/// # Errors
/// An `Error` named `PolicyError` that says what is wrong with the bytes; everything stays as it was.
#[wasm_bindgen(js_name = usePack)]
pub fn use_pack(bytes: JsValue) -> Result<JsValue, JsValue> {
    let bytes = match bytes.dyn_into::<Uint8Array>() {
        Ok(bytes) => bytes,
        Err(other) if other.is_instance_of::<ArrayBuffer>() => Uint8Array::new(&other),
        Err(_) => return Err(invalid("bytes", "请给政策包的内容：Uint8Array 或者 ArrayBuffer")),
    };
    // Not even copied where it is too long.
    if bytes.length() as usize > packs::LONGEST {
        return Err(thrown(&packs::too_long()));
    }
    packs::take(&bytes.to_vec()).map_err(|error| thrown(&error)).and_then(|used| to_js(&used))
}

/// Every rule in use, with its documents, days and evidence.
///
/// # Errors
/// None in practice.
#[wasm_bindgen]
pub fn policies() -> Result<JsValue, JsValue> {
    to_js(&built_in::packs())
}

/// The versions of the package, its rules and its links.
///
/// # Errors
/// None in practice.
#[wasm_bindgen]
pub fn version() -> Result<JsValue, JsValue> {
    to_js(&built_in::version())
}

#[derive(Serialize)]
struct ErrorRow {
    error: PolicyError,
}

fn plain(request: &JsValue) -> Result<Value, PolicyError> {
    value::read(request).map_err(|wrong| not_plain(wrong.path))
}

/// The error for a value that is not plain data.
fn not_plain(path: String) -> PolicyError {
    let message = "这里要普通的对象、数组、文字、数字、true、false 或 null；Map、Set、Date 和类的实例请先换成普通的值";
    PolicyError::new(ErrorCode::InvalidValue, path, message)
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

fn thrown(error: &PolicyError) -> JsValue {
    let thrown = js_sys::Error::new(&error.message);
    thrown.set_name("PolicyError");
    for (name, value) in [("code", error.code.code()), ("field", error.field.as_str())] {
        // Setting a property of an error just made cannot fail.
        let _ = js_sys::Reflect::set(&thrown, &name.into(), &value.into());
    }
    thrown.unchecked_into()
}
