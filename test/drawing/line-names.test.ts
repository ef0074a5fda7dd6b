import { afterAll, expect, test } from '@jest/globals';
import { cohortChart } from '../../src/domain/charts/cohort/cohort-charts.js';
import { cohortOutcome } from '../../src/domain/cohort/cohort-outcome.js';
import { cohortOf } from '../../src/domain/cohort/cohort.js';
import { ChartDrawingService } from '../../src/drawing/chart-drawing.service.js';
import type { Layout } from '../../src/drawing/picture.js';
import { course } from '../domain/cohort/cohort-fixtures.js';

const drawing = new ChartDrawingService();
afterAll(() => drawing.onModuleDestroy());

const finished = [44, 42, 40, 38, 36].map((from) => course([from, 30, 24, 18, 14, from - 26]));
const early = [60, 59, 61].map((from) =>
  course([from, from - 1, from + 1], { status: 'stopped', stoppedReason: 'cost' }),
);
// Each four times, so that the intervals are short.
const courses = [...finished, ...early].flatMap((one) => [one, one, one, one]);

async function textsOf(some: typeof courses, layout: Layout, unnamed = false) {
  const { data, ...chart } = cohortChart('mean-scores', cohortOutcome(some), cohortOf(some));
  const datasets = data.datasets.map(({ lineName = null, ...dataset }) => ({
    ...dataset,
    ...(!unnamed && lineName !== null && { lineName }),
  }));
  const picture = { format: 'svg', width: 800, theme: 'light', layout } as const;
  const svg = (await drawing.draw({ ...chart, data: { ...data, datasets } }, picture)).toString();
  const attribute = (text: string, name: string) => Number(new RegExp(` ${name}="([\\d.-]+)"`).exec(text)?.[1]);
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, how = '', text = '']) => {
    return {
      text,
      x: attribute(` ${how}`, 'x'),
      y: attribute(` ${how}`, 'y'),
      fill: / ?fill="([^"]*)"/.exec(how)?.[1],
    };
  });
}

test.each(['wide', 'narrow'] as const)('in a %s picture lines have their names at them, once', async (layout) => {
  const texts = await textsOf(courses, layout);
  const names = texts.filter(({ text }) => text === 'Completers' || text === 'Ended before infusion 6');
  expect(names.map(({ fill }) => fill?.toLowerCase()).sort()).toEqual(['#00568a', '#8f3f00']);
  const axis = texts.find(({ text }) => text.startsWith('Infusion; n'));
  // A legend is below the axis.
  for (const { y } of names) expect(y).toBeLessThan(axis?.y ?? 0);
});

test('where names have no room, and in a chart that has none, the legend has them', async () => {
  // Two who end far apart: the intervals are as high as the chart.
  const two = [course([60, 50, 40, 30, 20, 10]), course([30, 20, 20, 50, 50, 60]), ...early];
  for (const texts of [await textsOf(two, 'narrow'), await textsOf(courses, 'wide', true)]) {
    const axis = texts.find(({ text }) => text.startsWith('Infusion; n'));
    const legend = texts.filter(({ y }) => y > (axis?.y ?? 0)).map(({ text }) => text);
    expect(legend).toEqual(['Completers', 'Ended before infusion 6']);
  }
});
