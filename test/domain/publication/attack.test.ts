import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PUBLIC_CHART_NAMES, publicCharts } from '../../../src/domain/charts/public/public-charts.js';
import { cohortOutcome } from '../../../src/domain/cohort/cohort-outcome.js';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { STARTERS } from '../../../src/domain/cohort/groups.js';
import { DISCLOSURE_THRESHOLD } from '../../../src/domain/disclosure/counted-set.js';
import { differencing } from '../../../src/domain/disclosure/differencing.js';
import type { EarlierPublication } from '../../../src/domain/disclosure/differencing.js';
import { publicContent } from '../../../src/domain/publication/public-content.js';
import { PUBLISHABLE_FIGURES } from '../../../src/domain/publication/publishable.js';
import type { PublicContent } from '../../../src/domain/publication/published-document.js';
import { attack } from '../disclosure/attacker.js';
import type { Read } from '../disclosure/attacker.js';
import { later, numbersFrom, randomClinic, randomRequest } from './random-clinic.js';
import type { Course } from './random-clinic.js';
import { readOf } from './reading.js';

const seeds = fc.nat({ max: 2 ** 30 });

/** Beyond the usual limit: thousands of publications, on a machine that may be busy with others. */
const PATIENCE = 600_000;

/** Six requests one after the other while the data move on; what passes, three at most, is published and read. */
function severalPublications(
  seed: number,
  { compared }: { compared: boolean },
): { publications: number; read: Read[] } {
  const random = numbersFrom(seed);
  let courses = randomClinic(random);
  const earlier: EarlierPublication[] = [];
  const read: Read[] = [];
  for (let asked = 0; asked < 6 && earlier.length < 3; asked += 1) {
    const { request, cohort } = randomRequest(random, courses);
    courses = later(random, courses);
    if (cohortOf(cohort).count(STARTERS).size < DISCLOSURE_THRESHOLD) continue;
    const result = publicContent(request, cohort);
    const refusal = result.refusal ?? (compared ? differencing(result, earlier) : null);
    if (refusal === null) {
      earlier.push({ ...result, id: `${asked}`, title: `Results ${asked}` });
      read.push(...readOf(result.content, cohort));
    }
  }
  return { publications: earlier.length, read };
}

/** All figures and charts as they would be without any control. */
function uncontrolled(courses: readonly Course[]): PublicContent {
  const all = { figures: [...PUBLISHABLE_FIGURES], charts: [...PUBLIC_CHART_NAMES] };
  const cohort = { period: '2025', kind: null, indication: null, minimumBaseline: null };
  const { content } = publicContent({ ...all, cohort }, courses);
  const outcome = cohortOutcome(courses);
  const charts = publicCharts(PUBLIC_CHART_NAMES, cohortOf(courses));
  return {
    ...content,
    ladder: content.ladder.map((rung) => ({ ...rung, count: outcome.ladder[rung.name] })),
    figures: content.figures.map((figure, at) => {
      const { n, count = null } = outcome.figures[at] as { n: number; count?: number };
      return { ...figure, n, count };
    }),
    charts: content.charts.map((chart, at) => ({
      ...chart,
      chart: charts[at]?.draw() ?? null,
    })),
  };
}

describe('an attacker who adds and subtracts what is public', () => {
  test(
    'finds no group of 1 to 10 in one publication, by up to four numbers',
    () => {
      let numbers = 0;
      fc.assert(
        fc.property(seeds, (seed) => {
          const random = numbersFrom(seed);
          const { request, cohort } = randomRequest(random, randomClinic(random));
          const read = readOf(publicContent(request, cohort).content, cohort);
          numbers += read.length;
          expect(attack(read, 4)).toBeNull();
        }),
        { numRuns: 2000, endOnFailure: true },
      );
      expect(numbers).toBeGreaterThan(8 * 1000);
    },
    PATIENCE,
  );

  test(
    'finds none in two or three publications of a clinic whose data move on, by up to three',
    () => {
      let compared = 0;
      fc.assert(
        fc.property(seeds, (seed) => {
          const { publications, read } = severalPublications(seed, { compared: true });
          if (publications > 1) compared += 1;
          expect(attack(read, 3)).toBeNull();
        }),
        { numRuns: 2800, endOnFailure: true },
      );
      expect(compared).toBeGreaterThan(2000);
    },
    PATIENCE,
  );

  test('would find one in a quarter of the clinics if publications were not compared', () => {
    const found = Array.from({ length: 200 }, (_, seed) =>
      attack(severalPublications(seed, { compared: false }).read, 3),
    );
    expect(found.filter((size) => size !== null).length).toBeGreaterThan(50);
  });

  test('would find one in four of five clinics if nothing were withheld', () => {
    const found = Array.from({ length: 200 }, (_, seed) => {
      const courses = randomClinic(numbersFrom(seed));
      return attack(readOf(uncontrolled(courses), courses), 2);
    });
    expect(found.filter((size) => size !== null).length).toBeGreaterThan(160);
  });
});

describe('what is public', () => {
  const published = (seed: number) => {
    const random = numbersFrom(seed);
    const { request, cohort } = randomRequest(random, randomClinic(random));
    const { content, counts } = publicContent(request, cohort);
    return { request, cohort, content, counts };
  };

  test('each number is the number of courses that the definitions count', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { content, cohort } = published(seed);
        for (const { said, courses } of readOf(content, cohort)) expect(said).toBe(courses.size);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test('every n in a chart’s words is one of the counts that were checked', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { content, counts } = published(seed);
        const checked = new Set([0, ...counts.map(({ members }) => members.size)]);
        const text = JSON.stringify(content.charts);
        for (const [, n] of text.matchAll(/\bn = (\d+)/g)) expect(checked).toContain(Number(n));
        for (const [, k, n] of text.matchAll(/(\d+) of (\d+)/g)) {
          expect(checked).toContain(Number(k));
          expect(checked).toContain(Number(n));
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test('the order in which courses were recorded changes nothing', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { request, cohort, content } = published(seed);
        expect(publicContent(request, [...cohort].reverse()).content).toEqual(content);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test('asking for one figure more never brings back a rung that was withheld', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { request, cohort, content } = published(seed);
        const more = publicContent({ ...request, figures: [...PUBLISHABLE_FIGURES] }, cohort);
        expect(more.content.ladder).toEqual(content.ladder);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});
