import { describe, expect, test } from '@jest/globals';
import { planRow } from '../../../src/spreadsheets/judging/row-plan.js';
import { courseRow, recordedCourse, recordedScore, takenBack } from '../rows.js';

const TODAY = '2026-06-01';
const COLUMNS = 'chart,date 1,score 1,date 2,score 2,stopped reason,stopped on,kind,indication';
const two = recordedCourse([
  recordedScore('infusion-1', 40, '2026-03-02'),
  recordedScore('infusion-2', 31, '2026-03-05'),
]);
const one = recordedCourse([recordedScore('infusion-1', 40, '2026-03-02')]);

const rules = (plan: ReturnType<typeof planRow>) => plan.faults.map(({ fields: [field], rule }) => [field, rule]);

describe('a course the clinic has', () => {
  test('is left alone where the row says the same', () => {
    const plan = planRow(courseRow(COLUMNS, 'A1,2026-03-02,40,2026-03-05,31'), two, TODAY);
    expect(plan).toMatchObject({ entries: [], stop: null, changed: false, faults: [] });
  });

  test('is given the score of an empty slot', () => {
    const plan = planRow(courseRow(COLUMNS, 'A1,2026-03-02,40,2026-03-05,31'), one, TODAY);
    expect(plan.entries).toMatchObject([{ slot: 'infusion-2', total: 31 }]);
    expect(plan.changed).toBe(true);
  });

  test('is never given another score or another day', () => {
    const plan = planRow(courseRow(COLUMNS, 'A1,2026-03-02,41,2026-03-06,31'), two, TODAY);
    expect(rules(plan)).toEqual([
      ['score:infusion-1', 'differs-from-recorded'],
      ['date:infusion-2', 'differs-from-recorded'],
    ]);
    expect(plan.faults[0]?.message).toMatch(/^Infusion 1 is recorded as 40, the file says 41\./);
  });

  test('keeps a score taken back taken back', () => {
    const course = recordedCourse([...one.rows, takenBack('infusion-2')]);
    const plan = planRow(courseRow(COLUMNS, 'A1,2026-03-02,40,2026-03-05,31'), course, TODAY);
    expect(rules(plan)).toEqual([['score:infusion-2', 'entry-taken-back']]);
    expect(planRow(courseRow(COLUMNS, 'A1,2026-03-02,40'), course, TODAY).faults).toEqual([]);
  });

  test('is stopped with its last score where the row gives a reason and no day', () => {
    const plan = planRow(courseRow(COLUMNS, 'A1,2026-03-02,40,,,cost'), two, TODAY);
    expect(plan.stop).toEqual({ on: '2026-03-05', reason: 'cost', note: null });
  });

  test('keeps the reason it was stopped for', () => {
    const course = recordedCourse([...two.rows], {
      stoppedOn: '2026-03-06',
      stoppedReason: 'cost',
    });
    const same = planRow(courseRow(COLUMNS, 'A1,2026-03-02,40,,,cost'), course, TODAY);
    expect(same).toMatchObject({ stop: null, faults: [], changed: false });
    const other = planRow(courseRow(COLUMNS, 'A1,2026-03-02,40,,,moved'), course, TODAY);
    expect(rules(other)).toEqual([['stoppedReason', 'differs-from-recorded']]);
  });

  test('keeps its kind and indication, and is given an indication that was not specified', () => {
    const row = courseRow(COLUMNS, 'A1,2026-03-02,40,,,,,maintenance,ptsd');
    expect(rules(planRow(row, one, TODAY))).toEqual([
      ['kind', 'differs-from-recorded'],
      ['indication', 'differs-from-recorded'],
    ]);
    const open = recordedCourse([...one.rows], { indication: 'unspecified', kind: 'maintenance' });
    expect(planRow(row, open, TODAY)).toMatchObject({ indication: 'ptsd', faults: [] });
  });
});

describe('a new course', () => {
  test('may not lie in the future nor run backwards', () => {
    const late = planRow(courseRow(COLUMNS, 'A1,2026-03-02,40,2026-06-02,31'), null, TODAY);
    expect(rules(late)).toEqual([['date:infusion-2', 'date-in-future']]);
    const back = planRow(
      courseRow('chart,date 1,score 1,date 2,score 2,date 3,score 3', 'A1,2026-03-02,40,2026-03-09,31,2026-03-05,30'),
      null,
      TODAY,
    );
    expect(rules(back)).toEqual([['date:infusion-3', 'dates-run-backwards']]);
  });

  test('may not be stopped before its last score', () => {
    const row = courseRow(COLUMNS, 'A1,2026-03-02,40,2026-03-05,31,cost,2026-03-04');
    expect(rules(planRow(row, null, TODAY))).toEqual([['stoppedOn', 'stopped-before-last-score']]);
  });

  test('is taken with an unlikely score, which is warned of once', () => {
    const plan = planRow(courseRow(COLUMNS, 'A1,2026-03-02,50,2026-03-05,15'), null, TODAY);
    expect(plan.faults).toEqual([]);
    expect(plan.warnings).toMatchObject([{ rule: 'large-change' }]);
    expect([...plan.unusual]).toEqual(['infusion-1', 'infusion-2']);
  });
});
