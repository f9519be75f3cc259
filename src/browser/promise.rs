//! Waiting for a promise without an executor, which would cost more bytes than
//! all the waiting that the card does.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

/// Calls `done` with what `promise` comes to: its value, or the reason it failed.
pub fn settle(promise: &Promise, done: impl FnOnce(Result<JsValue, JsValue>) + 'static) {
    let done = Rc::new(Cell::new(Some(done)));
    let late = done.clone();
    let call = move |result| {
        if let Some(done) = done.take() {
            done(result);
        }
    };
    let kept = Closure::once(move |value| call(Ok(value)));
    let broken = Closure::once(move |reason| {
        if let Some(done) = late.take() {
            done(Err(reason));
        }
    });
    let _ = promise.then2(&kept, &broken);
    // The promise lets go of them once it is settled.
    kept.forget();
    broken.forget();
}
