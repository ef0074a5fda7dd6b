import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import { PASSWORD, testClinic, testCourse, type TestClinic } from '../support/clinic.js';

/** Items 1 to 16 add up to 26: (3+3+2+0+3+0+2+1+2) + (3+2+2+1+0+0+2) = 16 + 10. */
const KEYS = '332030212322100223';
const ANSWERS = KEYS.split('').map(Number);

describe('the item form', () => {
  const stage = browserStage();
  let clinic: TestClinic;
  let courseId: string;
  let chartNumber: string;

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
    ({ courseId, chartNumber } = await testCourse(clinic.clinician));
  });

  const recordedAt = async (slot: string) => {
    const path = `/v1/courses/${courseId}/assessments/${slot}`;
    return (await clinic.clinician.get(path).expect(200)).body as Record<string, unknown>;
  };
  const formAt = async (slot: string) => {
    const opened = await windowOf(stage, clinic.clinician);
    await opened.page.goto(`/courses/${courseId}/form/${slot}`);
    await opened.page.getByRole('group', { name: 'Depressed mood' }).waitFor();
    return opened;
  };
  const type = async (page: Page, keys: string) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = (page: Page) => page.locator('fieldset:focus-within').getAttribute('id');
  const total = (page: Page) => page.getByRole('region', { name: 'Total' });

  test('takes 18 answers by 18 keys and saves them without a mouse', async () => {
    await clinic.clinician.score(courseId, 'infusion-1', 40, '2026-03-02').expect(201);
    const { page, context, faults } = await formAt('infusion-2');
    expect(await page.getByText(chartNumber).isVisible()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await type(page, KEYS);
    expect(await total(page).getByText('26', { exact: true }).isVisible()).toBe(true);
    expect(await total(page).getByText('Mild').isVisible()).toBe(true);
    // 40 - 26 = 14, and 14 / 40 = 35 %.
    await total(page).getByText('14 points (35 %) lower than the baseline, 40.').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Saved' }).waitFor();
    expect(await recordedAt('infusion-2')).toMatchObject({
      answers: ANSWERS,
      total: 26,
      assessedOn: '2026-03-20', // the test clock's day in Denver
    });
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('proposes the planned day for a form that was left out before a later visit', async () => {
    await clinic.clinician.score(courseId, 'infusion-1', 40, '2026-03-02').expect(201);
    await clinic.clinician.score(courseId, 'infusion-3', 28, '2026-03-09').expect(201);
    const { page, context } = await formAt('infusion-2');
    await type(page, KEYS);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Saved' }).waitFor();
    // 2 March and the protocol's 3 days; the test clock's 20 March would lie after infusion 3.
    expect(await recordedAt('infusion-2')).toMatchObject({ assessedOn: '2026-03-05' });
    await context.close();
  });

  test('says what there is so far, and never as a total', async () => {
    const { page, context } = await formAt('infusion-1');
    await type(page, '32');
    await page.keyboard.press('ArrowDown');
    await type(page, '1');
    // 3 + 2 + 1
    await total(page).getByText('So far 6 points from 3 of the 16 items that count.').waitFor();
    expect(await total(page).getByText('no total yet').isVisible()).toBe(true);
    expect(await total(page).getByText('of 64', { exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: '3 Appetite decreased' }).click();
    expect(await focused(page)).toBe('item-3');
    await context.close();
  });

  test('asks again before it saves a form without a total, and names what is missing', async () => {
    const { page, context } = await formAt('infusion-1');
    await type(page, KEYS);
    for (const item of ['Reduced interest', 'Guilt']) {
      await page.getByRole('group', { name: item }).getByRole('radio', { checked: true }).focus();
      await page.keyboard.press('Delete');
    }
    await page.keyboard.press('Control+Enter');
    await page.getByText('Items 2 and 10 are not answered').waitFor();
    await page.getByRole('button', { name: 'Save without a total' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Saved' }).waitFor();
    expect(await recordedAt('infusion-1')).toMatchObject({ total: null, state: 'scored' });
    await context.close();
  });

  test('goes back by arrow, Backspace and Shift+Tab, and a digit corrects', async () => {
    const { page, context } = await formAt('infusion-1');
    await type(page, '333');
    expect(await focused(page)).toBe('item-4');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('item-2');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('item-1');
    await page.keyboard.press('1');
    const mood = page.getByRole('group', { name: 'Depressed mood' });
    expect(await mood.getByLabel('1', { exact: true }).isChecked()).toBe(true);
    await page.keyboard.press('7');
    await page.getByText('7 is not an answer').waitFor();
    expect(await focused(page)).toBe('item-2');
    await context.close();
  });

  test('shows a safety notice the moment item 14 is answered 1, and the focus stays', async () => {
    const { page, context } = await formAt('infusion-1');
    await type(page, KEYS.slice(0, 13));
    expect(await page.getByRole('alert').count()).toBe(0);
    await type(page, '1');
    const notice = page.getByRole('alert');
    await notice.getByText('988').first().waitFor();
    await notice.getByText('Nobody monitors it').waitFor();
    expect(await focused(page)).toBe('item-15');
    expect(await axeFaults(page)).toEqual([]);
    await type(page, '0223');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('region', { name: 'Safety notice' }).waitFor();
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByText('Say in 1 to 1000 characters what was done.').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'What was done' }).fill('Talked with the patient, safety plan reviewed');
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByText(/Acknowledged by clinician, .*safety plan reviewed/).waitFor();
    const open = await clinic.clinician.get('/v1/safety-notices').expect(200);
    expect(open.body).toMatchObject({ items: [] });
    await context.close();
  });

  test('asks for a review where item 15 was left out, and never says that there is no risk', async () => {
    const { page, context } = await formAt('infusion-1');
    await type(page, KEYS.slice(0, 14));
    await page.keyboard.press('ArrowDown');
    await type(page, '2');
    const notice = page.getByRole('alert');
    await notice.getByText('Item 15, thoughts of suicide: not answered').waitFor();
    expect(await page.getByText(/no risk/i).count()).toBe(0);
    await context.close();
  });

  test('shows the notice also on a form that is refused, and takes it with a reason', async () => {
    const { page, context } = await formAt('infusion-1');
    await type(page, `33333${KEYS.slice(5, 14)}2223`);
    await page.getByText('Items 3 (Appetite decreased) and 4 (Appetite increased)').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: 'Nothing was saved' }).waitFor();
    await page.getByText('Item 15, thoughts of suicide: answered 2').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Why is it right all the same?').fill('asked again, sure');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Saved' }).waitFor();
    await context.close();
  });

  test('amends the answers that are there, with a reason', async () => {
    await clinic.clinician
      .put(`/v1/courses/${courseId}/assessments/infusion-1`, {
        answers: ANSWERS,
        assessedOn: '2026-03-02',
      })
      .set('If-None-Match', '*')
      .expect(201);
    const { page, context } = await formAt('infusion-1');
    await page.getByText('Answers with a total of 26').waitFor();
    const guilt = page.getByRole('group', { name: 'Guilt' });
    await guilt.getByLabel('4', { exact: true }).check();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Say why the entry is amended').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Why is it amended?' }).fill('Typing error');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Saved' }).waitFor();
    expect(await recordedAt('infusion-1')).toMatchObject({ total: 27, version: 2 });
    await context.close();
  });

  test('opens at its heading also where the answers recorded have a notice', async () => {
    const answers = ANSWERS.map((answer, index) => (index === 13 ? 2 : answer));
    await clinic.clinician
      .put(`/v1/courses/${courseId}/assessments/infusion-1`, { answers, assessedOn: '2026-03-02' })
      .set('If-None-Match', '*')
      .expect(201);
    const { page, context } = await formAt('infusion-1');
    await page.getByRole('alert').getByText('Item 14').waitFor();
    expect(await page.evaluate('window.scrollY')).toBe(0);
    await context.close();
  });

  test('says that a slot has only a total', async () => {
    await clinic.clinician.score(courseId, 'infusion-1', 35, '2026-03-02').expect(201);
    const { page, context } = await formAt('infusion-1');
    await page.getByText('A total of 35, without its answers').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });

  test('shows both values where somebody else recorded a score meanwhile', async () => {
    const { page, context } = await formAt('infusion-1');
    await type(page, KEYS);
    await clinic.director.score(courseId, 'infusion-1', 31, '2026-03-02').expect(201);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Somebody else recorded something here').waitFor();
    await page.getByText('Recorded now: A total of 31').waitFor();
    expect(await total(page).getByText('26', { exact: true }).isVisible()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    expect(await recordedAt('infusion-1')).toMatchObject({ total: 31, version: 1 });
    await page.getByRole('button', { name: 'Amend it with my answers' }).click();
    await page.getByRole('combobox', { name: 'Why is it amended?' }).fill('The form is what the patient filled in');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Saved' }).waitFor();
    expect(await recordedAt('infusion-1')).toMatchObject({ total: 26, version: 2 });
    await context.close();
  });

  test('keeps what was typed through a reload and a lost connection, and saves it when it is back', async () => {
    const { page, context } = await formAt('infusion-1');
    await type(page, KEYS);
    await page.reload();
    await page.getByText('Typed before, not saved yet').waitFor();
    expect(await total(page).getByText('26', { exact: true }).isVisible()).toBe(true);
    await context.setOffline(true);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Kept on this device, not saved yet' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'Kept on this device, not saved yet' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText('Answers with a total of 26').waitFor();
    expect(await page.getByText('Typed before, not saved yet').count()).toBe(0);
    await context.close();
  });

  test('keeps what was typed when the session has ended', async () => {
    const { page, context } = await formAt('infusion-1');
    await type(page, KEYS);
    await clinic.clinician.delete('/v1/session').expect(204);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'You have been signed out' }).waitFor();
    expect(await page.getByText(chartNumber).isVisible()).toBe(false);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Depressed mood' }).waitFor();
    expect(await total(page).getByText('26', { exact: true }).isVisible()).toBe(true);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Saved' }).waitFor();
    await context.close();
  });

  test('at an address that is no slot says so', async () => {
    const { page, context } = await windowOf(stage, clinic.clinician);
    await page.goto(`/courses/${courseId}/form/infusion-7`);
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await context.close();
  });
});
