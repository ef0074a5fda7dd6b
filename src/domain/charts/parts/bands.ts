import { MAX_TOTAL } from '../../cudos/score.js';
import { SEVERITY_BANDS, type SeverityBand, type SeverityName } from '../../cudos/severity.js';
import type { ChartDataset, Json } from './chart.js';
import { COLORS } from './palette.js';

/** One hue, darker with severity, and light enough that every line stands out on every band. */
export const BAND_COLORS: Readonly<Record<SeverityName, string>> = {
  nonDepressed: '#f7fbff',
  minimal: '#ebf3fb',
  mild: '#dceaf7',
  moderate: '#cbe0f2',
  severe: '#b9d5ec',
};

/** A thin edge separates bands in black and white print. */
export const BAND_EDGE = '#8fb8da';

/** Bands are drawn to half-way between whole totals, so that no total lies between two bands. */
const HALF_A_POINT = 0.5;

/**
 * How are the severity bands drawn behind a line chart?
 *
 * Input: the first and the last label of a category axis. Output: one filled line a band, mildest first,
 * each labeled with its word and range, in points 0-64. They go last into the chart's datasets and
 * together, because each fills down to the one before it; `order` keeps them behind everything else.
 *
 * Source: the cut-offs of `SEVERITY_BANDS` (Zimmerman et al. 2008, doi:10.1016/j.comppsych.2007.10.006).
 *
 * @example bandDatasets('2026-03-01', '2026-03-20')[0].label // 'Non-depressed 0-10'
 */
export function bandDatasets(first: string, last: string): ChartDataset[] {
  return SEVERITY_BANDS.map((band, index) => {
    const top = topOf(band);
    return {
      label: wordOf(band),
      data: [
        { x: first, y: top },
        { x: last, y: top },
      ],
      fill: index === 0 ? 'origin' : '-1',
      backgroundColor: BAND_COLORS[band.name],
      borderColor: BAND_EDGE,
      borderWidth: 1,
      pointStyle: 'rect',
      pointRadius: 0,
      pointHitRadius: 0,
      pointHoverRadius: 0,
      order: 100,
    };
  });
}

/** Pixels that the longest word of a band takes. */
const LONGEST_WORD = 82;

/**
 * On which axis are the words of the bands, right of a chart?
 *
 * Output: an axis of 0-64 points without line or number, as wide as the longest word; it needs the words
 * `beside` the chart. Unlike padding, it leaves title and legend the whole width.
 *
 * @example roomForWords().position // 'right'
 */
export function roomForWords(): { [option: string]: Json } {
  return {
    type: 'linear',
    position: 'right',
    min: 0,
    max: MAX_TOTAL,
    ticks: { display: false },
    grid: { display: false },
    border: { display: false },
    title: { display: true, text: '', padding: { top: LONGEST_WORD, bottom: 0 } },
  };
}

/** A band as the plugin that draws it takes it: its word, its lowest and highest total, its color. */
export interface DrawnBand {
  label: string;
  from: number;
  to: number;
  colour: string;
}

/**
 * What does `severityBandsPlugin` need to draw the bands and write the words inside them?
 *
 * Input: whether to fill the bands; not where `bandDatasets` do; and whether their words are beside the chart, on
 * `roomForWords`, where bars would hide them inside. Output: word, lowest and highest
 * total (0-64) and color of each band, for `options.plugins.severityBands`; Chart.js itself ignores it.
 *
 * Source: the cut-offs of `SEVERITY_BANDS` (Zimmerman et al. 2008, doi:10.1016/j.comppsych.2007.10.006).
 *
 * @example severityBandsOption({ fill: true }).bands
 * // [{ label: 'Non-depressed', from: 0, to: 10, colour: '#f7fbff' }, …]
 */
export function severityBandsOption({ fill, beside = false }: { fill: boolean; beside?: boolean }): {
  [option: string]: Json;
} {
  const bands = SEVERITY_BANDS.map(({ name, label, from, to }) => {
    return { label, from, to, colour: BAND_COLORS[name] };
  });
  return { bands, fill, beside, textColour: COLORS.muted };
}

/**
 * Is this the label of a severity band?
 *
 * Input: the label of a dataset. Output: true for those of `bandDatasets`.
 *
 * @example isBandLabel('Mild 21-30') // true
 */
export function isBandLabel(label: string): boolean {
  return SEVERITY_BANDS.some((band) => wordOf(band) === label);
}

/**
 * What is this band called with its range?
 *
 * Input: label, lowest and highest total (0-64) of a band. Output: the words in it.
 *
 * @example wordOf({ label: 'Mild', from: 21, to: 30 }) // 'Mild 21-30'
 */
export function wordOf({ label, from, to }: Pick<SeverityBand, 'label' | 'from' | 'to'>): string {
  return `${label} ${from}-${to}`;
}

/**
 * Up to where is this band drawn?
 *
 * Input: the highest total of a band (0-64). Output: half-way to the next band, in points; 64 for the last.
 *
 * @example topOf({ to: 30 }) // 30.5
 */
export function topOf({ to }: Pick<SeverityBand, 'to'>): number {
  return to === SEVERITY_BANDS.at(-1)?.to ? to : to + HALF_A_POINT;
}
