// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The person's part of a sign-in: the login page, then the consent page with a box for each scope.
import { consentPage, loginPage } from './pages.mjs';
import { PEOPLE } from './me.mjs';

const denied = { error: 'access_denied', error_description: 'The person said no' };

export async function answerPerson(provider, request, response) {
  const interaction = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') return show(response, 200, pageFor(interaction));
  const form = new URLSearchParams(request.body);
  if (form.get('decision') !== 'allow') return provider.interactionFinished(request, response, denied);
  if (interaction.prompt.name === 'consent') {
    const consent = { grantId: await grantChosen(provider, interaction, form.getAll('scope')) };
    return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
  }
  if (!PEOPLE.has(form.get('person')) || !form.get('password')) return show(response, 403, loginPage());
  return provider.interactionFinished(request, response, { login: { accountId: form.get('person') } });
}

function pageFor({ prompt, params }) {
  return prompt.name === 'login' ? loginPage() : consentPage(params.client_id, asked(params));
}

function show(response, status, html) {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}

function asked(params) {
  return (params.scope ?? '').split(' ').filter(Boolean);
}

// A grant of its own for each consent: what was unticked is refused, whatever was granted before.
async function grantChosen(provider, { session, params }, chosen) {
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  for (const scope of asked(params)) {
    if (chosen.includes(scope)) grant.addOIDCScope(scope);
    else grant.rejectOIDCScope(scope);
  }
  return grant.save();
}
