//! Notices that a card was really seen: half of it (or, where it is taller than
//! the window, half the window) visible for a second.

use gloo::timers::callback::Timeout;
use js_sys::Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

const LONG_ENOUGH: u32 = 1000;

/// Watches until it is dropped, or until the element was seen.
pub struct Seen {
    observer: IntersectionObserver,
    _timer: Rc<RefCell<Option<Timeout>>>,
    _callback: Closure<dyn FnMut(Array)>,
}

impl Seen {
    /// Calls `seen` once, when `element` was. `None` where the browser cannot tell.
    pub fn watch(element: &Element, seen: impl Fn() + Clone + 'static) -> Option<Self> {
        let timer: Rc<RefCell<Option<Timeout>>> = Rc::default();
        let running = timer.clone();
        let callback = Closure::new(move |entries: Array| {
            let visible = entries.pop().dyn_ref().is_some_and(half_visible);
            let mut running = running.borrow_mut();
            if !visible {
                *running = None;
            } else if running.is_none() {
                let seen = seen.clone();
                *running = Some(Timeout::new(LONG_ENOUGH, move || seen()));
            }
        });
        let steps = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0];
        let options = IntersectionObserverInit::new();
        options.set_threshold(&steps.iter().map(|step| JsValue::from_f64(*step)).collect::<Array>());
        let observer =
            IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok()?;
        observer.observe(element);
        Some(Seen { observer, _timer: timer, _callback: callback })
    }
}

fn half_visible(entry: &IntersectionObserverEntry) -> bool {
    let window = entry.root_bounds().map_or(f64::INFINITY, |bounds| bounds.height());
    entry.intersection_ratio() >= 0.5 || entry.intersection_rect().height() >= window / 2.0
}

impl Drop for Seen {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
