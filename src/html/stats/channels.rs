//! The channels side by side.

use std::cmp::Ordering;

use super::numbers::{clicks, get};
use super::quantity::{decimal, whole};
use super::{Column, Panel, draw, open};
use crate::count::table::Kind;
use crate::html::Html;
use crate::i18n::Stats;
use crate::stats::report::Channel;

pub fn render(html: &mut Html, panel: Panel) {
    let heading = panel.say(Stats::ChannelsHeading);
    open(html, "channels", heading);
    let mut channels: Vec<&Channel> = panel.report.channels.iter().collect();
    if channels.is_empty() {
        html.raw("<p>").text(panel.say(Stats::ChannelsNone)).raw("</p></section>");
        return;
    }
    channels.sort_by(|one, other| order(panel, one, other));
    draw::table(html, heading);
    for column in Column::ALL {
        head(html, panel, column);
    }
    html.raw("</tr></thead><tbody>");
    // Bars compare what the table is sorted by; names cannot be compared by length.
    let measured = if panel.view.sort == Column::Name { Column::Signatures } else { panel.view.sort };
    let most = channels.iter().map(|channel| size(channel, measured)).max().unwrap_or(0);
    for channel in channels {
        html.raw("<tr><th scope=\"row\"><bdi>").text(panel.channel(&channel.id)).raw("</bdi>");
        draw::bar(html, size(channel, measured), most);
        html.raw("</th>");
        for column in [Column::Clicks, Column::Arrivals, Column::Signatures, Column::PerHundred] {
            html.raw(if column == measured { "<td class=\"by\">" } else { "<td>" });
            if column == Column::PerHundred {
                html.text(&channel.per_hundred.map_or("–".into(), |rate| decimal(panel.words, rate)));
            } else {
                html.text(&panel.words.number(size(channel, column)));
            }
            html.raw("</td>");
        }
        html.raw("</tr>");
    }
    html.raw("</tbody></table></div></section>");
}

fn head(html: &mut Html, panel: Panel, column: Column) {
    let label = match column {
        Column::Name => Stats::Channel,
        Column::Clicks => Stats::Clicks,
        Column::Arrivals => Stats::Arrivals,
        Column::Signatures => Stats::Signatures,
        Column::PerHundred => Stats::PerHundred,
    };
    html.raw("<th scope=\"col\"");
    let sorted = column == panel.view.sort;
    if sorted {
        html.raw(" aria-sort=\"").raw(if panel.view.descending { "descending\"" } else { "ascending\"" });
    }
    html.raw("><button type=\"button\" data-act=\"sort\" data-by=\"").raw(column.name()).raw("\">");
    html.text(panel.say(label)).raw("<span aria-hidden=\"true\">");
    html.raw(match (sorted, panel.view.descending) {
        (false, _) => "\u{a0}↕",
        (_, true) => "\u{a0}↓",
        (_, false) => "\u{a0}↑",
    });
    html.raw("</span></button></th>");
}

/// What `column` holds, as a whole number that grows with it.
fn size(channel: &Channel, column: Column) -> u64 {
    match column {
        Column::Name => 0,
        Column::Clicks => clicks(&channel.counts),
        Column::Arrivals => get(&channel.counts, Kind::Arrival),
        Column::Signatures => get(&channel.counts, Kind::Sign),
        Column::PerHundred => channel.per_hundred.map_or(0, |rate| whole(rate * 1000.0)),
    }
}

/// As the view wants it, and by name among equals. What came through no channel, and
/// what is unknown, always last.
fn order(panel: Panel, one: &Channel, other: &Channel) -> Ordering {
    if one.id.is_empty() != other.id.is_empty() {
        return one.id.is_empty().cmp(&other.id.is_empty());
    }
    let name = |channel: &Channel| panel.channel(&channel.id).to_lowercase();
    let column = panel.view.sort;
    if column == Column::PerHundred && one.per_hundred.is_some() != other.per_hundred.is_some() {
        return other.per_hundred.is_some().cmp(&one.per_hundred.is_some());
    }
    let by_name = name(one).cmp(&name(other));
    let up = if column == Column::Name { by_name } else { size(one, column).cmp(&size(other, column)) };
    (if panel.view.descending { up.reverse() } else { up }).then(by_name)
}
