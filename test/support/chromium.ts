import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** The same engine without the browser's own windows starts and opens a page in two thirds of the time: taken where it is there. */
const CHROMIUM =
  process.env.CHROMIUM ?? ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[
    // Chromium would draw its own address bar as pages of their own, which takes as long as ours.
    'WebUIOmniboxPopup',
    'WebUIOmniboxFullPopup',
    'WebUIOmniboxAimPopup',
    // The last list counts alone: what Playwright switches off that a page could notice.
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'PaintHolding',
    'HttpsUpgrades',
    'HttpsFirstBalancedModeAutoEnable',
    'AvoidCorsURLLoaderRestartOnRedirect',
    'ThirdPartyStoragePartitioning',
    'OptimizationHints',
    'AimEnabled',
    'PreconnectToSearch',
  ].join()}`,
];

/** Starts a real Chromium without a window. */
export const startChromium = () => chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
