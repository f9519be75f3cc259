//! Putting texts together. The standard library's ways are made for speed and
//! are written out again at each use; here one function serves all.

/// The pieces, one after the other.
pub fn concat(pieces: &[&str]) -> String {
    join(pieces, "")
}

/// The pieces with `separator` between them.
pub fn join(pieces: &[&str], separator: &str) -> String {
    let mut out = String::new();
    for (index, piece) in pieces.iter().enumerate() {
        if index > 0 {
            out.push_str(separator);
        }
        out.push_str(piece);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins() {
        assert_eq!(concat(&["a", "", "b"]), "ab");
        assert_eq!(join(&["a", "", "b"], ", "), "a, , b");
        assert_eq!(join(&[], ", "), "");
    }
}
