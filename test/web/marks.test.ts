import { expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';

const stage = browserStage();
const DAYS = ['01', '04', '08', '11', '15', '18'];

async function induction({ clinician }: TestClinic, month: string, totals: number[]): Promise<void> {
  const { courseId } = await testCourse(clinician, { startedOn: `${month}-01` });
  for (const [at, total] of totals.entries()) {
    await clinician.score(courseId, `infusion-${at + 1}`, total, `${month}-${DAYS[at] ?? ''}`).expect(201);
  }
}

test.each([1280, 800, 390])(
  'a director reads how often each mark was right, %d pixels wide, on the way from Today',
  async (width) => {
    const clinic = await testClinic(stage.app);
    // Marked at infusion 4 (17.5 %) and yet a response; 20, 22, 24 rising, and then nothing; a good one; and one under way that rises.
    await induction(clinic, '2025-01', [40, 38, 36, 33, 20, 10]);
    await induction(clinic, '2025-03', [40, 20, 22, 24]);
    await induction(clinic, '2025-05', [40, 30, 25, 20, 15, 10]);
    await induction(clinic, '2026-03', [40, 20, 22, 24]);
    const { page, context, faults } = await windowOf(stage, clinic.director, { width });
    await page.goto('/');
    await page.getByRole('link', { name: 'How often were these marks right here?' }).click();
    const table = page.getByRole('table', { name: 'How often each mark was right' });
    const row = (name: string) => table.getByRole('row', { name: new RegExp(`^${name}`) }).innerText();
    expect(await row('Under 20 % better')).toMatch(/Too few to tell: 1 course marked, 2 not\..*1 of 1.*1 of 2/s);
    expect(await row('Rising')).toMatch(/0 of 1.*2 of 2/s);
    expect(await row('Silent')).toMatch(/0 of 1.*2 of 2/s);
    expect(await row('Reliably worse')).toMatch(/Nobody was marked.*Too few scores for it: 3/s);
    await page.getByRole('heading', { name: 'What a mark can’t say' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  },
);

test('a clinician is not led there', async () => {
  const clinic = await testClinic(stage.app);
  await induction(clinic, '2026-03', [40, 20, 22, 24]);
  const { page, context } = await windowOf(stage, clinic.clinician);
  await page.goto('/');
  await page.getByRole('heading', { name: /^May need a look/ }).waitFor();
  expect(await page.getByRole('link', { name: /marks right/ }).count()).toBe(0);
  await context.close();
});
