import { spawnSync } from 'node:child_process';
import { median, short, table, timed } from './figures.mjs';

const HEADER = ['courses', 'closed groups ms', 'what is public ms', 'closed again ms'];
const NOTE =
  'Medians, in this process. Closed groups: of all courses; what is public: a publication of all of them with all figures and ' +
  'charts; closed again: what became of them, a score in fifty corrected since.';
const [ALL, TODAY] = [{ kind: null, indication: null }, '2030-01-01'];

/** How long it takes to say what of a clinic may be public, and (not --quick) whether the attacker finds anybody in 2,000. */
export async function publications(built, { quick }) {
  const domain = (path) => import(`${built}/src/domain/${path}.js`);
  const { syntheticCourses } = await import(`${built}/src/commands/sample/synthetic-courses.js`);
  const { PUBLIC_CHART_NAMES } = await domain('charts/public/public-charts');
  const { publicContent } = await domain('publication/public-content');
  const { PUBLISHABLE_FIGURES } = await domain('publication/publishable');
  const { publicGroups, toFreeze } = await domain('disclosure/public-groups');
  const { closedAgain } = await domain('disclosure/closed-again');
  const rows = [];
  for (const count of quick ? [1000] : [1000, 5000, 20_000]) {
    const courses = [...syntheticCourses(count, 1)].map(toCourse);
    const now = { concluded: courses, underWay: [], today: TODAY };
    const took = [[], [], []];
    for (let time = 0; time <= (quick ? 1 : 3); time += 1) {
      const found = await timed(async () => publicGroups(ALL, [], now));
      const request = { period: '2025', cohort: ALL, figures: PUBLISHABLE_FIGURES, charts: PUBLIC_CHART_NAMES };
      const { groups } = found.result;
      const content = await timed(async () => publicContent(request, { groups, edition: 1, isWidest: true }));
      const stamp = { frozen: [], last: groups.at(-1).to, edition: 1, closedOn: TODAY };
      const frozen = toFreeze(ALL, found.result, stamp);
      const later = { ...now, concluded: courses.map(corrected) };
      const again = await timed(async () => closedAgain(frozen, later));
      [found, content, again].forEach((each, at) => took[at].push(each.took));
    }
    rows.push([count.toLocaleString('en'), ...took.map(([_warmUp, ...rest]) => short(median(rest)))]);
  }
  return [table(HEADER, rows), NOTE, ...(quick ? [] : [attack()])].join('\n\n');
}

/** The attacker of the tests, on ten times as many clinics as there. */
function attack() {
  const env = { ...process.env, ATTACKED_CLINICS: '2000' };
  const args = ['jest', 'test/domain/disclosure/attack.test.ts', '--testTimeout', '3600000'];
  const { status } = spawnSync('npx', args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  return `The attacker of 2,000 clinics found ${status === 0 ? 'nobody' : 'somebody: see above'}.`;
}

/** As a publication counts it. */
function toCourse({ kind, indication, startedOn, stopped, slots }, at) {
  const scores = Array.from({ length: 6 }, (_, k) => slots[k]?.total ?? null);
  const ended = { status: stopped ? 'stopped' : 'completed', stoppedReason: stopped?.reason ?? null };
  return { courseId: `p${at}/c${at}`, kind, indication, startedOn, scores, postSeries: null, ...ended };
}

function corrected(course, at) {
  if (at % 50 > 0) return course;
  return { ...course, scores: course.scores.map((score) => (score === null ? null : (score + 1) % 65)) };
}
