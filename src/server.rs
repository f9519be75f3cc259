//! The supporter's own server: what people write when they are asked for it.

use crate::text::concat;
use crate::world::World;

/// The host name in `written`, which may be a whole address or an account's name
/// (`@ada@example.social`). Nothing where it is no name in the public network's
/// form, so that no link can lead to a neighbour on the supporter's own network by
/// mistake.
pub fn host(written: &str, world: &dyn World) -> Option<String> {
    let name = written.trim();
    let name = name.strip_prefix("https://").or(name.strip_prefix("http://")).unwrap_or(name);
    let name = name.split(['/', '?', '#']).next()?.split('@').next_back()?.split(':').next()?;
    // The platform puts letters beyond ASCII into the form that names have in the net.
    let whole = world.resolve(&concat(&["https://", name, "/"]))?;
    let name = whole.strip_prefix("https://")?.split('/').next()?;
    let labels: Vec<&str> = name.split('.').collect();
    let good = |label: &&str| {
        let plain = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        plain && (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-')
    };
    let last = labels.last()?;
    let named = labels.len() > 1 && last.len() > 1 && last.bytes().any(|byte| byte.is_ascii_alphabetic());
    (named && name.len() <= 253 && labels.iter().all(good)).then(|| name.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Pretend;

    fn read(written: &str) -> Option<String> {
        host(written, &Pretend::default())
    }

    #[test]
    fn people_write_it_in_many_ways() {
        for written in [
            "example.social",
            " example.social ",
            "https://example.social",
            "https://example.social/@ada",
            "@ada@example.social",
            "ada@example.social",
            "example.social:443/share",
        ] {
            assert_eq!(read(written).as_deref(), Some("example.social"), "{written}");
        }
        assert_eq!(read("xn--bcher-kva.example").as_deref(), Some("xn--bcher-kva.example"));
    }

    #[test]
    fn what_is_no_name() {
        for written in [
            "",
            "social",
            "localhost",
            "127.0.0.1",
            "a..b",
            "-a.example",
            "a b.example",
            "javascript:alert(1)",
            "exa_mple.org",
            "[::1]",
        ] {
            assert_eq!(read(written), None, "{written}");
        }
    }
}
