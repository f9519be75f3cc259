//! QR codes as drawings.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::number;

/// The light modules that must stay free on each side (ISO/IEC 18004).
pub const QUIET: i32 = 4;

/// A QR code: a square of modules, `size` on each side with the quiet zone, and the
/// dark ones as SVG path data, a unit each. `None` where the text is too long for
/// any code (about 2,300 bytes).
pub fn draw(text: &str) -> Option<(i32, String)> {
    // A quarter of the code may be hidden by a fold or a drawing pin.
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                // Neighbours in one stroke: fewer bytes, and no hairlines between them.
                let at = [("M", start + QUIET), (" ", y + QUIET), ("h", x - start)];
                for (before, value) in at {
                    path.push_str(before);
                    path.push_str(&number::text(u64::try_from(value).unwrap_or(0)));
                }
                path.push_str("v1h-");
                path.push_str(&number::text(u64::try_from(x - start).unwrap_or(0)));
                path.push('z');
            }
            x += 1;
        }
    }
    Some((code.size() + 2 * QUIET, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_finders_and_quiet_zone() {
        let (size, path) = draw("https://example.org/").unwrap();
        assert_eq!(size, 25 + 2 * QUIET);
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
        assert!(path.contains("M22 4h7v1h-7z") && path.contains("M4 22h7v1h-7z"), "{path}");
    }

    #[test]
    fn what_is_too_long_is_no_code() {
        assert!(draw(&"x".repeat(2000)).is_some());
        assert_eq!(draw(&"x".repeat(3000)), None);
    }
}
