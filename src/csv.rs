//! Records as a table for spreadsheets.
//!
//! The table is as RFC 4180 has it: commas between the cells, CR LF after each
//! row, quotes around cells that need them. A byte order mark in front tells
//! Excel that it is UTF-8.
//!
//! What strangers have typed into a form must not act when somebody opens it. A
//! spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a line
//! break for a formula, which can send other cells elsewhere or start programs,
//! and leading spaces and quotes do not always stop it. As OWASP advises
//! (<https://owasp.org/www-community/attacks/CSV_Injection>), such a cell gets an
//! apostrophe in front, which makes it text. That goes for harmless ones too: a
//! phone number becomes `'+33 1`, since `+33 1` would be computed otherwise.
//! Where spreadsheets separate cells by semicolons, a text could begin a further
//! cell in its middle; so the same is done after each semicolon, tab and line
//! break.

use crate::record::Record;

/// The table of `rows`: a header with every name in order of its first
/// appearance, and a row for each record, with empty cells for what it has not.
/// Without any row only the byte order mark is left.
pub fn write(rows: &[Record]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in rows.iter().flat_map(Record::pairs) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let mut out = String::from("\u{feff}");
    if names.is_empty() {
        return out;
    }
    push_row(&mut out, &names, |name| name);
    for row in rows {
        push_row(&mut out, &names, |name| row.get(name));
    }
    out
}

fn push_row<'a>(out: &mut String, names: &[&'a str], cell: impl Fn(&'a str) -> &'a str) {
    for (index, name) in names.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        push_cell(out, cell(name), names.len() == 1);
    }
    out.push_str("\r\n");
}

/// Adds a cell. `only` where it is the row's only one: an empty line would not be
/// a row.
fn push_cell(out: &mut String, text: &str, only: bool) {
    let needs_quotes = |c| matches!(c, '"' | ',' | ';' | '\t' | '\r' | '\n' | ' ');
    let quoted = text.contains(needs_quotes) || only && text.is_empty();
    if quoted {
        out.push('"');
    }
    let mut begins = true;
    for (at, c) in text.char_indices() {
        if begins && is_formula(text.get(at..).unwrap_or(""), at == 0) {
            out.push('\'');
        }
        begins = matches!(c, ';' | '\t' | '\r' | '\n');
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    if quoted {
        out.push('"');
    }
}

/// Whether a spreadsheet could take `text` for a formula. `whole` where it is a
/// whole cell, and not what follows a separator in one.
fn is_formula(text: &str, whole: bool) -> bool {
    let skipped = |c| matches!(c, ' ' | '"' | '\u{a0}' | '\u{3000}' | '\u{feff}');
    match text.trim_start_matches(skipped).chars().next() {
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') => true,
        Some('\t' | '\r' | '\n') => whole,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The only cell of a table with the column `a`.
    fn cell(text: &str) -> String {
        let table = write(&[Record::of(&[("a", text), ("b", "")])]);
        let cell = table.strip_prefix("\u{feff}a,b\r\n").unwrap().strip_suffix(",\r\n").unwrap();
        cell.to_string()
    }

    #[test]
    fn rows_of_different_names() {
        let rows = [
            Record::of(&[("id", "1"), ("name", "Žofie")]),
            Record::default(),
            Record::of(&[("comment", "a, b"), ("id", "3")]),
        ];
        assert_eq!(write(&rows), "\u{feff}id,name,comment\r\n1,Žofie,\r\n,,\r\n3,,\"a, b\"\r\n");
    }

    #[test]
    fn hardly_anything() {
        assert_eq!(write(&[]), "\u{feff}");
        assert_eq!(write(&[Record::default()]), "\u{feff}");
        assert_eq!(write(&[Record::of(&[("a", "")])]), "\u{feff}a\r\n\"\"\r\n");
    }

    #[test]
    fn quotes_where_needed() {
        for (text, expected) in [
            ("plain", "plain"),
            ("", ""),
            ("O'Neill", "O'Neill"),
            ("a,b", "\"a,b\""),
            ("a;b", "\"a;b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("one\r\ntwo", "\"one\r\ntwo\""),
            (" padded ", "\" padded \""),
        ] {
            assert_eq!(cell(text), expected, "{text}");
        }
    }

    #[test]
    fn no_formulas() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+331", "'+331"),
            ("+33 1", "\"'+33 1\""),
            ("-2", "'-2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("\t=1", "\"'\t'=1\""),
            ("\r=1", "\"'\r'=1\""),
            (" =1", "\"' =1\""),
            ("\"=1", "\"'\"\"=1\""),
            ("a;=1", "\"a;'=1\""),
            ("a\r\n\"+1", "\"a\r\n'\"\"+1\""),
            ("a=1", "a=1"),
            ("1-2", "1-2"),
            ("ada@example.org", "ada@example.org"),
            ("a\r\n\r\nb", "\"a\r\n\r\nb\""),
            ("\"", "\"\"\"\""),
        ] {
            assert_eq!(cell(text), expected, "{text}");
        }
        assert_eq!(write(&[Record::of(&[("=a", "1")])]), "\u{feff}'=a\r\n1\r\n");
    }
}
