import { readFileSync } from 'node:fs';
import type { CohortCourse } from '../../../src/domain/cohort/cohort-course.js';
import { baselinesFromSums, type Baselines } from '../../../src/domain/course/judgement/reliable-change.js';

type Scores = readonly (number | null)[];

/** A concluded course; infusions that are not given have no score. */
export function course(scores: Scores, more: Partial<CohortCourse> = {}): CohortCourse {
  return {
    courseId: 'p1/c1',
    scores: [0, 1, 2, 3, 4, 5].map((i) => scores[i] ?? null),
    postSeries: null,
    stoppedReason: null,
    status: 'completed',
    startedOn: '2026-03-04',
    ...more,
  };
}

/** Completers with these scores at infusions 1 and 6. */
export function completers(...scores: [baseline: number, endpoint: number][]): CohortCourse[] {
  return scores.map(([baseline, endpoint]) => course([baseline, null, null, null, null, endpoint]));
}

/** The baselines of a clinic that has just these courses. */
export function baselinesOf(courses: readonly CohortCourse[]): Baselines {
  const totals = courses.flatMap(({ scores: [first] }) => (typeof first === 'number' ? [first] : []));
  const added = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return baselinesFromSums({
    n: totals.length,
    sum: added(totals),
    sumOfSquares: added(totals.map((total) => total * total)),
  });
}

/** The courses of test/fixtures/NAME.csv, each taken as concluded. */
export function fixtureCourses(name: string): CohortCourse[] {
  const [header, ...rows] = readFixture(`${name}.csv`).trim().split('\n');
  const columns = (header ?? '').split(',');
  return rows.map((row) => {
    const cells = row.split(',');
    const cell = (column: string) => cells[columns.indexOf(column)] ?? '';
    const scores = [1, 2, 3, 4, 5, 6].map((k) => cell(`score_${k}`));
    const stoppedReason = cell('stopped_reason') || null;
    return course(
      scores.map((score) => (score === '' ? null : Number(score))),
      {
        stoppedReason,
        status: stoppedReason === null ? 'completed' : 'stopped',
        startedOn: [1, 2, 3, 4, 5, 6].map((k) => cell(`date_${k}`)).find(Boolean) ?? '2025-01-01',
      },
    );
  });
}

/** R's answers on test/fixtures/NAME.csv. */
export function fixtureAnswers(name: string): unknown {
  return JSON.parse(readFixture(`${name}.expected.json`));
}

function readFixture(file: string): string {
  return readFileSync(new URL(`../../fixtures/${file}`, import.meta.url), 'utf8');
}

/**
 * Where `actual` lacks a part of `expected`, or differs in the 9th significant digit. The end of an
 * interval near 0 is a difference of large numbers, so digits are counted from `unit` on.
 */
export function differences(actual: unknown, expected: unknown, unit = 1e-3, path = ''): string[] {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const tolerance = 5e-10 * Math.max(Math.abs(expected), unit);
    const same = Math.abs(actual - expected) <= tolerance;
    return same ? [] : [`${path}: ${actual} instead of ${expected}`];
  }
  if (typeof expected !== 'object' || expected === null) {
    return actual === expected ? [] : [`${path}: ${String(actual)} instead of ${String(expected)}`];
  }
  if (typeof actual !== 'object' || actual === null) return [`${path}: ${String(actual)}`];
  const sameLength = !Array.isArray(expected) || expected.length === (actual as unknown[]).length;
  const parts = Object.entries(expected).flatMap(([key, value]) =>
    differences((actual as Record<string, unknown>)[key], value, unit, `${path}/${key}`),
  );
  return sameLength ? parts : [`${path}: another length`, ...parts];
}
