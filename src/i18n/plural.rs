//! Which form of a message a number asks for, after the plural rules of the
//! Unicode CLDR (<https://unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules>).

/// The index of the form that `n` takes in `locale`, in the order of the
/// locale's `plural` list.
pub fn form(locale: &str, n: u64) -> usize {
    match locale.split('-').next().unwrap_or("") {
        "fr" => {
            if n < 2 {
                0
            } else {
                // "1 000 000 de signatures", but "1 000 001 signatures".
                1 + usize::from(!n.is_multiple_of(1_000_000))
            }
        }
        _ => usize::from(n != 1),
    }
}
