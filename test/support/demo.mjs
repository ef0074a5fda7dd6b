// The sample clinic in a service and a browser of its own, for what measures or pictures the pages.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { root } from '../../src/build.mjs';
import { CHROMIUM } from './chromium-path.mjs';

/** Serves the sample clinic, and says where and how its people sign in. */
export async function startDemo(built = join(root, 'dist/server'), settings = {}) {
  const child = spawn(process.execPath, [join(built, 'src/commands/demo.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent', ...settings },
  });
  process.once('exit', () => child.kill());
  const ended = once(child, 'exit');
  const demo = { url: '', people: {} };
  for await (const line of createInterface({ input: child.stderr })) {
    demo.url ||= /^Serving (\S+) on /.exec(line)?.[1] ?? '';
    const [, role, email, password] = /^ {2}(\w+) +(\S+@\S+) +(\S+)$/.exec(line) ?? [];
    if (role !== undefined) demo.people[role] = { email, password };
    if (role === 'marketing') break;
  }
  if (demo.url === '') throw new Error('The sample clinic did not start.');
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { ...demo, stop };
}

export function openBrowser() {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...quiet],
  });
}

/** A window in which somebody of this role has signed in. */
export async function signedIn(browser, { url, people }, role, how = {}) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...how,
  });
  await context.request.post('/v1/session', { data: people[role], headers: { origin: url } });
  return context.newPage();
}

/** No placeholder is in sight, and every letter has its font; what is further down is drawn when it comes into sight. */
export async function everythingShown(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => {
    const waiting = [...document.querySelectorAll('[class*="Skeleton"], [aria-label="Loading"]')];
    const inSight = waiting.filter((each) => each.getBoundingClientRect().top < window.innerHeight);
    return inSight.length === 0 && document.fonts.status === 'loaded';
  });
}

/** Records something as the person of a window does. @returns The answer's body. */
export async function post(page, path, data) {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(path, { data, headers: { origin } });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}
