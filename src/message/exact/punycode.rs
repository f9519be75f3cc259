//! How long a label of a domain is in Punycode (RFC 3492).

/// The most units that a label of a domain may have.
pub const LONGEST: usize = 63;

/// The length of `label` as the domain name system sees it, including the `xn--`.
/// A label far too long is only said to be so.
pub fn length(label: &[u16]) -> usize {
    if label.len() > 4 * LONGEST {
        return label.len();
    }
    let points: Vec<u32> = char::decode_utf16(label.iter().copied())
        .map(|c| c.map_or_else(|e| e.unpaired_surrogate().into(), u32::from))
        .collect();
    if points.iter().all(|point| (0x20..0x7f).contains(point)) {
        return points.len();
    }
    let basic = points.iter().filter(|point| **point < 0x80).count();
    let mut length = "xn--".len() + basic + usize::from(basic > 0);
    let (mut least, mut delta, mut bias, mut done) = (0x80_u32, 0_u64, 72_u64, basic);
    while done < points.len() {
        let next = points.iter().copied().filter(|point| *point >= least).min().unwrap_or(u32::MAX);
        delta += u64::from(next - least) * (done as u64 + 1);
        for point in &points {
            if *point < next {
                delta += 1;
            } else if *point == next {
                length += digits(delta, bias);
                bias = adapted(delta, done as u64 + 1, done == basic);
                delta = 0;
                done += 1;
            }
        }
        delta += 1;
        least = next.saturating_add(1);
    }
    length
}

/// How many digits `delta` takes.
fn digits(delta: u64, bias: u64) -> usize {
    let (mut rest, mut count, mut k) = (delta, 1, 36);
    loop {
        let threshold = if k <= bias { 1 } else { (k - bias).min(26) };
        if rest < threshold {
            return count;
        }
        rest = (rest - threshold) / (36 - threshold);
        count += 1;
        k += 36;
    }
}

fn adapted(delta: u64, done: u64, first: bool) -> u64 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / done;
    let mut k = 0;
    while delta > 35 * 26 / 2 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::length;

    fn of(label: &str) -> usize {
        length(&label.encode_utf16().collect::<Vec<_>>())
    }

    #[test]
    fn as_registered() {
        // The last two are from RFC 3492, section 7.1.
        let known = [
            ("example", "example"),
            ("bücher", "xn--bcher-kva"),
            ("münchen", "xn--mnchen-3ya"),
            ("例え", "xn--r8jz45g"),
            ("ひとつ屋根の下2", "xn--2-u9tlzr9756bt3uc0v"),
            ("почемужеонинеговорятпорусски", "xn--b1abfaaepdrnnbgefbadotcwatmq2g4l"),
        ];
        for (label, encoded) in known {
            assert_eq!(of(label), encoded.len(), "{label}");
        }
        assert!(of(&"ä".repeat(300)) > super::LONGEST);
    }
}
