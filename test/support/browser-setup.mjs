import { buildWhereStale, pages } from '../../src/build.mjs';
import { CHROMIUM } from './chromium-path.mjs';
import setUp from './global-setup.mjs';

/** The tests in a browser open the pages as they were built. */
export default async function setUpPages() {
  await buildWhereStale([pages]);
  await setUp();
  process.env.CHROMIUM = CHROMIUM;
}
