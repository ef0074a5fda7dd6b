import { addDays } from '../../../src/domain/calendar/calendar.js';
import type { Indication } from '../../../src/domain/course/record/indications.js';
import type { PublicCourse } from '../../../src/domain/disclosure/frozen-groups.js';
import type { CoursesToday } from '../../../src/domain/disclosure/public-groups.js';

/** Numbers that look random and are the same for the same seed (a linear congruential generator). */
export function numbersFrom(seed: number): () => number {
  let state = (seed >>> 0) + 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** A course with what becomes known of it, and when. */
interface Told {
  course: PublicCourse;
  /** From this day on it is concluded. */
  concludedOn: string;
  /** Until this day the score at infusion 6 is not entered. */
  lateUntil: string | null;
  /** From this day on the score at infusion 6 (and at another) is corrected. */
  corrected: { on: string; from: number; by: number } | null;
}

const INDICATIONS: readonly Indication[] = ['depression', 'ptsd', 'anxiety'];
export const FIRST_DAY = '2022-01-01';
const QUARTER = 91;

/**
 * A clinic of 12 quarters with about so many starters each: who stops, misses visits, stays away, comes twice, and whose
 * score comes late or is corrected differs from clinic to clinic.
 */
export function randomClinic(random: () => number, startersAQuarter: number): (today: string) => CoursesToday {
  const rates = {
    stops: 0.2 + 0.3 * random(),
    misses: 0.15 * random(),
    responds: 0.25 + 0.6 * random(),
    late: 0.1 * random(),
    corrected: 0.08 * random(),
    maintenance: 0.3 * random() ** 2,
    again: 0.2 * random(),
    mainIndication: 0.3 + 0.6 * random(),
  };
  const told: Told[] = [];
  for (let quarter = 0; quarter < 12; quarter += 1) {
    const count = Math.max(1, Math.round(startersAQuarter * (0.8 + 0.4 * random())));
    for (let made = 0; made < count; made += 1) {
      const startedOn = addDays(FIRST_DAY, Math.floor(quarter * QUARTER + (QUARTER - 1) * random()));
      const again = told.length > 0 && random() < rates.again;
      const person = again ? personOfSome(random, told) : `p${told.length}`;
      told.push(toldOf(random, rates, `${person}/c${told.length}`, startedOn));
    }
  }
  return (today) => {
    const begun = told.filter(({ course }) => course.startedOn < today);
    const concluded = begun.filter(({ concludedOn }) => concludedOn <= today).map((each) => asOf(each, today));
    return {
      concluded,
      underWay: begun.filter(({ concludedOn }) => concludedOn > today).map(({ course }) => course),
      today,
    };
  };
}

function personOfSome(random: () => number, told: readonly Told[]): string {
  const { course } = told[Math.floor(told.length * random())] as Told;
  return course.courseId.slice(0, course.courseId.indexOf('/'));
}

function toldOf(
  random: () => number,
  rates: Record<'stops' | 'misses' | 'responds' | 'late' | 'corrected' | 'maintenance' | 'mainIndication', number>,
  id: string,
  startedOn: string,
): Told {
  const baseline = 12 + Math.floor(45 * random());
  const end = Math.floor(baseline * (random() < rates.responds ? 0.5 * random() : 0.52 + 0.6 * random()));
  const last = random() < rates.stops ? 1 + Math.floor(5 * random()) : 6;
  const scores = [1, 2, 3, 4, 5, 6].map((k) => {
    if (k > last || (k > 1 && k < last && random() < rates.misses)) return null;
    return Math.min(64, Math.round(baseline + ((end - baseline) * (k - 1)) / 5));
  });
  const isLost = last < 6 && random() < 0.4;
  const status = last === 6 ? 'completed' : isLost ? 'lost' : 'stopped';
  const index = random() < rates.mainIndication ? 0 : 1 + Math.floor(2 * random());
  const concludedOn = addDays(startedOn, isLost ? 61 : 25);
  return {
    course: {
      courseId: id,
      kind: random() < rates.maintenance ? 'maintenance' : 'induction',
      indication: INDICATIONS[index] as Indication,
      startedOn,
      scores,
      postSeries: null,
      stoppedReason: status === 'stopped' ? 'cost' : null,
      status,
    },
    concludedOn,
    lateUntil: last === 6 && random() < rates.late ? addDays(concludedOn, Math.floor(500 * random())) : null,
    corrected:
      random() < rates.corrected
        ? {
            on: addDays(concludedOn, Math.floor(600 * random())),
            from: Math.floor(6 * random()),
            by: 1 + Math.floor(9 * random()),
          }
        : null,
  };
}

/** The course as it is known on a day: a late score missing, a wrong one not yet corrected. */
function asOf({ course, lateUntil, corrected }: Told, today: string): PublicCourse {
  const scores = course.scores.map((score, at) => {
    if (score === null || (at === 5 && lateUntil !== null && lateUntil > today)) return null;
    const isWrong =
      corrected !== null && corrected.on > today && (at === corrected.from || (at === 5 && corrected.by > 5));
    return isWrong ? (score + corrected.by) % 65 : score;
  });
  return { ...course, scores };
}
