import { quantile } from '../figures.mjs';
import { press } from './tasks.mjs';
import { drawn, interactionsOf } from './watch.mjs';

export const INTERACTION_HEADER = ['interactions', 'how many', 'p98, ms', 'worst, ms', 'goal', 'met'];
const GOAL = 100;

/** Chromium reports in steps of 8 ms and none under 16, which count as 16. */
export function interactionRow(name, { count, durations }) {
  const all = [...durations, ...Array(count - durations.length).fill(16)];
  const worst = all.length === 0 ? 0 : Math.max(...all);
  return [name, count, quantile(all, 0.98), worst, `< ${GOAL} ms`, worst < GOAL ? 'yes' : 'no'];
}

/** What people do on the pages by key and click, each as a row. */
export async function interactions(page, { late }) {
  const rows = [];
  const row = async (name) => rows.push(interactionRow(name, await interactionsOf(page)));
  const at = (chartNumber, infusion) => page.getByRole('gridcell', { name: `${chartNumber}, infusion ${infusion},` });
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.waitForLoadState('networkidle');
  await interactionsOf(page);
  for (const name of ['Scores', 'Patients', 'Outcomes', 'Today', 'Scores']) {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.waitForLoadState('networkidle');
    await row(`to ${name}`);
  }
  await page.getByRole('gridcell').first().click();
  await press(page, ...['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'PageDown', 'PageUp', 'Control+End']);
  await row('moving in the table');
  await at(late[1].chartNumber, 1).click();
  await press(page, '3', '2', 'Tab');
  await page.getByText('All saved').waitFor();
  await press(page, '2', 'Tab');
  await drawn(page);
  await row('a score, and one that is asked about');
  await page.goto('/patients?show=concluded');
  await page.waitForLoadState('networkidle');
  await interactionsOf(page);
  await page.getByRole('textbox', { name: 'Chart number' }).click();
  await press(page, 'S', '1', '2');
  await page.getByLabel('State').focus();
  await press(page, 'ArrowDown');
  await page.waitForLoadState('networkidle');
  await row('filters of the courses that are over');
  await page.goto('/outcomes');
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Indication').focus();
  await interactionsOf(page);
  await press(page, 'ArrowDown');
  await page.waitForLoadState('networkidle');
  await row('a filter of Outcomes');
  await page.goto('/patients');
  await page.getByRole('main').getByRole('link').first().click();
  await page.waitForLoadState('networkidle');
  await row('opening a patient');
  return rows;
}
