import { describe, expect, test } from '@jest/globals';
import { courseTrajectoryChart } from '../../../../src/domain/charts/course/course-trajectory.js';
import type { CourseRecord } from '../../../../src/domain/course/record/course-record.js';
import { courseWith, missed, scored, scoredSeries } from '../../course/course-builder.js';

const chartOf = (course: CourseRecord, today = '2026-06-01') =>
  courseTrajectoryChart(course, { title: 'Chart 17, course 1', today, like: null });
const labelsOf = (course: CourseRecord, today?: string) =>
  chartOf(course, today).data.datasets.map(({ label }) => label);

const course = courseWith([
  ...scoredSeries(41, 36, null, 28, 22, 18),
  missed('infusion-3', '2026-03-09'),
  scored('post-series', 12, '2026-03-26'),
]);
const chart = chartOf(course);
const dataset = (label: string) => chart.data.datasets.find((candidate) => candidate.label === label);

describe('the trajectory of a course', () => {
  test('is pure JSON', () => {
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
  });

  test('has every day of the calendar on its axis, with one to spare at each end', () => {
    const labels = chart.data.labels!;
    expect(labels).toHaveLength(27); // 1 to 27 March
    expect([labels[0], labels[8], labels[26]]).toEqual(['1 Mar 2026', '9 Mar 2026', '27 Mar 2026']);
  });

  test('has the scores on their days, and a gap where a visit was missed', () => {
    expect(dataset('Score at infusion')).toMatchObject({
      spanGaps: false,
      data: [
        { x: '2 Mar 2026', y: 41 },
        { x: '5 Mar 2026', y: 36 },
        { x: '9 Mar 2026', y: null },
        { x: '12 Mar 2026', y: 28 },
        { x: '16 Mar 2026', y: 22 },
        { x: '19 Mar 2026', y: 18 },
      ],
    });
  });

  test('marks the missed visit on the axis, hollow, with its reason', () => {
    expect(dataset('Missed: ill on the day')).toMatchObject({
      data: [{ x: '9 Mar 2026', y: 0 }],
      backgroundColor: '#FFFFFF',
      showLine: false,
    });
  });

  test('keeps the score after the series apart', () => {
    expect(dataset('Score after the series')?.data).toEqual([{ x: '26 Mar 2026', y: 12 }]);
  });

  test('has half of 41 dashed at 20.5 and remission solid at 19', () => {
    expect(dataset('Response: 50 % of baseline (20.5)')).toMatchObject({
      data: [
        { x: '1 Mar 2026', y: 20.5 },
        { x: '27 Mar 2026', y: 20.5 },
      ],
      borderDash: [4, 3],
    });
    const remission = dataset('Remission: below 20 (line at 19)');
    expect(remission?.data[0]).toEqual({ x: '1 Mar 2026', y: 19 });
    expect(remission).not.toHaveProperty('borderDash');
  });

  test('has an axis of 0 to 64 whatever the scores', () => {
    expect(chart.options).toMatchObject({ scales: { y: { min: 0, max: 64 } } });
    expect(chart.options).not.toMatchObject({ scales: { y: { reverse: true } } });
  });

  test('only draws points on days of its axis', () => {
    const days = new Set(chart.data.labels as string[]);
    const points = chart.data.datasets.flatMap(({ data }) => data as { x: string }[]);
    expect(points.filter(({ x }) => !days.has(x))).toEqual([]);
  });

  test('says in sentences what it shows', () => {
    expect(chart.textAlternative).toBe(
      'Chart 17, course 1. Baseline 41 (Moderate) on 2 Mar 2026; half of it is 20.5. Latest total ' +
        '12 (Minimal) at post-series on 26 Mar 2026, 29 points lower than at baseline (70.7 %). ' +
        'Infusions with a score: 5 of 6. No score at infusion 3 (missed: ill on the day). ' +
        'A total of 19 or less is remission by the rule below 20.',
    );
  });

  test('has its exact values in a table', () => {
    const { columns, rows } = chart.table;
    expect(rows).toHaveLength(7);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows[0]).toEqual(['infusion 1', '2026-03-02', 'scored', 41, 'Moderate', null, null, null, null, null, null]);
    expect(rows[2]?.slice(1, 8)).toEqual(['2026-03-09', 'missed', null, null, null, null, 'Missed: ill on the day']);
    expect(rows[5]?.slice(3, 6)).toEqual([18, 'Minimal', 23]);
    expect(rows[5]?.[6]).toBeCloseTo(56.0975609756, 9); // 100 x 23 / 41
    expect(rows[6]?.[0]).toBe('post-series');
  });
});

describe('a course with little in it', () => {
  test('that is empty is a frame over its planned days, with bands and the remission line', () => {
    const empty = chartOf(courseWith(), '2026-03-02');
    expect(empty.data.labels?.at(-1)).toBe('20 Mar 2026'); // planned to end on 19 March
    expect(empty.data.datasets[0]?.data).toEqual([]);
    expect(empty.textAlternative).toContain('There is no baseline.');
    expect(labelsOf(courseWith(), '2026-03-02')).not.toContainEqual(expect.stringMatching(/^Response/));
  });

  test('with one score spans three days, and says nothing of a change', () => {
    const one = chartOf(courseWith(scoredSeries(33)), '2026-03-02');
    expect(one.data.labels).toEqual(['1 Mar 2026', '2 Mar 2026', '3 Mar 2026']);
    expect(one.textAlternative).not.toContain('Latest');
  });

  test('with a baseline of 0 has no line at half of it', () => {
    expect(labelsOf(courseWith(scoredSeries(0)), '2026-03-02')).not.toContainEqual(expect.stringMatching(/^Response/));
  });

  test('whose score rose says higher', () => {
    expect(chartOf(courseWith(scoredSeries(20, 25)), '2026-03-05').textAlternative).toContain(
      '5 points higher than at baseline (25 %)',
    );
  });

  test('says which visit after the series was missed', () => {
    const visits = [...scoredSeries(20, 18, 16, 14, 12, 10), missed('follow-up-4', '2026-04-16')];
    expect(chartOf(courseWith(visits)).textAlternative).toContain(
      'No score at follow-up week 4 (missed: ill on the day).',
    );
  });

  test('that stopped says when and why', () => {
    const stopped = { on: '2026-03-06', reason: 'sideEffects' } as const;
    expect(chartOf(courseWith(scoredSeries(20, 25), { stopped })).textAlternative).toContain(
      'Stopped on 6 Mar 2026: side effects.',
    );
  });

  // The series begins on 2 March 2026; its second visit is on 5 March. 60 days later is 4 May.
  test('that fell silent says since when there was no visit, and that it counts as lost', () => {
    const silent = courseWith(scoredSeries(20, 25));
    const said = 'No further visit since 5 Mar 2026: the course counts as lost.';
    expect(chartOf(silent, '2026-05-05').textAlternative).toContain(said);
    expect(chartOf(silent, '2026-05-04').textAlternative).not.toContain('No further visit');
  });
});

describe('before the middle half of 25 other courses', () => {
  const at = { from: 20, to: 30, n: 25 };
  const like = {
    kind: 'induction',
    band: { name: 'moderate', label: 'Moderate', from: 31, to: 45 },
    courses: 25,
    quartiles: [{ from: 33, to: 41, n: 25 }, at, at, null, null, null],
  } as const;
  const drawn = courseTrajectoryChart(course, { title: 'Chart 17, course 1', today: '2026-06-01', like });
  const [lower, upper] = [-2, -1].map((before) => {
    const { datasets } = drawn.data;
    return datasets[datasets.findIndex(({ label }) => label === 'Middle half of 25 other courses') + before + 1];
  });

  test('the line has it at the days of the patient, filled between, and a gap where too few were scored', () => {
    expect(upper).toMatchObject({ fill: '-1' });
    expect(upper?.data.slice(0, 4)).toEqual([
      { x: '2 Mar 2026', y: 41 },
      { x: '5 Mar 2026', y: 30 },
      { x: '9 Mar 2026', y: 30 },
      { x: '12 Mar 2026', y: null },
    ]);
    expect(lower).toMatchObject({ label: '', data: expect.arrayContaining([{ x: '2 Mar 2026', y: 33 }]) as unknown });
  });

  test('words and table say whose it is', () => {
    const sentence =
      'Shaded: the middle half (25 to 75 %) of 25 other concluded induction courses of this clinic with a moderate baseline.';
    expect(drawn.textAlternative).toContain(sentence);
    expect(JSON.stringify(drawn.options)).toContain(sentence);
    expect(drawn.table.rows[1]?.slice(-3)).toEqual([20, 30, 25]);
  });

  test('too few are said, and nothing is drawn', () => {
    const few = { ...like, courses: 19, quartiles: [null, null, null, null, null, null] };
    const { data, textAlternative } = courseTrajectoryChart(course, { title: '', today: '2026-06-01', like: few });
    expect(data.datasets.some(({ label }) => label.startsWith('Middle half'))).toBe(false);
    expect(textAlternative).toContain('it takes 20, and this clinic has 19 other concluded induction courses');
  });
});
