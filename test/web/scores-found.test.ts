import { expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { testCourse, type SignedIn } from '../support/clinic.js';
import { allSaved, cellOf, fieldOf, gridStage, NONE, point, totals, type Course } from './grid.js';

const grid = gridStage();

const searchField = { name: 'Chart number', exact: true };

test('a course that has just been completed stays in its row for the day, marked, after a reload too', async () => {
  const { page, context, first } = await grid.withCourses(2, (person, [course = NONE]: Course[]) =>
    person.score(course.courseId, 'infusion-1', 35, '2026-03-02').expect(201),
  );
  await point(page, first.chartNumber, 6);
  await page.keyboard.type('20');
  await page.keyboard.press('Enter');
  await allSaved(page);
  const row = page.getByRole('rowheader', { name: new RegExp(`${first.chartNumber}.*completed`) });
  await row.waitFor();
  await page.reload();
  await row.waitFor();
  await cellOf(page, first.chartNumber, 6).getByText('20').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await context.close();
});

test('the search goes on to all patients by any part of the number, with initials and year, and shows their course', async () => {
  let ended: Course = NONE;
  const { page, context } = await grid.withCourses(1, async (person: SignedIn) => {
    const born = { chartNumber: 'ZX-98431', initials: 'JD', birthYear: 1981 };
    const { id: patientId } = (await person.post('/v1/patients', born).expect(201)).body as { id: string };
    const begun = await person.post(`/v1/patients/${patientId}/courses`, {
      startedOn: '2025-03-03',
      kind: 'induction',
    });
    ended = { patientId, courseId: (begun.body as { id: string }).id, chartNumber: 'ZX-98431' };
    await person.score(ended.courseId, 'infusion-6', 12, '2025-03-20').expect(201);
  });
  await page.getByRole('textbox', searchField).fill('9843');
  await page.getByRole('button', { name: 'ZX-98431 · JD · 1981' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'ZX-98431 · JD · 1981' }).click();
  await cellOf(page, 'ZX-98431', 6).getByText('12').waitFor();
  await page.getByRole('button', { name: 'ZX-98431 · JD · 1981' }).waitFor({ state: 'detached' });
  await context.close();
});

test('initials from right to left stand between the number and the year', async () => {
  const { page, context } = await grid.withCourses(1, (person: SignedIn) =>
    person.post('/v1/patients', { chartNumber: 'ZX-98431', initials: 'אב', birthYear: 1981 }).expect(201),
  );
  await page.getByRole('textbox', searchField).fill('9843');
  const found = page.getByRole('button', { name: 'ZX-98431 · אב · 1981' });
  const left = async (fact: string) => (await found.getByText(fact, { exact: true }).boundingBox())?.x ?? 0;
  expect(await left('אב')).toBeGreaterThan(await left('ZX-98431'));
  expect(await left('1981')).toBeGreaterThan(await left('אב'));
  await context.close();
});

test('order and date rule are in the address, a search is in none; all outlive a reload, and are kept for who comes back', async () => {
  const { page, context, first, second } = await grid.withCourses(2);
  await page.getByLabel('Sorted').selectOption('what is due first');
  await page.getByText('Planned days').click();
  await page.getByRole('textbox', searchField).fill(first.chartNumber.toLowerCase().replaceAll('-', ''));
  await page.getByText('1 course under way').waitFor();
  const asked = () => new URL(page.url()).searchParams;
  expect(asked().get('sorted')).toBe('dueFirst');
  expect(asked().get('dates')).toBe('planned');
  expect([...asked().keys()]).toEqual(['sorted', 'dates']);
  await page.reload();
  await page.getByText('1 course under way').waitFor();
  expect(await cellOf(page, second.chartNumber, 1).count()).toBe(0);
  expect(await page.getByLabel('Sorted').inputValue()).toBe('dueFirst');
  await page.getByRole('link', { name: 'Patients', exact: true }).click();
  await page.getByRole('heading', { name: 'Patients' }).waitFor();
  await page.getByRole('link', { name: 'Scores', exact: true }).click();
  await page.getByText('1 course under way').waitFor();
  expect(await page.getByLabel('Sorted').inputValue()).toBe('dueFirst');
  await context.close();
});

test('a patient is added in the last row, and the cursor is in the new course', async () => {
  const { page, context } = await grid.withCourses(2);
  await page.getByRole('button', { name: 'Add a patient' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Chart number' }).fill('NEW-77');
  await page.keyboard.press('Enter');
  await fieldOf(page, 'NEW-77', 1).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('33');
  await page.keyboard.press('Enter');
  await allSaved(page);
  await context.close();
});

test('what is due today stands out', async () => {
  let due: Course = NONE;
  const { page, context } = await grid.open(async (person) => {
    due = await testCourse(person, { startedOn: '2026-03-20' });
  });
  await cellOf(page, due.chartNumber, 1).and(page.locator('[data-today]')).waitFor();
  expect(await cellOf(page, due.chartNumber, 2).and(page.locator('[data-today]')).count()).toBe(0);
  expect(await totals(grid.clinic.clinician, due.courseId, 1)).toEqual([null]);
  await context.close();
});
