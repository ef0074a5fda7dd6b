import type { PublicContent } from '../../../src/domain/publication/published-document.js';
import type { Read } from '../disclosure/attacker.js';
import type { Course } from './random-clinic.js';

type Holds = (course: Course) => boolean;

// What is counted, said once more in the plainest way, so that nothing of the service's groups is in it.
const at =
  (k: number): ((course: Course) => number | null) =>
  ({ scores }) =>
    scores[k - 1] ?? null;
const started: Holds = (course) => at(1)(course) !== null;
const finished: Holds = (course) => started(course) && at(6)(course) !== null;
const lastOf = ({ scores }: Course): number | null =>
  [...scores.slice(1)].reverse().find((score) => score !== null) ?? null;
const seenAgain: Holds = (course) => started(course) && lastOf(course) !== null;
const and =
  (...all: Holds[]): Holds =>
  (course) =>
    all.every((holds) => holds(course));

type Judge = (from: number, to: number) => boolean;
const OUTCOMES: Readonly<Record<string, Judge>> = {
  response: (from, to) => from > 0 && to <= from / 2,
  remissionBelow20: (_, to) => to < 20,
  remissionAtMost10: (_, to) => to <= 10,
  worsened: (from, to) => to > from,
};
const judged =
  (endpoint: (course: Course) => number | null, judge: Judge): Holds =>
  (course) => {
    const [from, to] = [at(1)(course), endpoint(course)];
    return from !== null && to !== null && judge(from, to);
  };
const responded = judged(at(6), OUTCOMES['response'] as Judge);

const RUNGS: Readonly<Record<string, Holds>> = {
  courses: () => true,
  withBaseline: started,
  withLaterScore: seenAgain,
  withInfusion6: finished,
  withPostSeries: and(finished, ({ postSeries }) => postSeries !== null),
};

function inFigure(set: string, name: string): { n: Holds; count: Holds } {
  const all = { starters: started, completers: finished, lastObserved: seenAgain, bounds: started };
  const endpoint = set === 'lastObserved' ? lastOf : at(6);
  let n = all[set as keyof typeof all];
  if (name === 'meanPercentReduction') n = and(n, (course) => at(1)(course) !== 0);
  if (name.startsWith('responders')) n = judged(endpoint, OUTCOMES['response'] as Judge);
  const judge = OUTCOMES[name.replace(/(Worst|Best)Case$/, '')] ?? (() => false);
  const sure = judged(endpoint, judge);
  const best: Holds = (course) => sure(course) || (started(course) && !finished(course));
  return { n, count: name.endsWith('BestCase') ? best : sure };
}

const lastScored = ({ scores }: Course) => 6 - [...scores].reverse().findIndex((s) => s !== null);
const firstResponse = (course: Course): number =>
  [2, 3, 4, 5, 6].find((k) => judged(at(k), OUTCOMES['response'] as Judge)(course)) ?? 7;
const BANDS = { 0: 10, 11: 20, 21: 30, 31: 45, 46: 64 };

type Cell = string | number | null;

/** What each number of a row of a chart's table counts. */
const CHART_ROWS: Readonly<Record<string, (row: Cell[]) => [number: Cell, holds: Holds][]>> = {
  'mean-before-after': ([label, , n]) => [[n ?? 0, label === 'Completers' ? finished : responded]],
  trajectory: ([, n]) => [[n ?? 0, (course) => [1, 2, 3, 4, 5, 6].every((k) => at(k)(course) !== null)]],
  attrition: ([k, n]) => [[n ?? 0, and(started, (course) => lastScored(course) === k)]],
  'time-to-response': ([k, count, n]) => [
    [count ?? 0, and(started, (course) => firstResponse(course) <= Number(k))],
    [n ?? 0, started],
  ],
  'response-by-baseline-band': ([label, set, count, n]) => {
    const lowest = Number(/(\d+)-/.exec(String(label))?.[1]);
    const highest = BANDS[lowest as keyof typeof BANDS];
    return breakdown(set, count, n, (course) => {
      const baseline = at(1)(course) ?? -1;
      return baseline >= lowest && baseline <= highest;
    });
  },
  'quarterly-trend': ([quarter, set, count, n]) =>
    breakdown(set, count, n, ({ startedOn }) => {
      const month = Number(startedOn.slice(5, 7));
      return `${startedOn.slice(0, 4)}-Q${Math.ceil(month / 3)}` === quarter;
    }),
};

function breakdown(set: Cell = '', count: Cell = 0, n: Cell = 0, part: Holds): [Cell, Holds][] {
  return [
    [n, and(part, set === 'Starters' ? started : finished)],
    [count, and(part, responded)],
  ];
}

/** Everything that a reader can count in a publication, and whom the definitions say it counts. */
export function readOf(content: PublicContent, cohort: readonly Course[]): Read[] {
  const shown: [number: Cell, holds: Holds][] = [
    ...content.ladder.map(({ name, count }): [Cell, Holds] => [count, RUNGS[name] as Holds]),
    ...content.figures.flatMap(({ set, name, n, count }): [Cell, Holds][] => {
      const counted = inFigure(set, name);
      return [
        [n, counted.n],
        [count, counted.count],
      ];
    }),
    ...content.charts.flatMap(({ name, chart }) =>
      (chart?.table.rows ?? []).flatMap((row) => CHART_ROWS[name]?.(row) ?? []),
    ),
  ];
  return shown
    .filter(([number]) => number !== null)
    .map(([number, holds]) => ({
      said: Number(number),
      courses: new Set(cohort.filter(holds).map(({ courseId }) => courseId)),
    }));
}
