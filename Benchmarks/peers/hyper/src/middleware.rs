// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

//! What `RequestID`, `RequestLog` and `SecurityHeaders` do for each request of Fledge, by hand.

use crate::routes;
use hyper::header::{HeaderName, HeaderValue};
use hyper::{Body, Request, Response};
use std::cell::Cell;
use std::convert::Infallible;
use std::time::Instant;

const SECURITY: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "SAMEORIGIN"),
];

pub async fn wrap(request: Request<Body>) -> Result<Response<Body>, Infallible> {
    let start = Instant::now();
    let id = request_id();
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let mut response = routes::answer(request).await?;
    let headers = response.headers_mut();
    for (name, value) in SECURITY {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if let Ok(value) = HeaderValue::from_str(&id) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
    let milliseconds = start.elapsed().as_secs_f64() * 1000.0;
    let status = response.status().as_u16();
    let line = format!("{method} {path} {status} {milliseconds:.3}ms request-id={id}");
    // The null sink: the line is made and dropped.
    std::hint::black_box(line);
    Ok(response)
}

/// 128 random bits as 32 hexadecimal digits, from a generator of the thread.
fn request_id() -> String {
    thread_local!(static STATE: Cell<u64> = const { Cell::new(0) });
    let next = || {
        STATE.with(|state| {
            // SplitMix64, seeded from the clock by the first request.
            let seed = match state.get() {
                0 => std::time::UNIX_EPOCH.elapsed().map_or(1, |time| time.as_nanos() as u64),
                old => old,
            };
            let now = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
            state.set(now);
            let mut bits = (now ^ (now >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            bits ^ (bits >> 31)
        })
    };
    format!("{:016x}{:016x}", next(), next())
}
