import { parse } from 'csv-parse/sync';
import request from 'supertest';
import type { ImportReport } from '../../src/spreadsheets/importing/import-report.dto.js';
import { answer } from '../support/answer.js';
import type { SignedIn } from '../support/clinic.js';
import type { TestApp } from '../support/test-app.js';

/** Sends a spreadsheet as a person would; the settings are those of the route. */
export function upload(
  { url }: TestApp,
  person: SignedIn,
  text: string | Buffer,
  settings: Record<string, string> = {},
) {
  return request(url)
    .post('/v1/imports')
    .query(settings)
    .set('Cookie', person.cookie)
    .set('Content-Type', 'text/csv')
    .send(text);
}

/** The report of an upload that succeeds. */
export async function importReport(
  app: TestApp,
  person: SignedIn,
  text: string | Buffer,
  settings: Record<string, string> = {},
): Promise<ImportReport> {
  const { body } = await answer(upload(app, person, text, settings).expect(200));
  return body as ImportReport;
}

/** A file that a route hands out. */
export async function download(person: SignedIn, path: string): Promise<string> {
  const { text } = await answer(person.get(path).expect(200));
  return text;
}

/** Chart number, start and the scores at the six infusions of each recorded course. */
export async function recordedCourses(person: SignedIn): Promise<string[]> {
  const text = await download(person, '/v1/exports/courses.csv');
  return parse<Record<string, string>>(text, { columns: true }).map((row) =>
    [row.chart_number, row.started_on, ...[1, 2, 3, 4, 5, 6].map((k) => row[`score_${k}`] || '-')].join(' '),
  );
}

/** The bytes of a file that a route hands out. */
export async function downloadBytes(person: SignedIn, path: string): Promise<Buffer> {
  const { body } = await answer(person.get(path).responseType('blob').expect(200));
  return body as Buffer;
}

/** Lines of a spreadsheet as text. */
export function sheet(...lines: string[]): string {
  return `${lines.join('\n')}\n`;
}

/** A course of one visit under `COLUMNS`. */
export function visit(chartNumber: string, day: string, score: number | string): string {
  return `${chartNumber},${day},${score},,,,,,,,,,,`;
}

export const COLUMNS =
  'chart_number,date_1,score_1,date_2,score_2,date_3,score_3,date_4,score_4,date_5,score_5,date_6,score_6,stopped_reason';
