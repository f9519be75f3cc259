//! Listens to what the supporter does inside a card.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement, MouseEvent};

use super::card::Inner;
use crate::widget::Action;

/// Listens until the result is dropped.
pub fn listen(card: &Rc<Inner>) -> Vec<EventListener> {
    let on = |name: &'static str, handle: fn(&Rc<Inner>, &Event)| {
        let inner = Rc::downgrade(card);
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&card.root, name, options, move |event| {
            if let Some(card) = inner.upgrade() {
                handle(&card, event);
            }
        })
    };
    vec![
        on("click", clicked),
        on("auxclick", clicked),
        on("submit", submitted),
        on("focusout", |card, event| control(card, event, Action::Left)),
        on("input", |card, event| control(card, event, Action::Typed)),
    ]
}

/// A click, Enter on a link, or the middle button, which opens a tab as well. The
/// right button opens a menu, and what is chosen there nobody learns.
fn clicked(card: &Rc<Inner>, event: &Event) {
    let middle = event.dyn_ref::<MouseEvent>().map_or(0, MouseEvent::button);
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = target.and_then(|target| target.closest("[data-channel]").ok()?);
    if let Some(channel) = link.and_then(|link| link.get_attribute("data-channel"))
        && middle != 2
        && !card.share(&channel)
    {
        event.prevent_default();
    }
}

fn submitted(card: &Rc<Inner>, event: &Event) {
    event.prevent_default();
    card.sign();
}

fn control(card: &Rc<Inner>, event: &Event, action: fn(String, String) -> Action) {
    if let Some((name, value)) =
        event.target().and_then(|target| target.dyn_into().ok()).and_then(|element| read(&element))
    {
        card.act(action(name, value));
    }
}

/// Name and value of a control; nothing for a choice that is not made.
pub fn read(element: &Element) -> Option<(String, String)> {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        let chosen = input.type_() != "radio" || input.checked();
        return chosen.then(|| (input.name(), input.value()));
    }
    element.dyn_ref::<HtmlTextAreaElement>().map(|area| (area.name(), area.value()))
}
