import type { Page } from 'playwright-core';
import { answer } from '../support/answer.js';
import { browserStage, windowOf } from '../support/browser.js';
import { testClinic, testCourse, type SignedIn, type TestClinic } from '../support/clinic.js';

export type Course = Awaited<ReturnType<typeof testCourse>>;

/** In place of a course that a test did not ask for. */
export const NONE: Course = { patientId: '', courseId: '', chartNumber: '' };

type Prepare = (person: SignedIn, courses: Course[]) => Promise<unknown>;

/** The table of scores, for the tests of one file. Each of them opens it in a clinic of its own. */
export function gridStage() {
  const stage = browserStage();
  const grid = { stage, clinic: {} as TestClinic, open, withCourses };

  /** The table as the clinician of a new clinic sees it. The clinic's today is 20 March 2026. */
  async function open(prepare: (person: SignedIn) => Promise<unknown> = () => Promise.resolve()) {
    grid.clinic = await testClinic(stage.app);
    await prepare(grid.clinic.clinician);
    const opened = await windowOf(stage, grid.clinic.clinician);
    await opened.page.goto('/scores');
    await opened.page.getByRole('heading', { name: 'Scores' }).waitFor();
    return opened;
  }

  /** The same with some courses that began on 2 March 2026. */
  async function withCourses(count: number, prepare: Prepare = () => Promise.resolve()) {
    let courses: Course[] = [];
    const opened = await open(async (person) => {
      courses = await Promise.all(Array.from({ length: count }, () => testCourse(person)));
      await prepare(person, courses);
    });
    const [first = NONE, second = NONE, third = NONE] = courses;
    return { ...opened, courses, first, second, third };
  }

  return grid;
}

/** Puts the cursor on the cell of an infusion, as a click does. */
export async function point(page: Page, chartNumber: string, infusion: number): Promise<void> {
  await cellOf(page, chartNumber, infusion).click();
}

export function cellOf(page: Page, chartNumber: string, infusion: number) {
  return page.getByRole('gridcell', { name: `${chartNumber}, infusion ${infusion},` });
}

export function fieldOf(page: Page, chartNumber: string, infusion: number) {
  return page.getByRole('textbox', { name: `${chartNumber}, infusion ${infusion},` });
}

/** Waits until nothing is on its way any more. */
export async function allSaved(page: Page): Promise<void> {
  await page.getByText('All saved').waitFor();
}

export async function versions(person: SignedIn, courseId: string, slot: string): Promise<Version[]> {
  const { body } = await answer(person.get(`/v1/courses/${courseId}/assessments/${slot}/versions`));
  return (body as { items?: Version[] }).items ?? [];
}

export interface Version {
  state: string;
  total: number | null;
  assessedOn: string | null;
  missedReason: string | null;
  note: string | null;
  amendmentReason: string | null;
  overrideReason: string | null;
}

/** The totals of the first infusions of a course, null where there is none. */
export async function totals(person: SignedIn, courseId: string, count = 6): Promise<(number | null)[]> {
  const { body } = await answer(person.get(`/v1/courses/${courseId}`).expect(200));
  const { slots } = body as { slots: { recorded: { total: number | null } | null }[] };
  return slots.slice(0, count).map(({ recorded }) => recorded?.total ?? null);
}

/** Pastes into the cell where the person is. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }`);
}
