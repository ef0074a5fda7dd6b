import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PUBLIC_CHART_NAMES, publicCharts } from '../../../src/domain/charts/public-charts.js';
import { cohortOutcome } from '../../../src/domain/cohort/cohort-outcome.js';
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

/** Three requests one after the other; what passes is published and read. */
function threePublications(seed: number, controlled: boolean): Read[] {
  const random = numbersFrom(seed);
  let courses = randomClinic(random);
  const earlier: EarlierPublication[] = [];
  const read: Read[] = [];
  for (const id of ['first', 'second', 'third']) {
    const { request, cohort } = randomRequest(random, courses);
    const result = publicContent(request, cohort);
    const refusal = result.refusal ?? (controlled ? differencing(result, earlier) : null);
    if (refusal === null) {
      earlier.push({ ...result, id, title: id });
      read.push(...readOf(result.content, cohort));
    }
    courses = later(random, courses);
  }
  return read;
}

/** All figures and charts as they would be without any control. */
function uncontrolled(courses: readonly Course[]): PublicContent {
  const all = { figures: [...PUBLISHABLE_FIGURES], charts: [...PUBLIC_CHART_NAMES] };
  const cohort = { period: '2025', kind: null, indication: null, minimumBaseline: null };
  const { content } = publicContent({ ...all, cohort }, courses);
  const outcome = cohortOutcome(courses);
  const charts = publicCharts(PUBLIC_CHART_NAMES, courses);
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
  test('finds no group of 1 to 10 in one publication, by up to four numbers', () => {
    let numbers = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = numbersFrom(seed);
        const { request, cohort } = randomRequest(random, randomClinic(random));
        const read = readOf(publicContent(request, cohort).content, cohort);
        numbers += read.length;
        expect(attack(read, 4)).toBeNull();
      }),
      { numRuns: 250, endOnFailure: true },
    );
    expect(numbers).toBeGreaterThan(250);
  });

  test('finds none in up to three publications of a clinic whose data move on, by up to three', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(attack(threePublications(seed, true), 3)).toBeNull();
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  test('would find one in a quarter of the triples if publications were not compared', () => {
    const found = Array.from({ length: 30 }, (_, seed) =>
      attack(threePublications(seed, false), 3),
    );
    expect(found.filter((size) => size !== null).length).toBeGreaterThan(5);
  });

  test('would find one in nearly every clinic if nothing were withheld', () => {
    const found = Array.from({ length: 30 }, (_, seed) => {
      const courses = randomClinic(numbersFrom(seed));
      return attack(readOf(uncontrolled(courses), courses), 2);
    });
    expect(found.filter((size) => size !== null).length).toBeGreaterThan(27);
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

  test('every n that stands in a chart’s words is one of the counts that were checked', () => {
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
