import { chromium, type BrowserServer } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
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

/**
 * Starts a real Chromium without a window for a whole run, to which each test file connects: starting it takes as long as
 * opening three pages. `CHROMIUM` names another browser than Debian's.
 */
export async function startBrowser(): Promise<BrowserServer> {
  // The run itself answers to signals, and ends the browser with it.
  const answering = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const server = await chromium.launchServer({ executablePath: CHROMIUM, args: ARGUMENTS, ...answering });
  process.env.TEST_BROWSER = server.wsEndpoint();
  return server;
}
