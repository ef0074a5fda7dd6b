import { describe, expect, test } from '@jest/globals';
import { captioned } from '../../../../src/domain/charts/parts/caption.js';
import type { Chart, Json } from '../../../../src/domain/charts/parts/chart.js';
import { COHORT_CHART_NAMES, cohortChart } from '../../../../src/domain/charts/cohort/cohort-charts.js';
import { courseTrajectoryChart } from '../../../../src/domain/charts/course/course-trajectory.js';
import { BACKGROUNDS, THEMES, inTheme, type Theme } from '../../../../src/domain/charts/parts/themes.js';
import { cohortOutcome } from '../../../../src/domain/cohort/cohort-outcome.js';
import { cohortOf } from '../../../../src/domain/cohort/cohort.js';
import { course } from '../../cohort/cohort-fixtures.js';
import { courseWith, scoredSeries } from '../../course/course-builder.js';

const courses = [course([40, 30, 20, 15, 12, 10]), course([35, 36]), course([30, 31, 30, 32, 30, 33])];
const charts: [string, Chart][] = [
  ...COHORT_CHART_NAMES.map((name): [string, Chart] => [
    name,
    cohortChart(name, cohortOutcome(courses), cohortOf(courses)),
  ]),
  [
    'course',
    courseTrajectoryChart(courseWith(scoredSeries(40, 31, null, 22)), {
      title: 'Course 1',
      today: '2026-04-01',
      like: null,
    }),
  ],
];

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Every text after a key, wherever it is. */
function valuesOf(key: string, node: Json): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, part]) =>
    name === key && typeof part === 'string' ? [part] : valuesOf(key, part),
  );
}

const withoutGrid = (options: Chart['options']) =>
  JSON.parse(JSON.stringify(options, (key, part: unknown) => (/^(grid|border)$/.test(key) ? {} : part))) as Json;

describe.each(charts)('the chart %s', (_, chart) => {
  test.each(THEMES)('on %s has text that can be read (contrast of 4.5 or more)', (theme) => {
    const { options } = inTheme(chart, theme);
    const colors = valuesOf('color', withoutGrid(options));
    expect(colors.length).toBeGreaterThan(2);
    for (const color of colors) {
      expect([color, contrast(color, BACKGROUNDS[theme]) >= 4.5]).toEqual([color, true]);
    }
  });

  test('on light is the chart itself; on dark only colors differ', () => {
    expect(inTheme(chart, 'light')).toEqual(chart);
    const dark = inTheme(chart, 'dark');
    expect(dark).not.toEqual(chart);
    const shape = (some: Chart) => JSON.stringify(some).replace(/#[0-9A-Fa-f]{6}|rgba\([\d.,]+\)/g, 'colour');
    expect(shape(dark)).toBe(shape(chart));
    expect(dark.data.datasets.map(({ data }) => data)).toEqual(chart.data.datasets.map(({ data }) => data));
  });

  test('keeps a line with the day in its subtitle and its text alternative', () => {
    const { options, textAlternative, table } = captioned(chart, 'As of 2026-03-20.');
    const { subtitle } = options['plugins'] as { subtitle: { display: boolean; text: string[] } };
    expect([subtitle.display, subtitle.text.at(-1)]).toEqual([true, 'As of 2026-03-20.']);
    expect(textAlternative).toBe(`${chart.textAlternative} As of 2026-03-20.`);
    expect(table).toEqual(chart.table);
  });
});

test.each(['light', 'dark'] as Theme[])('the words of bands and lines can be read on every band of %s', (theme) => {
  const chart = inTheme(charts.find(([name]) => name === 'trajectory')?.[1] as Chart, theme);
  const { severityBands } = chart.options['plugins'] as {
    severityBands: { bands: { colour: string }[]; textColour: string };
  };
  for (const { colour } of severityBands.bands) {
    expect(contrast(severityBands.textColour, colour)).toBeGreaterThanOrEqual(4.5);
    for (const [, some] of charts) {
      const names = inTheme(some, theme).data.datasets.flatMap(({ lineName = [] }) => valuesOf('color', [lineName]));
      for (const color of names) expect([color, contrast(color, colour) >= 4.5]).toEqual([color, true]);
    }
  }
});
