// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The system's Chromium, with nothing reachable but loopback.
import { chromium } from 'playwright-core';

const ARGS = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];
const LAUNCH_MS = 20000;

export async function openBrowser(profile) {
  const options = { executablePath: '/usr/bin/chromium', headless: true, args: ARGS, timeout: LAUNCH_MS };
  try {
    return await chromium.launchPersistentContext(profile, { ...options, chromiumSandbox: true });
  } catch (error) {
    // Root, and containers without user namespaces, have no sandbox to offer.
    console.error(`Chromium does not start in its sandbox, so it runs without: ${error.message.split('\n')[0]}`);
    return chromium.launchPersistentContext(profile, { ...options, chromiumSandbox: false });
  }
}
