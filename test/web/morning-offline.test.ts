import { beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { PASSWORD, testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { allSaved, point, versions, type Course } from './grid.js';

describe('a morning without network', () => {
  const stage = browserStage();
  let clinic: TestClinic;
  let courses: Course[];

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
    courses = await Promise.all(Array.from({ length: 8 }, () => testCourse(clinic.clinician)));
  });

  const of = (at: number): Course => courses[at] ?? { patientId: '', courseId: '', chartNumber: '' };
  const read = async (page: Page, path: string) => {
    await page.goto(path);
    await page.getByText(of(0).chartNumber).first().waitFor();
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await settled(page);
  };
  /** Today and the table of scores were open, then the network is gone. */
  const cutOff = async () => {
    const opened = await windowOf(stage, clinic.clinician, { installed: true });
    await read(opened.page, '/');
    await read(opened.page, '/scores');
    await opened.context.setOffline(true);
    return opened;
  };
  const type = async (page: Page, { chartNumber }: Course, infusion: number, score: number) => {
    await point(page, chartNumber, infusion);
    await page.keyboard.type(String(score));
    await page.keyboard.press('Enter');
  };
  /** Where the cursor of the table is, the cell is a field. */
  const cellWith = (page: Page, name: string) =>
    page.getByRole('gridcell', { name }).or(page.getByRole('textbox', { name })).first();
  const waiting = (page: Page, words: string) => page.getByText(words).first().waitFor();
  const scoreOf = (page: Page, at: number) => page.getByLabel(`Score of ${of(at).chartNumber}, infusion 1`);
  const typeOnToday = async (page: Page, at: number, score: number) => {
    await scoreOf(page, at).fill(String(score));
    await scoreOf(page, at).press('Enter');
  };
  const reopened = async (context: BrowserContext, path: string) => {
    const page = await context.newPage();
    await page.goto(path);
    return page;
  };
  /** Every total that was ever recorded at the first infusion. */
  const recorded = async (at: number) => {
    const found = await versions(clinic.director, of(at).courseId, 'infusion-1');
    return found.map(({ total }) => total);
  };

  /** The form of the first course, 18 times 1: 16 points, as items 17 and 18 do not count. */
  const fillForm = async (page: Page) => {
    await page.goto(`/courses/${of(0).courseId}/form/infusion-1`);
    await page.getByRole('group', { name: 'Depressed mood' }).waitFor();
    for (let item = 0; item < 18; item += 1) await page.keyboard.press('1');
    await page.keyboard.press('Control+Enter');
  };

  /** Somebody else was first at infusion 1 of the first course. */
  const recordedByDirector = async () => {
    const slot = `/v1/courses/${of(0).courseId}/assessments/infusion-1`;
    const theirs = { state: 'scored', total: 22, assessedOn: '2026-03-02' };
    await clinic.director.put(slot, theirs).set('If-None-Match', '*').expect(201);
  };

  const typed = [40, 36, 31, 44, 41, 39];

  test('eight scores are there after a reload, and are saved once when the network is back', async () => {
    const { page, context, faults } = await cutOff();
    for (const [at, score] of typed.entries()) await type(page, of(at), 1, score);
    await waiting(page, '6 scores wait for the network');
    expect(await page.getByText('All saved').count()).toBe(0);
    await page.goto('/');
    await typeOnToday(page, 6, 28);
    await typeOnToday(page, 7, 33);
    await waiting(page, '8 scores wait for the network');
    expect(await axeFaults(page)).toEqual([]);
    await page.reload();
    await waiting(page, '8 scores wait for the network');
    expect(await scoreOf(page, 6).inputValue()).toBe('28');
    await page.goto('/scores');
    await cellWith(page, `${of(5).chartNumber}, infusion 1, 39`).waitFor();
    await context.setOffline(false);
    await allSaved(page);
    for (const [at, score] of [...typed, 28, 33].entries()) expect(await recorded(at)).toEqual([score]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('of two tabs one sends, and the other knows of it', async () => {
    const { page, context } = await cutOff();
    const other = await reopened(context, '/scores');
    await other.getByRole('grid').waitFor();
    await type(page, of(0), 1, 40);
    await type(page, of(1), 1, 44);
    await waiting(other, '2 scores wait for the network');
    const sent: string[] = [];
    context.on('request', (request) => request.method() === 'PUT' && sent.push(new URL(request.url()).pathname));
    await context.setOffline(false);
    await allSaved(page);
    await allSaved(other);
    await cellWith(other, `${of(0).chartNumber}, infusion 1, 40`).waitFor();
    // Both in one request of one tab.
    expect(sent).toEqual(['/v1/assessments']);
    expect(await recorded(0)).toEqual([40]);
    expect(await recorded(1)).toEqual([44]);
    await context.close();
  });

  test('a tab that is killed right after Enter loses nothing', async () => {
    const { page, context } = await cutOff();
    await type(page, of(0), 1, 40);
    await page.close({ runBeforeUnload: false });
    const later = await reopened(context, '/scores');
    await waiting(later, '1 score waits for the network');
    await context.setOffline(false);
    await allSaved(later);
    expect(await recorded(0)).toEqual([40]);
    await context.close();
  });

  test('what somebody else recorded meanwhile is asked about, with both values', async () => {
    const { page, context } = await cutOff();
    await type(page, of(0), 1, 40);
    await recordedByDirector();
    await context.setOffline(false);
    await page.getByText('1 needs you (n)').waitFor();
    expect(await recorded(0)).toEqual([22]);
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    await page.getByText('Take theirs: 22 on 2 Mar 2026').waitFor();
    await page.getByText('Keep mine: 40').waitFor();
    await context.close();
  });

  test('a missed visit and a form wait too', async () => {
    const { page, context } = await cutOff();
    await context.setOffline(false);
    await read(page, `/courses/${of(0).courseId}/form/infusion-1`);
    await page.goto('/');
    await scoreOf(page, 1).waitFor();
    await settled(page);
    await context.setOffline(true);
    await scoreOf(page, 1).press('m');
    await page.getByRole('dialog').getByRole('button', { name: 'Save as missed' }).click();
    await page.getByText(`Kept on this device: ${of(1).chartNumber}`).waitFor();
    await fillForm(page);
    await page.getByText('Kept on this device, not saved yet').waitFor();
    await waiting(page, '1 score and 1 missed visit wait for the network');
    await context.setOffline(false);
    await page.getByText('Kept on this device, not saved yet').waitFor({ state: 'detached' });
    const [form] = await versions(clinic.director, of(0).courseId, 'infusion-1');
    expect(form?.total).toBe(16);
    await context.close();
  });

  test('a form that somebody else was before is looked at beside theirs', async () => {
    const { page, context } = await cutOff();
    await context.setOffline(false);
    await read(page, `/courses/${of(0).courseId}/form/infusion-1`);
    await context.setOffline(true);
    await fillForm(page);
    await page.getByText('Kept on this device, not saved yet').waitFor();
    await recordedByDirector();
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'Not saved before you decide' }).waitFor();
    expect(await recorded(0)).toEqual([22]);
    await page.getByRole('button', { name: 'Look at these answers' }).click();
    await page.getByText('Somebody else recorded something here while you typed').waitFor();
    await page.getByText('Recorded now:').waitFor();
    await context.close();
  });

  test('a session that ended meanwhile sends after the same person is back, and never as another one', async () => {
    const { page, context } = await cutOff();
    await type(page, of(0), 1, 40);
    await waiting(page, '1 score waits for the network');
    await clinic.clinician.delete('/v1/session').expect(204);
    const signIn = async (email: string) => {
      await page.locator('input[name=email]').fill(email);
      await page.locator('input[name=password]').fill(PASSWORD);
      await page.keyboard.press('Enter');
    };
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'You have been signed out' }).waitFor();
    await signIn(clinic.director.email);
    await page.getByRole('button', { name: 'Dana' }).waitFor();
    await page.getByRole('grid').waitFor();
    await allSaved(page);
    expect(await recorded(0)).toEqual([]);
    await page.getByRole('button', { name: 'Dana' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByText('1 entry waits on this device to be saved. Whoever typed it has to sign in here.').waitFor();
    await signIn(clinic.clinician.email);
    await page.getByRole('button', { name: 'clinician' }).waitFor();
    await page.goto('/scores');
    await cellWith(page, `${of(0).chartNumber}, infusion 1, 40`).waitFor();
    await allSaved(page);
    const [first] = await versions(clinic.director, of(0).courseId, 'infusion-1');
    expect(first?.total).toBe(40);
    await context.close();
  });

  test('signing out asks about what waits, and then nothing of it is left', async () => {
    const { page, context } = await cutOff();
    await type(page, of(0), 1, 40);
    await waiting(page, '1 score waits for the network');
    await page.getByRole('button', { name: 'clinician' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByText('One thing that you typed here is not saved yet.').waitFor();
    await page.getByRole('button', { name: 'Delete and sign out' }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await context.setOffline(false);
    await page.reload();
    await page.locator('input[name=email]').fill(clinic.clinician.email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'clinician' }).waitFor();
    await page.goto('/scores');
    await allSaved(page);
    expect(await recorded(0)).toEqual([]);
    await context.close();
  });
});
