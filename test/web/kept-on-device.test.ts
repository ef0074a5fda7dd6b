import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { PASSWORD, testClinic, testCourse, type TestClinic } from '../support/clinic.js';

const HOUR = 60 * 60_000;
const NOTE = 'Sleeps badly since the separation';

describe('what is typed and not saved', () => {
  const stage = browserStage();
  let clinic: TestClinic;
  let courseId: string;

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
    ({ courseId } = await testCourse(clinic.clinician));
  });

  /** A form with three answers and a note, not saved. */
  const formTyped = async () => {
    const opened = await windowOf(stage, clinic.clinician);
    const { page } = opened;
    await page.goto(`/courses/${courseId}/form/infusion-1`);
    await page.getByRole('group', { name: 'Depressed mood' }).waitFor();
    for (const key of '321') await page.keyboard.press(key);
    await page.getByRole('textbox', { name: /note/i }).fill(NOTE);
    return opened;
  };
  /** All that this browser keeps, as who looks into its profile reads it. */
  const kept = (page: Page) =>
    page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])');
  const drafts = async (page: Page) => ((await kept(page)).match(/cudos kept /g) ?? []).length;
  /** Copies in the browser's database, which a browser writes to the disk at once. */
  const copies = (page: Page) =>
    page.evaluate<number>(`new Promise((resolve) => {
      const opening = indexedDB.open('cudos drafts');
      opening.onsuccess = () => {
        const counting = opening.result.transaction('drafts').objectStore('drafts').count();
        counting.onsuccess = () => resolve(counting.result);
      };
    })`);
  const typedBefore = (page: Page) => page.getByText('Typed before, not saved yet');
  const signOut = async (page: Page) => {
    await page.getByRole('button', { name: 'clinician' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
  };
  const signInPage = (page: Page) => page.getByRole('heading', { name: 'Sign in' });

  test('is kept encrypted, and read by the same person after a reload', async () => {
    const { page, context, faults } = await formTyped();
    const text = await kept(page);
    expect(text).toContain('cudos kept ');
    for (const clear of [NOTE, 'separation', 'answers', courseId, 'infusion-1']) expect(text).not.toContain(clear);
    await page.reload();
    await typedBefore(page).waitFor();
    expect(await page.getByRole('textbox', { name: /note/i }).inputValue()).toBe(NOTE);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is there again where a browser was killed before it wrote its local storage to the disk', async () => {
    const { page, context } = await formTyped();
    while ((await copies(page)) === 0);
    await page.evaluate(
      'Object.keys(localStorage).forEach((name) => name.startsWith("cudos kept ") && localStorage.removeItem(name))',
    );
    await page.reload();
    await typedBefore(page).waitFor();
    expect(await page.getByRole('textbox', { name: /note/i }).inputValue()).toBe(NOTE);
    await context.close();
  });

  test('is asked about at sign-out, and deleted', async () => {
    const { page, context } = await formTyped();
    await signOut(page);
    await page.getByText('One thing that you typed here is not saved yet.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stay signed in' }).click();
    expect(await drafts(page)).toBe(1);
    await signOut(page);
    await page.getByRole('button', { name: 'Delete and sign out' }).click();
    await signInPage(page).waitFor();
    expect(await drafts(page)).toBe(0);
    expect(await copies(page)).toBe(0);
    await clinic.clinician.get('/v1/session').expect(401);
    await context.close();
  });

  test('leaves nothing behind the Back button either', async () => {
    const { page, context } = await formTyped();
    await page.goto('/patients');
    await page.getByRole('heading', { level: 1, name: 'Patients' }).waitFor();
    await signOut(page);
    await page.getByRole('button', { name: 'Delete and sign out' }).click();
    await signInPage(page).waitFor();
    await page.goBack();
    await signInPage(page).waitFor();
    expect(await page.getByRole('heading', { level: 1, name: 'Patients' }).count()).toBe(0);
    await context.close();
  });

  test('a half-typed score is asked about too, once', async () => {
    const { page, context } = await windowOf(stage, clinic.clinician);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.route('**/assessments/**', (route) => route.abort());
    await page.goto(`/scores?course=${courseId}&infusion=1`);
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('35');
    await page.keyboard.press('Enter');
    await page.getByText('1 score waits for the network').first().waitFor();
    await signOut(page);
    await page.getByRole('button', { name: 'Delete and sign out' }).click();
    await signInPage(page).waitFor();
    expect(await drafts(page)).toBe(0);
    expect(asked).toEqual([]);
    await context.close();
  });

  test('a score that waits is not lost by a device that takes its day for one long ago, and is none the older for it', async () => {
    const { page, context } = await windowOf(stage, clinic.clinician);
    await page.route('**/assessments/**', (route) => route.abort());
    await page.goto(`/scores?course=${courseId}&infusion=1`);
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('35');
    await page.keyboard.press('Enter');
    const waits = page.getByText('1 score waits for the network').first();
    await waits.waitFor();
    const typedAt = await page.evaluate(() => Date.now());
    const empty = Date.UTC(2000, 0, 1);
    await context.clock.setFixedTime(empty);
    await page.reload();
    await waits.waitFor();
    await context.clock.setFixedTime(empty + 31 * 24 * HOUR);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Scores' }).waitFor();
    await settled(page);
    expect(await waits.count()).toBe(0);
    await context.clock.setFixedTime(typedAt);
    await context.close();
  });

  test('is there again for the person whose session ended, and for nobody else', async () => {
    const { page, context } = await formTyped();
    // As the lock after a while does it: whatever comes with the answer, the browser keeps the draft.
    await page.evaluate(`fetch('/v1/session', { method: 'DELETE' })`);
    await page.reload();
    await signInPage(page).waitFor();
    const signIn = async (email: string) => {
      await page.locator('input[name=email]').fill(email);
      await page.locator('input[name=password]').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('group', { name: 'Depressed mood' }).waitFor();
    };
    await signIn(clinic.director.email);
    expect(await typedBefore(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Dana' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await signInPage(page).waitFor();
    await page.goto(`/courses/${courseId}/form/infusion-1`);
    await signIn(clinic.clinician.email);
    await typedBefore(page).waitFor();
    await context.close();
  });

  test('is gone after a day, also where nobody signs in', async () => {
    const { page, context } = await formTyped();
    await clinic.clinician.delete('/v1/session').expect(204);
    const typedAt = await page.evaluate(() => Date.now());
    await context.clock.setFixedTime(typedAt + 23 * HOUR);
    await page.reload();
    await signInPage(page).waitFor();
    expect(await drafts(page)).toBe(1);
    await context.clock.setFixedTime(typedAt + 25 * HOUR);
    await page.reload();
    await signInPage(page).waitFor();
    expect(await drafts(page)).toBe(0);
    await context.close();
  });

  test('kept in clear by a version before is taken over for its person, and of others deleted', async () => {
    const { page, context } = await windowOf(stage, clinic.clinician);
    const own = `cudos draft ${clinic.clinician.id} form ${courseId} infusion-1`;
    const draft = JSON.stringify({ seen: null, values: { kind: 'answers', answers: [], note: NOTE } });
    await page.goto('/');
    await page.evaluate(`
      localStorage.setItem(${JSON.stringify(own)}, ${JSON.stringify(draft)});
      localStorage.setItem('cudos draft somebody-else claims', '"their text"')`);
    await page.reload();
    await page.getByRole('button', { name: 'clinician' }).waitFor();
    const text = await kept(page);
    expect(text).not.toContain(NOTE);
    expect(text).not.toContain('their text');
    expect(await drafts(page)).toBe(1);
    await context.close();
  });
});
