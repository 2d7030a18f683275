// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Express as its guide writes it, with what Fledge's three middlewares do and 100 other routes.
//
//     NODE_ENV=production node server.js --port N --threads N
'use strict';
const express = require('express');
const { ada, isValid, page, chunk, option, run } = require('../javascript/common.js');
const { middleware } = require('../javascript/middleware.js');

const app = express();
// Fledge sends neither; they would only cost Express time.
app.disable('x-powered-by');
app.disable('etag');
app.use(middleware);

const other = (request, response) => response.type('text/plain').send('other');
for (let number = 0; number < option('--routes', 100); number++) {
  app.get(`/other/route${number}/:id`, other);
}
const hello = (request, response) => response.type('text/plain').send('Hello, World!');
app.get('/plaintext', hello);
app.get('/async', async (request, response) => hello(request, response));
app.get('/json', (request, response) => response.json(ada()));
app.post('/users', express.json({ limit: '1mb' }), (request, response) => {
  if (!isValid(request.body)) return response.sendStatus(422);
  response.json(request.body);
});
app.get('/users/:id', (request, response) => {
  const id = Number(request.params.id);
  if (!Number.isInteger(id)) return response.sendStatus(404);
  response.type('text/plain').send(`user ${id}`);
});
app.get('/4k', (request, response) => response.type('text/plain').send(page));
app.get('/stream', (request, response) => {
  response.type('text/plain');
  for (let piece = 0; piece < 16; piece++) response.write(chunk);
  response.end();
});

run(() => app.listen(option('--port', 8080), '127.0.0.1', 4096));
