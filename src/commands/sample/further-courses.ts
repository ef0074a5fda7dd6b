import { addDays } from '../../domain/calendar/calendar.js';
import { courseStatus } from '../../domain/course/judgement/status.js';
import { scoresInTime } from '../../domain/course/record/course-record.js';
import { DEFAULT_PROTOCOL } from '../../domain/course/record/protocol.js';
import { eightQuarters, nextStartDay } from './clinic-days.js';
import { pick, shuffled, wholeBetween, type Random } from './random.js';
import { keepsItems, visitDays, withInfusions, type SampleCourse } from './sample-course.js';
import type { SamplePatient } from './sample-patient.js';
import { withStop } from './stopped-courses.js';
import { nearTo, totalsBetween } from './totals.js';

/** A kind of course that some patients have after their first. */
interface FurtherCourse {
  readonly count: number;
  readonly kind: SampleCourse['kind'];
  readonly protocol: readonly number[];
  /** Points by which the score has risen since the patient was last seen, least and most. */
  readonly relapse: readonly [least: number, most: number];
  /** Scored infusions; under six the course is given up. */
  readonly infusions: number;
}

const WEEKLY = [0, 7, 14, 21, 28, 35];
const EVERY_FOUR_WEEKS = [0, 28, 56, 84, 112, 140];

/** A completed induction would join the headline's cohort, so those that complete are maintenance. */
const FURTHER: readonly FurtherCourse[] = [
  { count: 16, kind: 'maintenance', protocol: EVERY_FOUR_WEEKS, relapse: [1, 8], infusions: 6 },
  { count: 4, kind: 'maintenance', protocol: EVERY_FOUR_WEEKS, relapse: [1, 8], infusions: 3 },
  { count: 10, kind: 'maintenance', protocol: WEEKLY, relapse: [5, 14], infusions: 6 },
  { count: 5, kind: 'induction', protocol: DEFAULT_PROTOCOL, relapse: [12, 22], infusions: 3 },
];

/** Days from the last visit of the first course to the start of the next. */
const PAUSE = { from: 50, to: 100 };
/** Days after the planned end, or the last visit, in which a course can still be given up. */
const DAYS_TO_STOP = 25;
const STOP_REASONS = ['cost', 'better', 'patientChoice', 'lostToFollowUp'] as const;

/** The patients, 35 of them with a second course: a return, or maintenance. */
export function withFurtherCourses(random: Random, today: string, patients: readonly SamplePatient[]): SamplePatient[] {
  const second = new Map<SamplePatient, SampleCourse>();
  const lastQuarter = eightQuarters(today).at(-1);
  const candidates = shuffled(
    random,
    patients.filter(({ courses }) => courses.every((each) => courseStatus(each, today) === 'completed')),
  );
  for (const further of FURTHER.flatMap((each) => Array<FurtherCourse>(each.count).fill(each))) {
    const pause = wholeBetween(random, PAUSE.from, PAUSE.to);
    const length = (further.protocol.at(-1) ?? 0) + DAYS_TO_STOP;
    const isOver = (start: string) =>
      addDays(start, length) < today && (further.kind === 'maintenance' || start <= (lastQuarter?.to ?? ''));
    const patient = candidates.find((each) => !second.has(each) && isOver(startAfter(each, pause)));
    if (patient) second.set(patient, nextCourse(random, patient, startAfter(patient, pause), further));
  }
  return patients.map((patient) => {
    const course = second.get(patient);
    return course ? { ...patient, courses: [...patient.courses, course] } : patient;
  });
}

function startAfter({ courses }: SamplePatient, pause: number): string {
  const days = courses.flatMap(({ slots }) => slots.map(({ assessedOn }) => assessedOn ?? ''));
  return nextStartDay(addDays(days.sort().at(-1) ?? '', pause));
}

function nextCourse(
  random: Random,
  patient: SamplePatient,
  startedOn: string,
  { kind, protocol, relapse, infusions }: FurtherCourse,
): SampleCourse {
  const first = patient.courses[0] as SampleCourse;
  const lastTotal = scoresInTime(first).at(-1)?.total ?? 0;
  const baseline = nearTo(lastTotal, lastTotal + wholeBetween(random, ...relapse));
  const end = Math.max(1, Math.round(lastTotal * 0.9) + wholeBetween(random, -2, 4));
  const totals = totalsBetween(random, baseline, end).slice(0, infusions);
  const empty: SampleCourse = { ...first, kind, protocol, startedOn, slots: [] };
  const days = visitDays(random, empty);
  const course = withInfusions(random, empty, days, totals, keepsItems(random));
  return totals.length < protocol.length ? withStop(random, course, pick(random, STOP_REASONS)) : course;
}
