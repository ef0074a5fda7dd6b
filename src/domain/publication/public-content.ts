import { PUBLIC_CHART_NAMES, publicCharts } from '../charts/public/public-charts.js';
import type { DrawnPublicChart } from '../charts/public/public-charts.js';
import type { CalendarDate } from '../calendar/calendar.js';
import { periodOf } from '../calendar/period.js';
import type { CohortCourse } from '../cohort/cohort-course.js';
import { cohortOf } from '../cohort/cohort.js';
import type { Cohort, Count } from '../cohort/cohort.js';
import { FIGURES, figureKey } from '../cohort/figures.js';
import type { CountedFigure, SetFigures } from '../cohort/figures.js';
import { COMPLETERS, RUNGS, STARTERS } from '../cohort/groups/groups.js';
import type { RungName } from '../cohort/ladder.js';
import { Members } from '../cohort/groups/members.js';
import { pairedFigures } from '../cohort/paired-figures.js';
import { starterFigures } from '../cohort/starters.js';
import type { CourseGroup } from '../disclosure/closed-groups.js';
import type { PublicCohort } from '../disclosure/public-cohort.js';
import { rounded } from '../numbers/rounded.js';
import { MANDATORY_FIGURES, PUBLISHABLE_FIGURES } from './publishable.js';
import type { PublicChart, PublicContent, PublicFigure, PublicRung } from './published-document.js';
import { whatIsPublic } from './what-is-public.js';
import type { ContentRules } from './what-is-public.js';
import { CAVEATS, DEFINITIONS, OUTSIDE, WITHHELD } from './words.js';

/** What a publication asks for. */
export interface PublicRequest {
  /** Whole quarters or years. */
  period: string;
  cohort: PublicCohort;
  /** As in `PUBLISHABLE_FIGURES`; the mandatory ones come by themselves. */
  figures: readonly string[];
  /** As in `PUBLIC_CHART_NAMES`. */
  charts: readonly string[];
}

/** The closed groups that it is made of. */
export interface PublicSource<Course extends CohortCourse = CohortCourse> {
  groups: readonly (CourseGroup<Course> & { closedOn: CalendarDate | null })[];
  edition: number;
  /** Whether the cohort is the widest public one. */
  isWidest: boolean;
}

/** Of whom outsiders may know whether they came: so their numbers are told. */
const PUBLIC_RUNGS: readonly RungName[] = ['withBaseline', 'withInfusion6'];

/**
 * What do these closed groups say in public?
 *
 * Input: what is asked for, and whole closed groups. Output: the content of the publication with public rounding: the figures
 * asked for and the mandatory ones, a count of an outcome that is small or leaves few as on which side of which number it
 * lies, and a reason at everything withheld. A period that is none throws a RangeError; figures and charts that are not
 * publishable are left out.
 *
 * @example publicContent({ figures: ['completers.worsened'], ... }, 120 completers, 3 of them worse)
 *   .figures[2].bound // { is: 'under', count: 11, percent: 10 }
 */
export function publicContent({ period: text, ...request }: PublicRequest, source: PublicSource): PublicContent {
  const period = periodOf(text);
  if (period === null) throw new RangeError(`${text} is no period of whole quarters or years`);
  const { groups, edition, isWidest } = source;
  const cohort = cohortOf(groups.flatMap(({ courses }) => courses));
  const rules = whatIsPublic(
    groups.map(({ courses }) => courses),
    isWidest,
  );
  const figures = publishableFigures(cohort);
  const chosen = PUBLISHABLE_FIGURES.filter((key) => [...MANDATORY_FIGURES, ...request.figures].includes(key));
  const charts = PUBLIC_CHART_NAMES.filter((name) => request.charts.includes(name));
  return {
    period: { text, ...period },
    groups: groups.map(({ from, to, courses, closedOn }) => {
      return { from, to, starters: new Members(courses).of(STARTERS).length, closedOn };
    }),
    edition,
    outside: OUTSIDE,
    cohort: request.cohort,
    definitions: DEFINITIONS,
    ladder: PUBLIC_RUNGS.map((name) => publicRung(name, cohort)),
    figures: figures
      .filter((figure) => chosen.includes(figureKey(figure)))
      .map((figure) => publicFigure(figure, cohort, rules)),
    charts: publicCharts(charts, cohort, rules).map(publicChart),
    caveats: [...CAVEATS],
  };
}

/** Counted without the other sets: these take long, and are the director's. */
function publishableFigures(cohort: Cohort): CountedFigure[] {
  const sets = { starters: starterFigures(cohort), completers: pairedFigures(cohort, 'completers') };
  return FIGURES.filter(({ set, terms: { name } }) => PUBLISHABLE_FIGURES.includes(figureKey({ set, name }))).map(
    ({ set, terms, read }) => ({ ...terms, set, ...read(sets as SetFigures<Count>) }),
  );
}

function publicRung(name: RungName, cohort: Cohort): PublicRung {
  return { name, label: RUNGS[name].label, count: cohort.count(RUNGS[name]).size, withheld: null };
}

const NOTHING = { value: null, n: null, count: null, ci95: [null, null] as [null, null] };

function publicFigure(figure: CountedFigure, cohort: Cohort, rules: ContentRules): PublicFigure {
  const { set, name, label, estimator, interval, unit, howCounted, n, count } = figure;
  const known = { set, name, label, estimator, interval, unit, howCounted };
  // Outsiders may know who stopped.
  const bound = count === undefined || name === 'withoutInfusion6' ? 'exact' : rules.bound(count, n);
  if (bound === null || (count === undefined && !isShown(figure, cohort.count(COMPLETERS), rules))) {
    return { ...known, ...NOTHING, withheld: WITHHELD };
  }
  if (bound !== 'exact') return { ...known, ...NOTHING, n: n.size, withheld: null, bound };
  const decimals = unit === 'percent' ? 0 : 1;
  const [from, to] = figure.ci95;
  return {
    ...known,
    value: rounded(figure.value, decimals),
    n: n.size,
    count: count?.size ?? null,
    ci95: [rounded(from, decimals), rounded(to, decimals)],
    withheld: null,
  };
}

const OF_RESPONDERS = FIGURES.filter(({ ofResponders }) => ofResponders).map(({ set, terms: { name } }) =>
  figureKey({ set, name }),
);

/** May this mean be public? One that leaves some of the completers out would tell how many these are. */
function isShown(figure: CountedFigure, completers: Count, { means, responders }: ContentRules): boolean {
  if (OF_RESPONDERS.includes(figureKey(figure))) return responders;
  return means && figure.n.size === completers.size;
}

function publicChart({ name, title, chart }: DrawnPublicChart): PublicChart {
  return { name, title, chart, withheld: chart === null ? WITHHELD : null };
}
