import { median, short, table, timed } from './figures.mjs';

const HEADER = ['courses', 'earlier', 'what is withheld ms', 'comparison ms', 'refused'];
const NOTE =
  'Medians, in this process, of a publication of two years with all figures and charts. What is withheld: figures, charts and ' +
  'the search for what would isolate a group; comparison: with so many earlier publications of quarters and years, also all ' +
  'figures and charts, which the service does on a thread of its own. A refusal takes longest: it looks for those it names.';
const EARLIER = [
  '2023',
  '2024',
  '2023..2024',
  '2023-Q1..2023-Q2',
  '2023-Q3..2023-Q4',
  '2024-Q1..2024-Q2',
  '2024-Q3..2024-Q4',
  '2023-Q2..2024-Q1',
];

/** How long it takes to say what a publication may show, and whether it may be public beside earlier ones. */
export async function publications(built, { quick }) {
  const make = await publicationsOf(built);
  const { differencing } = await import(`${built}/src/domain/disclosure/differencing.js`);
  const rows = [];
  for (const courses of quick ? [1000] : [1000, 5000, 20_000]) {
    const clinic = make.clinic(courses);
    const all = EARLIER.map((period) => ({
      id: period,
      title: period,
      ...make.from(clinic, period),
    }));
    for (const count of [3, 8]) {
      const earlier = all.slice(0, count);
      const [content, comparison] = [[], []];
      let refusal = null;
      for (let time = 0; time <= (quick ? 1 : 3); time += 1) {
        const made = await timed(async () => make.from(clinic, '2024..2025'));
        const compared = await timed(async () => differencing(made.result, earlier));
        refusal = compared.result;
        content.push(made.took);
        comparison.push(compared.took);
      }
      const medians = [content, comparison].map(([_warmUp, ...rest]) => short(median(rest)));
      rows.push([courses.toLocaleString('en'), count, ...medians, refusal ? 'yes' : 'no']);
    }
  }
  return `${table(HEADER, rows)}\n\n${NOTE}`;
}

async function publicationsOf(built) {
  const { syntheticCourses } = await import(`${built}/src/commands/sample/synthetic-courses.js`);
  const { periodOf } = await import(`${built}/src/domain/calendar/period.js`);
  const { PUBLIC_CHART_NAMES } = await import(`${built}/src/domain/charts/public/public-charts.js`);
  const { publicContent } = await import(`${built}/src/domain/publication/public-content.js`);
  const { PUBLISHABLE_FIGURES } = await import(`${built}/src/domain/publication/publishable.js`);
  const all = { figures: [...PUBLISHABLE_FIGURES], charts: [...PUBLIC_CHART_NAMES] };
  return {
    clinic: (courses) => [...syntheticCourses(courses, 1)].map(toCourse),
    from(clinic, period) {
      const { from, to } = periodOf(period);
      const cohort = { period, kind: null, indication: null, minimumBaseline: null };
      const courses = clinic.filter(({ startedOn }) => startedOn >= from && startedOn <= to);
      return publicContent({ ...all, cohort }, courses);
    },
  };
}

/** As a cohort counts it. */
function toCourse({ startedOn, stopped, slots }, at) {
  const scores = Array.from({ length: 6 }, (_, k) => slots[k]?.total ?? null);
  const status = stopped ? 'stopped' : 'completed';
  const stoppedReason = stopped?.reason ?? null;
  return { courseId: `p${at}/c${at}`, scores, postSeries: null, stoppedReason, status, startedOn };
}
