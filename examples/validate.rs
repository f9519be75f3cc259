//! Checks what stands in fields: reads a JSON object a line and writes what we make
//! of it. The tests in `tests/text` compare it with what others make of the same.
//!
//! `{field: "email", text}` → `{plausible, suggestion}` · `{field: "phone", text}` →
//! `{plausible, digits}` · `{field: "postcode", country, text}` → `{example}`, null
//! where it is fine · `{countries: true}` → `{codes}` · `{rows: [[[name, text], …], …]}`
//! → `{csv}`

use std::io::{self, BufRead, Write};

use share_sign::csv;
use share_sign::field::{country, email, phone, postcode};
use share_sign::record::Record;

#[derive(serde::Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Line {
    field: String,
    text: String,
    country: String,
    countries: bool,
    rows: Vec<Vec<(String, String)>>,
}

fn answer(line: &Line) -> serde_json::Value {
    let text = &line.text;
    match line.field.as_str() {
        "email" => {
            serde_json::json!({ "plausible": email::plausible(text), "suggestion": email::suggestion(text) })
        }
        "phone" => serde_json::json!({ "plausible": phone::plausible(text), "digits": phone::digits(text) }),
        "postcode" => serde_json::json!({ "example": postcode::check(&line.country, text).err() }),
        _ if line.countries => serde_json::json!({ "codes": country::all().collect::<Vec<_>>() }),
        _ => {
            let row = |pairs: &Vec<(String, String)>| {
                Record::of(
                    &pairs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>(),
                )
            };
            serde_json::json!({ "csv": csv::write(&line.rows.iter().map(row).collect::<Vec<_>>()) })
        }
    }
}

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout());
    for line in io::stdin().lock().lines() {
        writeln!(out, "{}", answer(&serde_json::from_str(&line?)?))?;
    }
    out.flush()
}
