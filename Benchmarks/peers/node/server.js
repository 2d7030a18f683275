// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Node's http, without a framework.
//
//     node server.js --port N --threads N [--middleware]
//
// With --middleware each answer also carries what Fledge's three middlewares add.
'use strict';
const http = require('node:http');
const { ada, isValid, page, chunk, option, run } = require('../javascript/common.js');
const { middleware } = require('../javascript/middleware.js');

const TEXT = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json';

function send(response, type, body) {
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

function fail(response, status) {
  response.writeHead(status, { 'Content-Length': 0 });
  response.end();
}

function create(request, response) {
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', () => {
    let user;
    try {
      user = JSON.parse(Buffer.concat(pieces).toString('utf8'));
    } catch {
      return fail(response, 400);
    }
    if (!isValid(user)) return fail(response, 422);
    send(response, JSON_TYPE, JSON.stringify(user));
  });
}

// Sixteen pieces of 1 KiB, in chunks.
function stream(response) {
  response.writeHead(200, { 'Content-Type': TEXT });
  for (let piece = 0; piece < 16; piece++) response.write(chunk);
  response.end();
}

function show(path, response) {
  const id = Number(path.slice('/users/'.length));
  if (!Number.isInteger(id)) return fail(response, 404);
  send(response, TEXT, `user ${id}`);
}

function answer(request, response) {
  const path = request.url;
  if (request.method === 'POST') {
    return path === '/users' ? create(request, response) : fail(response, 404);
  }
  switch (path) {
    case '/plaintext':
    case '/async': return send(response, TEXT, 'Hello, World!');
    case '/json': return send(response, JSON_TYPE, JSON.stringify(ada()));
    case '/4k': return send(response, TEXT, page);
    case '/stream': return stream(response);
    default: return path.startsWith('/users/') ? show(path, response) : fail(response, 404);
  }
}

const wrapped = (request, response) => {
  middleware(request, response, () => answer(request, response));
};
const listener = process.argv.includes('--middleware') ? wrapped : answer;
run(() => http.createServer(listener).listen(option('--port', 8080), '127.0.0.1', 4096));
