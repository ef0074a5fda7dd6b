import { addDays } from '../../../src/domain/calendar/calendar.js';

import { closedAgain } from '../../../src/domain/disclosure/closed-again.js';
import { ofEdition } from '../../../src/domain/disclosure/frozen-groups.js';
import type { FrozenGroup, PublicCourse } from '../../../src/domain/disclosure/frozen-groups.js';
import type { PublicCohort } from '../../../src/domain/disclosure/public-cohort.js';
import { isSame } from '../../../src/domain/disclosure/public-cohort.js';
import { publicGroups, toFreeze } from '../../../src/domain/disclosure/public-groups.js';
import type { CoursesToday } from '../../../src/domain/disclosure/public-groups.js';
import { whatIsPublic } from '../../../src/domain/publication/what-is-public.js';
import { fewestPersons } from './attacker.js';
import type { Found, PublicSum } from './attacker.js';
import { FIRST_DAY } from './random-clinic.js';

/** What somebody published: groups of courses, as they were counted, and what was told of them. */
export interface Published {
  groups: readonly (readonly PublicCourse[])[];
  /** Whether the cohort is the widest, of which more is told. */
  isWidest: boolean;
}

const COHORTS: readonly PublicCohort[] = [
  { kind: 'induction', indication: null },
  { kind: null, indication: null },
  { kind: 'induction', indication: 'depression' },
  { kind: 'induction', indication: 'ptsd' },
  { kind: 'maintenance', indication: null },
  { kind: null, indication: 'depression' },
];

/** Eight publications of random cohorts and unions over three years, by the rules; and all groups closed again now and then. */
export function randomLife(random: () => number, clinicAt: (today: string) => CoursesToday): Published[] {
  const published: Published[] = [];
  let frozen: FrozenGroup[] = [];
  let edition = 1;
  for (let turn = 0; turn < 8; turn += 1) {
    const today = addDays(FIRST_DAY, 250 + turn * 110 + Math.floor(100 * random()));
    const now = clinicAt(today);
    const cohort = COHORTS[
      turn === 0 ? Math.floor(2 * random()) : Math.floor(COHORTS.length * random())
    ] as PublicCohort;
    const renewed = closedAgain(frozen, now).filter(({ renewal }) => renewal === 'renewed');
    if (renewed.length > 0 && random() < 0.7) {
      edition += 1;
      frozen = [...frozen, ...renewed.map((group) => ({ ...group, edition, closedOn: today }))];
    }
    const found = publicGroups(cohort, ofEdition(frozen, edition), now);
    if ('clashing' in found || found.groups.length === 0) continue;
    const [from, to] = twoOf(random, found.groups.length);
    const chosen = found.groups.slice(from, to + 1);
    const last = chosen.at(-1)?.to ?? '';
    frozen = [...frozen, ...toFreeze(cohort, found, { frozen, last, edition, closedOn: today })];
    published.push({ groups: chosen.map(({ courses }) => courses), isWidest: isSame(cohort, found.widest.cohort) });
  }
  return published;
}

function twoOf(random: () => number, count: number): [number, number] {
  const [one, other] = [Math.floor(count * random()), Math.floor(count * random())];
  return random() < 0.3 ? [0, count - 1] : [Math.min(one, other), Math.max(one, other)];
}

type Value = (course: PublicCourse) => unknown;

const total =
  (infusion: number): Value =>
  ({ scores }) =>
    scores[infusion - 1];
const bothEnds: Value = ({ scores }) => [scores[0], scores[5]];

/**
 * Does anything that was published tell of few? Of starters or completers, whom outsiders can name, of 1 to 10 persons; of
 * responders and others, whom nobody can, of 1 or 2. Each variable by itself, as whoever adds up different things learns of none.
 */
export function leakIn(published: readonly Published[]): (Found & { variable: string }) | null {
  const widest = published.filter(({ isWidest }) => isWidest);
  const named: [string, PublicSum[]][] = [
    ['baseline', published.map((each) => unitsOf(each, isCompleter, total(1)))],
    ['endpoint', published.map((each) => unitsOf(each, isCompleter, total(6)))],
    ['reduction and outcomes', published.map((each) => unitsOf(each, isCompleter, bothEnds))],
    ...[2, 3, 4, 5].map((k): [string, PublicSum[]] => [
      `score at infusion ${k}`,
      widest
        .filter((each) => rulesOf(each).infusions.includes(k))
        .map((each) => unitsOf(each, isScoredAt(k), total(k))),
    ]),
    ...[2, 4, 6].map((k): [string, PublicSum[]] => [
      `response by infusion ${k}`,
      published.map((each) => unitsOf(each, isStarter, ({ scores }) => scores.slice(0, k))),
    ]),
  ];
  const told = widest.filter((each) => rulesOf(each).responders);
  const unnamed: [string, PublicSum[]][] = [1, 6].map((k) => [
    `score at infusion ${k} of responders or others`,
    [
      ...published.map((each) => unitsOf(each, isCompleter, total(k))),
      ...told.map((each) => unitsOf(each, isResponder, total(k))),
    ],
  ]);
  for (const [variables, most] of [
    [named, 10],
    [unnamed, 2],
  ] as const) {
    for (const [variable, sums] of variables) {
      const found = fewestPersons(sums, most);
      if (found) return { ...found, variable };
    }
  }
  return null;
}

const rulesOf = ({ groups, isWidest }: Published) => whatIsPublic(groups, isWidest);
const isStarter = ({ scores }: PublicCourse) => (scores[0] ?? null) !== null;
const isCompleter = (course: PublicCourse) => isStarter(course) && (course.scores[5] ?? null) !== null;
const isScoredAt = (k: number) => (course: PublicCourse) =>
  isCompleter(course) && (course.scores[k - 1] ?? null) !== null;
const isResponder = (course: PublicCourse) =>
  isCompleter(course) && 2 * (course.scores[5] ?? 0) <= (course.scores[0] ?? 0) && (course.scores[0] ?? 0) > 0;

function unitsOf({ groups }: Published, holds: (course: PublicCourse) => boolean, value: Value): PublicSum {
  return new Set(
    groups
      .flat()
      .filter(holds)
      .map((course) => `${course.courseId}/${JSON.stringify(value(course))}`),
  );
}
