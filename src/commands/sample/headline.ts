import type { SeverityName } from '../../domain/cudos/severity.js';
import { adjustToSum, type Adjustable } from './adjust-to-sum.js';
import { between, shuffled, wholeBetween, type Random } from './random.js';
import { drawnBaseline, rangeOfBand } from './totals.js';

/** Where a completed course began and where it ended: totals at infusions 1 and 6. */
export interface Ends {
  readonly baseline: number;
  readonly endpoint: number;
}

/** How many courses begin in each band, and what their totals add up to. */
interface Group {
  readonly bands: Readonly<Partial<Record<SeverityName, number>>>;
  readonly baselineSum: number;
  readonly endpointSum: number;
}

/** 100 courses of 34.9 on average to 8.9. */
const RESPONDERS: Group = {
  bands: { minimal: 12, mild: 20, moderate: 50, severe: 18 },
  baselineSum: 3490,
  endpointSum: 890,
};

/** 20 courses; with the responders they make 35.0 on average to 11.2. */
const OTHERS: Group = {
  bands: { mild: 5, moderate: 12, severe: 3 },
  baselineSum: 710,
  endpointSum: 454,
};

/** Those of the others who began lowest end higher still. */
const WORSENED = 3;

/** The two ends of the 120 completed courses: in no order, but every sixth of the others, so that no quarter lacks them. */
export function headlineEnds(random: Random): Ends[] {
  const responders = endsOf(random, RESPONDERS, (baseline) => responding(random, baseline));
  const others = endsOf(random, OTHERS, (baseline, place) =>
    place < WORSENED ? worsening(random, baseline) : notResponding(random, baseline),
  );
  const [responded, rest] = [shuffled(random, responders), shuffled(random, others)];
  const every = (responders.length + others.length) / others.length;
  return rest.flatMap((other, at) => [other, ...responded.slice(at * (every - 1), (at + 1) * (every - 1))]);
}

/** Draws both ends of a group, lowest baseline first, and adjusts them to its sums. */
function endsOf(
  random: Random,
  { bands, baselineSum, endpointSum }: Group,
  drawEndpoint: (baseline: number, place: number) => Adjustable,
): Ends[] {
  const drawn = Object.entries(bands).flatMap(([name, count]) =>
    Array.from({ length: count }, () => ({
      value: drawnBaseline(random, name as SeverityName),
      ...rangeOfBand(name as SeverityName),
    })),
  );
  const baselines = adjustToSum(drawn, baselineSum).sort((a, b) => a - b);
  const endpoints = adjustToSum(baselines.map(drawEndpoint), endpointSum);
  return baselines.map((baseline, at) => ({ baseline, endpoint: endpoints[at] ?? 0 }));
}

/** Down to half of the baseline at most, so that the adjusted endpoint is a response whatever happens. */
function responding(random: Random, baseline: number): Adjustable {
  const to = Math.floor(baseline / 2);
  return { value: Math.min(to, Math.round(baseline * between(random, 0.05, 0.46))), from: 1, to };
}

/** Better or the same, but never down to half; the fourth power leaves most of them just short of it. */
function notResponding(random: Random, baseline: number): Adjustable {
  const from = Math.floor(baseline / 2) + 1;
  return { value: Math.round(from + (baseline - from) * random() ** 4), from, to: baseline };
}

function worsening(random: Random, baseline: number): Adjustable {
  return {
    value: baseline + wholeBetween(random, 2, 5),
    from: baseline + 1,
    to: baseline + 6,
  };
}
