// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The one resource: Frame.io's account request, `GET /v2/me`.

export const PEOPLE = new Map([
  ['ana', { id: 'u-ana', name: 'Ana Lima', email: 'ana@northlight.example' }],
  ['bo', { id: 'u-bo', name: 'Bo Öst', email: 'bo@northlight.example' }],
]);

export async function answerMe(provider, request, response) {
  const [scheme, value] = (request.headers.authorization ?? '').split(' ');
  const token = scheme === 'Bearer' && value ? await provider.AccessToken.find(value) : undefined;
  const person = token?.isValid ? PEOPLE.get(token.accountId) : undefined;
  response.writeHead(person ? 200 : 401, { 'content-type': 'application/json' });
  response.end(JSON.stringify(person ?? { code: 401, message: 'Unauthorized' }));
}
