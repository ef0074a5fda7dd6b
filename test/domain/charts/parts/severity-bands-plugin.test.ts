import { expect, test } from '@jest/globals';
import { severityBandsOption } from '../../../../src/domain/charts/parts/bands.js';
import { severityBandsPlugin } from '../../../../src/domain/charts/parts/severity-bands-plugin.js';

/** A chart 100 pixels wide whose axis of 0-64 points is 640 pixels high, and what is drawn on it. */
function paper(labels: string[]) {
  const drawn: unknown[][] = [];
  const chart = {
    ctx: {
      fillStyle: '' as unknown,
      font: '',
      textAlign: '',
      textBaseline: '',
      save: () => undefined,
      restore: () => undefined,
      fillRect(...at: number[]) {
        drawn.push([this.fillStyle, ...at]);
      },
      fillText(...what: unknown[]) {
        drawn.push([this.fillStyle, ...what]);
      },
    },
    chartArea: { left: 50, right: 150 },
    scales: { y: { getPixelForValue: (points: number) => 640 - 10 * points } },
    data: { datasets: labels.map((label) => ({ label })) },
    options: { font: { family: 'sans-serif' } },
    getSortedVisibleDatasetMetas: () => labels.map((_, index) => ({ index })),
  };
  return { chart, drawn };
}

test('each band is filled from its lowest to its highest total over the whole width', () => {
  const { chart, drawn } = paper(['All']);
  severityBandsPlugin.beforeDatasetsDraw(chart, {}, severityBandsOption({ fill: true }));
  // Mild: 20.5 to 30.5 points are 435 to 335 pixels.
  expect(drawn[2]).toEqual(['#dceaf7', 50, 335, 100, 100]);
  expect(drawn).toHaveLength(5);
});

test('bands that are datasets already are not filled again', () => {
  const { chart, drawn } = paper(['Score', 'Mild 21-30']);
  severityBandsPlugin.beforeDatasetsDraw(chart, {}, severityBandsOption({ fill: false }));
  expect(drawn).toEqual([]);
});

test('the word of each band is in it, above the bands and beneath every line', () => {
  const { chart, drawn } = paper(['Score', 'Remission', 'Mild 21-30', 'Severe 46-64']);
  const option = severityBandsOption({ fill: false });
  for (const index of [3, 2]) severityBandsPlugin.beforeDatasetDraw(chart, { index }, option);
  expect(drawn).toEqual([]);
  severityBandsPlugin.beforeDatasetDraw(chart, { index: 1 }, option);
  severityBandsPlugin.beforeDatasetDraw(chart, { index: 0 }, option);
  expect(drawn).toHaveLength(5);
  // Amid the ten points of mild at 25.5; 2 points beneath the upper end of moderate, 45.5.
  expect(drawn[2]).toEqual(['#555555', 'Mild 21-30', 54, 385]);
  expect(drawn[3]).toEqual(['#555555', 'Moderate 31-45', 54, 205]);
});

test('where bars would hide the words they are right of the chart', () => {
  const { chart, drawn } = paper(['Infusion 1']);
  const option = severityBandsOption({ fill: true, beside: true });
  severityBandsPlugin.beforeDatasetDraw(chart, { index: 0 }, option);
  expect(drawn[2]).toEqual(['#555555', 'Mild 21-30', 154, 385]);
});

test('a chart without bands is left alone', () => {
  const { chart, drawn } = paper(['All']);
  severityBandsPlugin.beforeDatasetsDraw(chart, {}, {});
  severityBandsPlugin.beforeDatasetDraw(chart, { index: 0 }, {});
  expect(drawn).toEqual([]);
});
