import { expect, test } from '@jest/globals';
import { bandDatasets } from '../../../../src/domain/charts/parts/bands.js';
import { belongsInLegend } from '../../../../src/domain/charts/parts/legend.js';

/** Which of these datasets a legend has. */
const legendOf = (...labels: string[]) => {
  const data = { datasets: labels.map((label) => ({ label })) };
  return labels.filter((text, datasetIndex) => belongsInLegend({ text, datasetIndex }, data));
};
const bands = bandDatasets('1 Mar 2026', '20 Mar 2026').map(({ label }) => label);

test('a legend has the series, not the bands, whose words are at them, nor what has no name', () => {
  expect(legendOf('Responders', 'Others', '', ...bands)).toEqual(['Responders', 'Others']);
});

test('how intervals are drawn is said above the chart, so they are in no legend', () => {
  expect(legendOf('Starters', 'Completers', '95 % interval, starters')).toEqual(['Starters', 'Completers']);
  expect(legendOf('Score at infusion', 'Missed: ill on the day', 'Middle half of 43 other courses')).toHaveLength(2);
});

test('a series that is alone needs no legend: the axis has its name', () => {
  expect(legendOf('Mean score', '95 % interval', '')).toEqual([]);
});
