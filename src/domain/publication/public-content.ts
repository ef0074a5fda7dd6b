import { publicCharts } from '../charts/public/public-charts.js';
import type { DrawnPublicChart } from '../charts/public/public-charts.js';
import { startersOf } from '../cohort/analysis-sets.js';
import type { CohortCourse } from '../cohort/cohort-course.js';
import { periodOf } from '../cohort/cohort-filter.js';
import { cohortOutcome } from '../cohort/cohort-outcome.js';
import type { Figure } from '../cohort/figures.js';
import { groupNamed } from '../cohort/groups.js';
import type { Ladder } from '../cohort/ladder.js';
import { LADDER } from '../cohort/outcome-groups.js';
import { TOO_FEW, personsIn } from '../disclosure/counted-set.js';
import type { CountedSet } from '../disclosure/counted-set.js';
import type { Refusal } from '../disclosure/refusal.js';
import { rounded } from '../numbers/rounded.js';
import { PUBLISHABLE_FIGURES } from './publishable.js';
import type {
  PublicChart,
  PublicContent,
  PublicFigure,
  PublicRung,
  PublicationRequest,
  Withheld,
} from './published-document.js';
import { withholding } from './withholding.js';
import type { Item } from './withholding.js';
import { CAVEATS, DEFINITIONS, TOO_FEW_STARTERS } from './words.js';

/** What a publication would say, what it counts, and why it can't be, if it can't. */
export interface PublicResult {
  content: PublicContent;
  /** Every count that is public, also n of a mean, each once. */
  counts: CountedSet[];
  /** Ids of all courses of the cohort. */
  cohort: string[];
  refusal: Refusal | null;
}

/** The rungs in the order in which they are kept, when not all can be. */
const RUNGS_BY_WEIGHT: readonly (keyof Ladder)[] = [
  'withBaseline',
  'withInfusion6',
  'courses',
  'withLaterScore',
  'withPostSeries',
];

interface Rung extends Omit<PublicRung, 'withheld'> {
  group: string;
  count: number;
}

/**
 * What may be said in public of this cohort, and what has to be withheld?
 *
 * Input: a cohort with the figures and charts asked for, and the concluded courses of that cohort with their ids, in
 * any order. Output: the content of the publication with public rounding, with a reason at everything withheld;
 * the counts in it, for comparing with other publications; and a refusal where fewer than 11 patients have
 * a baseline, with all withheld. A figure, chart or period that there is not throws a RangeError.
 *
 * First come the rungs of the ladder, then the figures, then the charts, a chart whole or not at all: whatever
 * would isolate a group of 1 to 10 patients together with what came before it is withheld.
 *
 * Source: this service's definitions (disclosure control).
 *
 * @example publicContent({ cohort, figures: ['completers.worsened'], charts: [] }, 120 completers, 3 of them worse)
 *   .content.figures[0].withheld.rule // 'threshold'
 */
export function publicContent(
  request: PublicationRequest,
  courses: readonly (CohortCourse & { courseId: string })[],
): PublicResult {
  const { period: text, ...cohort } = request.cohort;
  const period = periodOf(text);
  if (period === null) throw new RangeError(`${text} is no period of whole quarters or years`);
  const outcome = cohortOutcome(courses);
  const rungs = rungsOf(outcome.ladder);
  const figures = chosenFigures(request.figures, outcome.figures);
  const charts = publicCharts([...new Set(request.charts)], courses, outcome);
  const tooFew = personsIn(startersOf(courses).map(({ courseId }) => courseId)) <= TOO_FEW;
  const { withheld, counts } = withholding(itemsOf(rungs, figures, charts), courses, tooFew);
  const why = (key: string) => withheld.get(key) ?? null;
  return {
    content: {
      period: { text, ...period },
      cohort,
      definitions: DEFINITIONS,
      ladder: rungs.map((rung) => publicRung(rung, why(rung.name))),
      figures: figures.map((figure) => publicFigure(figure, why(keyOf(figure)))),
      charts: charts.map((chart) => publicChart(chart, why(chart.name))),
      caveats: [...CAVEATS],
    },
    counts,
    cohort: courses.map(({ courseId }) => courseId),
    refusal: tooFew ? TOO_FEW_STARTERS : null,
  };
}

function chosenFigures(chosen: readonly string[], figures: readonly Figure[]): Figure[] {
  const unknown = chosen.filter((name) => !PUBLISHABLE_FIGURES.includes(name));
  if (unknown.length > 0) throw new RangeError(`${unknown.join(', ')}: no such figure`);
  return figures.filter((figure) => chosen.includes(keyOf(figure)));
}

function keyOf({ set, name }: Figure): string {
  return `${set}.${name}`;
}

function rungsOf(ladder: Ladder): Rung[] {
  return LADDER.map(([pointer, group]) => {
    const name = pointer.replace('/ladder/', '') as keyof Ladder;
    return { name, group, label: groupNamed(group)?.label ?? group, count: ladder[name] };
  });
}

function itemsOf(rungs: readonly Rung[], figures: readonly Figure[], charts: readonly DrawnPublicChart[]): Item[] {
  const weight = ({ name }: Rung) => RUNGS_BY_WEIGHT.indexOf(name);
  const byWeight = [...rungs].sort((one, other) => weight(one) - weight(other));
  return [
    ...byWeight.map(({ name, group }) => ({ key: name, groups: [{ group }] })),
    ...figures.map((figure) => ({ key: keyOf(figure), groups: [figure] })),
    ...charts.map(({ name, groups }) => ({ key: name, groups })),
  ];
}

function publicRung({ name, label, count }: Rung, withheld: Withheld | null): PublicRung {
  return { name, label, count: withheld === null ? count : null, withheld };
}

function publicFigure(figure: Figure, withheld: Withheld | null): PublicFigure {
  const { set, name, label, estimator, interval, unit, howCounted } = figure;
  const known = { set, name, label, estimator, interval, unit, howCounted, withheld };
  if (withheld !== null) return { ...known, value: null, n: null, count: null, ci95: [null, null] };
  const decimals = unit === 'percent' ? 0 : 1;
  const [from, to] = figure.ci95;
  return {
    ...known,
    value: rounded(figure.value, decimals),
    n: figure.n,
    count: figure.count ?? null,
    ci95: [rounded(from, decimals), rounded(to, decimals)],
  };
}

function publicChart({ name, title, draw }: DrawnPublicChart, withheld: Withheld | null): PublicChart {
  return { name, title, chart: withheld === null ? draw() : null, withheld };
}
