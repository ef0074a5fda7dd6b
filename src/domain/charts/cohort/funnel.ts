import {
  FEWEST_COMPARED,
  TAILS,
  chanceLimits,
  type ComparedBy,
  type Funnel,
  type FunnelUnit,
} from '../../cohort/differences/funnel.js';
import { countInFigures, counted, inWords } from '../../numbers/words.js';
import type { Chart, ChartDataset, Json } from '../parts/chart.js';
import { chartOptions, countAxis, percentAxis } from '../parts/chart-options.js';
import { COLORS } from '../parts/palette.js';
import { withoutAFrame } from '../parts/without-a-frame.js';
import { inSentences } from '../parts/wording.js';

const WORDS: Readonly<Record<ComparedBy, { one: string; many: string }>> = {
  clinician: { one: 'clinician', many: 'Clinicians' },
  indication: { one: 'indication', many: 'Indications' },
};

/** How many steps a limit is drawn with. */
const STEPS = 40;
const RADIUS = 6;

/**
 * Do units of a clinic differ by more than chance?
 *
 * Input: a funnel, and what its units are. Output: a funnel plot: standardized response in percent (0-100, higher is better) by
 * number of starters, with what chance does at 95 and 99.8 %, each point with its name; its title says who lies beyond. It orders
 * nobody, and is for the clinic alone.
 *
 * Source: Spiegelhalter DJ (2005), doi:10.1002/sim.1970.
 */
export function funnelChart(funnel: Funnel, by: ComparedBy): Chart {
  const { units, tooFew } = funnel;
  const title = titleOf(funnel, by);
  const left = `Left out, with fewer than ${FEWEST_COMPARED} starters: ${counted(tooFew, WORDS[by].one)}.`;
  const subtitle = [
    'Not a league table, and for the clinic alone. Response of starters at infusion 6, standardized to the baseline bands of all.',
    `Dashed: 95 %, solid: 99.8 % of what chance does (Spiegelhalter 2005).${tooFew > 0 ? ` ${left}` : ''}`,
  ];
  const chart: Chart = {
    type: 'bubble',
    data: { datasets: [pointsOf(funnel), ...limitsOf(funnel)] },
    options: chartOptions(title, subtitle, {
      x: { ...countAxis('Starters'), suggestedMax: 1.15 * mostStarters(units) },
      y: percentAxis('Standardized response (%)'),
    }),
    textAlternative: inSentences(title, units.length, [...units.map(unitInWords), ...(tooFew > 0 ? [left] : [])]),
    table: {
      caption: title,
      columns: [
        WORDS[by].many.slice(0, -1),
        'Starters',
        'Responders',
        'Expected',
        'Standardized response (%)',
        'Beyond 95 %',
        'Beyond 99.8 %',
      ],
      rows: units.map(({ unit, starters, responders, expected, standardized, beyond95, beyond998 }) => {
        return [unit, starters, responders, expected, standardized, beyond95 ?? 'no', beyond998 ?? 'no'];
      }),
    },
  };
  return units.length < 2 ? withoutAFrame(chart, [missingInWords(units, by), ...(tooFew > 0 ? [left] : [])]) : chart;
}

/** What a comparison takes that is not there. */
function missingInWords(units: readonly FunnelUnit[], by: ComparedBy): string {
  const needed = `A comparison takes two ${WORDS[by].many.toLowerCase()} with at least ${FEWEST_COMPARED} starters each`;
  const [only] = units;
  return only === undefined
    ? `${needed}; no ${WORDS[by].one} has as many yet.`
    : `${needed}; only ${only.unit} has as many: ${countInFigures(only.starters)}.`;
}

function titleOf({ units, center }: Funnel, by: ComparedBy): string {
  const { one, many } = WORDS[by];
  if (units.length < 2)
    return `${many}: fewer than two have ${FEWEST_COMPARED} starters, so there is nothing to compare`;
  const beyond = units.filter(({ beyond998 }) => beyond998 !== null);
  const of = `${inWords(center, 0)} %`;
  if (beyond.length > 0) {
    const which = beyond.map(({ unit, beyond998 }) => `${unit} ${beyond998}`).join(', ');
    return `${many}: ${which} what chance explains about ${of}`;
  }
  const near = units.filter(({ beyond95 }) => beyond95 !== null).length;
  const more = near === 0 ? '' : `; ${counted(near, one)} beyond 95 %`;
  return `${many}: all ${units.length} within chance of ${of}${more}`;
}

function unitInWords({ unit, starters, responders, expected, standardized }: FunnelUnit): string {
  return `${unit}: ${countInFigures(responders)} of ${countInFigures(starters)} starters responded, ${inWords(expected)} expected, standardized ${inWords(standardized, 0)} %.`;
}

function pointsOf({ units, center }: Funnel): ChartDataset {
  return {
    label: 'Standardized response',
    data: units.map(({ starters, standardized }) => ({ x: starters, y: standardized, r: RADIUS })),
    backgroundColor: units.map(({ beyond998 }) => (beyond998 === null ? COLORS.blue : COLORS.vermilion)),
    borderColor: COLORS.paper,
    pointStyle: units.map(({ beyond998 }) => (beyond998 === null ? 'circle' : 'rectRot')),
    directLabels: units.map(({ unit, standardized }, at) => {
      const place = standardized >= (center ?? 0) ? 'above' : 'below';
      return { at, text: unit, place, align: 'center', color: COLORS.ink };
    }),
    clip: 10,
  };
}

function limitsOf({ units, center }: Funnel): ChartDataset[] {
  if (center === null || units.length === 0) return [];
  const most = 1.15 * mostStarters(units);
  const steps = Array.from({ length: STEPS + 1 }, (_, at) =>
    Math.round(FEWEST_COMPARED + (at / STEPS) * (most - FEWEST_COMPARED)),
  );
  const ns = [...new Set(steps)];
  const line = (label: string, borderDash: number[], valueAt: (n: number) => Json): ChartDataset => ({
    type: 'line',
    label,
    data: ns.map((n) => ({ x: n, y: valueAt(n) })),
    borderColor: COLORS.muted,
    backgroundColor: COLORS.muted,
    borderWidth: 1.5,
    borderDash,
    ...(label !== '' && { lineName: { text: label, color: COLORS.muted } }),
    pointStyle: 'line',
    pointRadius: 0,
    pointHitRadius: 0,
  });
  const limit = (tail: number, side: 0 | 1) => (n: number) => chanceLimits(center / 100, n, tail)[side];
  return [
    line('Response of all', [2, 3], () => center),
    line('95 %', [6, 4], limit(TAILS[95], 0)),
    line('', [6, 4], limit(TAILS[95], 1)),
    line('99.8 %', [], limit(TAILS[998], 0)),
    line('', [], limit(TAILS[998], 1)),
  ];
}

function mostStarters(units: readonly FunnelUnit[]): number {
  return units.reduce((most, { starters }) => Math.max(most, starters), FEWEST_COMPARED);
}
