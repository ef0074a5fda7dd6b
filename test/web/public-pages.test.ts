import { beforeAll, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import { isFrameAtMost, isFrameHigher } from '../support/in-page.js';
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

test('marketing chooses what a website shows, sees how it looks, and gets the line to paste', async () => {
  const clinic = await publishableClinic(stage.app);
  const slug = `look-${clinic.id}`;
  const made = await draft(clinic.marketing, slug);
  await approve(clinic.director, made);
  const { page, context, faults } = await windowOf(stage, clinic.marketing);
  await page.goto(`/publications/${made.id}`);
  await page.getByRole('button', { name: 'Choose what to show' }).click();
  const code = page.getByLabel('The code to paste');
  const frame = page.frameLocator('iframe');
  await page.getByText('Headline', { exact: true }).click();
  await page.getByText('Dark', { exact: true }).click();
  const line = await code.innerText();
  expect(line).toBe(
    `<script src="${stage.app.url}/embed.js" data-publication="${slug}" data-layout="headline" data-colors="dark" async></script>`,
  );
  // 24 of the 40 who started is 60 %.
  await frame.locator('article.headline[data-colours="dark"]').waitFor();
  expect(await frame.locator('.card .value').allInnerTexts()).toEqual(['60 %']);
  await page.waitForFunction(isFrameHigher, 200);
  await page.getByText('Phone, 320 px').click();
  await page.waitForFunction(isFrameAtMost, 320);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByText('Tag manager', { exact: true }).click();
  expect(await code.innerText()).toContain(`/embed.js?publication=${slug}&amp;layout=headline&amp;colors=dark"`);
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
