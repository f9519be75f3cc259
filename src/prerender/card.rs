//! One card, as it stands in the page.

use super::page::{MADE, MARK, Page, Place};
use super::plain::without_script;
use super::settings::{self, Around};
use super::world::Making;
use super::{Css, Kit, Options, style};
use crate::campaign::Campaign;
use crate::event;
use crate::html::Html;
use crate::html::card::render;
use crate::i18n::Locale;
use crate::problem::Problem;
use crate::widget::Widget;
use crate::world::World;

/// A card that was made.
pub struct Made {
    /// What is inserted; nothing where there is nothing to show.
    pub html: String,
    /// What is wrong with its settings.
    pub problems: Vec<Problem>,
    /// The line of the mistake in its JSON, from 1.
    pub wrong_line: usize,
}

/// Makes the card for `place`, with `json` inside.
pub fn make(
    place: &Place,
    json: Option<&str>,
    page: &Page,
    around: &Around,
    base: &str,
    options: &Options,
    kit: &Kit,
) -> Made {
    let read = settings::read(place, json, page, around);
    let world = Making { now: options.now, base: base.into(), resolve: kit.resolve };
    let (_, events) = event::read(&read.settings, &world);
    let (campaign, mut problems) = Campaign::read(read.settings, &world);
    problems.extend(events);
    let (locale, words) = kit.speak(&read.languages);
    let widget = Widget::new(campaign, locale, kit.catalogue, "", "", &world);
    problems.extend(widget.unknown_channels());
    let html = if widget.campaign.text("headline").is_empty() {
        String::new()
    } else {
        whole(place, &widget, words, world.now(), &options.css)
    };
    Made { html, problems, wrong_line: read.wrong_line }
}

fn whole(place: &Place, widget: &Widget, words: Locale, now: i64, css: &Css) -> String {
    let card = without_script(&render(widget, now), &widget.campaign, widget.locale, words);
    let mut html = Html::default();
    if place.script {
        html.raw("<share-sign ").raw(MADE).raw("=\"script\"");
        for setting in &place.settings {
            // A name that no script could set either is left out.
            if valid(&setting.name) {
                html.raw(" ").text(&setting.name).raw("=\"").text(&setting.text).raw("\"");
            }
        }
        html.raw(">");
    }
    html.raw("<template shadowrootmode=\"open\" ").raw(MARK).raw(">");
    match css {
        Css::Inline => html.raw("<style>").raw(style::sheet()).raw("</style>"),
        Css::Link(address) => html.raw("<link rel=\"stylesheet\" href=\"").text(address).raw("\">"),
    };
    let end = if place.script { "</template></share-sign>" } else { "</template>" };
    [html.end(), card, end.into()].concat()
}

fn valid(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'))
}
