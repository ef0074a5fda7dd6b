import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { CourseUnderTest } from './record-builder.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

interface Point {
  x: string;
  y: number | null;
}

interface Chart {
  type: string;
  data: { labels: string[]; datasets: { label: string; data: Point[]; spanGaps?: boolean }[] };
  options: {
    scales: { y: { min: number; max: number } };
    plugins: { severityBands: unknown; title: { text: string } };
  };
  textAlternative: string;
  table: { columns: string[]; rows: unknown[][] };
}

async function chartOf(course: CourseUnderTest): Promise<Chart> {
  const answer = await course.person
    .get(`/v1/courses/${course.id}/charts/trajectory`)
    .expect(200)
    .expect('content-type', /^application\/json/);
  return answer.body as Chart;
}

const series = ({ data }: Chart, label: RegExp) => data.datasets.find((dataset) => label.test(dataset.label));

describe('the chart of a course from 40 to 18, with the second visit missed', () => {
  let chart: Chart;
  beforeAll(async () => {
    const course = await CourseUnderTest.begun(clinic.clinician);
    await course.scores(40, null, 28, 25, 22, 18);
    const missed = { state: 'missed', missedReason: 'illness', assessedOn: '2026-03-05' };
    await course.create('infusion-2', missed).expect(201);
    await course.create('post-series', { total: 15, assessedOn: '2026-03-20' }).expect(201);
    chart = await chartOf(course);
  });

  test('is a line over all possible totals, 0 to 64', () => {
    expect(chart.type).toBe('line');
    expect(chart.options.scales.y).toMatchObject({ min: 0, max: 64 });
  });

  test('has the scores on their real days, with a gap where the visit was missed', () => {
    expect(series(chart, /^Score at infusion$/)).toMatchObject({
      spanGaps: false,
      data: [
        { x: '2 Mar 2026', y: 40 },
        { x: '5 Mar 2026', y: null },
        { x: '9 Mar 2026', y: 28 },
        { x: '12 Mar 2026', y: 25 },
        { x: '16 Mar 2026', y: 22 },
        { x: '19 Mar 2026', y: 18 },
      ],
    });
    // Every day from the one before the first visit to the one after the last, 1 to 21 March.
    expect(chart.data.labels).toHaveLength(21);
    expect(chart.data.labels[0]).toBe('1 Mar 2026');
    expect(chart.data.labels.at(-1)).toBe('21 Mar 2026');
  });

  test('says why there is a gap', () => {
    expect(series(chart, /^Missed: ill on the day$/)?.data).toEqual([{ x: '5 Mar 2026', y: 0 }]);
    expect(chart.textAlternative).toContain('No score at infusion 2 (missed: ill on the day).');
  });

  test('keeps the post-series score in a series of its own', () => {
    expect(series(chart, /^Score after the series$/)?.data).toEqual([{ x: '20 Mar 2026', y: 15 }]);
  });

  test('has the line of half the patient’s own baseline, 20, and that of remission, 19', () => {
    const levels = (label: RegExp) => series(chart, label)?.data.map(({ y }) => y);
    expect(levels(/^Response: 50 % of baseline \(20\)$/)).toEqual([20, 20]);
    expect(levels(/^Remission: below 20 \(line at 19\)$/)).toEqual([19, 19]);
  });

  test('has the five bands with their ends', () => {
    expect(JSON.stringify(chart.options.plugins.severityBands)).toMatch(
      /Non-depressed.*Minimal.*Mild.*Moderate.*Severe/,
    );
  });

  test('says the same in words and as a table', () => {
    expect(chart.textAlternative).toContain('Baseline 40 (Moderate) on 2 Mar 2026');
    // The latest is the post-series 15: 40 - 15 = 25 points, 62.5 %.
    expect(chart.textAlternative).toContain('25 points lower than at baseline (62.5 %)');
    expect(chart.table.rows).toHaveLength(7);
    expect(chart.table.rows[1]).toEqual([
      'infusion 2',
      '2026-03-05',
      'missed',
      null,
      null,
      null,
      null,
      'Missed: ill on the day',
      null,
      null,
      null,
    ]);
    // 40 - 18 = 22 points, 55 %.
    expect(chart.table.rows[5]).toEqual([
      'infusion 6',
      '2026-03-19',
      'scored',
      18,
      'Minimal',
      22,
      55,
      null,
      null,
      null,
      null,
    ]);
  });
});

test('a patient is named by the chart number alone', async () => {
  const patient = await clinic.clinician
    .post('/v1/patients', { chartNumber: 'X-77', initials: 'JD', birthYear: 1981, sex: 'female' })
    .expect(201);
  const { id } = patient.body as { id: string };
  const course = await clinic.clinician
    .post(`/v1/patients/${id}/courses`, { kind: 'induction', startedOn: '2026-03-02' })
    .expect(201);
  const { body } = (await clinic.clinician
    .get(`/v1/courses/${(course.body as { id: string }).id}/charts/trajectory`)
    .expect(200)) as { body: Chart };
  expect(body.options.plugins.title.text).toBe('Chart X-77, course 1');
  expect(JSON.stringify(body)).not.toMatch(/JD|1981|female/);
});

test('a course without any score is an empty frame over its planned days', async () => {
  const course = await CourseUnderTest.begun(clinic.clinician, { startedOn: '2026-03-20' });
  const chart = await chartOf(course);
  expect(series(chart, /^Score at infusion$/)?.data).toEqual([]);
  expect(series(chart, /^Response/)).toBeUndefined();
  expect(chart.textAlternative).toContain('There is no baseline.');
  // From the day before 20 March to the day after 6 April, its 17th day: 20 days.
  expect(chart.data.labels).toHaveLength(20);
});
