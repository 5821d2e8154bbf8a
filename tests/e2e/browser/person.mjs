// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A person with a real Chromium: opens the address, logs in, ticks and decides as $FRAMEKEY_E2E_BROWSER/scenario.json
// says, and notes in outcome.json what the browser shows in the end.
//
//   scenario: { person, untick: [scope...], decision: "allow" | "deny" | "close", proceed: past a certificate warning,
//               handOver: scheme | undefined }
//   handOver: the redirect has this scheme, which Chromium may hand over from here without asking the person; it then
//             stays open until $FRAMEKEY_E2E_BROWSER/enough is there, and the outcome is
//             { pages, handedOver: "address" }
//   outcome:  { pages: ["title"...], title, text } | { pages, closed: true } | { pages, error }
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openBrowser } from './chromium.mjs';

const ANSWER_MS = 45000; // longer than the 30 s the application may keep its page back
const folder = process.env.FRAMEKEY_E2E_BROWSER;
const scenario = JSON.parse(readFileSync(join(folder, 'scenario.json')));

function note(outcome) {
  const draft = join(folder, `outcome.${process.pid}`);
  writeFileSync(draft, JSON.stringify(outcome));
  renameSync(draft, join(folder, 'outcome.json'));
}

// The button that ends this page, or null on a page that asks nothing any more. A login page may be a button a person.
async function buttonOf(page) {
  const decision = scenario.decision === 'deny' ? 'deny' : 'allow';
  const choices = [`button[name=person][value="${scenario.person}"]`, `button[name=decision][value=${decision}]`];
  for (const choice of choices) {
    if (await page.locator(choice).count()) return page.locator(choice);
  }
  return null;
}

async function fillIn(page) {
  const person = page.locator('input[name=person]');
  if (await person.count()) await person.fill(scenario.person);
  const password = page.locator('input[type=password]');
  if (await password.count()) await password.fill('not looked at');
  for (const scope of scenario.untick ?? []) {
    const box = page.locator(`[name=scope][value="${scope}"]`);
    if (await box.count()) await box.uncheck();
  }
}

// As after "always allow" in Chromium's own question.
function allowHandOver(profile, origin, scheme) {
  const pairs = { [origin]: { [scheme]: true } };
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(join(profile, 'Default', 'Preferences'),
    JSON.stringify({ protocol_handler: { allowed_origin_protocol_pairs: pairs } }));
}

// The response that redirects there; the page itself stays as it was.
function handedOver(page) {
  const isIt = response => (response.headers().location ?? '').startsWith(`${scenario.handOver}:`);
  return page.waitForEvent('response', { predicate: isIt, timeout: ANSWER_MS });
}

async function stayOpen(page, pages, response) {
  const until = Date.now() + ANSWER_MS;
  while (!existsSync(join(folder, 'enough')) && Date.now() < until) await page.waitForTimeout(100);
  return { pages, handedOver: response.headers().location };
}

// Chromium's page about a certificate that nobody vouches for.
async function goPast(error, page, pages) {
  if (!scenario.proceed || !/ERR_CERT_/.test(String(error))) throw error;
  pages.push(String(error).match(/ERR_CERT_\w+/)[0]);
  await page.locator('#details-button').click();
  const next = page.waitForNavigation({ waitUntil: 'load', timeout: ANSWER_MS });
  await Promise.all([next, page.locator('#proceed-link').click()]);
}

async function takePart(page, pages) {
  for (;;) {
    pages.push(await page.title());
    const button = await buttonOf(page);
    if (!button) return { pages, title: await page.title(), text: await page.locator('body').innerText() };
    if (scenario.decision === 'close') return { pages, closed: true };
    await fillIn(page);
    const next = page.waitForNavigation({ waitUntil: 'load', timeout: ANSWER_MS })
      .then(() => null, (error) => goPast(error, page, pages));
    const handed = scenario.handOver ? handedOver(page) : next;
    const [response] = await Promise.all([Promise.race([next, handed]), button.click()]);
    if (response) return stayOpen(page, pages, response);
  }
}

// Of two things that were waited for, one never comes.
process.on('unhandledRejection', () => {});

const pages = [];
let browser;
let outcome;
try {
  if (scenario.handOver) allowHandOver(join(folder, 'profile'), new URL(process.argv[2]).origin, scenario.handOver);
  browser = await openBrowser(join(folder, 'profile'));
  const page = browser.pages()[0] ?? await browser.newPage();
  await page.goto(process.argv[2], { waitUntil: 'load', timeout: ANSWER_MS });
  outcome = await takePart(page, pages);
} catch (error) {
  outcome = { pages, error: String(error) };
}
await browser?.close();
note(outcome);
