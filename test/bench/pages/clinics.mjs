import { withParts } from '../cohorts.mjs';
import { PASSWORD, UNLIMITED, withClinic } from '../service.mjs';
import { post, startDemo } from '../../support/demo.mjs';

const COURSES = 22_000;
/** As many as a nurse sees in a day, and some that began three weeks ago, of which nothing is recorded yet. */
const DUE_TODAY = 25;
const LATE = 5;

/** The clinics that are measured, one after the other, each with its director and with visits that are due. */
export async function eachClinic(built, work) {
  const demo = await startDemo(built, UNLIMITED);
  try {
    await work({ name: 'sample clinic', ...demo });
  } finally {
    await demo.stop();
  }
  await withClinic(built, (service, clinic) =>
    withParts(built, service, clinic, async ({ load, transactions }) => {
      const { loadSynthetic } = await load('commands/sample/load-synthetic');
      const { clinicId, staffId, email } = clinic;
      await loadSynthetic(transactions, { clinicId, clinicianIds: [staffId, staffId, staffId] }, { courses: COURSES });
      const people = { director: { email, password: PASSWORD } };
      await work({ name: `${COURSES.toLocaleString('en')} courses`, url: service.url, people });
    }),
  );
}

/** Courses of which something is to be typed: those that are due today, and those of which all six scores are. */
export async function coursesToType(page) {
  const { today } = (await (await page.request.get('/v1/session')).json()).clinic;
  const earlier = new Date(Date.parse(today) - 21 * 86_400_000).toISOString().slice(0, 10);
  const made = [];
  for (let at = 0; at < DUE_TODAY + LATE; at += 1) {
    const chartNumber = `B-${1000 + at}`;
    const patient = await post(page, '/v1/patients', { chartNumber });
    const startedOn = at < DUE_TODAY ? today : earlier;
    const course = await post(page, `/v1/patients/${patient.id}/courses`, { kind: 'induction', startedOn });
    made.push({ chartNumber, patientId: patient.id, courseId: course.id });
  }
  return { due: made.slice(0, DUE_TODAY), late: made.slice(DUE_TODAY) };
}
