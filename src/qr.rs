//! QR codes as drawings.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

use crate::html::Html;
use crate::number;

/// The light modules that must stay free on each side (ISO/IEC 18004).
pub const QUIET: i32 = 4;

/// A QR code: a square of modules, `size` on each side with the quiet zone, and the
/// dark ones as SVG path data, a unit each. `None` where the text is too long for
/// any code (more than 2,331 bytes of UTF-8).
pub fn draw(text: &str) -> Option<(u64, String)> {
    // Medium: a seventh of the code may be hidden by a fold or a drawing pin. It gets
    // better than that where the same size has room for it. Always bytes, which every
    // reader takes for UTF-8: the other ways to write text would only add weight.
    let bytes = [QrSegment::make_bytes(text.as_bytes())];
    let code =
        QrCode::encode_segments_advanced(&bytes, QrCodeEcc::Medium, Version::MIN, Version::MAX, None, true)
            .ok()?;
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
                for (before, value) in
                    [("M", start + QUIET), (" ", y + QUIET), ("h", x - start), ("v1h-", x - start)]
                {
                    path.push_str(before);
                    number::push(&mut path, u64::from(value.unsigned_abs()));
                }
                path.push('z');
            }
            x += 1;
        }
    }
    Some((u64::from((code.size() + 2 * QUIET).unsigned_abs()), path))
}

/// Writes the code of `text` as an SVG that says `label` to those who cannot see it:
/// dark on white with its quiet zone, whatever the page around it looks like. False,
/// and nothing written, where [`draw`] makes none.
pub fn write(html: &mut Html, text: &str, label: &str) -> bool {
    let Some((size, path)) = draw(text) else { return false };
    let size = number::text(size);
    // With its namespace, so that it can be saved as a file of its own.
    html.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" part=\"qr\" class=\"qr\" role=\"img\" ");
    html.raw("shape-rendering=\"crispEdges\" viewBox=\"0 0 ").text(&size).raw(" ").text(&size);
    html.raw("\"><title>").text(label).raw("</title><rect width=\"").text(&size);
    html.raw("\" height=\"").text(&size).raw("\" fill=\"#fff\"/><path fill=\"#000\" d=\"").text(&path);
    html.raw("\"/></svg>");
    true
}

/// The same by itself.
pub fn svg(text: &str, label: &str) -> Option<String> {
    let mut html = Html::default();
    write(&mut html, text, label).then(|| html.end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_finders_and_quiet_zone() {
        let (size, path) = draw("https://example.org/").unwrap();
        assert_eq!(size, 25 + 8);
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
        assert!(path.contains("M22 4h7v1h-7z") && path.contains("M4 22h7v1h-7z"), "{path}");
    }

    #[test]
    fn what_is_too_long_is_no_code() {
        assert!(draw(&"x".repeat(2331)).is_some());
        assert_eq!(draw(&"x".repeat(2332)), None);
        assert_eq!(svg(&"é".repeat(1166), ""), None, "bytes count, not characters");
    }

    #[test]
    fn the_drawing_says_what_it_is() {
        let svg = svg("https://example.org/", "Code <of> it").unwrap();
        assert!(svg.contains("role=\"img\"") && svg.contains("<title>Code &lt;of&gt; it</title>"), "{svg}");
        assert_eq!(svg.matches("<path").count(), 1);
    }
}
