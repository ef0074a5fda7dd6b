import { beforeAll, expect, test } from '@jest/globals';
import { browserStage, windowOf } from '../support/browser.js';
import { approve, draft, publishableClinic } from './publishable-clinic.js';

const stage = browserStage();

beforeAll(() => {
  stage.app.clock.set('2026-11-22T18:00:00Z');
});

test('what a director approved opens to anybody at its address, and once it is withdrawn says why', async () => {
  const clinic = await publishableClinic(stage.app);
  const slug = `open-${clinic.id}`;
  const made = await draft(clinic.marketing, slug);
  expect((await visit(slug)).status).toBe(404);
  await approve(clinic.director, made);
  const open = await visit(slug);
  expect(open.status).toBe(200);
  // 24 of the 40 who started is 60 %.
  expect(open.text).toMatch(/60\s%/);
  const reason = 'A score was entered twice.';
  await clinic.director.post(`/v1/publications/${made.id}/withdrawal`, { reason }).expect(200);
  const gone = await visit(slug);
  expect(gone.status).toBe(410);
  expect(gone.text).toContain(reason);
});

test('marketing sees how it looks on a website', async () => {
  const clinic = await publishableClinic(stage.app);
  const made = await draft(clinic.marketing, `look-${clinic.id}`);
  await approve(clinic.director, made);
  const { page, context, faults } = await windowOf(stage, clinic.marketing);
  await page.goto(`/publications/${made.id}`);
  await page.getByRole('button', { name: 'Show how it looks' }).click();
  await page.frameLocator('iframe').getByText('Outcomes of 2025').first().waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

/** The public page as somebody sees it who comes for the first time: a browser keeps what it saw for some minutes. */
async function visit(slug: string): Promise<{ status: number | undefined; text: string }> {
  const { page, context, faults } = await windowOf(stage, null);
  const answered = await page.goto(`/published/${slug}`);
  const text = await page.getByRole('main').innerText();
  await context.close();
  expect(faults).toEqual([]);
  return { status: answered?.status(), text };
}
