// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// An authorization server that is not ours (npm oidc-provider) with Frame.io's scopes, on loopback. Prints its base URL
// on the first line and ends when its standard input closes.
//
//   --access-token-lifetime S   seconds (3600)
//   --iss on|off                RFC 9207's `iss` in the redirect (on)
//   --redirect-uri URI          a web client's, in the place of RFC 8252's any port on 127.0.0.1
//   --failing FILE              while it is there, the token endpoint answers 503
//   --log FILE                  a line of JSON a request, with hashes instead of secrets
//   --secrets FILE              a line of JSON a secret issued, for the test that searches for them (mode 0600)
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

import { Journal } from './journal.mjs';
import { makeProvider } from './provider.mjs';
import { answerPerson } from './people.mjs';
import { answerMe } from './me.mjs';

// The provider prints its notices on standard output, whose first line belongs to the base URL.
console.info = console.error;

const { values: options } = parseArgs({
  options: {
    'access-token-lifetime': { type: 'string', default: '3600' },
    iss: { type: 'string', default: 'on' },
    'redirect-uri': { type: 'string' },
    failing: { type: 'string' },
    log: { type: 'string' },
    secrets: { type: 'string' },
  },
});

// Characters that the two encodings of RFC 6749 2.3.1 (form, then base64) must both carry.
const clientSecret = `${randomBytes(18).toString('base64url')}+/%:&=~`;
const journal = new Journal(options.log, options.secrets, { dropIss: options.iss === 'off' });
journal.secret('client_secret', clientSecret);

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const base = `http://127.0.0.1:${server.address().port}`;
  const provider = makeProvider(base, {
    clientSecret, accessTokenLifetime: Number(options['access-token-lifetime']), redirectUri: options['redirect-uri'],
  });
  const answerProtocol = provider.callback();

  server.on('request', async (request, response) => {
    await journal.follow(request, response);
    const path = request.url.split('?')[0];
    try {
      if (path === '/token' && options.failing && existsSync(options.failing)) response.writeHead(503).end();
      else if (path.startsWith('/person/')) await answerPerson(provider, request, response);
      else if (path === '/v2/me') await answerMe(provider, request, response);
      else answerProtocol(request, response);
    } catch (error) {
      console.error(error);
      response.writeHead(500).end();
    }
  });
  process.stdout.write(`${base}\n`);
});

process.stdin.on('end', () => process.exit(0)).resume();
