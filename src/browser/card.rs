//! One `<share-sign>` element: what its page shell calls, and the doing of what
//! the card's logic asks for.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use js_sys::JSON;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, HtmlElement, ShadowRoot, console};

use super::seen::Seen;
use super::{assets, clipboard, env, events, patch, post};
use crate::campaign::Campaign;
use crate::channel::Kind;
use crate::destination::Outcome;
use crate::html::card::render;
use crate::json::Object;
use crate::problem::Problem;
use crate::settings::Settings;
use crate::widget::{Action, Effect, Env, Widget};

thread_local! {
    /// The cards on the page.
    static CARDS: RefCell<Vec<Weak<Inner>>> = const { RefCell::new(Vec::new()) };
    /// What this page load has counted already, by kind and campaign.
    static COUNTED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static SAID_MEMORY_ONLY: Cell<bool> = const { Cell::new(false) };
}

/// Whether this is the first time on this page load for `what` of `campaign`.
fn first(what: &str, campaign: &str) -> bool {
    let key = [what, campaign].join(" ");
    COUNTED.with_borrow_mut(|counted| {
        let first = !counted.contains(&key);
        if first {
            counted.push(key);
        }
        first
    })
}

/// Tells every card on the page what became of a signature.
pub(super) fn settled(id: &str, outcome: Outcome) {
    let cards: Vec<_> = CARDS.with_borrow(|cards| cards.iter().filter_map(Weak::upgrade).collect());
    for card in cards {
        card.act(Action::Settled(id.into(), outcome));
    }
}

/// A card on the page. Freeing it removes every listener and timer.
#[wasm_bindgen]
pub struct Card {
    inner: Rc<Inner>,
    _listeners: Vec<EventListener>,
    _seen: Option<Seen>,
}

pub(super) struct Inner {
    host: HtmlElement,
    pub(super) root: ShadowRoot,
    widget: RefCell<Widget>,
    /// What was complained about last, so that nothing is said twice.
    problems: RefCell<Vec<Problem>>,
}

#[wasm_bindgen]
impl Card {
    /// Draws a card into `root`. `settings` are packed (see [`Settings::unpack`]);
    /// `locale` names one that was added.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: ShadowRoot, settings: &str, locale: &str) -> Card {
        let settings = Settings::unpack(settings);
        let (campaign, problems) = read(&settings);
        let page = settings.get("page.url").unwrap_or("");
        let mut widget = env::with(|env| {
            Widget::new(campaign, assets::locale(locale), assets::catalogue(), &env::shard(), page, env)
        });
        widget.can_share = clipboard::can_share();
        let inner = Rc::new(Inner { host, root, widget: RefCell::new(widget), problems: RefCell::default() });
        inner.draw();
        inner.complain(problems);
        CARDS.with_borrow_mut(|cards| cards.push(Rc::downgrade(&inner)));

        let landed = !matches!(settings.get("page.navigation"), Some("reload" | "back_forward"));
        let landed = landed && first("arrival", &inner.widget.borrow().campaign.id);
        let effects = env::with(|env| inner.widget.borrow_mut().start(landed, env));
        inner.perform(effects);
        post::start();
        let watched = Rc::downgrade(&inner);
        let seen = Seen::watch(&inner.host, move || {
            if let Some(card) = watched.upgrade()
                && first("view", &card.widget.borrow().campaign.id)
            {
                card.act(Action::Seen);
            }
        });
        Card { _listeners: events::listen(&inner), _seen: seen, inner }
    }

    /// Takes up changed settings; what the supporter has typed stays.
    pub fn configure(&self, settings: &str, locale: &str) {
        let (campaign, problems) = read(&Settings::unpack(settings));
        let mut widget = self.inner.widget.borrow_mut();
        widget.locale = assets::locale(locale);
        widget.catalogue = assets::catalogue();
        env::with(|env| widget.reconfigure(campaign, env));
        drop(widget);
        self.inner.draw();
        self.inner.complain(problems);
    }

    /// Whether a channel is shown whose icon has not been loaded.
    #[wasm_bindgen(js_name = lacksIcons)]
    pub fn lacks_icons(&self) -> bool {
        self.inner.widget.borrow().channels().iter().any(|channel| channel.icon.is_empty())
    }

    /// Whether there is anything to show at all.
    #[wasm_bindgen(js_name = isEmpty)]
    pub fn is_empty(&self) -> bool {
        let widget = self.inner.widget.borrow();
        widget.campaign.headline.is_empty() && widget.channels().is_empty()
    }

    /// The share links, as JSON.
    pub fn links(&self) -> String {
        self.inner.widget.borrow().links()
    }

    /// The counts, as JSON.
    pub fn stats(&self) -> String {
        env::with(|env| self.inner.widget.borrow().stats(env))
    }

    /// The signatures that wait, as JSON.
    pub fn outbox(&self) -> String {
        env::with(|env| self.inner.widget.borrow().outbox(env))
    }

    /// Does what a click on `channel` does. Call it inside the click.
    pub fn share(&self, channel: &str) {
        let widget = self.inner.widget.borrow();
        let link = widget.catalogue.get(channel).filter(|found| found.is_link());
        let opened =
            link.map(|found| (widget.href(found), if found.opens_tab() { "_blank" } else { "_self" }));
        drop(widget);
        if self.inner.share(channel)
            && let (Some((href, target)), Some(window)) = (opened, web_sys::window())
        {
            let _ = window.open_with_url_and_target_and_features(&href, target, "noopener,noreferrer");
        }
    }
}

impl Drop for Card {
    fn drop(&mut self) {
        CARDS.with_borrow_mut(|cards| {
            cards.retain(|card| card.upgrade().is_some_and(|card| !Rc::ptr_eq(&card, &self.inner)));
            if cards.is_empty() {
                post::stop();
            }
        });
    }
}

fn read(settings: &Settings) -> (Campaign, Vec<Problem>) {
    let base = settings.get("page.base").unwrap_or("");
    Campaign::read(settings, &|address| Some(web_sys::Url::new_with_base(address, base).ok()?.href()))
}

impl Inner {
    /// Lets `action` happen to the card, redraws it and does what follows.
    pub(super) fn act(&self, action: Action) {
        let effects = env::with(|env| self.widget.borrow_mut().update(action, env));
        self.draw();
        self.perform(effects);
    }

    /// Passes the campaign on through `channel`; false where the page forbids it.
    pub(super) fn share(self: &Rc<Self>, channel: &str) -> bool {
        let widget = self.widget.borrow();
        let detail = widget.share_detail(channel);
        let kind = widget.catalogue.get(channel).map(|found| found.kind);
        let landing = widget.landing(channel);
        let (title, text) = (widget.campaign.headline.clone(), widget.campaign.message(channel).to_owned());
        drop(widget);
        if !self.emit("before-share", &detail, true) {
            return false;
        }
        match kind {
            Some(Kind::Copy) => {
                let card = Rc::downgrade(self);
                clipboard::copy(&landing, move |done| {
                    if let Some(card) = card.upgrade() {
                        card.act(Action::Copied(done));
                    }
                });
            }
            Some(Kind::Device) => clipboard::share(&title, &text, &landing),
            _ => {}
        }
        self.act(Action::Shared(channel.into()));
        true
    }

    pub(super) fn sign(&self) {
        let detail = Object::default().text("campaign", &self.widget.borrow().campaign.id).end();
        if !self.emit("before-sign", &detail, true) {
            return;
        }
        let mut values = Vec::new();
        if let Ok(controls) = self.root.query_selector_all("input,textarea") {
            for index in 0..controls.length() {
                let control = controls.item(index).and_then(|node| node.dyn_into().ok());
                values.extend(control.and_then(|element| events::read(&element)));
            }
        }
        self.act(Action::Sign(values));
    }

    fn draw(&self) {
        let now = env::with(Env::now);
        patch::patch(&self.root, &render(&self.widget.borrow(), now));
        if self.widget.borrow_mut().take_memory_only() && !SAID_MEMORY_ONLY.replace(true) {
            console::warn_1(
                &"share-sign: this browser keeps nothing for this page; counts last until it is left.".into(),
            );
        }
    }

    fn perform(&self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Emit(name, detail) => {
                    self.emit(name, &detail, false);
                }
                Effect::Focus(id) => self.focus(&id),
                Effect::Send => post::send(),
            }
        }
    }

    fn focus(&self, id: &str) {
        let element = self.root.get_element_by_id(id).and_then(|found| found.dyn_into::<HtmlElement>().ok());
        if let Some(element) = element {
            let _ = element.focus();
            if let Ok(input) = element.dyn_into::<web_sys::HtmlInputElement>()
                && input.read_only()
            {
                input.select();
            }
        }
    }

    /// Raises `share-sign:name` on the element; false where a listener objected.
    fn emit(&self, name: &str, detail: &str, cancelable: bool) -> bool {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_cancelable(cancelable);
        init.set_detail(&JSON::parse(detail).unwrap_or(JsValue::NULL));
        CustomEvent::new_with_event_init_dict(&["share-sign:", name].concat(), &init)
            .and_then(|event| self.host.dispatch_event(&event))
            .unwrap_or(true)
    }

    /// Says on the console what is wrong with the settings, and tells the page.
    fn complain(&self, mut problems: Vec<Problem>) {
        problems.extend(self.widget.borrow().unknown_channels());
        let known = self.problems.replace(problems.clone());
        for problem in problems.into_iter().filter(|problem| !known.contains(problem)) {
            let message = problem.message();
            console::error_2(&JsValue::from_str(&message), &self.host);
            let detail = Object::default()
                .text("campaign", &self.widget.borrow().campaign.id)
                .text("code", problem.code)
                .text("attribute", &problem.attribute)
                .text("value", &problem.value)
                .text("expected", problem.expected)
                .text("message", &message);
            self.emit("error", &detail.end(), false);
        }
    }
}
