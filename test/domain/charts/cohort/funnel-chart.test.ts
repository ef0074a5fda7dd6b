import { expect, test } from '@jest/globals';
import { funnelChart } from '../../../../src/domain/charts/cohort/funnel.js';
import { funnelOf } from '../../../../src/domain/cohort/differences/funnel.js';

const starters = (unit: string, responders: number, others: number) => [
  { unit, baseline: 40, sixth: 20, n: responders },
  { unit, baseline: 40, sixth: null, n: others },
];

test('its title says that all are within chance, or who is not and where', () => {
  const alike = funnelChart(funnelOf([...starters('Lee', 10, 10), ...starters('Sam', 14, 6)]), 'clinician');
  expect(alike.table.caption).toBe('Clinicians: all 2 within chance of 60 %');
  expect(alike.table.rows[0]).toEqual(['Lee', 20, 10, expect.closeTo(12, 9), expect.closeTo(50, 9), 'no', 'no']);
  const apart = funnelChart(funnelOf([...starters('Lee', 0, 20), ...starters('Sam', 50, 30)]), 'clinician');
  expect(apart.table.caption).toBe('Clinicians: Lee below what chance explains about 50 %');
  expect(JSON.parse(JSON.stringify(apart))).toEqual(apart);
});

test('where fewer than two can be compared there is no frame, but what is missing, and who is left out', () => {
  const { data, options, textAlternative } = funnelChart(funnelOf(starters('Depression', 5, 5)), 'indication');
  expect(data.datasets).toEqual([]);
  expect(textAlternative).toContain('no indication has as many yet.');
  expect(textAlternative).toContain('Indications: fewer than two have 11 starters');
  expect(JSON.stringify(options)).toContain('fewer than 11 starters: 1 indication.');
});

test('it says that it ranks nobody', () => {
  const { options } = funnelChart(funnelOf([...starters('Lee', 10, 10), ...starters('Sam', 14, 6)]), 'clinician');
  expect(JSON.stringify(options)).toContain('Not a league table');
});

test('a lone clinician is named with the starters it has, and not drawn', () => {
  const { data, textAlternative, table } = funnelChart(funnelOf(starters('Lee', 10, 10)), 'clinician');
  expect(data.datasets).toEqual([]);
  expect(textAlternative).toContain('takes two clinicians with at least 11 starters each; only Lee has as many: 20.');
  expect(table.rows).toHaveLength(1);
});
