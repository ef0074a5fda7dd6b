import { describe, expect, test } from '@jest/globals';
import { onScreen } from '../../../src/web/components/chart-screen.js';

type Label = string | string[];

/** What the tooltip of the third point says of a chart with these labels and titles of its axes. */
function toldAt(labels: Label[], axes: { x: string; y: string }, values: { label: string; raw: unknown }[]) {
  const scales = { x: { title: { text: axes.x } }, y: { title: { text: axes.y } } };
  const chart = { data: { labels, datasets: [] }, options: { scales } };
  const { options } = onScreen(
    { type: 'line', textAlternative: '', table: { caption: '', columns: [], rows: [] }, ...chart },
    'sans-serif',
  );
  const { tooltip } = options.plugins as {
    tooltip: {
      filter: (item: object) => boolean;
      callbacks: { title: (items: object[]) => string; label: (item: object) => string };
    };
  };
  const items = values
    .map(({ label, raw }) => ({ chart, dataset: { label }, raw, dataIndex: 2, label: String(labels[2]) }))
    .filter(tooltip.filter);
  return [tooltip.callbacks.title(items), ...items.map(tooltip.callbacks.label)];
}

describe('what is said beside a point', () => {
  test('names the infusion, how many were scored in each line, and the interval', () => {
    const labels = [1, 2, 3].map((infusion) => [String(infusion), '1,120', '7']);
    const said = toldAt(labels, { x: 'Infusion; n of each line', y: 'Mean CUDOS score (0-64)' }, [
      { label: 'Completers', raw: 29.5 },
      { label: '', raw: [24.1, 35] },
      { label: '', raw: 24.1 },
      { label: 'Ended before infusion 6', raw: null },
    ]);
    expect(said).toEqual(['Infusion 3 · n = 1,120 / 7', 'Completers: 29.5', '95 % interval: 24.1 to 35']);
  });

  test('writes a quarter as a page does, and percents as percents', () => {
    const labels = ['Q1', 'Q2', 'Q3'].map((quarter) => [quarter, '2026']);
    const said = toldAt(labels, { x: '', y: 'Response of starters (%)' }, [
      { label: 'Response', raw: 50 },
      { label: '95 % interval', raw: [18.76, 81.24] },
    ]);
    expect(said).toEqual(['Q3 2026', 'Response: 50 %', '95 % interval: 18.8 to 81.2 %']);
    const counted = labels.map((label) => [...label, 'n = 18 / 13']);
    expect(
      toldAt(counted, { x: 'Quarter of the start (n = starters / completers)', y: '' }, [{ label: 'a', raw: 1 }])[0],
    ).toBe('Q3 2026 · n = 18 / 13');
  });

  test('leaves days and groups as they are under the point', () => {
    expect(
      toldAt(['2 Mar 2026', '5 Mar 2026', '9 Mar 2026'], { x: 'Date', y: '' }, [{ label: 'Score', raw: 30 }])[0],
    ).toBe('9 Mar 2026');
    const groups = [['a'], ['b'], ['Completers', 'n = 6']];
    expect(toldAt(groups, { x: 'Group', y: '' }, [{ label: 'Mean', raw: 30 }])[0]).toBe('Completers · n = 6');
  });
});
