import { describe, expect, test } from '@jest/globals';
import { headerOf, INFUSION_SLOTS, visitField, type Field } from '../../../src/spreadsheets/reading/fields.js';
import { courseFields } from '../../../src/spreadsheets/exporting/export-rows.js';
import { fieldOf } from '../../../src/spreadsheets/reading/header-meaning.js';
import { mapHeaders } from '../../../src/spreadsheets/reading/header-mapping.js';

const NAMES: Record<string, string[]> = {
  chartNumber: ['chart_number', 'Chart #', 'chart no.', 'CHART NO', 'MRN', 'Patient ID', 'patient'],
  'score:infusion-1': [
    'score_1',
    'Score 1',
    'score1',
    'SCORE-1',
    'CUDOS 1',
    'cudos1',
    'infusion 1 score',
    'inf1_score',
    'Score at infusion 1',
    'Visit 1 total',
    'Infusion 1: CUDOS score',
    'baseline score',
  ],
  'score:infusion-6': ['score_6', 'Total 6', 'CUDOS (infusion 6)'],
  'date:infusion-1': ['date_1', 'Date 1', 'inf1_date', 'Infusion 1 date', 'Date of infusion #1'],
  'missed:infusion-3': ['missed_reason_3', 'Reason missed 3', 'Infusion 3 missed'],
  'date:post-series': ['post_series_date', 'Post-series date', 'Post treatment date'],
  'score:post-series': ['post_series_score', 'CUDOS post'],
  'score:follow-up-4': ['follow_up_4_score', 'Follow-up week 4 score', 'FU4 CUDOS', 'followup 4 score'],
  'date:follow-up-12': ['follow_up_12_date', 'Date of follow up 12 weeks'],
  stoppedReason: ['stopped_reason', 'Reason for stopping', 'Stop reason', 'stoppedReason'],
  startedOn: ['started_on', 'Start date', 'startedOn'],
  clinician: ['clinician', 'Provider e-mail'],
};

describe.each(Object.entries(NAMES))('%s', (field, headers) => {
  test.each(headers)('is meant by "%s"', (header) => expect(fieldOf(header)).toBe(field));
});

test.each([
  'Infusion 1',
  '1',
  'score',
  'date',
  'reason',
  'score_0',
  'score_7',
  'score 1 2',
  '',
  'date of birth',
  'phone',
  'PHQ-9 score 1',
  'week 4 score',
  'month 1 follow-up score',
  'stopped',
  'follow_up_105_score',
  'name',
  'constructor',
])('"%s" does not settle a meaning and is ignored', (header) => {
  expect(fieldOf(header)).toBeNull();
});

test('every column that an export writes is understood', () => {
  const fields = courseFields(['follow-up-12', 'follow-up-2']);
  expect(fields.map(headerOf).map((header) => fieldOf(header))).toEqual(fields);
});

test('the columns of six infusions are understood', () => {
  const fields: Field[] = INFUSION_SLOTS.map((slot) => visitField('score', slot));
  expect(fields.map(headerOf)).toEqual([1, 2, 3, 4, 5, 6].map((k) => `score_${k}`));
});

describe('the header of a spreadsheet', () => {
  test('may not name a column twice', () => {
    const { faults } = mapHeaders(['MRN', 'Score 1', 'Chart #'], 1);
    expect(faults).toMatchObject([{ row: 1, column: 'Chart #', rule: 'column-twice' }]);
  });

  test('needs the chart number and the first score', () => {
    const { faults } = mapHeaders(['date_1'], 1);
    expect(faults.map(({ column, rule }) => [column, rule])).toEqual([
      ['chart_number', 'column-missing'],
      ['score_1', 'column-missing'],
    ]);
  });

  test('may have columns that mean nothing here, also several without a name', () => {
    const { columns, faults } = mapHeaders(['mrn', 'score 1', 'Phone', '', ''], 1);
    expect(faults).toEqual([]);
    expect(columns.filter(({ field }) => field === null)).toHaveLength(3);
  });
});

test.each(['Q', 'CUDOS item '])('a file with the answers of a form (%s1 to 16) is told to add them up', (name) => {
  const answers = Array.from({ length: 16 }, (_, at) => `${name}${at + 1}`);
  const { faults } = mapHeaders(['MRN', 'Date', ...answers], 1);
  expect(faults).toMatchObject([{ rule: 'column-missing' }]);
  expect(faults[0]?.message).toContain(
    `"${name}1" to "${name}16" look like the answers of a form. Add up items 1 to 16`,
  );
});
