'use strict';

// Lets the contract's examples work when they are sent: what they only stand for is replaced by what is there. An id is
// that of Amina's account, or of what was made last; a code or the token of a link is the one that was sent last.

(() => {
  const ACCOUNT = '9f1c2f0e-6a0b-4a86-9a52-2f0c7b1d8e34';
  const MADE = {
    'phone-changes': '0f8fad5b-d9cb-469f-a165-70867728950e',
    recoveries: '2b6f0cc9-04d1-4d3a-8f0e-5a1c9e7d6b48',
    unlocks: '3q2-7wXl0Vb5ZkYt8mQeRjC1uN4hGfSaP9dIoLxKyTE',
    'verification-codes': '5d0f6c1e-8f4d-4c0b-9a57-0e6a3b7c2d19'
  };
  const ISSUER = 'https://login.example.nhs.uk';
  const HISTORY_BEFORE = '?before=1742';
  const TOKEN = '"token":"3q2-7wXl0Vb5ZkYt8mQeRjC1uN4hGfSaP9dIoLxKyTE"';
  const CODE = /"code":"(?:123456|012345)"/;

  const made = {};
  const make = window.SwaggerUIBundle;
  window.SwaggerUIBundle = Object.assign(
    options => make({ ...options, requestInterceptor: fill, responseInterceptor: remember }), make);

  async function fill(request) {
    if (new URL(request.url, location).pathname.startsWith('/v1/')) {
      const account = await amina();
      request.url = ids(request.url, account).replace(HISTORY_BEFORE, '');
      if (typeof request.body === 'string') {
        if (request.headers['Content-Type'] === 'application/x-ndjson') {
          request.body = text(request.body);
        }
        request.body = request.body.replaceAll(ISSUER, 'https://development.invalid');
        if (request.headers['Content-Type'] === 'application/json') {
          request.body = await values(ids(compact(request.body), account));
        }
      }
    }
    return request;
  }

  // Swagger UI shows an example of lines as one JSON string.
  function text(body) {
    try {
      const value = JSON.parse(body);
      return typeof value === 'string' ? value : body;
    } catch (lines) {
      return body;
    }
  }

  // What is no JSON is sent as it is, to see how it is refused.
  function compact(body) {
    try {
      return JSON.stringify(JSON.parse(body));
    } catch (malformed) {
      return body;
    }
  }

  function remember(response) {
    const collection = /\/v1\/([a-z-]+)$/.exec(new URL(response.url, location).pathname);
    if (response.status === 201 && collection) {
      made[collection[1]] = JSON.parse(response.text).id;
    }
    return response;
  }

  function ids(text, account) {
    return Object.entries(MADE).reduce(
      (all, [collection, example]) => text.includes(TOKEN) ? all : all.replaceAll(example, made[collection] || example),
      text.replaceAll(ACCOUNT, account));
  }

  async function values(body) {
    const code = CODE.test(body) ? await latest('code') : null;
    const token = body.includes(TOKEN) ? await latest('token') : null;
    return body
      .replace(CODE, found => code ? JSON.stringify({ code }).slice(1, -1) : found)
      .replace(TOKEN, found => token ? JSON.stringify({ token }).slice(1, -1) : found);
  }

  async function latest(value) {
    const answer = await fetch('/dev/messages/latest/' + value);
    return answer.ok ? (await answer.text()).trim() : null;
  }

  async function amina() {
    const answer = await fetch('/dev/tokens');
    const roles = answer.ok ? (await answer.json()).roles : [];
    return roles.filter(it => it.role === 'amina').map(it => it.account)[0] || ACCOUNT;
  }
})();
