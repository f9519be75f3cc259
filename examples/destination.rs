//! Requests to destinations, and what their replies mean, for tests that know real
//! servers: one JSON object a line on standard input, one answer a line.
//!
//! - `{"signature": {…}}`: the request, as an object of texts by name, or null. The
//!   signature's names are flat (`"field.email"`, `"to.headers.apikey"`).
//! - `{"destination": "json:…", "reply": {"status": 409, "body": …, "opaque": false},
//!   "signature": {…}}`: `{"outcome", "fields", "words", "number"}`. The body is any
//!   JSON, or a text. With the signature, which may be left out, renamed fields
//!   are told under our ids.
//! - `{"count": "postgrest:…", "campaign": "c", "options": {"to.headers.apikey": "…"}}`:
//!   the request, or null
//! - `{"mailto": {…}}`: the address for that signature, or null

use std::io::{self, BufRead, Write};

use serde_json::{Map, Value, json};
use share_sign::destination;
use share_sign::record::Record;
use share_sign::settings::from_json;

fn main() -> io::Result<()> {
    let mut out = io::stdout();
    for line in io::stdin().lock().lines() {
        let question: Value = serde_json::from_str(&line?)?;
        writeln!(out, "{}", answer(&question))?;
        out.flush()?;
    }
    Ok(())
}

fn answer(question: &Value) -> Value {
    let text = |name: &str| question[name].as_str().unwrap_or("");
    if question.get("reply").is_some() {
        let reply = reply(&question["reply"]);
        let verdict =
            destination::verdict(text("destination"), &reply).placed(&record(&question["signature"]));
        let fields: Map<String, Value> =
            verdict.fields.into_iter().map(|(id, words)| (id, words.into())).collect();
        return json!({
            "outcome": verdict.outcome.name(), "fields": fields, "words": verdict.words, "number": verdict.number,
        });
    }
    if question.get("signature").is_some() {
        return object(destination::request(&record(&question["signature"])));
    }
    if question.get("count").is_some() {
        let options = record(&question["options"]);
        return object(destination::count_request(text("count"), text("campaign"), &options));
    }
    if question.get("mailto").is_some() {
        return destination::mailto(&record(&question["mailto"])).map_or(Value::Null, Value::from);
    }
    json!({ "error": "expected signature, reply, count or mailto" })
}

/// Flat texts of an object; a number or a boolean is a text too.
fn record(value: &Value) -> Record {
    let mut record = Record::default();
    for (name, value) in value.as_object().into_iter().flatten() {
        match value {
            Value::String(text) => record.set(name, text),
            Value::Null => {}
            other => record.set(name, &other.to_string()),
        }
    }
    record
}

fn object(record: Option<Record>) -> Value {
    record.map_or(Value::Null, |record| {
        record.pairs().iter().map(|(name, text)| (name.clone(), Value::from(text.clone()))).collect()
    })
}

/// The reply as the page hands it in: status, the text's beginning, and each leaf of JSON.
fn reply(given: &Value) -> Record {
    let body = match &given["body"] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        json => json.to_string(),
    };
    let mut reply = Record::default();
    reply.set_number("status", given["status"].as_u64().unwrap_or(0));
    if given["opaque"] == true {
        reply.set("opaque", "1");
    }
    reply.set("body", &body.chars().take(2000).collect::<String>());
    // An object, or a list as an object of its indexes.
    if let Ok(leaves) = from_json(&["{\"json\":", &body, "}"].concat()) {
        for (name, text) in leaves.pairs() {
            reply.set(name, text);
        }
    }
    reply
}
