import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { COHORT_CHART_NAMES } from '../../src/domain/charts/cohort/cohort-charts.js';
import type { TestClinic } from '../support/clinic.js';
import { pngFacts, xmlElements } from '../support/pictures.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { tableOf } from '../spreadsheets/table-file.js';
import { smallClinic } from './small-clinic.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await smallClinic(app);
});
afterAll(() => app.close());

interface File {
  body: unknown;
  text: string;
  headers: Record<string, string | undefined>;
}

const path = (file: string) => `/v1/cohorts/charts/${file}`;
const fetched = (file: string): PromiseLike<File> => clinic.director.get(path(file)).expect(200);

describe.each(COHORT_CHART_NAMES)('the chart %s', (name) => {
  test('comes as a PNG picture with a name that says which and when', async () => {
    const { body, headers } = await fetched(`${name}.png?kind=induction&width=300&theme=dark`);
    expect(headers['content-type']).toBe('image/png');
    // The clock of the test is set to 2026-03-20, 11 o'clock in the clinic.
    const disposition = `inline; filename="cohort-${name}-2026-03-20.png"`;
    expect(headers['content-disposition']).toBe(disposition);
    expect((body as Buffer).subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect(pngFacts(body as Buffer)).toMatchObject({ width: 600, corner: [0x1a, 0x1b, 0x1e] });
  });

  test('comes as an SVG drawing that says day and filter', async () => {
    const { body, headers } = await fetched(`${name}.svg?kind=induction&period=2025`);
    expect(headers['content-type']).toMatch(/^image\/svg\+xml/);
    const svg = (body as Buffer).toString();
    expect(xmlElements(svg)[0]).toBe('svg');
    expect(svg).toMatch(/\(n = \d/);
    expect(svg).toContain(
      'As of 20 Mar 2026. Concluded courses, started 1 Jan 2025 to 31 Dec 2025, induction; 0 under way not counted.</desc>',
    );
  });

  test('comes as a CSV file with exactly the table of its JSON', async () => {
    const { text, headers } = await fetched(`${name}.csv?kind=induction`);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const disposition = `attachment; filename="cohort-${name}-2026-03-20.csv"`;
    expect(headers['content-disposition']).toBe(disposition);
    const { body } = await fetched(`${name}?kind=induction`);
    const { columns, rows } = (body as { table: { columns: string[]; rows: (string | number | null)[][] } }).table;
    const cells = rows.map((row) => row.map((cell) => `${cell ?? ''}`));
    expect(parse(text)).toEqual([columns, ...cells]);
    const marked = await fetched(`${name}.csv?kind=induction&bom=true`);
    expect(marked.text).toBe(`\uFEFF${text}`);
  });

  test('comes as an Excel workbook with the cells of its CSV', async () => {
    const { text } = await fetched(`${name}.csv?kind=induction`);
    const file: PromiseLike<File> = clinic.director.get(path(`${name}.xlsx?kind=induction`)).responseType('blob');
    const { body, headers } = await file;
    expect(headers['content-disposition']).toBe(`attachment; filename="cohort-${name}-2026-03-20.xlsx"`);
    const { rows } = await tableOf(body as Buffer, { layOut: false });
    // A workbook is read with 15 digits, as Excel computes.
    const seen = (cell: string) => (/^-?\d+\.\d+$/.test(cell) ? String(Number(Number(cell).toPrecision(15))) : cell);
    const lines = (table: string[][]) => table.map((row) => row.map(seen).join('\t').trimEnd());
    expect(lines(rows.map(({ cells }) => cells))).toEqual(lines(parse(text)));
  });

  test('is the director’s in every form', async () => {
    for (const form of ['png', 'svg', 'csv', 'xlsx']) {
      await clinic.clinician.get(path(`${name}.${form}`)).expect(403);
      await clinic.marketing.get(path(`${name}.${form}`)).expect(403);
    }
  });
});

test('the line under the title names every part of the filter', async () => {
  const { id } = clinic.clinician;
  const query = `indication=ocd&baselineBand=mild&minimumBaseline=22&from=2025-02-01&clinician=${id}`;
  const { body } = await fetched(`attrition.svg?${query}`);
  expect((body as Buffer).toString()).toContain(
    'Concluded courses, started from 1 Feb 2025 on, obsessive-compulsive disorder, baseline mild, baseline at least 22, ' +
      'one clinician; 0 under way not counted.',
  );
});

test.each(['png', 'svg', 'csv', 'xlsx'])('a chart that there is not has no %s either', async (form) => {
  await clinic.director.get(path(`pie.${form}`)).expect(404);
});

test.each(['width=199', 'width=2001', 'width=wide', 'theme=sepia', 'period=2025-Q5'])(
  'a picture with %s is refused',
  async (query) => {
    await clinic.director.get(path(`trajectory.png?${query}`)).expect(422);
  },
);
