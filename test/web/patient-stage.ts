import { beforeEach } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserStage, windowOf } from '../support/browser.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';

/** The planned days of a course from 2 March 2026; the clinic's today is 20 March. */
const DAYS = ['2026-03-02', '2026-03-05', '2026-03-09', '2026-03-12', '2026-03-16', '2026-03-19'];

/** A patient of a new clinic before each test, with one course that began on 2 March 2026. */
export function patientStage() {
  const stage = browserStage();
  const patient = {
    stage,
    clinic: {} as TestClinic,
    patientId: '',
    courseId: '',
    chartNumber: '',
    record,
    open,
    slotPath,
    recordedAt,
  };

  beforeEach(async () => {
    patient.clinic = await testClinic(stage.app);
    Object.assign(patient, await testCourse(patient.clinic.clinician));
  });

  /** Scores from infusion 1 on, each on its planned day. */
  async function record(...totals: number[]) {
    for (const [at, total] of totals.entries()) {
      const [slot, on] = [`infusion-${at + 1}`, DAYS[at] ?? ''];
      await patient.clinic.clinician.score(patient.courseId, slot, total, on).expect(201);
    }
  }

  /** The page of the patient, as the clinician sees it. */
  async function open() {
    const { clinic, patientId, chartNumber } = patient;
    const opened = await windowOf(stage, clinic.clinician);
    await opened.page.goto(`/patients/${patientId}`);
    await opened.page.getByRole('heading', { name: `Chart ${chartNumber}`, level: 1 }).waitFor();
    await opened.page.getByRole('heading', { name: 'Visits' }).waitFor();
    return opened;
  }

  function slotPath(slot: string) {
    return `/v1/courses/${patient.courseId}/assessments/${slot}`;
  }

  async function recordedAt(slot: string) {
    const answered = await patient.clinic.clinician.get(slotPath(slot)).expect(200);
    return answered.body as Record<string, unknown>;
  }

  return patient;
}

/** The row of a visit, whose name begins so. */
export function row(page: Page, visit: string) {
  return page.getByRole('row', { name: new RegExp(`^${visit}`) });
}
