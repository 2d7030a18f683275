// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// What RequestID, RequestLog and SecurityHeaders do for each request of Fledge, by hand, in the
// shape of an Express middleware.
'use strict';

let serial = 0;
const instance = Math.floor(Math.random() * 2 ** 32).toString(16);

// The null sink: the line is made and dropped.
const sink = { write(line) { this.last = line; } };

function middleware(request, response, next) {
  const start = process.hrtime.bigint();
  const id = instance + (serial++).toString(16).padStart(8, '0');
  response.setHeader('X-Request-ID', id);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('X-Frame-Options', 'SAMEORIGIN');
  const path = request.url;
  response.once('finish', () => {
    const milliseconds = (Number(process.hrtime.bigint() - start) / 1e6).toFixed(3);
    const answer = `${request.method} ${path} ${response.statusCode} ${milliseconds}ms`;
    sink.write(`info: ${answer} request-id=${id}\n`);
  });
  next();
}

module.exports = { middleware };
