import { expect, test } from '@jest/globals';
import { directLabelsPlugin, type DirectLabel } from '../../../../src/domain/charts/parts/direct-labels-plugin.js';

/** What is written where, of labels at a bar from 100 up to 60 and at one from 100 up to 95, both 20 wide. */
function written(labels: readonly Pick<DirectLabel, 'at' | 'text' | 'place'>[], radius?: number) {
  const texts: [string, number, number][] = [];
  const ctx = {
    save: () => undefined,
    restore: () => undefined,
    measureText: (text: string) => ({ width: 6 * text.length }),
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
      { index: 0, data: [bar(10, 60), bar(40, 95), bar(70, NaN)] },
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
