import { expect, test } from '@jest/globals';
import { directLabelsPlugin, type DirectLabel } from '../../../../src/domain/charts/parts/direct-labels-plugin.js';

/** What is written where, of labels at a bar from 100 up to 60 at one from 100 up to 95, and at two from 100 up to 62 and 60, all 20 wide. */
function written(labels: readonly Pick<DirectLabel, 'at' | 'text' | 'place'>[], radius?: number) {
  const texts: [string, number, number][] = [];
  const ctx = {
    save: () => undefined,
    restore: () => undefined,
    // 6 pixels a letter in a font of 11.
    measureText: (text: string) => ({ width: (6 / 11) * Number.parseInt(ctx.font.slice(4), 10) * text.length }),
    fillText: (...text: [string, number, number]) => texts.push(text),
    fillStyle: '',
    font: '',
    textAlign: '',
    textBaseline: '',
  };
  const bar = (x: number, y: number) => ({
    getProps: () => ({ x, y, base: 100, width: 20 }),
    options: { radius },
  });
  const directLabels = labels.map((label): DirectLabel => ({ ...label, align: 'center', color: '#000000' }));
  directLabelsPlugin.afterDatasetsDraw({
    ctx,
    data: { datasets: [{ directLabels }, {}] },
    options: {},
    getSortedVisibleDatasetMetas: () => [
      { index: 1, data: [] },
      { index: 0, data: [bar(10, 60), bar(40, 95), bar(70, NaN), bar(20, 62), bar(40, 60)] },
    ],
  });
  return texts;
}

test('a number is written amid its bar, above its end, or below a point', () => {
  expect(written([{ at: 0, text: '14', place: 'inside' }])).toEqual([['14', 10, 80]]);
  const [[, , above = 0] = [], [, , below = 0] = []] = written([
    { at: 1, text: '14', place: 'above' },
    { at: 1, text: '14', place: 'below' },
  ]);
  expect([above < 95, below > 95]).toEqual([true, true]);
});

test('it is left out where the bar is too low or too narrow for it, and where there is no value', () => {
  expect(written([{ at: 1, text: '14', place: 'inside' }])).toEqual([]);
  expect(written([{ at: 0, text: '1,400', place: 'inside' }])).toEqual([]);
  expect(written([{ at: 2, text: '14', place: 'above' }])).toEqual([]);
});

test('a name does not touch its point, however large that is', () => {
  const halfALetter = 5.5;
  for (const radius of [3, 6, 10]) {
    const [[, , above = 0] = []] = written([{ at: 0, text: 'Kim', place: 'above' }], radius);
    expect(above + halfALetter).toBeLessThan(60 - radius);
  }
});

test('numbers that would touch are smaller, and where they still would, the last ones are there', () => {
  const number = (at: number, text: string) => ({ at, text, place: 'above' as const });
  const shown = (...texts: [string, string]) =>
    written([number(0, texts[0]), number(4, texts[1])]).map(([text]) => text);
  // 30 pixels apart, less 3 between them: 5 letters of 6 pixels are 30, of 9/11 of that 24.5; 6 letters are 29.5.
  expect(shown('1,500', '1,600')).toEqual(['1,500', '1,600']);
  expect(shown('11,500', '11,600')).toEqual(['11,600']);
});

test('the name of a point goes to its other side where it would be on another', () => {
  const name = (at: number, text: string) => ({ at, text, place: 'above' as const });
  const [[, , one = 0] = [], [, , other = 0] = []] = written([name(0, 'Kim Adler'), name(3, 'Sam Ortiz')], 6);
  expect(Math.abs(one - other)).toBeGreaterThan(11);
});
