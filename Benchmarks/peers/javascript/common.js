// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// What the Node and the Express peer share: the values, the rules, the command line.
'use strict';
const cluster = require('node:cluster');

// Made anew for every request, as the others do.
const ada = () => ({
  id: 7, name: 'Ada Lovelace', email: 'ada@example.com', tags: ['admin', 'staff', 'early'],
});

const isString = (value) => typeof value === 'string';

// In characters, which are one or two units of a JavaScript string.
const hasLength = (text, most) =>
  isString(text) && text !== '' && (text.length <= most || [...text].length <= most);

// HTML, 4.10.5.1.5.
const email = new RegExp(
  '^[a-z0-9.!#$%&\'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
  + '(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$', 'i');

// The rules of the schema that Fledge's POST /users declares. JSON.parse checks no types; who decodes
// into a type, as Fledge does, has checked them all.
const isValid = (user) =>
  Number.isInteger(user?.id) && hasLength(user.name, 80)
  && isString(user.email) && user.email.length <= 254 && email.test(user.email)
  && Array.isArray(user.tags) && user.tags.length <= 10
  && user.tags.every((tag) => hasLength(tag, 40)) && new Set(user.tags).size === user.tags.length;

const page = '0123456789abcdef'.repeat(256);
const chunk = '0123456789abcdef'.repeat(64);

function option(name, otherwise) {
  const index = process.argv.indexOf(name);
  return index < 0 ? otherwise : Number(process.argv[index + 1]);
}

// One process for each thread that was asked for; one is this process itself.
function run(listen) {
  const threads = option('--threads', 1);
  if (threads > 1 && cluster.isPrimary) {
    for (let index = 0; index < threads; index++) cluster.fork();
  } else {
    listen();
  }
}

module.exports = { ada, isValid, page, chunk, option, run };
