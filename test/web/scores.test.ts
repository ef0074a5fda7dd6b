import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answer } from '../support/answer.js';
import { axeFaults, browserStage, windowOf } from '../support/browser.js';
import {
  PASSWORD,
  testClinic,
  testCourse,
  type SignedIn,
  type TestClinic,
} from '../support/clinic.js';

const stage = browserStage();
let clinic: TestClinic;

type Course = Awaited<ReturnType<typeof testCourse>>;

/** A clinic with some courses that began on 2 March 2026, and the grid as its clinician sees it. */
async function gridOf(
  count: number,
  prepare: (person: SignedIn, courses: Course[]) => Promise<unknown> = () => Promise.resolve(),
) {
  const courses: Course[] = [];
  const opened = await openGrid(async (person) => {
    for (let at = 0; at < count; at += 1) courses.push(await testCourse(person));
    await prepare(person, courses);
  });
  const [first = NONE, second = NONE, third = NONE] = courses;
  return { ...opened, first, second, third };
}

const NONE: Course = { patientId: '', courseId: '', chartNumber: '' };

/** A clinic of its own, and the grid as its clinician sees it. The clinic's today is 20 March 2026. */
async function openGrid(prepare: (person: SignedIn) => Promise<void> = () => Promise.resolve()) {
  clinic = await testClinic(stage.app);
  await prepare(clinic.clinician);
  const opened = await windowOf(stage, clinic.clinician);
  await opened.page.goto('/scores');
  await opened.page.getByRole('heading', { name: 'Scores' }).waitFor();
  return opened;
}

/** Puts the cursor on the cell of an infusion, as a click does. */
async function point(page: Page, chartNumber: string, infusion: number): Promise<void> {
  await cellOf(page, chartNumber, infusion).click();
}

function cellOf(page: Page, chartNumber: string, infusion: number) {
  return page.getByRole('gridcell', { name: `${chartNumber}, infusion ${infusion},` });
}

function fieldOf(page: Page, chartNumber: string, infusion: number) {
  return page.getByRole('textbox', { name: `${chartNumber}, infusion ${infusion},` });
}

/** Waits until nothing is on its way any more. */
async function allSaved(page: Page): Promise<void> {
  await page.getByText('All saved').waitFor();
}

async function versions(person: SignedIn, courseId: string, slot: string): Promise<Version[]> {
  const { body } = await answer(person.get(`/v1/courses/${courseId}/assessments/${slot}/versions`));
  return (body as { items?: Version[] }).items ?? [];
}

interface Version {
  state: string;
  total: number | null;
  assessedOn: string | null;
  missedReason: string | null;
  note: string | null;
  amendmentReason: string | null;
  overrideReason: string | null;
}

/** The totals of the first infusions of a course, null where there is none. */
async function totals(person: SignedIn, courseId: string, count = 6): Promise<(number | null)[]> {
  const { body } = await answer(person.get(`/v1/courses/${courseId}`).expect(200));
  const { slots } = body as { slots: { recorded: { total: number | null } | null }[] };
  return slots.slice(0, count).map(({ recorded }) => recorded?.total ?? null);
}

describe('typing scores', () => {
  test('six scores of a patient go in within 15 seconds without a mouse, each on its planned day', async () => {
    let course = { courseId: '', chartNumber: '' };
    const { page, context, faults } = await openGrid(async (person) => {
      await testCourse(person);
      course = await testCourse(person);
    });
    await page.getByRole('grid').waitFor();
    const begun = Date.now();
    await page.keyboard.type(course.chartNumber, { delay: 40 });
    await page.keyboard.press('Enter');
    await page.keyboard.press('p');
    for (const score of ['40', '33', '31', '22', '18', '12']) {
      await page.keyboard.type(score, { delay: 80 });
      await page.keyboard.press('Tab');
    }
    await allSaved(page);
    expect(Date.now() - begun).toBeLessThan(15_000);
    expect(await totals(clinic.clinician, course.courseId)).toEqual([40, 33, 31, 22, 18, 12]);
    // 2 March 2026 and the customary days 0, 3, 7, 10, 14 and 17 after it.
    const [sixth] = await versions(clinic.clinician, course.courseId, 'infusion-6');
    expect(sixth?.assessedOn).toBe('2026-03-19');
    expect(faults).toEqual([]);
    await context.close();
  });

  test('the date of a score is the clinic’s today, and a score typed with Enter goes on below', async () => {
    const { page, context, first, second } = await gridOf(2);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('35');
    await page.getByText('20 Mar 2026, today', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('41');
    await page.keyboard.press('Enter');
    await allSaved(page);
    const [recorded] = await versions(clinic.clinician, first.courseId, 'infusion-1');
    expect(recorded).toMatchObject({ total: 35, assessedOn: '2026-03-20' });
    expect(await totals(clinic.clinician, second.courseId, 1)).toEqual([41]);
    await cellOf(page, first.chartNumber, 1).getByText('Moderate').waitFor();
    await page.getByRole('status').getByText(`41 saved for ${second.chartNumber}`).waitFor({
      state: 'attached',
    });
    await context.close();
  });

  test('a score of another day takes one key and the day', async () => {
    const { page, context, first } = await gridOf(1);
    await point(page, first.chartNumber, 1);
    await page.keyboard.press('d');
    await page.getByLabel('Date of the visit').fill('2026-03-04');
    await page.keyboard.press('Enter');
    await page.keyboard.type('35');
    await page.keyboard.press('Enter');
    await allSaved(page);
    const [recorded] = await versions(clinic.clinician, first.courseId, 'infusion-1');
    expect(recorded).toMatchObject({ total: 35, assessedOn: '2026-03-04' });
    await context.close();
  });

  test('70 is refused with the reason, kept in sight, and never sent', async () => {
    const { page, context, first, second } = await gridOf(2);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('70');
    await page.keyboard.press('Enter');
    await page.keyboard.type('31');
    await page.keyboard.press('Enter');
    await page.getByText('add up items 1 to 16 only').first().waitFor();
    await page.getByText('1 needs you (n)').waitFor();
    expect(await totals(clinic.clinician, second.courseId, 1)).toEqual([31]);
    expect(await versions(clinic.clinician, first.courseId, 'infusion-1')).toEqual([]);
    await page.keyboard.press('n');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.type('30');
    await page.keyboard.press('Enter');
    await allSaved(page);
    expect(await totals(clinic.clinician, first.courseId, 1)).toEqual([30]);
    await context.close();
  });

  test('letters that are no command and the mouse wheel change nothing', async () => {
    const { page, context, first } = await gridOf(1, (person, [course = NONE]) =>
      person.score(course.courseId, 'infusion-1', 35, '2026-03-02').expect(201),
    );
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('xyz');
    await page.mouse.wheel(0, 300);
    await page.mouse.wheel(0, -300);
    await page.keyboard.press('ArrowRight');
    await cellOf(page, first.chartNumber, 1).getByText('35').waitFor();
    await allSaved(page);
    expect(await versions(clinic.clinician, first.courseId, 'infusion-1')).toHaveLength(1);
    await context.close();
  });

  test('a score that was typed with a letter or a decimal is refused, not guessed', async () => {
    const { page, context, first } = await gridOf(1);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('4o');
    await page.keyboard.press('Tab');
    await page.keyboard.type('3.5');
    await page.keyboard.press('Tab');
    await page.getByText('“4o” is not a number').first().waitFor();
    await page.getByText('3.5 is not a whole number').first().waitFor();
    expect(await totals(clinic.clinician, first.courseId)).toEqual(Array(6).fill(null));
    await context.close();
  });

  test('a visit is missed by one key and one more for the reason', async () => {
    const { page, context, first } = await gridOf(1);
    await point(page, first.chartNumber, 2);
    await page.keyboard.press('m');
    await page.getByRole('dialog', { name: 'Why was it missed?' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('2');
    await allSaved(page);
    await cellOf(page, first.chartNumber, 2).getByText('Did not come').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('m');
    await page.keyboard.press('7');
    await page.getByLabel('What was the reason?').fill('Snowed in');
    await page.keyboard.press('Enter');
    await allSaved(page);
    const [second] = await versions(clinic.clinician, first.courseId, 'infusion-2');
    expect(second).toMatchObject({ state: 'missed', missedReason: 'noShow' });
    const [third] = await versions(clinic.clinician, first.courseId, 'infusion-3');
    expect(third).toMatchObject({ missedReason: 'other', note: 'Snowed in' });
    await context.close();
  });

  test('an unusual change is saved only with a reason', async () => {
    const { page, context, first } = await gridOf(1, (person, [course = NONE]) =>
      person.score(course.courseId, 'infusion-1', 50, '2026-03-18').expect(201),
    );
    await point(page, first.chartNumber, 2);
    await page.keyboard.type('15');
    await page.keyboard.press('Enter');
    await page.getByText('change of 35 points').first().waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Why is it right all the same?' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('a');
    await allSaved(page);
    const [recorded] = await versions(clinic.clinician, first.courseId, 'infusion-2');
    expect(recorded).toMatchObject({ total: 15, overrideReason: 'Asked the patient again' });
    await context.close();
  });
});

describe('amending', () => {
  const with35 = (person: SignedIn, [course = NONE]: Course[]) =>
    person.score(course.courseId, 'infusion-1', 35, '2026-03-02').expect(201);

  test('typing over a score asks why, and keeps its day', async () => {
    const { page, context, first } = await gridOf(1, with35);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('36');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Why is it amended?' }).waitFor();
    // Digits that were meant for the next patient choose nothing.
    await page.keyboard.type('41');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('t');
    await allSaved(page);
    const [amended, original] = await versions(clinic.clinician, first.courseId, 'infusion-1');
    expect(amended).toMatchObject({ total: 36, assessedOn: '2026-03-02' });
    expect(amended?.amendmentReason).toBe('Typing error');
    expect(original?.total).toBe(35);
    await context.close();
  });

  test('Esc goes back from the reason to what was typed, and again to what is recorded', async () => {
    const { page, context, first } = await gridOf(1, with35);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('36');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    expect(await fieldOf(page, first.chartNumber, 1).inputValue()).toBe('36');
    await page.keyboard.press('Escape');
    expect(await fieldOf(page, first.chartNumber, 1).inputValue()).toBe('35');
    expect(await versions(clinic.clinician, first.courseId, 'infusion-1')).toHaveLength(1);
    await context.close();
  });

  test('F2 edits with the caret inside, Home and the arrows move in it', async () => {
    const { page, context, first } = await gridOf(1, with35);
    await point(page, first.chartNumber, 1);
    await page.keyboard.press('F2');
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await page.keyboard.press('m');
    await allSaved(page);
    expect(await totals(clinic.clinician, first.courseId, 1)).toEqual([45]);
    await context.close();
  });

  test('Ctrl+Z undoes one’s own writes, the last one first, as amendments', async () => {
    const { page, context, first } = await gridOf(1, with35);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('36');
    await page.keyboard.press('Tab');
    await page.keyboard.press('t');
    await page.keyboard.type('30');
    await page.keyboard.press('Tab');
    await allSaved(page);
    expect(await totals(clinic.clinician, first.courseId, 2)).toEqual([36, 30]);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await allSaved(page);
    expect(await totals(clinic.clinician, first.courseId, 2)).toEqual([35, null]);
    const [undone] = await versions(clinic.clinician, first.courseId, 'infusion-2');
    expect(undone).toMatchObject({ state: 'entered-in-error' });
    expect(await versions(clinic.clinician, first.courseId, 'infusion-1')).toHaveLength(3);
    await context.close();
  });

  test('Delete takes an entry back with a reason', async () => {
    const { page, context, first } = await gridOf(1, with35);
    await point(page, first.chartNumber, 1);
    await page.keyboard.press('Delete');
    await page.keyboard.press('w');
    await allSaved(page);
    const [taken] = await versions(clinic.clinician, first.courseId, 'infusion-1');
    expect(taken).toMatchObject({ state: 'entered-in-error', amendmentReason: 'Wrong patient' });
    await context.close();
  });

  test('where two people wrote, both values are shown and one is chosen by key', async () => {
    const { page, context, first, second } = await gridOf(2);
    const score = (course: Course, total: number) =>
      clinic.director.score(course.courseId, 'infusion-1', total, '2026-03-02').expect(201);
    await page.getByRole('grid').waitFor();
    await score(first, 44);
    await score(second, 28);
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('35');
    await page.keyboard.press('Enter');
    await page.keyboard.type('31');
    await page.keyboard.press('Enter');
    await page.getByText('2 need you (n)').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    await page.getByText('Take theirs: 44 on 2 Mar 2026, by Dana').waitFor();
    await page.getByText('Keep mine: 35 on 20 Mar 2026').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('t');
    await page.getByText('1 needs you (n)').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    await page.keyboard.press('k');
    await page.keyboard.press('m');
    await allSaved(page);
    expect(await totals(clinic.clinician, first.courseId, 1)).toEqual([44]);
    expect(await totals(clinic.clinician, second.courseId, 1)).toEqual([31]);
    expect(await versions(clinic.clinician, second.courseId, 'infusion-1')).toHaveLength(2);
    await context.close();
  });
});

describe('nothing typed is lost', () => {
  test('a lost connection keeps scores, and they are saved once when it is back', async () => {
    const { page, context, first, faults } = await gridOf(1);
    await point(page, first.chartNumber, 1);
    await context.setOffline(true);
    await page.keyboard.type('35');
    await page.keyboard.press('Tab');
    await page.keyboard.type('30');
    await page.keyboard.press('Tab');
    await page.getByText('2 kept, not saved').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.setOffline(false);
    await allSaved(page);
    expect(await totals(clinic.clinician, first.courseId, 2)).toEqual([35, 30]);
    expect(await versions(clinic.clinician, first.courseId, 'infusion-1')).toHaveLength(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a score whose answer was lost is not recorded twice', async () => {
    const { page, context, first } = await gridOf(1);
    let lost = 0;
    await page.route('**/assessments/**', async (route) => {
      if ((lost += 1) > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('35');
    await page.keyboard.press('Enter');
    await allSaved(page);
    expect(lost).toBeGreaterThan(1);
    expect(await versions(clinic.clinician, first.courseId, 'infusion-1')).toHaveLength(1);
    await context.close();
  });

  test('what was kept and what was half typed outlive a reload', async () => {
    const { page, context, first } = await gridOf(1);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.route('**/assessments/**', (route) => route.abort());
    await point(page, first.chartNumber, 1);
    await page.keyboard.type('35');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2');
    await page.getByText('1 kept, not saved').waitFor();
    await page.unroute('**/assessments/**');
    await page.reload();
    await allSaved(page);
    expect(await totals(clinic.clinician, first.courseId, 2)).toEqual([35, null]);
    expect(await fieldOf(page, first.chartNumber, 2).inputValue()).toBe('2');
    await fieldOf(page, first.chartNumber, 2).focus();
    await page.keyboard.type('8');
    await page.keyboard.press('Enter');
    await allSaved(page);
    expect(await totals(clinic.clinician, first.courseId, 2)).toEqual([35, 28]);
    await context.close();
  });

  test('a session that ended keeps the score until the person is back', async () => {
    const { page, context, first } = await gridOf(1);
    await point(page, first.chartNumber, 1);
    await clinic.clinician.delete('/v1/session').expect(204);
    await page.keyboard.type('35');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'You have been signed out' }).waitFor();
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await allSaved(page);
    expect(await totals(clinic.director, first.courseId, 1)).toEqual([35]);
    await context.close();
  });
});

describe('pasting a block', () => {
  async function paste(page: Page, text: string): Promise<void> {
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', ${JSON.stringify(text)});
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
    }`);
  }

  test('a block is shown with what is wrong in it, and only the good is written', async () => {
    const { page, context, first, second } = await gridOf(2, (person, [course = NONE]) =>
      person.score(course.courseId, 'infusion-1', 35, '2026-03-02').expect(201),
    );
    await point(page, first.chartNumber, 1);
    await paste(page, '36\t70\r\n41\tforty\r\n12\r\n');
    await page.getByRole('dialog', { name: 'Check what you paste' }).waitFor();
    await page.getByText('2 can be written. 3 cannot').waitFor();
    await page.getByText('add up items 1 to 16 only').waitFor();
    await page.getByText('“forty” is not a number').waitFor();
    await page.getByText('There is no row for it.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await totals(clinic.clinician, second.courseId, 1)).toEqual([null]);
    await page.getByRole('button', { name: 'Write 2 scores' }).click();
    await page.getByText('Choose why').waitFor();
    await page.getByRole('combobox', { name: 'Why is 1 score amended?' }).click();
    await page.getByRole('option', { name: 'Typing error' }).click();
    await page.getByRole('button', { name: 'Write 2 scores' }).click();
    await allSaved(page);
    expect(await totals(clinic.clinician, first.courseId, 2)).toEqual([36, null]);
    expect(await totals(clinic.clinician, second.courseId, 2)).toEqual([41, null]);
    await context.close();
  });

  test('one pasted value is typed, and saved with Enter', async () => {
    const { page, context, first } = await gridOf(1);
    await point(page, first.chartNumber, 1);
    await paste(page, '35\r\n');
    await page.keyboard.press('Enter');
    await allSaved(page);
    expect(await totals(clinic.clinician, first.courseId, 1)).toEqual([35]);
    await context.close();
  });
});

describe('the table by keyboard alone', () => {
  test('it is left with Tab at its end, with Esc and Tab, and with F6', async () => {
    const { page, context, first, second } = await gridOf(2);
    const isInGrid = () => page.evaluate(`document.activeElement.closest('table') !== null`);
    await point(page, first.chartNumber, 1);
    await page.keyboard.press('Control+End');
    expect(await fieldOf(page, second.chartNumber, 6).isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await isInGrid()).toBe(false);
    await page.keyboard.press('Shift+Tab');
    expect(await isInGrid()).toBe(true);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await isInGrid()).toBe(false);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('F6');
    expect(await isInGrid()).toBe(false);
    await context.close();
  });

  test('the row of a patient leads to the patient, and the help lists the keys', async () => {
    const { page, context, first } = await gridOf(1);
    await point(page, first.chartNumber, 1);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys of the score table' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await point(page, first.chartNumber, 2);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/patients/${first.patientId}`);
    await context.close();
  });

  test('three hundred rows answer a key at once', async () => {
    const { page, context } = await gridOf(300);
    await page.getByText('300 courses under way').waitFor();
    await page.locator('td[data-column="1"]').first().click();
    const milliseconds = await page.evaluate(`(async () => {
      const begun = performance.now();
      for (let at = 0; at < 20; at += 1) {
        const down = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true });
        document.activeElement.dispatchEvent(down);
      }
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      return (performance.now() - begun) / 20;
    })()`);
    expect(milliseconds).toBeLessThan(50);
    await context.close();
  });

  test('without a course under way it says how one comes here', async () => {
    const { page, context } = await openGrid();
    await page.getByRole('heading', { name: 'No course is under way' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });
});
