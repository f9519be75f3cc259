//! The campaign's video: how its host plays it inside a page, without cookies
//! where the host offers that.

use crate::landing::is_web;
use crate::text::concat;

/// What plays a video.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub enum Player {
    /// A page of the host, to be framed.
    Frame(String),
    /// A file that the browser plays itself.
    File(String),
}

/// The player for the video at `address`; `None` where only a link to it is possible.
pub fn player(address: &str) -> Option<Player> {
    let rest = is_web(address).then(|| address.split_once("//"))??.1;
    let (host, path) = rest.split_once('/')?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let (path, query) = path.split('#').next()?.split_once('?').unwrap_or((path, ""));
    let mut steps = path.split('/').filter(|step| !step.is_empty());
    let (first, second) = (steps.next().unwrap_or(""), steps.next().unwrap_or(""));
    match host {
        // https://developers.google.com/youtube/player_parameters
        "youtube.com" | "m.youtube.com" | "youtube-nocookie.com" | "youtu.be" => {
            let id = match first {
                "watch" => query.split('&').find_map(|pair| pair.strip_prefix("v="))?,
                "shorts" | "embed" | "live" => second,
                _ if host == "youtu.be" => first,
                _ => "",
            };
            named(id).then(|| {
                Player::Frame(concat(&["https://www.youtube-nocookie.com/embed/", id, "?autoplay=1"]))
            })
        }
        // https://help.vimeo.com/hc/en-us/articles/12426260232977; a video that is not
        // listed has its key as a second step.
        "vimeo.com" => {
            let key = if named(second) { concat(&["&h=", second]) } else { String::new() };
            let numbered = !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_digit());
            numbered.then(|| {
                Player::Frame(concat(&["https://player.vimeo.com/video/", first, "?autoplay=1&dnt=1", &key]))
            })
        }
        _ => {
            let file = [".mp4", ".webm", ".ogv", ".m4v", ".mov"].iter().any(|end| path.ends_with(end));
            if file {
                return Some(Player::File(address.into()));
            }
            // PeerTube runs on thousands of hosts, all with these paths
            // (https://docs.joinpeertube.org/api/embed-player). Playing from other
            // viewers' devices would tell them who watches.
            let id = match (first, second) {
                ("w", id) => id,
                ("videos", "watch" | "embed") => steps.next()?,
                _ => "",
            };
            let scheme = address.split_once("//")?.0;
            named(id).then(|| {
                Player::Frame(concat(&[scheme, "//", host, "/videos/embed/", id, "?autoplay=1&p2p=0"]))
            })
        }
    }
}

/// Whether `id` can be a video's: it goes into an address as it is.
fn named(id: &str) -> bool {
    id.len() > 5 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn players_of_known_hosts() {
        let youtube = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1";
        for (address, frame) in [
            ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3", youtube),
            ("https://www.youtube.com/watch?t=3&v=dQw4w9WgXcQ#x", youtube),
            ("https://youtu.be/dQw4w9WgXcQ?si=abc", youtube),
            ("https://m.youtube.com/shorts/dQw4w9WgXcQ", youtube),
            ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1"),
            (
                "https://vimeo.com/76979871/abcdef12",
                "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1&h=abcdef12",
            ),
            (
                "https://tube.example/w/p7ZMfg9kQxKdL2z",
                "https://tube.example/videos/embed/p7ZMfg9kQxKdL2z?autoplay=1&p2p=0",
            ),
            (
                "https://tube.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d",
                "https://tube.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d?autoplay=1&p2p=0",
            ),
        ] {
            assert_eq!(player(address), Some(Player::Frame(frame.into())), "{address}");
        }
        let file = "https://a.example/films/one.webm?x=1";
        assert_eq!(player(file), Some(Player::File(file.into())));
    }

    #[test]
    fn others_are_only_linked() {
        for address in [
            "https://www.youtube.com/@channel",
            "https://www.youtube.com/watch?v=\"><script>",
            "https://a.example/page",
            "https://vimeo.com/channels/staff",
            "javascript:alert(1)//x/one.mp4",
            "https://a.example",
        ] {
            assert_eq!(player(address), None, "{address}");
        }
    }
}
