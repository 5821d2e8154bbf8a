// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Follows every request from outside the provider: what was sent and answered goes to the log with hashes in the place
// of secrets; the secrets themselves go to a file of their own.
import { appendFileSync, closeSync, openSync } from 'node:fs';
import { createHash } from 'node:crypto';

const SECRETS = ['code', 'code_verifier', 'access_token', 'refresh_token', 'token', 'client_secret'];
const SHOWN = ['code_challenge_method', 'redirect_uri', 'grant_type', 'scope', 'client_id', 'token_type_hint'];

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

async function bodyOf(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

export class Journal {
  constructor(log, secrets, { dropIss }) {
    this.log = log;
    this.secrets = secrets;
    this.dropIss = dropIss;
    this.known = new Set();
    for (const file of [log, secrets]) if (file) closeSync(openSync(file, 'a', 0o600));
  }

  secret(kind, value) {
    if (!value || this.known.has(value)) return;
    this.known.add(value);
    if (this.secrets) appendFileSync(this.secrets, `${JSON.stringify({ kind, value })}\n`);
  }

  // The provider takes `request.body` where the stream has been read already.
  async follow(request, response) {
    const url = new URL(request.url, 'http://loopback');
    request.body = await bodyOf(request);
    const body = new URLSearchParams(request.headers['content-type']?.includes('json') ? '' : request.body);
    const entry = {
      time: Date.now(), method: request.method, path: url.pathname, query: [...url.searchParams.keys()],
      body: [...body.keys()], authorization: request.headers.authorization?.split(' ')[0] ?? null,
      sent: this.described(new Map([...url.searchParams, ...body])),
      state: url.searchParams.get('state')?.length ?? null,
    };
    // No secret, but named to the test that searches for secrets.
    this.secret('state', url.searchParams.get('state'));
    this.watch(response, entry);
  }

  described(parameters) {
    const seen = {};
    for (const [name, value] of parameters) {
      if (SHOWN.includes(name)) seen[name] = value;
      if (!SECRETS.includes(name)) continue;
      seen[name] = sha256(value);
      this.secret(name, value);
    }
    return seen;
  }

  watch(response, entry) {
    const pieces = [];
    const { end, setHeader } = response;
    response.setHeader = (name, value) => setHeader.call(response, name, this.redirect(name, value));
    response.end = (piece, ...rest) => {
      if (piece && typeof piece !== 'function') pieces.push(Buffer.from(piece));
      this.close(entry, response, Buffer.concat(pieces).toString());
      return end.call(response, piece, ...rest);
    };
  }

  redirect(name, value) {
    if (!this.dropIss || name.toLowerCase() !== 'location' || !/[?&]state=/.test(value)) return value;
    return value.replace(/([?&])iss=[^&]*&?/, '$1').replace(/[?&]$/, '');
  }

  close(entry, response, text) {
    const location = response.getHeader('location');
    const redirect = location ? new Map(new URL(location, 'http://loopback').searchParams) : new Map();
    const json = String(response.getHeader('content-type')).includes('json') ? JSON.parse(text) : {};
    const answered = this.described(new Map([...redirect, ...Object.entries(json)]));
    const error = json.error ?? redirect.get('error');
    const names = location ? [...redirect.keys()] : Object.keys(json);
    const line = { ...entry, status: response.statusCode, answered, names, ...(error && { error }) };
    if (this.log) appendFileSync(this.log, `${JSON.stringify(line)}\n`);
  }
}
