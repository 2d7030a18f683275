// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

//! The routes, matched by hand.

use hyper::header::{HeaderValue, CONTENT_TYPE};
use hyper::{Body, Method, Request, Response, StatusCode};
use serde::{Deserialize, Serialize};
use std::convert::Infallible;

#[derive(Serialize, Deserialize)]
pub struct User {
    id: i64,
    pub name: String,
    pub email: String,
    pub tags: Vec<String>,
}

pub async fn answer(request: Request<Body>) -> Result<Response<Body>, Infallible> {
    let path = request.uri().path();
    Ok(match (request.method(), path) {
        (&Method::GET, "/plaintext" | "/async") => text(Body::from("Hello, World!")),
        (&Method::GET, "/json") => json(&ada()),
        (&Method::POST, "/users") => create(request.into_body()).await,
        (&Method::GET, "/4k") => text(Body::from(PAGE)),
        (&Method::GET, "/stream") => stream(),
        (&Method::GET, path) => match path.strip_prefix("/users/").map(str::parse::<i64>) {
            Some(Ok(id)) => text(Body::from(format!("user {id}"))),
            _ => empty(StatusCode::NOT_FOUND),
        },
        _ => empty(StatusCode::NOT_FOUND),
    })
}

async fn create(body: Body) -> Response<Body> {
    let user: User = match hyper::body::to_bytes(body).await.map(|b| serde_json::from_slice(&b)) {
        Ok(Ok(user)) => user,
        _ => return empty(StatusCode::BAD_REQUEST),
    };
    if !user.is_valid() {
        return empty(StatusCode::UNPROCESSABLE_ENTITY);
    }
    json(&user)
}

/// Sixteen pieces of 1 KiB, in chunks.
fn stream() -> Response<Body> {
    let (mut sender, body) = Body::channel();
    tokio::spawn(async move {
        for _ in 0..16 {
            if sender.send_data(PAGE[..1024].into()).await.is_err() {
                return;
            }
        }
    });
    text(body)
}

fn ada() -> User {
    User {
        id: 7,
        name: "Ada Lovelace".into(),
        email: "ada@example.com".into(),
        tags: vec!["admin".into(), "staff".into(), "early".into()],
    }
}

fn text(body: Body) -> Response<Body> {
    typed(body, "text/plain; charset=utf-8")
}

fn json(user: &User) -> Response<Body> {
    match serde_json::to_vec(user) {
        Ok(bytes) => typed(Body::from(bytes), "application/json"),
        Err(_) => empty(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

fn typed(body: Body, media_type: &'static str) -> Response<Body> {
    let mut response = Response::new(body);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    response
}

fn empty(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

/// 4 KiB of text, made when this is compiled.
const PAGE: &str = match std::str::from_utf8(&PAGE_BYTES) {
    Ok(text) => text,
    Err(_) => "",
};

const PAGE_BYTES: [u8; 4096] = {
    let mut bytes = [0; 4096];
    let mut index = 0;
    while index < bytes.len() {
        bytes[index] = b"0123456789abcdef"[index % 16];
        index += 1;
    }
    bytes
};
