import { chromium } from 'playwright-core';
import { setting } from './test-database.js';

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

/** Starts a real Chromium without a window. @param more arguments of its command line. */
export const startChromium = (more: readonly string[] = []) =>
  chromium.launch({ executablePath: setting('CHROMIUM'), args: [...ARGUMENTS, ...more] });
