// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the person sees: pages without script, font or picture from anywhere.

export function escaped(text) {
  return String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

export function page(title, text, form = '') {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title>`
    + `<h1>${escaped(title)}</h1><p>${escaped(text)}</p>${form}</html>`;
}

const allow = '<button name="decision" value="allow">Allow</button>';
const deny = '<button name="decision" value="deny">Deny</button>';

export function loginPage() {
  return page('Log in', 'Who are you?', '<form method="post">'
    + '<label>Person <input name="person"></label> <label>Password <input name="password" type="password"></label> '
    + `${allow}${deny}</form>`);
}

export function consentPage(clientId, scopes) {
  const boxes = scopes.map((scope) => `<label><input type="checkbox" name="scope" value="${escaped(scope)}" checked>`
    + `${escaped(scope)}</label><br>`);
  return page('Allow access', `${clientId} asks for:`, `<form method="post">${boxes.join('')}${allow}${deny}</form>`);
}
