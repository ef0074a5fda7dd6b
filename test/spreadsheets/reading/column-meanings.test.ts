import { describe, expect, test } from '@jest/globals';
import { columnMeanings } from '../../../src/spreadsheets/reading/column-meanings.js';
import { fieldNamed } from '../../../src/spreadsheets/reading/fields.js';

const meanings = columnMeanings();
const labelOf = (name: string) => meanings.find((meaning) => meaning.name === name)?.label;

describe('what a column may mean', () => {
  test('is listed in the order of a course, from the patient to the last follow-up', () => {
    expect(meanings.slice(0, 5).map(({ name }) => name)).toEqual([
      'chart_number',
      'initials',
      'birth_year',
      'sex',
      'started_on',
    ]);
    expect(meanings.at(-2)?.name).toBe('follow_up_104_note');
  });

  test('is every field of a course: 20 of its own, four for each of 6 infusions, a post-series visit and 104 follow-ups', () => {
    expect(new Set(meanings.map(({ name }) => fieldNamed(name))).size).toBe(20 + 4 * (6 + 1 + 104));
  });

  test('has a label in plain words', () => {
    expect(labelOf('score_3')).toBe('Infusion 3: score');
    expect(labelOf('missed_reason_2')).toBe('Infusion 2: why it was missed');
    expect(labelOf('follow_up_4_date')).toBe('Follow-up week 4: date');
    expect(labelOf('post_series_score')).toBe('Post-series: score');
  });

  test('says that the chart number and the first score are needed', () => {
    const required = meanings.filter((meaning) => meaning.required).map(({ name }) => name);
    expect(required).toEqual(['chart_number', 'score_1']);
  });

  test('says which columns hold dates', () => {
    const dates = meanings.filter(({ holdsDates }) => holdsDates).map(({ name }) => name);
    expect(dates).toHaveLength(3 + 6 + 1 + 104);
    expect(dates.slice(0, 4)).toEqual(['started_on', 'stopped_on', 'visit_date', 'date_1']);
  });
});
