import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FilePatients } from '../../../src/spreadsheets/judging/file-patients.js';
import { courseRow } from '../rows.js';

const COLUMNS = 'chart,date 1,score 1,course number,initials';
const row = (line: string) => courseRow(COLUMNS, line);

describe('several rows of one patient', () => {
  test('are several courses, numbered by their starts after those the clinic has', () => {
    const file = new FilePatients();
    const rows = ['A1,2026-03-02,40', 'A1,2024-01-08,35', 'A1,2025-05-05,30'].map(row);
    for (const each of rows) {
      expect(file.take(each)).toEqual([]);
      file.plan(each, 2);
    }
    expect(rows.map((each) => file.numberOf(each))).toEqual([5, 3, 4]);
  });

  test('with the same start are a fault at the second', () => {
    const file = new FilePatients();
    expect(file.take(row('A1,2026-03-02,40'))).toEqual([]);
    expect(file.take(row('A1,2026-03-02,41'))).toMatchObject([{ rule: 'course-twice' }]);
    expect(file.take(row('A2,2026-03-02,41'))).toEqual([]);
  });

  test('may have the same start where each has a number of its own', () => {
    const file = new FilePatients();
    expect(file.take(row('A1,2026-03-02,40,1'))).toEqual([]);
    expect(file.take(row('A1,2026-03-02,41,2'))).toEqual([]);
    expect(file.take(row('A1,2026-03-02,41,2'))).toMatchObject([{ rule: 'course-twice' }]);
  });

  test('may leave the initials out but not contradict each other', () => {
    const file = new FilePatients();
    expect(file.take(row('A1,2026-03-02,40,,JD'))).toEqual([]);
    expect(file.take(row('A1,2026-05-02,40,,'))).toEqual([]);
    expect(file.take(row('A1,2026-06-02,40,,JE'))).toMatchObject([
      { fields: ['initials'], rule: 'patient-contradicted' },
    ]);
  });
});

test('a thousandth course of one chart number is a fault, and no row after it is compared with all before', () => {
  const file = new FilePatients();
  const days = Array.from({ length: 1001 }, (_, at) => new Date(Date.UTC(2001, 0, 1 + 60 * (at % 400))));
  const rules = days.map((day, at) => {
    const found = file.take(row(`A1,${day.toISOString().slice(0, 10)},40,${at < 999 ? at + 1 : ''}`));
    return found.map(({ rule }) => rule);
  });
  expect(rules.slice(0, 999).flat()).not.toContain('too-many-courses');
  expect(rules.slice(999)).toEqual([['too-many-courses'], ['too-many-courses']]);
});

test.each([
  ['007', '7', '07'],
  ['7', '007', '07'],
  ['A-07', 'a7', 'A.007'],
  ['2024-0012', '20240012', '2024-12'],
])('%s is noticed in %s and %s, in this order', (first, second, third) => {
  const file = new FilePatients();
  const alike = [first, second, third].map((chart) => file.alikeTo(row(`${chart},2026-03-02,40`)));
  expect(alike).toEqual([null, first, first]);
});

test('the order of the rows changes no number', () => {
  const days = fc.uniqueArray(fc.integer({ min: 10, max: 28 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(days, (starts) => {
      const file = new FilePatients();
      const rows = starts.map((day) => row(`A1,2026-03-${day},40`));
      for (const each of rows) file.take(each);
      for (const each of rows) file.plan(each, 0);
      const sorted = [...starts].sort((a, b) => a - b);
      expect(rows.map((each) => file.numberOf(each))).toEqual(starts.map((day) => sorted.indexOf(day) + 1));
    }),
  );
});
