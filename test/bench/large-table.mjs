import { openBrowser, post, signedIn, startDemo } from '../support/demo.mjs';
import { short, table, timed } from './figures.mjs';

const ROWS = 334;
const DOWN = 20;

/** The table of scores with as many courses as one paste of 2,000 values fills. */
export async function largeTable(built) {
  const demo = await startDemo(built);
  const browser = await openBrowser();
  try {
    return await measured(await signedIn(browser, demo, 'clinician'));
  } finally {
    await browser.close();
    await demo.stop();
  }
}

async function measured(page) {
  await page.goto('/');
  const startedOn = await courses(page);
  const opened = await timed(async () => {
    await page.goto('/scores');
    await page.getByText(/\d+ courses under way/).waitFor();
  });
  const rows = [[`opened with ${ROWS} courses more`, short(opened.took)]];
  await page.getByRole('textbox', { name: 'Chart number' }).fill('BENCH-');
  const first = page.getByRole('gridcell', { name: 'BENCH-1000, infusion 1,' });
  await first.click();
  rows.push(['a key down', short(await keyDown(page))]);
  await first.click();
  const checked = await timed(async () => {
    await paste(page);
    await page.getByRole('dialog', { name: 'Check what you paste' }).waitFor();
  });
  rows.push([`${6 * ROWS} values pasted, until they are shown`, short(checked.took)]);
  const button = page.getByRole('button', { name: /^Write [\d,]+ scores$/ });
  const saved = await timed(async () => {
    await button.click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('All saved').waitFor({ timeout: 300_000 });
  });
  rows.push(['until all are saved', short(saved.took)]);
  return [
    table([`table of scores, begun on ${startedOn}`, 'ms'], rows),
    'The service lets 1,200 requests of an address through each minute; the page waits and goes on by itself.',
  ].join('\n\n');
}

/** Courses that began three weeks ago, so that each of their six infusions can have a score. */
async function courses(page) {
  const startedOn = new Date(Date.now() - 21 * 86_400_000).toISOString().slice(0, 10);
  for (let at = 0; at < ROWS; at += 1) {
    const patient = await post(page, '/v1/patients', { chartNumber: `BENCH-${1000 + at}` });
    await post(page, `/v1/patients/${patient.id}/courses`, { kind: 'induction', startedOn });
  }
  // The minute in which these requests count is over before anything is measured.
  await page.waitForTimeout(60_000);
  return startedOn;
}

/** From a key to what it changed on the screen, as a mean of some. */
function keyDown(page) {
  return page.evaluate(async (times) => {
    const begun = performance.now();
    for (let at = 0; at < times; at += 1) {
      const down = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true });
      document.activeElement.dispatchEvent(down);
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    }
    return (performance.now() - begun) / times;
  }, DOWN);
}

function paste(page) {
  const row = (at) => [0, 1, 2, 3, 4, 5].map((column) => 40 - 2 * column - (at % 7)).join('\t');
  const text = Array.from({ length: ROWS }, (_, at) => row(at)).join('\r\n');
  return page.evaluate((values) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', values);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }, text);
}
