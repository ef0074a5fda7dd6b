import { afterAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { COHORT_CHART_NAMES, cohortChart } from '../../src/domain/charts/cohort/cohort-charts.js';
import { cohortOutcome } from '../../src/domain/cohort/cohort-outcome.js';
import { cohortOf } from '../../src/domain/cohort/cohort.js';
import { ChartDrawingService } from '../../src/drawing/chart-drawing.service.js';
import type { Picture } from '../../src/drawing/picture.js';
import { fixtureCourses } from '../domain/cohort/cohort-fixtures.js';
import { pngFacts, xmlElements } from '../support/pictures.js';

const drawing = new ChartDrawingService();
afterAll(() => drawing.onModuleDestroy());

const courses = fixtureCourses('small-cohort');
const chartOf = (name: (typeof COHORT_CHART_NAMES)[number], some = courses) =>
  cohortChart(name, cohortOutcome(some), cohortOf(some));
const png: Picture = { format: 'png', width: 800, theme: 'light' };

describe.each(COHORT_CHART_NAMES)('the picture of %s', (name) => {
  test('is as wide as asked for, with two by two pixels for each', async () => {
    const { width, height } = pngFacts(await drawing.draw(chartOf(name), { ...png, width: 400 }));
    expect(width).toBe(800);
    expect(height).toBe(name === 'before-after' ? 800 : 500);
  });

  test('is drawn on white in the light theme, and on dark gray in the dark one', async () => {
    const light = pngFacts(await drawing.draw(chartOf(name), png));
    const dark = pngFacts(await drawing.draw(chartOf(name), { ...png, theme: 'dark' }));
    expect(light.corner).toEqual([0xff, 0xff, 0xff]);
    expect(dark.corner).toEqual([0x1a, 0x1b, 0x1e]);
  });

  test('is an SVG with title and text alternative, also of nobody', async () => {
    for (const some of [courses, []]) {
      const chart = chartOf(name, some);
      const drawn = await drawing.draw(chart, { format: 'svg', width: 1000, theme: 'light' });
      const svg = drawn.toString();
      expect(xmlElements(svg).slice(0, 3)).toEqual(['svg', 'title', 'desc']);
      expect(svg).toMatch(/^<svg [^>]*width="1000" height="\d+" viewBox="0 0 800 \d+" role="img">/);
      expect(svg).toContain(`<title>${chart.table.caption}</title>`);
      expect(svg).toContain(`<desc>${chart.textAlternative}</desc>`);
    }
  });
});

test('signs that mean something in XML are written as they are', async () => {
  const chart = { ...chartOf('attrition'), textAlternative: 'a < b & "c" \u0001> d' };
  const svg = (await drawing.draw(chart, { ...png, format: 'svg' })).toString();
  expect(svg).toContain('<desc>a &lt; b &amp; "c" &gt; d</desc>');
  expect(() => xmlElements(svg)).not.toThrow();
});

const subtitled = (words: string) => {
  const { options, ...chart } = chartOf('trajectory');
  const plugins = { ...(options['plugins'] as object), subtitle: { display: true, text: words } };
  return { ...chart, options: { ...options, plugins } };
};

test('in an SVG, text is text: whole, in its place, and small enough to send', async () => {
  const words = '東京ケタミンクリニック & Söhne';
  const svg = (await drawing.draw(subtitled(words), { ...png, format: 'svg' })).toString();
  expect(svg).toMatch(/<text [^>]*text-anchor="middle"[^>]*>東京ケタミンクリニック &amp; Söhne<\/text>/);
  expect(svg).toMatch(/<text [^>]*>Severe 46-64<\/text>/);
  // With outlines in place of text it had 277 kB and more.
  expect(svg.length).toBeLessThan(80_000);
});

test('in an SVG, all words have a color of words, those at the lines too', async () => {
  const chart = chartOf('trajectory');
  for (const [theme, colors] of [
    ['light', ['#00568a', '#222222', '#555555', '#8f3f00']],
    ['dark', ['#7cc4f2', '#b4bac0', '#e9ecef', '#f4a06b']],
  ] as const) {
    const svg = (await drawing.draw(chart, { format: 'svg', width: 800, theme })).toString();
    const fills = [...svg.matchAll(/<text [^>]*fill="([^"]*)"/g)].map(([, fill = '']) => fill.toLowerCase());
    expect([...new Set(fills)].sort()).toEqual(colors);
  }
});

test.each([
  '東京クリニック',
  '北京诊所',
  '서울의원',
  'Київська',
  'Αθήνα',
  'مركز',
  'מרכז',
  'ศูนย์',
  'केंद्र',
  'Điều trị',
  'ქართ',
])('a PNG has the letters of %s, not boxes', async (words) => {
  const boxes = Array.from(words, (_letter, at) => String.fromCodePoint(0xf_0000 + at)).join('');
  const [drawn, missing] = [await drawing.draw(subtitled(words), png), await drawing.draw(subtitled(boxes), png)];
  expect(drawn.equals(missing)).toBe(false);
});

test('the same chart gives the same picture', async () => {
  const [one, other] = [await drawing.draw(chartOf('waterfall'), png), await drawing.draw(chartOf('waterfall'), png)];
  expect(one.equals(other)).toBe(true);
});

test('the event loop goes on while twenty charts are drawn', async () => {
  let longest = 0;
  let over = false;
  const watch = (async () => {
    while (!over) {
      const before = performance.now();
      await pause(1);
      longest = Math.max(longest, performance.now() - before);
    }
  })();
  const started = performance.now();
  await Promise.all(Array.from({ length: 20 }, () => drawing.draw(chartOf('trajectory'), png)));
  const whole = performance.now() - started;
  over = true;
  await watch;
  expect(longest).toBeLessThan(whole / 2);
});

test('a request that comes when fifty wait is asked to come again', async () => {
  const crowd = Array.from({ length: 60 }, () => drawing.draw(chartOf('attrition'), png));
  const settled = await Promise.allSettled(crowd);
  const refused = settled.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(10);
  expect(refused[0]).toMatchObject({
    reason: { type: 'too-many', headers: { 'retry-after': '2' } },
  });
  await expect(drawing.draw(chartOf('attrition'), png)).resolves.toBeDefined();
});

test('a chart that can’t be drawn is an error, and the next one is drawn', async () => {
  const broken = { ...chartOf('attrition'), type: 'pie chart' as 'bar' };
  await expect(drawing.draw(broken, png)).rejects.toThrow('pie chart');
  await expect(drawing.draw(chartOf('attrition'), png)).resolves.toBeDefined();
});
