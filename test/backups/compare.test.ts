import { expect, test } from '@jest/globals';
import { compareFigures, compareRecords } from '../../src/backups/compare.js';
import type { ClinicFigures } from '../../src/backups/figures.service.js';

const clinic = (mean: number) =>
  [
    { clinicId: 'a', name: 'Riverside', cohorts: [{ kind: 'all', figures: { completers: { mean } } }] },
  ] as unknown as ClinicFigures[];

test('a figure that differs in its last digit is found, with its place', () => {
  expect(compareFigures(clinic(0.1 + 0.2), clinic(0.30000000000000004))).toEqual([
    { what: 'Riverside: 1 figure of its cohorts is what it was', holds: true },
  ]);
  expect(compareFigures(clinic(0.1 + 0.2), clinic(0.3))).toEqual([
    { what: 'Riverside: 1 of 1 figure differs: /0/figures/completers/mean', holds: false },
  ]);
});

test('a clinic that is gone is found', () => {
  expect(compareFigures(clinic(1), [])).toEqual([expect.objectContaining({ holds: false })]);
});

test('a row that is gone, and one too many, are found; the list of migrations may grow', () => {
  const kept = { patient: 3, course: 4, migration: 20 };
  expect(compareRecords(kept, { ...kept, migration: 22, added: 1 })).toEqual([
    { what: '27 rows in 3 tables, as counted in the backup', holds: true },
  ]);
  expect(compareRecords(kept, { patient: 2, course: 5, migration: 20 })).toEqual([
    { what: 'patient has 2 rows; the backup counted 3', holds: false },
    { what: 'course has 5 rows; the backup counted 4', holds: false },
  ]);
});
