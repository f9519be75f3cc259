//! Measures messages: reads a JSON object `{channel, text}` a line and writes what
//! the channel counts for it, `{used, limit, parts, estimate, graphemes}`.
//! `channel` is an id of the catalogue. The tests in `tests/text` compare it.

use std::io::{self, BufRead, Write};

use share_sign::channel::Catalogue;
use share_sign::message::{Native, Text, bound, measure};

#[derive(serde::Deserialize)]
struct Line {
    channel: String,
    text: String,
}

fn main() -> io::Result<()> {
    let catalogue = Catalogue::complete();
    let mut out = io::BufWriter::new(io::stdout());
    for line in io::stdin().lock().lines() {
        let Line { channel, text } = serde_json::from_str(&line?)?;
        let Some(channel) = catalogue.get(&channel) else {
            return Err(io::Error::other(format!("no channel is called {channel}")));
        };
        let graphemes = Native.graphemes(&text);
        let measured = measure(channel, &text, "", 0, &Native);
        let estimate = bound::used(channel, &text, graphemes.len(), "", 0, &Native);
        let line = serde_json::json!({
            "used": measured.used, "limit": measured.limit, "parts": measured.parts,
            "estimate": estimate, "graphemes": graphemes,
        });
        writeln!(out, "{line}")?;
    }
    out.flush()
}
