import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { smallClinic } from '../cohorts/small-clinic.js';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import { testClinic, testCourse, type SignedIn } from '../support/clinic.js';
import { sampleDirector } from '../support/sample-clinic.js';

const stage = browserStage();
let director: SignedIn;

beforeAll(async () => {
  stage.app.clock.set('2026-11-22T18:00:00Z');
  director = await sampleDirector(stage.app);
});

/** A page as a director of the sample clinic sees it, once its numbers are there. */
async function open(path: string, person = director, size = {}) {
  const opened = await windowOf(stage, person, size);
  await opened.page.goto(path);
  await opened.page.getByRole('heading', { level: 1 }).waitFor();
  await opened.page.getByText(/^As of /).waitFor();
  return opened;
}

const ALL_FIGURES = 'Every figure, and how it depends on who is counted';

/** Opens a part of the page that is there on demand. */
async function openPart(page: Page, title: string) {
  const heading = page.getByRole('heading', { level: 2, name: title });
  await heading.click();
  await page.locator('details', { has: heading }).locator(':scope > :not(summary)').first().waitFor();
}

const ladder = (page: Page) => page.getByRole('navigation', { name: 'Ladder' });

async function rungs(page: Page): Promise<number[]> {
  const texts = await ladder(page).getByRole('link').allInnerTexts();
  return texts.map((text) => Number.parseInt(text, 10));
}

describe('the director’s dashboard', () => {
  // The sample clinic is made so: 120 completers from 35.0 to 11.2 on average, 100 of them responders, 175 starters.
  test('its headline is the response of all who started, beside what completers achieved', async () => {
    const { page, context, faults } = await open('/outcomes');
    await page.getByText('57 %').first().waitFor();
    await openPart(page, ALL_FIGURES);
    const text = await page.getByRole('main').innerText();
    expect(text).toContain('100 of 175 starters');
    expect(text).toContain('from a mean of 35.0 to 11.2');
    expect(text).toMatch(/68\s%/);
    expect(text).toMatch(/83\.3\s%\s+100 of 120/);
    // 100 x 100 / 175 with Wilson's interval, as `prop.test(100, 175, correct = FALSE)` of R gives it.
    expect(text).toMatch(/49\.7 to 64\.2\s%/);
    // Two of the completed have no score at infusion 1.
    const [courses, withBaseline, , withInfusion6] = await rungs(page);
    expect([courses, withBaseline, withInfusion6]).toEqual([177, 175, 120]);
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('what a director asks first is answered above the fold of a laptop', async () => {
    const { page, context, faults } = await open('/outcomes', director, { width: 1280, height: 800 });
    const glance = page.getByRole('region', { name: 'At a glance' });
    await glance.getByRole('img').nth(2).waitFor();
    // How many started this quarter, how many finished: all 12 under way began within 16 days of 22 November 2026.
    const [started, better, fell] = await glance.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(started).toBe('Q4 2026: 12 started, 12 under way');
    expect(await glance.getByText('Q3 2026: 0 started.').count()).toBe(1);
    const said = await glance.getByRole('img').first().getAttribute('aria-label');
    expect(said).toMatch(/Q2 2026: \d+ started, \d+ finished, \d+ stopped/);
    // Better than last quarter, or chance?
    expect(better).toMatch(/^Response of starters: all \d finished quarters within chance of 57 %$/);
    const verdict = /^Q2 2026: \d+ %, \d+ points \w+ Q1 2026 .*: chance can explain it\.$/;
    expect(await glance.getByText(verdict).count()).toBe(1);
    expect(fell).toBe('Completers fell from 35.0 to 11.2 points on average, by 68 %');
    for (const picture of await glance.getByRole('img').all()) {
      const { y = 0, height = 0 } = (await picture.boundingBox()) ?? {};
      expect(y + height).toBeLessThan(800);
      expect(await picture.getAttribute('aria-label')).toMatch(/^(Q4 2026|Response of starters|Completers fell)/);
    }
    // Who is at risk of being lost.
    await page.getByRole('link', { name: '12 courses: Under way' }).click();
    await page.getByRole('heading', { level: 2, name: 'Under way: 12 courses' }).waitFor();
    await page.goBack();
    // Who is at risk of not getting better.
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Today' }).click();
    await page.getByRole('heading', { level: 2, name: /^May need a look/ }).waitFor();
    expect(await page.getByRole('table', { name: 'May need a look' }).getByRole('link').count()).toBeGreaterThan(0);
    await page.goBack();
    // Do clinicians, or indications, differ?
    await page.getByRole('link', { name: 'Do clinicians differ?' }).click();
    const funnel = page.getByRole('figure');
    await funnel.getByText(/^Clinicians: all 3 within chance of 57 %/).waitFor();
    await funnel.getByRole('button', { name: 'Show as a table' }).click();
    const starters = await funnel.getByRole('row').locator('td:nth-child(2)').allInnerTexts();
    expect(starters.reduce((total, n) => total + Number(n), 0)).toBe(175);
    expect(await axeFaults(page)).toEqual([]);
    await funnel.getByRole('button', { name: 'Hide the table' }).click();
    await page.getByText('Indications', { exact: true }).click();
    await funnel.getByText(/^Indications: all \d within chance of 57 %/).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test('what each number counts opens by keyboard, from its own definition', async () => {
    const { page, context } = await open('/outcomes');
    await openPart(page, ALL_FIGURES);
    const how = page.getByText('How is this counted?').first();
    await how.focus();
    await page.keyboard.press('Enter');
    await page.getByText('one without a score at infusion 6 counts as not achieved').first().waitFor();
    await page.getByText('with an interval: Wilson, 95 %').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });

  test('filters are in the address, outlive a reload, and are gone back from', async () => {
    const { page, context } = await open('/outcomes');
    const all = await rungs(page);
    await page.getByLabel('Indication').selectOption('ptsd');
    await page.waitForURL(/indication=ptsd/);
    await page.getByText('given for Post-traumatic stress disorder').waitFor();
    const some = await rungs(page);
    expect(some[0]).toBeLessThan(all[0] ?? 0);
    await page.reload();
    await page.getByText('given for Post-traumatic stress disorder').waitFor();
    expect(await rungs(page)).toEqual(some);
    await page.goBack();
    await page.getByText('Inductions, whenever started').waitFor();
    expect(await rungs(page)).toEqual(all);
    await page.getByRole('combobox', { name: 'Started in' }).fill('2025');
    await page.getByRole('combobox', { name: 'Started in' }).press('Enter');
    await page.getByText('started from 1 Jan 2025 to 31 Dec 2025').waitFor();
    // Words are kept in the address, so that it means another quarter in spring.
    await page.getByRole('combobox', { name: 'Started in' }).fill('last quarter');
    await page.getByRole('combobox', { name: 'Started in' }).press('Enter');
    await page.getByText('started from 1 Jul 2026 to 30 Sept 2026').waitFor();
    expect(new URL(page.url()).searchParams.get('period')).toBe('last quarter');
    await page.getByRole('combobox', { name: 'Started in' }).fill('4th quarter of 2025');
    await page.getByRole('combobox', { name: 'Started in' }).press('Enter');
    await page.getByText('started from 1 Oct 2025 to 31 Dec 2025').waitFor();
    await page.getByRole('combobox', { name: 'Started in' }).fill('all time');
    await page.getByRole('combobox', { name: 'Started in' }).press('Enter');
    await page.getByText('Inductions, whenever started').waitFor();
    await page.getByRole('button', { name: 'Reset the filters' }).click();
    await page.getByText('Inductions, whenever started').waitFor();
    expect(new URL(page.url()).search).toBe('');
    await context.close();
  });

  test('an impossible address is explained beside the field and in whole', async () => {
    const { page, context } = await windowOf(stage, director);
    await page.goto('/outcomes?period=2026-Q9&minimumBaseline=99');
    await page.getByRole('alert').first().waitFor();
    const said = 'The minimum baseline must be a whole number from 0 to 64.';
    expect(await page.getByText(said).count()).toBe(2);
    const how = '“2026-Q9” is not a period. Try Q4 2026, March 2026, 2026, last 12 months, or Q1 to Q3 2026.';
    await page.getByText(how).first().waitFor();
    expect(await page.getByText(how).count()).toBe(2);
    // The same address would be answered the same.
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });

  test('a number leads to as many courses as it says, and back with its filters', async () => {
    const { page, context, faults } = await open('/outcomes?kind=induction');
    const numbers = ['100 courses: Response, starters', '175 courses: Starters'];
    for (const name of [...numbers, '120 courses: Completers', '3 courses: Worsened, completers']) {
      await openPart(page, ALL_FIGURES);
      await page.getByRole('link', { name, exact: true }).first().click();
      const count = Number.parseInt(name, 10);
      await page.getByRole('heading', { level: 2, name: new RegExp(`: ${count} courses$`) }).waitFor();
      await page.getByText(`${Math.min(count, 50)} of ${count} shown`).waitFor();
      await page.getByRole('link', { name: 'Back to the outcomes' }).click();
      await page.waitForURL(/\/outcomes\?kind=induction$/);
      await page.getByRole('heading', { level: 1, name: 'Outcomes' }).waitFor();
    }
    await ladder(page).waitFor();
    const last = (await rungs(page)).at(-1);
    await ladder(page).getByRole('link', { name: 'with post-series score' }).click();
    const heading = page.getByRole('heading', { level: 2, name: `: ${last} courses` });
    await heading.waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(Math.min(last ?? 0, 50));
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a quarter with courses under way is left out of the trend until it is asked for, and then hatched', async () => {
    const { page, context, faults } = await open('/outcomes');
    // All 12 courses under way began within 16 days of 22 November 2026, and nobody else did in that quarter.
    await openPart(page, 'More charts');
    const figure = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: 'Response by quarter' }) });
    const show = page.getByRole('switch', { name: 'Show quarters with courses under way, hatched' });
    await show.scrollIntoViewIfNeeded();
    await figure.getByText('Left out, because unfinished: Q4 2026, 12 of 12 still under way.').waitFor();
    await show.press('Space');
    await figure.getByText('Hatched, because unfinished: Q4 2026, 12 of 12 still under way.').waitFor();
    await figure.getByRole('button', { name: 'Show as a table' }).click();
    await figure.getByRole('cell', { name: 'Q4 2026' }).first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('the next courses of a long list come at the press of a key', async () => {
    const { page, context } = await open('/outcomes/courses?group=responders');
    await page.getByRole('button', { name: 'Show more' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('100 of 100 shown').waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(100);
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
    await context.close();
  });

  test('the ladder stays in sight, and what has the focus is not under it', async () => {
    const { page, context } = await open('/outcomes', director, { width: 768, height: 1024 });
    await openPart(page, 'What became of the rest');
    const link = page.getByRole('link', { name: /^\d+ courses: Last scored at infusion 5$/ });
    await link.focus();
    const strip = await ladder(page).boundingBox();
    const bottom = (strip?.y ?? 0) + (strip?.height ?? 0);
    expect(strip?.y).toBeGreaterThan(0);
    expect(bottom).toBeLessThan(300);
    expect((await link.boundingBox())?.y).toBeGreaterThan(bottom);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(768);
    await context.close();
  });

  test('a lost connection is reported, and the numbers come when it is back', async () => {
    const { page, context } = await open('/outcomes');
    await context.setOffline(true);
    await page.getByLabel('Kind').selectOption('maintenance');
    await page.getByText('The service can’t be reached').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.setOffline(false);
    await page.getByText('Maintenance courses, whenever started').waitFor();
    await context.close();
  });
});

describe('a small clinic', () => {
  test('a clinic without a course reads so, and no number is made up', async () => {
    const clinic = await testClinic(stage.app);
    const { page, context } = await open('/outcomes', clinic.director);
    await page.getByRole('heading', { name: 'No concluded course yet' }).waitFor();
    expect(await rungs(page)).toEqual([0, 0, 0, 0, 0]);
    expect(await page.getByRole('main').innerText()).not.toContain('%');
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });

  test('of one course there is a mean, but no interval', async () => {
    const clinic = await testClinic(stage.app);
    const { courseId } = await testCourse(clinic.clinician, { startedOn: '2026-02-02' });
    await clinic.clinician.score(courseId, 'infusion-1', 40, '2026-02-02').expect(201);
    await clinic.clinician.score(courseId, 'infusion-6', 16, '2026-02-19').expect(201);
    const { page, context } = await open('/outcomes', clinic.director);
    // 40 - 16, from one course.
    await page.getByText('24.0 points').first().waitFor();
    await openPart(page, ALL_FIGURES);
    await page.getByText('no interval from 1 course').first().waitFor();
    expect(await page.getByRole('main').innerText()).not.toMatch(/NaN|null|Infinity/);
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });

  test('courses that all stopped have a response of none, and no mean yet', async () => {
    const clinic = await testClinic(stage.app);
    const { courseId } = await testCourse(clinic.clinician, { startedOn: '2026-02-02' });
    await clinic.clinician.score(courseId, 'infusion-1', 40, '2026-02-02').expect(201);
    const stopped = { on: '2026-02-05', reason: 'cost' };
    await clinic.clinician.patch(`/v1/courses/${courseId}`, { stopped }).set('If-Match', '"1"').expect(200);
    const { page, context } = await open('/outcomes', clinic.director);
    await page.getByText('no course yet').first().waitFor();
    expect(await page.getByRole('main').innerText()).toContain('0 of 1 starters');
    await context.close();
  });
});

describe('the comparison of two periods', () => {
  test('it shows both sides and their difference, and says that this is no proof', async () => {
    const clinic = await smallClinic(stage.app);
    const { page, context, faults } = await open('/outcomes/comparison?period=2025&against=2026', clinic.director);
    await page.getByText('not the effect of anything that changed').waitFor();
    // Of those who started in 2025, 40, 20, 30 and 50 fell to 10, 12, 9 and 30: two of four responded. In 2026 one of three, of
    // whom one stopped and one is lost. So few have no percent.
    const row = page.getByRole('region', { name: 'Figures of starters' }).getByRole('row', { name: /^Response/ });
    expect(await row.innerText()).toMatch(/2 of 4.*1 of 3/s);
    expect(await row.innerText()).not.toContain('50.0');
    expect(await row.innerText()).toContain('too few to compare');
    await row.getByRole('link', { name: '2 courses: Response, started in 2025' }).click();
    await page.getByRole('heading', { level: 2, name: /: 2 courses$/ }).waitFor();
    await page.goBack();
    await page.getByText('not the effect of anything that changed').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a picture says first whether chance can explain the difference', async () => {
    const { page, context, faults } = await open('/outcomes/comparison?period=2026&against=2025');
    const plot = page.getByRole('figure');
    await plot.getByText(/^2026 against 2025: /).waitFor();
    expect(await plot.getByRole('img').getAttribute('aria-label')).toMatch(
      /Response: \d+ of \d+ against \d+ of \d+, -?[\d.]+ percentage points/,
    );
    await plot.getByRole('button', { name: 'Show as a table' }).click();
    expect(await plot.locator('tbody tr').count()).toBe(3);
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('periods are called as people call them', async () => {
    const { page, context } = await open('/outcomes/comparison?period=2026Q2&against=Oct 2025 - Mar 2026');
    await page.getByText(/^Q2 2026 against October 2025 to March 2026: /).waitFor();
    expect(await page.getByRole('combobox', { name: 'Compared with' }).inputValue()).toBe('Oct 2025 - Mar 2026');
    await page.getByRole('link', { name: /courses: courses, started in Q2 2026$/ }).click();
    await page.getByText('started from 1 Apr 2026 to 30 Jun 2026').waitFor();
    await context.close();
  });

  test('periods that share a day are refused beside the field', async () => {
    const { page, context } = await open('/outcomes/comparison?period=2025&against=2024');
    await page.getByRole('combobox', { name: 'Compared with' }).fill('2025-Q1');
    await page.getByRole('combobox', { name: 'Compared with' }).press('Enter');
    await page.getByText('The two periods share days').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });
});
