import { expect, test } from '@jest/globals';
import { dayInLines, dayTick, dayTicksPlugin } from '../../../../src/domain/charts/parts/day-ticks-plugin.js';

function written(labels: unknown[]) {
  const ticks = labels.map((label) => ({ label }));
  const scales = { x: { ticks } };
  dayTicksPlugin.beforeDraw({ scales });
  // A chart is drawn again under a pointer.
  dayTicksPlugin.beforeDraw({ scales });
  return ticks.map(({ label }) => label);
}

test('the year is under the first day, and under the first of another year', () => {
  const days = ['28 Dec 2025', '30 Dec 2025', '1 Jan 2026', '3 Jan 2026', '5 Jan 2026'].map(dayInLines);
  expect(written(days)).toEqual([['28 Dec', '2025'], ['30 Dec'], ['1 Jan', '2026'], ['3 Jan'], ['5 Jan']]);
});

test('labels that are no days keep all of their lines', () => {
  const labels = [['Q4', 'n = 2026'], ['1', '2026', '2026'], '2026', ['2', '120', '55']];
  expect(written(labels)).toEqual(labels);
});

test('the days of visits are written, then the months, as many as fit', () => {
  const labels = [
    '1 Jul',
    '4 Jul',
    '8 Jul',
    '30 Jul',
    '8 Aug',
    '20 Aug',
    '1 Sept',
    '13 Sept',
    '7 Oct',
    '1 Nov',
    '9 Nov',
  ];
  const under = (width: number) => {
    const scale = { type: 'category', width, ticks: [] as { value: number }[], getLabels: () => days };
    dayTicksPlugin.afterBuildTicks(null, { scale }, { visits: [0, 1, 2], monthsFrom: 3 });
    return scale.ticks.map(({ value }, at) => {
      return dayTick.call({ getLabelForValue: (place) => days[place] ?? '' }, value, at, scale.ticks)[0];
    });
  };
  const days = labels.map((day) => `${day} 2026`);
  // Ten steps of 60 pixels, and of 30: at 50 pixels from day to day every second place has room.
  expect(under(600)).toEqual(['1 Jul', '4 Jul', '8 Jul', 'Aug', 'Sept', 'Oct', 'Nov']);
  expect(under(300)).toEqual(['1 Jul', '8 Jul', 'Aug', 'Sept', 'Oct']);
});
