import { SEVERITY_BANDS, type SeverityBand, type SeverityName } from '../cudos/severity.js';
import type { ChartDataset, Json } from './chart.js';

/** One hue, darker with severity, and light enough that every line stands out on every band. */
const COLOURS: Readonly<Record<SeverityName, string>> = {
  nonDepressed: '#f7fbff',
  minimal: '#ebf3fb',
  mild: '#dceaf7',
  moderate: '#cbe0f2',
  severe: '#b9d5ec',
};

/** A thin edge tells bands apart in black and white print. */
const EDGE_COLOUR = '#8fb8da';

/** Bands are drawn to half-way between whole totals, so that no total lies between two bands. */
const HALF_A_POINT = 0.5;

/**
 * How do the severity bands stand behind a line chart?
 *
 * Input: the first and the last label of a category axis. Output: one filled line a band, mildest first,
 * each labelled with its word and range, in points 0-64. They go last into the chart's datasets and
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
      label: `${band.label} ${band.from}-${band.to}`,
      data: [
        { x: first, y: top },
        { x: last, y: top },
      ],
      fill: index === 0 ? 'origin' : '-1',
      backgroundColor: COLOURS[band.name],
      borderColor: EDGE_COLOUR,
      borderWidth: 1,
      pointStyle: 'rect',
      pointRadius: 0,
      pointHitRadius: 0,
      pointHoverRadius: 0,
      order: 100,
    };
  });
}

/**
 * What does a page need to write the words inside the bands?
 *
 * Input: nothing. Output: label, lowest and highest total (0-64) of each band, for
 * `options.plugins.severityBands`; Chart.js itself ignores it.
 *
 * Source: the cut-offs of `SEVERITY_BANDS` (Zimmerman et al. 2008, doi:10.1016/j.comppsych.2007.10.006).
 *
 * @example severityBandsOption() // { bands: [{ label: 'Non-depressed', from: 0, to: 10 }, …] }
 */
export function severityBandsOption(): { [option: string]: Json } {
  return { bands: SEVERITY_BANDS.map(({ label, from, to }) => ({ label, from, to })) };
}

function topOf({ to }: SeverityBand): number {
  return to === SEVERITY_BANDS.at(-1)?.to ? to : to + HALF_A_POINT;
}
