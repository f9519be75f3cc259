//! The countries that there are, by code; their names are the browser's to know
//! (`Intl.DisplayNames`).

/// All codes of ISO 3166-1 alpha-2 in a row, in alphabetical order, and `XK`:
/// the code for Kosovo that ISO leaves to its users, and that the European Union
/// and Unicode use.
pub const CODES: &str = "\
    ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZ\
    CACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFR\
    GAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJP\
    KEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMT\
    MUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURW\
    SASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZ\
    UAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";

/// Each code once, in alphabetical order.
pub fn all() -> impl Iterator<Item = &'static str> {
    (0..CODES.len()).step_by(2).filter_map(|at| CODES.get(at..at + 2))
}

/// Whether `text` is one of the codes, in capitals.
pub fn is_code(text: &str) -> bool {
    all().any(|code| code == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_capitals_each_and_in_order() {
        assert_eq!(all().count(), 250);
        assert_eq!(all().last(), Some("ZW"));
        assert!(all().all(|code| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase())));
        assert!(all().zip(all().skip(1)).all(|(a, b)| a < b));
    }

    #[test]
    fn knows_codes() {
        for code in ["AD", "FR", "GB", "XK", "ZW"] {
            assert!(is_code(code), "{code}");
        }
        for text in ["", "F", "fr", "FRA", "UK", "EU", "DA", "AA", "ZZ"] {
            assert!(!is_code(text), "{text}");
        }
    }
}
