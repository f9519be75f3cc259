//! Postcodes: whether one has a shape of its country.
//!
//! The shape only, so that a code which was introduced yesterday is not refused;
//! case, spaces, hyphens and dots are forgiven, and so are digits and letters of
//! other scripts and widths, and the country's own code in front.

use crate::field::digit;

/// For each country its code and, after a space, the shapes of its postcodes, of
/// which the first one is shown as the example.
///
/// A shape is an example of it: `1` stands for any digit, `A` for any letter,
/// and `?` for either. Only the country's own code at its beginning stands for
/// itself, and may be left out: `LV-1010`.
///
/// Shapes after the Universal Postal Union's addressing guides and the countries'
/// postal services. Where a country has changed its postcodes, the older ones
/// still are in use. Without a line: countries without postcodes, and those
/// where they are little used.
const SHAPES: &str = "\
    AC ASCN 1ZZ;AD AD500;AF 1001;AI AI-2640;AL 1001;AM 0010|375010;AR C1070AAM|1070|C1070;\
    AS 96799|96799-1234;AT 1010;AU 2600;AX 22100;AZ AZ1000;BA 71000;BB BB11000;BD 1000;\
    BE 1000;BG 1000;BH 317|1017;BL 97133;BM HM 12|HM ??;BN BT2328;BR 70002-900;BT 11001;\
    BY 220050;CA K1A 0B1;CC 6799;CH 3011;CL 8340457;CN 100096;CO 111221;CR 10101|1000;\
    CU 10700;CV 7600;CX 6798;CY 1010;CZ 110 00;DE 10115;DK 1050;DO 10101;DZ 16027;\
    EC 170150|P0133Q;EE 10111;EG 11511|1151101;EH 70000;ES 28013;ET 1000;FI 00100;\
    FK FIQQ 1ZZ;FM 96941|96941-1234;FO FO-100;FR 75008;\
    GB SW1A 1AA|M1 1AA|M60 1NW|W1A 1HQ|CR2 6XH|DN55 1PT|GIR 0AA|BFPO 1|BFPO 12|BFPO 123|\
    BFPO 1234|M1|M60|W1A|CR2|DN55|SW1A;\
    GE 0105;GF 97300;GG GY1 1AA|GY10 1AA;GI GX11 1AA;GL 3900;GN 001;GP 97100;GR 105 57;\
    GS SIQQ 1ZZ;GT 01001;GU 96910|96910-1234;GW 1000;HM 7050;HN 11101|CM1102;HR 10000;\
    HT HT6110;HU 1051;ID 10110;IE D02 AF30|D6W ????|D02 ????;IL 9614303|96143;IM IM1 1AA|IM99 1AA;\
    IN 110001;IO BBND 1ZZ;IQ 10001;IR 11936-12345;IS 101;IT 00144;JE JE1 1AA|JE12 1AA;\
    JO 11190;JP 100-0001;KE 00100;KG 720001;KH 120101|12101;KR 03051|110-110;KW 13001;\
    KY KY1-1100;KZ 010000|A10A5T4;LA 01000;LB 1107 2810|1107;LC LC04 101;LI 9490;LK 00100;\
    LR 1000;LS 100;LT LT-01100;LU 1111;LV LV-1010;MA 10000;MC 98000;MD MD-2001;ME 81000;\
    MF 97150;MG 101;MH 96960|96960-1234;MK 1000;MM 11181|1118101;MN 15160|151600;\
    MP 96950|96950-1234;MQ 97200;MT VLT 1117|NXR 01|NXR 011;MU 11302|742CU001|A0101;MV 20026;\
    MX 06000;MY 50050;MZ 1102;NA 10001;NC 98800;NE 8001;NF 2899;NG 900001;NI 11001;\
    NL 1012 AB;NO 0150;NP 44600;NZ 6011;OM 112;PA 0801;PE 15001|LIMA 1|LIMA 15|CALLAO 1|\
    CALLAO 01;PF 98714;PG 121;PH 1000;PK 44000;PL 00-950;PM 97500;PN PCRN 1ZZ;\
    PR 00901|00901-1234;PT 1000-001|1000;PW 96940|96940-1234;PY 001001|1001;RE 97400;\
    RO 010011;RS 11000|106314;RU 101000;SA 11564|11564-1234;SD 11111;SE 114 55;SG 049145;\
    SH STHL 1ZZ;SI 1000;SJ 9170;SK 811 01;SM 47890;SN 12500;SO JH 09010;SV 1101|CP 1101;\
    SZ H100;TA TDCU 1ZZ;TC TKCA 1ZZ;TH 10200;TJ 734025;TM 744000;TN 1000;TR 06100;\
    TW 100|10048|100048;TZ 11101|1101;UA 01001;UM 96898;US 20500|20500-1234;UY 11000;\
    UZ 100000;VA 00120;VC VC0100;VE 1010|1010-A;VG VG1110;VI 00802|00802-1234;\
    VN 100000|10000;WF 98600;XK 10000;YT 97600;ZA 0001;ZM 10101;";

/// Whether `text` has the shape of a postcode of the country with the ISO 3166-1
/// code `country`; always, where the shapes of its postcodes are not known.
///
/// # Errors
///
/// Otherwise the error is a postcode as it would be right, to be shown as an
/// example: `SW1A 1AA`.
pub fn check(country: &str, text: &str) -> Result<(), &'static str> {
    let Some(shapes) = shapes(country) else { return Ok(()) };
    let written: String = text.chars().filter_map(plain).collect();
    let bare = without(&written, country);
    let fits = |shape: &str| {
        let shape: String = shape.chars().filter_map(plain).collect();
        let own = without(&shape, country);
        // "L-1234": the first letter alone, as cars once had it.
        let after_letter = written.get(1..).filter(|rest| {
            country.starts_with(char::from(*written.as_bytes().first().unwrap_or(&0)))
                && rest.starts_with(|c: char| c.is_ascii_digit())
        });
        is_like(own, bare) || is_like(own, &written) || after_letter.is_some_and(|rest| is_like(own, rest))
    };
    if shapes.split('|').any(fits) { Ok(()) } else { Err(shapes.split('|').next().unwrap_or(shapes)) }
}

/// Whether all postcodes of `country` are of digits only, but for spaces and
/// hyphens; a keyboard of digits will do. Not where nothing is known of them.
pub fn numeric(country: &str) -> bool {
    shapes(country).is_some_and(|shapes| !shapes.contains(|c: char| c.is_ascii_uppercase() || c == '?'))
}

fn shapes(country: &str) -> Option<&'static str> {
    SHAPES.split(';').find_map(|line| line.strip_prefix(country)?.strip_prefix(' '))
}

/// `c` as a capital or digit of ASCII; nothing for what stands between them.
fn plain(c: char) -> Option<char> {
    let between = |c: char| {
        c.is_whitespace()
            || matches!(c, '-' | '.' | '−' | '－' | 'ー' | '〒' | '\u{2010}'..='\u{2015}' | '\u{200b}'..='\u{200f}')
    };
    match c {
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(u32::from(c) - 0xfee0).map(|c| c.to_ascii_uppercase())
        }
        _ if between(c) => None,
        _ => Some(digit::ascii(c).unwrap_or(c.to_ascii_uppercase())),
    }
}

fn without<'a>(text: &'a str, country: &str) -> &'a str {
    text.strip_prefix(country).unwrap_or(text)
}

fn is_like(shape: &str, text: &str) -> bool {
    shape.len() == text.len()
        && shape.bytes().zip(text.bytes()).all(|(shape, byte)| match shape {
            b'?' => byte.is_ascii_alphanumeric(),
            _ if shape.is_ascii_digit() => byte.is_ascii_digit(),
            _ => byte.is_ascii_uppercase(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::country;

    #[test]
    fn every_line_is_a_country_with_examples_that_fit() {
        let mut last = "";
        let lines: Vec<&str> = SHAPES.split(';').filter(|line| !line.is_empty()).collect();
        assert!(lines.len() > 150);
        for line in lines {
            let (code, shapes) = line.split_once(' ').unwrap();
            // The islands of Saint Helena have codes of their own for their post.
            assert!(country::is_code(code) || ["AC", "TA"].contains(&code), "{code}");
            assert!(last < code, "{code} after {last}");
            last = code;
            for shape in shapes.split('|').filter(|shape| !shape.contains('?')) {
                assert_eq!(check(code, shape), Ok(()), "{code} {shape}");
                assert_eq!(
                    check(code, &shape.to_lowercase().replace(['-', ' '], "")),
                    Ok(()),
                    "{code} {shape}"
                );
            }
            for rubbish in ["", "-", "?", "12345678901", "ABCDE", "Berlin", "1"] {
                assert!(check(code, rubbish).is_err(), "{code} {rubbish}");
            }
        }
    }

    #[test]
    fn forgives_how_it_is_written() {
        for (country, text) in [
            ("GB", "sw1a1aa"),
            ("GB", "EC1Y 8SY"),
            ("GB", " M1\u{a0}1AA"),
            ("CA", "k1a-0b1"),
            ("NL", "1012ab"),
            ("IE", "D6W XY00"),
            ("IE", "A65F4E2"),
            ("BR", "70.002-900"),
            ("JP", "〒１００ー０００１"),
            ("JP", "1000001"),
            ("EG", "١١٥١١"),
            ("LV", "1010"),
            ("LV", "LV1010"),
            ("LT", "lt-01100"),
            ("SE", "SE-114 55"),
            ("SE", "S-11455"),
            ("LU", "L-1111"),
            ("DE", "D-10115"),
            ("MT", "MTF 1234"),
            ("KY", "KY1–1100"),
            ("US", "20500-0001"),
            ("US", "205000001"),
        ] {
            assert_eq!(check(country, text), Ok(()), "{country} {text}");
        }
    }

    #[test]
    fn refuses_with_an_example() {
        for (country, text, example) in [
            ("FR", "7500", "75008"),
            ("FR", "2A004", "75008"),
            ("DE", "F-10115", "10115"),
            ("DE", "DE", "10115"),
            ("GB", "SW1A 1A", "SW1A 1AA"),
            ("GB", "1SW 1AA", "SW1A 1AA"),
            ("CA", "CK1A 0B1", "K1A 0B1"),
            ("NL", "1012", "1012 AB"),
            ("LV", "LT-1010", "LV-1010"),
            ("US", "2050", "20500"),
            ("US", "Springfield", "20500"),
        ] {
            assert_eq!(check(country, text), Err(example), "{country} {text}");
        }
    }

    #[test]
    fn takes_anything_where_nothing_is_known() {
        for country in ["HK", "AE", "", "F", "ZZ", "FRA"] {
            assert_eq!(check(country, "anything"), Ok(()), "{country}");
            assert!(!numeric(country), "{country}");
        }
    }

    #[test]
    fn keyboards_of_digits() {
        for country in ["FR", "US", "PL", "JP", "CZ", "BR"] {
            assert!(numeric(country), "{country}");
        }
        for country in ["GB", "CA", "NL", "IE", "LV", "AR", "MU", "BM"] {
            assert!(!numeric(country), "{country}");
        }
    }
}
