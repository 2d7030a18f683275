// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

//! Bare hyper: the fastest production HTTP/1.1 library we know of, without a framework.
//!
//!     hyper-peer --port N --threads N [--middleware]
//!
//! Each thread has a single-threaded runtime and a listener of its own (`SO_REUSEPORT`), as Fledge
//! has. With `--middleware` each answer also carries what Fledge's three middlewares add.

mod middleware;
mod routes;
mod rules;

use hyper::server::conn::Http;
use hyper::service::service_fn;
use socket2::{Domain, Socket, Type};
use std::net::{Ipv4Addr, SocketAddr};

#[derive(Clone, Copy)]
struct Arguments {
    port: u16,
    threads: usize,
    with_middleware: bool,
}

fn main() -> std::io::Result<()> {
    let arguments = parse(std::env::args().skip(1));
    for _ in 1..arguments.threads {
        std::thread::spawn(move || serve(arguments));
    }
    serve(arguments)
}

fn parse(mut words: impl Iterator<Item = String>) -> Arguments {
    let mut arguments = Arguments { port: 8080, threads: 1, with_middleware: false };
    while let Some(word) = words.next() {
        let mut number = || words.next().and_then(|text| text.parse().ok());
        match word.as_str() {
            "--port" => arguments.port = number().unwrap_or(8080) as u16,
            "--threads" => arguments.threads = number().unwrap_or(1),
            "--middleware" => arguments.with_middleware = true,
            _ => {}
        }
    }
    arguments
}

fn serve(arguments: Arguments) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    runtime.block_on(accept(arguments))
}

async fn accept(arguments: Arguments) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listen(arguments.port)?)?;
    let mut http = Http::new();
    // One flush for what came in together, as Fledge does; without it pipelining is slower.
    http.http1_only(true).pipeline_flush(true);
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let http = http.clone();
        tokio::spawn(async move {
            let service = service_fn(move |request| async move {
                if arguments.with_middleware {
                    middleware::wrap(request).await
                } else {
                    routes::answer(request).await
                }
            });
            // A client that hangs up is no news.
            let _ = http.serve_connection(stream, service).await;
        });
    }
}

fn listen(port: u16) -> std::io::Result<std::net::TcpListener> {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None)?;
    socket.set_reuse_address(true)?;
    socket.set_reuse_port(true)?;
    socket.set_nonblocking(true)?;
    socket.bind(&SocketAddr::from((Ipv4Addr::LOCALHOST, port)).into())?;
    socket.listen(4096)?;
    Ok(socket.into())
}
