import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import type { TestApp } from '../support/test-app.js';

interface Plan {
  startedOn: string;
  /** Scores at infusion 1 and at a later one, with their days. */
  scores: [slot: string, total: number, on: string][];
  stopped?: { on: string; reason: string };
  kind?: string;
  indication?: string;
  clinician?: boolean;
}

/**
 * Five courses with the scores of the hand check (40, 20, 30, 50, 10 falling to 10, 12, 9, 30, 1), one that stopped
 * after its second infusion, one that stopped before any score, one under way, and a maintenance course.
 */
const PLANS: Plan[] = [
  {
    startedOn: '2025-01-01',
    indication: 'depression',
    clinician: true,
    scores: series(40, '2025-01-01', 10, '2025-01-18'),
  },
  { startedOn: '2025-03-31', scores: series(20, '2025-03-31', 12, '2025-04-17') },
  { startedOn: '2025-04-01', scores: series(30, '2025-04-01', 9, '2025-04-18') },
  { startedOn: '2025-12-31', scores: series(50, '2025-12-31', 30, '2026-01-17') },
  { startedOn: '2026-01-01', scores: series(10, '2026-01-01', 1, '2026-01-18') },
  {
    startedOn: '2026-02-10',
    clinician: true,
    scores: [
      ['infusion-1', 36, '2026-02-10'],
      ['infusion-2', 30, '2026-02-13'],
    ],
    stopped: { on: '2026-02-16', reason: 'cost' },
  },
  {
    startedOn: '2026-02-11',
    scores: [],
    stopped: { on: '2026-02-11', reason: 'patientChoice' },
  },
  { startedOn: '2026-03-16', scores: [['infusion-1', 25, '2026-03-16']] },
  {
    startedOn: '2025-06-01',
    kind: 'maintenance',
    indication: 'ptsd',
    scores: series(22, '2025-06-01', 11, '2025-06-18'),
  },
];

function series(baseline: number, first: string, endpoint: number, last: string): Plan['scores'] {
  return [
    ['infusion-1', baseline, first],
    ['infusion-6', endpoint, last],
  ];
}

/** A clinic with the small cohort, and a second clinic whose one course must never be counted. */
export async function smallClinic(app: TestApp): Promise<TestClinic> {
  const clinic = await testClinic(app);
  for (const { scores, stopped, clinician, ...plan } of PLANS) {
    const clinicianId = clinician ? clinic.clinician.id : null;
    const { courseId } = await testCourse(clinic.clinician, { ...plan, clinicianId });
    for (const [slot, total, on] of scores) {
      await clinic.clinician.score(courseId, slot, total, on).expect(201);
    }
    if (stopped) await stop(clinic, courseId, stopped);
  }
  const { clinician } = await testClinic(app);
  const { courseId } = await testCourse(clinician, { startedOn: '2026-01-01' });
  await clinician.score(courseId, 'infusion-1', 64, '2026-01-01').expect(201);
  await clinician.score(courseId, 'infusion-6', 64, '2026-01-18').expect(201);
  return clinic;
}

async function stop({ clinician }: TestClinic, courseId: string, stopped: object): Promise<void> {
  await clinician.patch(`/v1/courses/${courseId}`, { stopped }).set('If-Match', '"1"').expect(200);
}
