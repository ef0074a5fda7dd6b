import { describe, expect, test } from '@jest/globals';
import { courseRow, faultsOf, readLine } from '../rows.js';

const THREE = 'chart,date 1,score 1,date 2,score 2,date 3,score 3,stopped reason';

describe('a visit', () => {
  test('with a score and a date was scored', () => {
    const [first] = courseRow(THREE, 'A1,2026-03-02,40').entries;
    expect(first).toMatchObject({
      slot: 'infusion-1',
      state: 'scored',
      total: 40,
      on: '2026-03-02',
    });
  });

  test('that is empty before a later score was missed, nobody knows why', () => {
    const [, second] = courseRow(THREE, 'A1,2026-03-02,40,,,2026-03-09,22').entries;
    const missed = { state: 'missed', total: null, on: null, missedReason: 'unknown' };
    expect(second).toMatchObject({ slot: 'infusion-2', ...missed, stated: false });
  });

  test('that is empty after the last score says nothing', () => {
    expect(courseRow(THREE, 'A1,2026-03-02,40,,,,').entries).toHaveLength(1);
  });

  test('with a date and no score was missed on that day', () => {
    const [, second] = courseRow(THREE, 'A1,2026-03-02,40,2026-03-05,').entries;
    expect(second).toMatchObject({ state: 'missed', on: '2026-03-05', missedReason: 'unknown' });
  });

  test('stays open where the file has a column for the reason and gives none', () => {
    const columns = 'chart,date 1,score 1,date 2,score 2,missed reason 2,date 3,score 3';
    expect(courseRow(columns, 'A1,2026-03-02,40,,,,2026-03-09,22').entries).toHaveLength(2);
    const [, second] = courseRow(columns, 'A1,2026-03-02,40,,,no show,2026-03-09,22').entries;
    expect(second).toMatchObject({ state: 'missed', missedReason: 'noShow', on: null });
  });

  test('with a score and no date is a fault', () => {
    expect(faultsOf(readLine(THREE, 'A1,2026-03-02,40,,31'))).toEqual([['date 2', 'date-missing']]);
  });

  test('with a score and a reason for having none is a fault', () => {
    const read = readLine('chart,date 1,score 1,missed reason 1', 'A1,2026-03-02,40,illness');
    expect(faultsOf(read)).toEqual([['missed reason 1', 'score-and-missed']]);
  });
});

describe('the start of a course', () => {
  test('is the column of that name', () => {
    const row = courseRow('chart,score 1,date 1,started on', 'A1,40,2026-03-02,2026-03-01');
    expect(row.startedOn).toBe('2026-03-01');
  });

  test('is else the date of infusion 1, else the first date', () => {
    expect(courseRow(THREE, 'A1,2026-03-02,40,2026-03-05,31').startedOn).toBe('2026-03-02');
    expect(courseRow(THREE, 'A1,,,2026-03-05,31').startedOn).toBe('2026-03-05');
  });

  test('is missing in a row without a date', () => {
    expect(faultsOf(readLine(THREE, 'A1,,,,'))).toEqual([['chart', 'row-without-visits']]);
  });

  test('is not guessed from a later visit where the first date is unreadable', () => {
    const read = readLine(THREE, 'A1,3/4/2026,40,2026-03-05,31');
    expect(read.course).toBeNull();
    expect(faultsOf(read)).toEqual([['date 1', 'date-format']]);
  });
});

test('every fault of a row comes at once, with the text of the cell', () => {
  const read = readLine(THREE, ',2026-03-02,70,2026-02-30,31,2026-03-09,abc,none');
  expect(faultsOf(read)).toEqual([
    ['chart', 'chart-number-missing'],
    ['score 1', 'total-of-all-items'],
    ['date 2', 'not-a-date'],
    ['score 3', 'total-not-a-number'],
    ['stopped reason', 'reason-not-given'],
  ]);
  expect(read.cells.faults.map(({ value }) => value)).toEqual(['', '70', '2026-02-30', 'abc', 'none']);
});

describe('that a course was stopped', () => {
  test('for a reason in other words is kept with the words, once a person accepts it', () => {
    const row = 'A1,2026-03-02,40,,,,,moved to Ohio';
    expect(faultsOf(readLine(THREE, row))).toEqual([['stopped reason', 'reason-not-listed']]);
    const { stopped } = courseRow(THREE, row, ['reason-not-listed']);
    expect(stopped).toEqual({ on: null, reason: 'other', note: 'moved to Ohio' });
  });

  test('may have a day and a note', () => {
    const columns = 'chart,date 1,score 1,stopped reason,stopped on,stopped note';
    const { stopped } = courseRow(columns, 'A1,2026-03-02,40,cost,2026-03-05,insurance ended');
    expect(stopped).toEqual({ on: '2026-03-05', reason: 'cost', note: 'insurance ended' });
  });

  test('is not said by a note alone', () => {
    const read = readLine('chart,date 1,score 1,stopped note', 'A1,2026-03-02,40,asked twice');
    expect(faultsOf(read)).toEqual([['stopped note', 'reason-missing']]);
  });
});

test('a row with more cells than columns is a fault: its values may be under the wrong ones', () => {
  const columns = 'chart,date 1,score 1';
  const shifted = readLine(columns, 'Smith, J,2026-03-02,40');
  expect(faultsOf(shifted)).toContainEqual([null, 'cells-without-column']);
  expect(faultsOf(readLine(columns, 'A1,2026-03-02,40,, '))).toEqual([]);
});

test('a chart number that was kept from being a formula is read as it was', () => {
  expect(courseRow(THREE, "'-12,2026-03-02,40").chartNumber).toBe('-12');
});
