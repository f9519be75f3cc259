//! Empties the outbox: one signature at a time, for all cards on the page, also
//! signatures of campaigns on other pages of the site.

use std::cell::{Cell, RefCell};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, RequestCredentials, RequestInit, Response};

use super::promise::settle;
use super::{card, env};
use crate::destination::{Destination, Outcome, Request};
use crate::outbox;
use crate::widget::Env;

/// The longest wait that a timer is set for, in milliseconds.
const LONGEST_TIMER: i64 = 3_600_000;

#[derive(Default)]
struct Post {
    busy: Cell<bool>,
    timer: RefCell<Option<Timeout>>,
    listeners: RefCell<Vec<EventListener>>,
}

thread_local! {
    static POST: Post = Post::default();
}

/// Starts sending what waits, now and whenever the network or the supporter comes
/// back. Stops by itself when nothing waits.
pub fn start() {
    let first = POST.with(|post| post.listeners.borrow().is_empty());
    if first && let Some(window) = web_sys::window() {
        let back = |hurry: bool| {
            move |_: &web_sys::Event| {
                if hurry {
                    env::with(|page| outbox::hurry(page.store(), page.now()));
                }
                send();
            }
        };
        let mut listeners = vec![EventListener::new(&window, "online", back(true))];
        if let Some(document) = window.document() {
            listeners.push(EventListener::new(&document, "visibilitychange", back(false)));
        }
        POST.with(|post| *post.listeners.borrow_mut() = listeners);
    }
    send();
}

/// Leaves the page alone: no card is left on it.
pub fn stop() {
    POST.with(|post| {
        post.listeners.borrow_mut().clear();
        *post.timer.borrow_mut() = None;
    });
}

/// Sends the next signature that is due, and the others after it.
pub fn send() {
    if POST.with(|post| post.busy.get()) {
        return;
    }
    let Some(entry) = env::with(|page| outbox::take(page.store(), page.now())) else {
        return wait();
    };
    let id = entry.signature.id.clone();
    let destination = Destination::read(&entry.signature.destination, &|address| Some(address.into()));
    let request = destination.as_ref().and_then(|destination| destination.request(&entry.signature));
    let (Some(destination), Some(request)) = (destination, request) else {
        // Written by a later release: it is not ours to judge.
        return settled(&id, Outcome::Later, None);
    };
    POST.with(|post| post.busy.set(true));
    fetch(&request, move |status, retry_after| {
        POST.with(|post| post.busy.set(false));
        settled(&id, destination.outcome(status), retry_after);
    });
}

fn settled(id: &str, outcome: Outcome, retry_after: Option<u64>) {
    let ours =
        env::with(|page| outbox::settle(page.store(), id, outcome, retry_after, page.now(), page.random()));
    if ours {
        card::settled(id, outcome);
    }
    send();
}

fn wait() {
    let due = env::with(|page| outbox::due(page.store()).map(|at| at - page.now()));
    let timer = due.map(|pause| {
        let pause = u32::try_from(pause.clamp(100, LONGEST_TIMER)).unwrap_or(u32::MAX);
        Timeout::new(pause, send)
    });
    POST.with(|post| *post.timer.borrow_mut() = timer);
}

/// Makes `request` and calls `done` with the HTTP status, 0 for no reply, and the
/// seconds of a `Retry-After` header that the page may read.
fn fetch(request: &Request, done: impl FnOnce(u16, Option<u64>) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let headers = Object::new();
    let _ = Reflect::set(&headers, &"content-type".into(), &request.content_type.into());
    let init = RequestInit::new();
    init.set_method(request.method);
    init.set_headers(&headers);
    init.set_body(&JsValue::from_str(&request.body));
    init.set_credentials(RequestCredentials::Omit);
    // Outlives the page: a supporter who signs and leaves at once has signed.
    let _ = Reflect::set(&init, &"keepalive".into(), &JsValue::TRUE);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(u32::try_from(outbox::TIMEOUT).unwrap_or(u32::MAX))));
    settle(&window.fetch_with_str_and_init(&request.url, &init), |result| {
        let response = result.ok().and_then(|value| value.dyn_into::<Response>().ok());
        let retry_after =
            response.as_ref().and_then(|response| response.headers().get("retry-after").ok()?);
        done(
            response.map_or(0, |response| response.status()),
            retry_after.and_then(|seconds| crate::number::parse(&seconds)),
        );
    });
}
