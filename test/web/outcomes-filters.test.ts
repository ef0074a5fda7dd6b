import { expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import { sampleDirector } from '../support/sample-clinic.js';

const stage = browserStage();

test('on a phone the folded filters say what they are, and each can be taken out', async () => {
  stage.app.clock.set('2026-11-22T18:00:00Z');
  const director = await sampleDirector(stage.app);
  const { page, context } = await windowOf(stage, director, { width: 390, height: 844, hasTouch: true });
  await page.goto('/outcomes?period=2026&indication=depression');
  await page.getByRole('button', { name: 'Filter (2)' }).waitFor();
  expect(await page.getByLabel('Indication').isVisible()).toBe(false);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take out Indication: Major depression' }).click();
  await page.getByRole('button', { name: 'Filter (1)' }).waitFor();
  expect(new URL(page.url()).search).toBe('?period=2026');
  await page.getByText('Inductions, started from 1 Jan 2026 to 31 Dec 2026').waitFor();
  await context.close();
});
