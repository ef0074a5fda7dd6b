import { describe, expect, test } from '@jest/globals';
import {
  readBirthYear,
  readChartNumber,
  readProtocol,
  readScore,
  readSex,
  readTotal,
} from '../../../src/spreadsheets/reading/cell-values.js';
import { readIndication, readMissedReason, readStopReason } from '../../../src/spreadsheets/reading/reason-text.js';

const rule = (reading: unknown) => (reading as { rule?: string }).rule ?? null;

describe('a score', () => {
  test.each([
    ['0', 0],
    ['35', 35],
    ['64', 64],
    ['007', 7],
  ])('"%s" is %d', (text, total) => expect(readTotal(text)).toEqual({ ok: true, value: total }));

  test.each([
    ['65', 'total-of-all-items'],
    ['72', 'total-of-all-items'],
    ['73', 'total-too-high'],
    ['-1', 'total-negative'],
    ['35,5', 'total-not-whole'],
    ['n/a', 'total-not-a-number'],
    ['3e1', 'total-not-a-number'],
    ['0x1F', 'total-not-a-number'],
    ['99999999999999999999', 'total-not-a-number'],
  ])('"%s" breaks %s', (text, broken) => expect(rule(readTotal(text))).toBe(broken));
});

describe('a reason for stopping', () => {
  test.each([
    ['sideEffects', 'sideEffects'],
    ['Side effects', 'sideEffects'],
    ['SIDE-EFFECTS', 'sideEffects'],
    ["Patient's choice", 'patientChoice'],
    ['lost to follow up', 'lostToFollowUp'],
  ])('"%s" is %s', (text, reason) => {
    expect(readStopReason(text)).toEqual({ ok: true, value: { reason, note: null } });
  });

  test('in other words is asked about, and kept word for word', () => {
    const value = { reason: 'other', note: 'Too far to drive' };
    expect(readStopReason('Too far to drive')).toMatchObject({ rule: 'reason-not-listed', ifAccepted: { value } });
  });

  test.each(['yes', 'X', 'TRUE'])('is not said by a tick such as "%s"', (text) => {
    expect(rule(readStopReason(text))).toBe('reason-missing');
  });

  test.each(['no', 'None', 'N/A', '-'])('"%s" may mean that nobody stopped: a fault', (text) => {
    expect(rule(readStopReason(text))).toBe('reason-not-given');
  });
});

test('a reason for a missed visit is understood by name and label', () => {
  const value = { reason: 'noShow', note: null };
  expect(readMissedReason('no-show')).toEqual({ ok: true, value });
  expect(readMissedReason('Did not come')).toEqual({ ok: true, value });
});

test.each([
  ['Major depression', 'depression'],
  ['MDD', 'depression'],
  ['F33.2', 'depression'],
  ['F32.1 Major depressive disorder', 'depression'],
  ['TRD', 'treatmentResistantDepression'],
  ['PTSD', 'ptsd'],
  ['F43.10', 'ptsd'],
  ['MDD, recurrent, severe', 'depression'],
  ['Major depressive disorder, single episode', 'depression'],
  ['296.33', 'depression'],
])('the indication "%s" is %s', (text, indication) => {
  expect(readIndication(text)).toEqual({ ok: true, value: indication });
});

test.each(['toString', 'F33.2, F43.10', 'bipolar', 'MDD, PTSD'])(
  'the indication "%s" is left out, with a warning',
  (text) => {
    expect(readIndication(text)).toMatchObject({ ok: true, value: null, remark: { rule: 'indication-unknown' } });
  },
);

test.each([
  ['no show', 'noShow'],
  ['Refused', 'declined'],
  ['NASK', 'notAsked'],
  ['n/a', 'unknown'],
  ['-99', 'unknown'],
])('"%s" in the cell of a score is a missed visit, where a person accepts it', (text, missed) => {
  expect(readScore(text)).toMatchObject({ ok: false, rule: 'score-missed', ifAccepted: { value: { missed } } });
});

test.each(['35.0', '35,0', '35/64', '35 / 64'])('"%s" is 35, once a person accepts it', (text) => {
  expect(readScore(text)).toMatchObject({ ok: false, rule: 'total-not-plain', ifAccepted: { value: { total: 35 } } });
});

test.each(['ongoing', 'Still in treatment', 'Completed series', 'Graduated', 'moved to maintenance', '?', 'TBD', 'no'])(
  '"%s" as a reason for stopping is asked about: the course may not have been stopped',
  (text) => {
    expect(readStopReason(text)).toMatchObject({ rule: 'reason-not-given', ifAccepted: { value: null } });
  },
);

test.each([
  ['1.23457E+11', 'chart-number-shortened'],
  ['1234567890123400', 'chart-number-cut'],
  ['1042.0', 'chart-number-decimals'],
  ['4-Mar', 'chart-number-date'],
  ['3/4/2026', 'chart-number-date'],
  ['N/A', 'chart-number-missing'],
])('a chart number such as "%s" is never taken without a word', (text, broken) => {
  expect(rule(readChartNumber(text))).toBe(broken);
});

test('a chart number has at most 40 characters, no line break and none that nobody sees', () => {
  expect(readChartNumber('x'.repeat(40)).ok).toBe(true);
  expect(readChartNumber('x'.repeat(41)).ok).toBe(false);
  expect(readChartNumber('A\n1').ok).toBe(false);
  for (const unseen of ['\u200b', '\u034f', '\u3164', '\u2800', '\u200d']) {
    expect(readChartNumber(`A${unseen}1`).ok).toBe(false);
  }
});

test('a protocol is six rising days', () => {
  expect(readProtocol('0 3 7 10 14 17')).toEqual({ ok: true, value: [0, 3, 7, 10, 14, 17] });
  expect(readProtocol('0,2,4, 7/9;11').ok).toBe(true);
  expect(rule(readProtocol('0 3 7'))).toBe('protocol-not-six-rising-days');
});

test('sex and year of birth are read as people write them', () => {
  expect(readSex('F')).toEqual({ ok: true, value: 'female' });
  expect(readSex('Non-binary')).toEqual({ ok: true, value: 'other' });
  expect(readSex('FTM')).toMatchObject({ ok: true, value: null, remark: { rule: 'sex' } });
  expect(readBirthYear('1981')).toEqual({ ok: true, value: 1981 });
  expect(rule(readBirthYear('81'))).toBe('birth-year');
});
