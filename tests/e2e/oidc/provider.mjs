// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How oidc-provider is set up: one public and one confidential native client, PKCE S256 required, refresh token
// rotation, revocation, and Frame.io's scopes.
import { generateKeyPairSync, randomBytes } from 'node:crypto';

import Provider from 'oidc-provider';

import { page } from './pages.mjs';

const SCOPES = [
  'offline', 'account.read', 'asset.create', 'asset.read', 'asset.update', 'comment.create', 'comment.read',
  'project.read', 'team.read',
];

// Digits and a plus sign as in Adobe's, and the dot that oidc-provider wants of RFC 8252 7.1.
const HANDED_OVER = 'io.framekey.e2e+0123456789abcdef://callback/native';

function client(id, authentication, redirectUri = 'http://127.0.0.1/callback') {
  return {
    client_id: id,
    // RFC 8252 7.3: a native one's loopback redirect may have any port
    application_type: redirectUri.startsWith('https:') ? 'web' : 'native',
    redirect_uris: [redirectUri],
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token'],
    ...authentication,
  };
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' };
}

async function renderError(ctx, out) {
  ctx.type = 'html';
  ctx.body = page('Refused', [out.error, out.error_description ?? ''].join(': '));
}

export function makeProvider(base, { clientSecret, accessTokenLifetime, redirectUri }) {
  return new Provider(base, {
    clients: [
      client('framekey-public', { token_endpoint_auth_method: 'none' }, redirectUri),
      client('framekey-native', { token_endpoint_auth_method: 'none' }, HANDED_OVER),
      client('framekey-web', { token_endpoint_auth_method: 'client_secret_basic', client_secret: clientSecret }, redirectUri),
    ],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    scopes: SCOPES,
    pkce: { required: () => true, methods: ['S256'] },
    rotateRefreshToken: true,
    // oidc-provider looks for OpenID Connect's `offline_access`; Frame.io's word is `offline`.
    issueRefreshToken: async (ctx, client, code) => code.scopes.has('offline'),
    expiresWithSession: async (ctx, code) => !code.scopes.has('offline'),
    ttl: {
      AccessToken: accessTokenLifetime, AuthorizationCode: 60, Grant: 86400, IdToken: 3600, Interaction: 600,
      RefreshToken: 86400, Session: 86400,
    },
    features: { devInteractions: { enabled: false }, revocation: { enabled: true } },
    interactions: { url: (ctx, interaction) => `/person/${interaction.uid}` },
    findAccount: async (ctx, sub) => ({ accountId: sub, claims: async () => ({ sub }) }),
    renderError,
    cookies: { keys: [randomBytes(32).toString('base64')] },
    jwks: { keys: [signingKey()] },
  });
}
