import { expect, test } from '@jest/globals';
import { bandDatasets, severityBandsOption } from '../../../../src/domain/charts/parts/bands.js';

const bands = bandDatasets('2026-03-01', '2026-03-20');

test('the bands carry their words and published ranges', () => {
  expect(bands.map(({ label }) => label)).toEqual([
    'Non-depressed 0-10',
    'Minimal 11-20',
    'Mild 21-30',
    'Moderate 31-45',
    'Severe 46-64',
  ]);
});

test('the bands meet half-way between totals and end at 64, so no total lies between two', () => {
  const tops = bands.map(({ data }) => data[0]);
  expect(tops).toEqual([10.5, 20.5, 30.5, 45.5, 64].map((y) => ({ x: '2026-03-01', y })));
});

test('the bands reach over the whole axis, behind everything else', () => {
  expect(bands.map(({ data }) => data.length)).toEqual([2, 2, 2, 2, 2]);
  expect(bands[4]?.data[1]).toEqual({ x: '2026-03-20', y: 64 });
  expect(bands.every(({ order, pointRadius }) => order === 100 && pointRadius === 0)).toBe(true);
});

test('the bands differ in color', () => {
  expect(new Set(bands.map(({ backgroundColor }) => backgroundColor)).size).toBe(5);
});

test('a chart names the words, ends and colors of its bands as data', () => {
  expect(severityBandsOption({ fill: true })).toEqual({
    beside: false,
    bands: [
      { label: 'Non-depressed', from: 0, to: 10, colour: bands[0]?.backgroundColor },
      { label: 'Minimal', from: 11, to: 20, colour: bands[1]?.backgroundColor },
      { label: 'Mild', from: 21, to: 30, colour: bands[2]?.backgroundColor },
      { label: 'Moderate', from: 31, to: 45, colour: bands[3]?.backgroundColor },
      { label: 'Severe', from: 46, to: 64, colour: bands[4]?.backgroundColor },
    ],
    fill: true,
    textColour: '#555555',
  });
});
