//! What the charts have in common.

use super::Panel;
use super::scale::part;
use crate::html::Html;
use crate::i18n::Stats;
use crate::number;

/// The whole length of a chart's side, in the units of [`length`].
pub const WHOLE: u64 = 10_000;

/// ` name="12.34%"`, for a length in parts of [`WHOLE`]. Shares of the chart's size
/// let text keep its own size in charts of any width.
pub fn length(html: &mut Html, name: &'static str, length: u64) {
    html.raw(" ").raw(name).raw("=\"").text(&number::text(length / 100));
    html.raw(if length % 100 < 10 { ".0" } else { "." }).text(&number::text(length % 100)).raw("%\"");
}

/// ` name="n"`.
pub fn count(html: &mut Html, name: &'static str, n: u64) {
    html.raw(" ").raw(name).raw("=\"").text(&number::text(n)).raw("\"");
}

/// The beginning of a chart called `id`, with its name and its gist.
pub fn chart(html: &mut Html, id: &'static str, name: &str, gist: &str) {
    html.raw("<svg class=\"chart\" role=\"img\" aria-labelledby=\"")
        .raw(id)
        .raw("-name\" aria-describedby=\"");
    html.raw(id).raw("-gist\"><title id=\"").raw(id).raw("-name\">").text(name);
    html.raw("</title><desc id=\"").raw(id).raw("-gist\">").text(gist).raw("</desc>");
}

/// A bar beside a number that says the same: nobody needs to hear it.
pub fn bar(html: &mut Html, n: u64, most: u64) {
    html.raw("<svg class=\"bar\" aria-hidden=\"true\"><rect class=\"rest\" width=\"100%\" height=\"100%\"/>");
    if n > 0 {
        html.raw("<rect class=\"fill\" height=\"100%\"");
        // What is not nothing is seen.
        length(html, "width", part(n, most, WHOLE).max(80));
        html.raw("/>");
    }
    html.raw("</svg>");
}

/// The beginning of the table behind a chart, up to its first head cell; [`end`] ends it.
pub fn behind(html: &mut Html, panel: Panel, id: &'static str, name: &str) {
    html.raw("<details class=\"behind\" id=\"").raw(id).raw("-table\"><summary>");
    html.text(panel.say(Stats::AsTable)).raw("</summary>");
    table(html, name);
}

/// The beginning of a table that scrolls by itself where it is too wide.
pub fn table(html: &mut Html, name: &str) {
    html.raw("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"").text(name);
    html.raw("\"><table><thead><tr>");
}

/// Cells at the head of columns.
pub fn heads(html: &mut Html, names: &[&str]) {
    for name in names {
        html.raw("<th scope=\"col\">").text(name).raw("</th>");
    }
    html.raw("</tr></thead><tbody>");
}

/// A row of numbers.
pub fn row(html: &mut Html, panel: Panel, name: &str, numbers: &[u64]) {
    html.raw("<tr><th scope=\"row\">").text(name).raw("</th>");
    for n in numbers {
        html.raw("<td>").text(&panel.words.number(*n)).raw("</td>");
    }
    html.raw("</tr>");
}

/// The end of [`behind`].
pub fn end(html: &mut Html) {
    html.raw("</tbody></table></div></details>");
}
