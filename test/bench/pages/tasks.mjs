import { signedIn } from '../../support/demo.mjs';
import { short, timed } from '../figures.mjs';
import { drawn, interactionsOf, keysOf, watch } from './watch.mjs';

export const TASK_HEADER = ['task', 'seconds', 'keys or taps', 'goal', 'met'];
/** A fair typist's time for a key, in ms. */
const PACE = 150;
const SIX = ['40', '38', '35', '33', '30', '28'];

export async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key, { delay: PACE });
}

/** @returns A row of the report, and what the page took for each key. */
export async function sixScores(page, { chartNumber }) {
  await page.goto('/scores');
  await page.getByRole('gridcell', { name: `${chartNumber}, infusion 1,` }).click();
  await interactionsOf(page);
  const before = await keysOf(page);
  const { took } = await timed(async () => {
    await press(page, ...SIX[0]);
    await page.getByRole('button', { name: /^Planned day,/ }).waitFor();
    await press(page, 'p', 'Tab');
    for (const score of SIX.slice(1)) await press(page, ...score, 'Tab');
    await page.getByText('All saved').waitFor();
  });
  return taskRow('six scores of a course in the table', took, (await keysOf(page)) - before, 25);
}

export async function dueToday(page, count = 12) {
  await page.goto('/');
  await page.getByRole('table', { name: 'Due today' }).getByRole('textbox').first().click();
  const before = await keysOf(page);
  const { took } = await timed(async () => {
    for (let at = 0; at < count; at += 1) await press(page, ...String(30 + at), 'Enter');
    await page.getByText(/^Saved: .*41\.$/).waitFor();
  });
  return taskRow(`${count} due today in their lines`, took, (await keysOf(page)) - before, 4 * count);
}

/** Taps 18 answers and “Save” where they are, and counts what was out of sight. */
export async function formByTouch(browser, clinic, course, [width, height]) {
  const size = { viewport: { width, height }, hasTouch: true, isMobile: true };
  const page = await signedIn(browser, clinic, 'director', size);
  await page.addInitScript(watch);
  await page.goto(`/courses/${course.courseId}/form/infusion-1`);
  await page.locator('#item-18').waitFor();
  await drawn(page);
  let scrolls = 0;
  const tap = async (target) => {
    if (!(await target.evaluate(inSight))) scrolls += 1;
    await target.tap();
    await drawn(page);
  };
  const { took } = await timed(async () => {
    for (let item = 1; item <= 18; item += 1) await tap(page.locator(`#item-${item} label`).nth(1));
    await tap(page.locator('#save-form'));
    await page.getByRole('heading', { name: 'Saved' }).waitFor();
  });
  const interactions = await interactionsOf(page);
  await page.context().close();
  const name = `a form by touch, ${width}x${height}: ${scrolls} scrolls`;
  return { row: [name, short(took / 1000), 19, 'no scroll', scrolls === 0 ? 'yes' : 'no'], interactions };
}

/** Runs in the page: may a finger reach the middle of this, as it is? */
function inSight(one) {
  const { left, top, width, height } = one.getBoundingClientRect();
  const there = document.elementFromPoint(left + width / 2, top + height / 2);
  return there !== null && (one.contains(there) || there.contains(one));
}

function taskRow(name, took, keys, most) {
  return [name, short(took / 1000), keys, `<= ${most} keys`, keys <= most ? 'yes' : 'no'];
}
