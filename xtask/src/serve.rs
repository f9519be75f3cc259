//! `cargo xtask serve`: the demo site on this machine, rebuilt on change.

mod files;
mod watch;

use crate::build;
use anyhow::{Context, Result, anyhow, bail};
use files::Answer;
use std::fs::File;
use std::io::Write;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

const DEFAULT_PORT: u16 = 8000;
/// A page loads several files at once.
const WORKERS: usize = 4;

/// Builds and serves until it is stopped.
pub fn run(arguments: &[&str]) -> Result<()> {
    let port = match arguments {
        [] => DEFAULT_PORT,
        ["--port", number] => number
            .parse()
            .with_context(|| format!("--port takes a number from 1 to 65535, not \"{number}\""))?,
        other => bail!("serve takes nothing but --port N; it got \"{}\"", other.join(" ")),
    };
    build::run()?;
    let server = Server::from_listener(listen(port)?, None).map_err(|error| anyhow!(error))?;
    let address = server.server_addr();
    println!("The demo site is at\nhttp://{address}/\nStop with Ctrl+C.");
    std::io::stdout().flush()?;

    let server = Arc::new(server);
    for _ in 0..WORKERS {
        let server = Arc::clone(&server);
        thread::spawn(move || {
            for request in server.incoming_requests() {
                // A browser that went away needs no answer.
                let _ = respond(request);
            }
        });
    }
    watch::forever()
}

/// The port, or the next one that is free.
fn listen(port: u16) -> Result<TcpListener> {
    let mut failure = None;
    for port in port..=port.saturating_add(99) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) => failure = Some(error),
        }
    }
    let reason = failure.map(|error| error.to_string()).unwrap_or_default();
    bail!("no port from {port} on is free on 127.0.0.1: {reason}")
}

fn respond(request: Request) -> Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        let refusal = Response::from_string("only GET and HEAD are answered here\n").with_status_code(405);
        return Ok(request.respond(refusal)?);
    }
    match files::answer(request.url()) {
        Answer::File(path, kind) => {
            let response = Response::from_file(File::open(path)?)
                .with_chunked_threshold(usize::MAX)
                .with_header(header("Content-Type", kind)?)
                .with_header(header("Cache-Control", "no-cache")?);
            request.respond(response)?;
        }
        Answer::Folder(address) => {
            let response = Response::empty(301).with_header(header("Location", &address)?);
            request.respond(response)?;
        }
        Answer::Nothing => {
            let text = format!("there is nothing at {}\n", request.url());
            request.respond(Response::from_string(text).with_status_code(404))?;
        }
    }
    Ok(())
}

fn header(name: &str, value: &str) -> Result<Header> {
    Header::from_bytes(name, value).map_err(|()| anyhow!("{name} cannot be \"{value}\""))
}
