import { existsSync } from 'node:fs';

const INSTALLED = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/**
 * The browser of tests, pictures and measurements: the one that `CHROMIUM` names, else Debian's. Its headless shell is the same
 * engine without the browser's own windows, and opens a page in two thirds of the time.
 */
export const CHROMIUM = process.env.CHROMIUM ?? INSTALLED.find((path) => existsSync(path));

if (CHROMIUM === undefined) {
  throw new Error('There is no Chromium: apt-get install chromium-headless-shell, or name one in CHROMIUM.');
}
