import { addDays, compareDates } from '../../domain/calendar/calendar.js';
import { courseStatus } from '../../domain/course/judgement/status.js';
import type { StopReason } from '../../domain/course/record/stop-reasons.js';
import { startsOver, workday } from './clinic-days.js';
import { between, pick, shuffled, wholeBetween, type Random } from './random.js';
import { keepsItems, plannedCourse, visitDays, withInfusions, type SampleCourse } from './sample-course.js';
import { anyBaseline, totalsBetween } from './totals.js';

/** Share of the baseline that a full series would have left. */
const LEFT = { poor: [0.85, 1.12], partial: [0.4, 0.75], good: [0.08, 0.3] } as const;

/** Why inductions are given up, how they were going, and after which scored infusion, one by one. */
const LEAVING: readonly {
  readonly reason: StopReason;
  readonly going: keyof typeof LEFT;
  readonly after: readonly number[];
}[] = [
  { reason: 'noBenefit', going: 'poor', after: [2, 2, 3, 3, 3, 4, 4, 4, 5, 5] },
  { reason: 'cost', going: 'partial', after: [1, 2, 2, 2, 3, 3, 4, 5] },
  { reason: 'lostToFollowUp', going: 'partial', after: [1, 1, 1, 2, 2, 2, 3, 4] },
  { reason: 'sideEffects', going: 'partial', after: [1, 1, 1, 2, 2, 3] },
  { reason: 'better', going: 'good', after: [3, 4, 4, 5, 5] },
  { reason: 'patientChoice', going: 'partial', after: [1, 2, 3, 4] },
  { reason: 'moved', going: 'partial', after: [2, 3, 5] },
  { reason: 'medicalReason', going: 'partial', after: [1, 2, 3] },
];

const NOTES: Readonly<Partial<Record<StopReason, readonly string[]>>> = {
  sideEffects: ['Raised blood pressure during the infusion', 'Nausea for two days', 'Dissociation'],
  cost: ['Insurer declined further infusions', 'Could not go on paying'],
  lostToFollowUp: ['Three calls without an answer'],
  medicalReason: ['Surgery was planned', 'Change of cardiac medication'],
  moved: ['Goes on at a clinic in the new city'],
};

/** So many of those lost to follow-up nobody has closed: Today asks what became of them. */
const SILENT = 2;

/** The 47 inductions that were given up early, two of them without a word. */
export function stoppedCourses(random: Random, today: string): SampleCourse[] {
  const courses = leavingCourses(random, today);
  const silent = courses
    .filter(({ stopped }) => stopped?.reason === 'lostToFollowUp')
    .filter((course) => courseStatus({ ...course, stopped: null }, today) === 'lost')
    .toSorted((a, b) => compareDates(b.startedOn, a.startedOn))
    .slice(0, SILENT);
  return courses.map((course) => (silent.includes(course) ? { ...course, stopped: null } : course));
}

function leavingCourses(random: Random, today: string): SampleCourse[] {
  const leaving = LEAVING.flatMap(({ reason, going, after }) =>
    after.map((lastScored) => ({ reason, going, lastScored })),
  );
  const starts = shuffled(random, startsOver(random, today, leaving.length));
  return leaving.map(({ reason, going, lastScored }, at) => {
    const baseline = anyBaseline(random);
    const [least, most] = LEFT[going];
    const end = Math.round(baseline * between(random, least, most));
    const totals = totalsBetween(random, baseline, end).slice(0, lastScored);
    const course = plannedCourse(random, starts[at] ?? today);
    const days = visitDays(random, course);
    return withStop(random, withInfusions(random, course, days, totals, keepsItems(random)), reason);
  });
}

/** The course given up some days after its last visit. */
export function withStop(random: Random, course: SampleCourse, reason: StopReason): SampleCourse {
  const lastVisit = course.slots.at(-1)?.assessedOn ?? course.startedOn;
  const days = reason === 'lostToFollowUp' ? wholeBetween(random, 14, 20) : wholeBetween(random, 2, 6);
  const note = pick(random, [null, ...(NOTES[reason] ?? [])]);
  return { ...course, stopped: { on: workday(addDays(lastVisit, days)), reason, note } };
}
