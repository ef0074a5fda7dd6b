import { publicCharts } from '../charts/public/public-charts.js';
import type { DrawnPublicChart } from '../charts/public/public-charts.js';
import type { CohortCourse } from '../cohort/cohort-course.js';
import { periodOf } from '../calendar/period.js';
import { countedOutcome } from '../cohort/cohort-outcome.js';
import { cohortOf } from '../cohort/cohort.js';
import type { Count } from '../cohort/cohort.js';
import { figureKey } from '../cohort/figures.js';
import type { CountedFigure } from '../cohort/figures.js';
import { RUNGS, STARTERS } from '../cohort/groups.js';
import { RUNG_NAMES } from '../cohort/ladder.js';
import type { Ladder, RungName } from '../cohort/ladder.js';
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
import type { PublicItem } from './withholding.js';
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
const RUNGS_BY_WEIGHT: readonly RungName[] = [
  'withBaseline',
  'withInfusion6',
  'courses',
  'withLaterScore',
  'withPostSeries',
];

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
 * @example publicContent({ cohort, figures: ['completers.worsened'], charts: [] }, 120 completers, 3 of them worse)
 *   .content.figures[0].withheld.rule // 'threshold'
 */
export function publicContent(request: PublicationRequest, courses: readonly CohortCourse[]): PublicResult {
  const { period: text, ...dimensions } = request.cohort;
  const period = periodOf(text);
  if (period === null) throw new RangeError(`${text} is no period of whole quarters or years`);
  const cohort = cohortOf(courses);
  const { ladder, figures } = countedOutcome(cohort);
  const chosen = chosenFigures(request.figures, figures);
  const charts = publicCharts([...new Set(request.charts)], cohort);
  const starters = cohort.count(STARTERS).courses;
  const tooFew = personsIn(starters.map(({ courseId }) => courseId)) <= TOO_FEW;
  const { withheld, counts } = withholding(itemsOf(ladder, chosen, charts), tooFew);
  const why = (key: string) => withheld.get(key) ?? null;
  return {
    content: {
      period: { text, ...period },
      cohort: dimensions,
      definitions: DEFINITIONS,
      ladder: RUNG_NAMES.map((name) => publicRung(name, ladder[name], why(name))),
      figures: chosen.map((figure) => publicFigure(figure, why(figureKey(figure)))),
      charts: charts.map((chart) => publicChart(chart, why(chart.name))),
      caveats: [...CAVEATS],
    },
    counts,
    cohort: courses.map(({ courseId }) => courseId),
    refusal: tooFew ? TOO_FEW_STARTERS : null,
  };
}

function chosenFigures(chosen: readonly string[], figures: readonly CountedFigure[]): CountedFigure[] {
  const unknown = chosen.filter((name) => !PUBLISHABLE_FIGURES.includes(name));
  if (unknown.length > 0) throw new RangeError(`${unknown.join(', ')}: no such figure`);
  return figures.filter((figure) => chosen.includes(figureKey(figure)));
}

function itemsOf(
  ladder: Ladder<Count>,
  figures: readonly CountedFigure[],
  charts: readonly DrawnPublicChart[],
): PublicItem[] {
  return [
    ...RUNGS_BY_WEIGHT.map((name) => ({ key: name, parts: [{ n: ladder[name] }] })),
    ...figures.map((figure) => ({ key: figureKey(figure), parts: [figure] })),
    ...charts.map(({ name, parts }) => ({ key: name, parts })),
  ];
}

function publicRung(name: RungName, count: Count, withheld: Withheld | null): PublicRung {
  return { name, label: RUNGS[name].label, count: withheld === null ? count.size : null, withheld };
}

function publicFigure(figure: CountedFigure, withheld: Withheld | null): PublicFigure {
  const { set, name, label, estimator, interval, unit, howCounted } = figure;
  const known = { set, name, label, estimator, interval, unit, howCounted, withheld };
  if (withheld !== null) return { ...known, value: null, n: null, count: null, ci95: [null, null] };
  const decimals = unit === 'percent' ? 0 : 1;
  const [from, to] = figure.ci95;
  return {
    ...known,
    value: rounded(figure.value, decimals),
    n: figure.n.size,
    count: figure.count?.size ?? null,
    ci95: [rounded(from, decimals), rounded(to, decimals)],
  };
}

function publicChart({ name, title, draw }: DrawnPublicChart, withheld: Withheld | null): PublicChart {
  return { name, title, chart: withheld === null ? draw() : null, withheld };
}
