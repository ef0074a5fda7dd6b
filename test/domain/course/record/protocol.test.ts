import { expect, test } from '@jest/globals';
import {
  checkProtocol,
  DEFAULT_PROTOCOL,
  everyWeeks,
  intervalWeeksOf,
  LONGEST_INTERVAL_WEEKS,
} from '../../../../src/domain/course/record/protocol.js';

test.each([
  ['twice a week for three weeks', [0, 3, 7, 10, 14, 17]],
  ['every four weeks', [0, 28, 56, 84, 112, 140]],
  ['two years at most', [0, 1, 2, 3, 4, 730]],
])('a series can be planned %s', (_, days) => {
  expect(checkProtocol(days)).toEqual([]);
});

test.each([
  ['five infusions', [0, 3, 7, 10, 14]],
  ['seven infusions', [0, 3, 7, 10, 14, 17, 21]],
  ['a first infusion on day 1', [1, 3, 7, 10, 14, 17]],
  ['two infusions on one day', [0, 3, 3, 10, 14, 17]],
  ['an infusion before the one it follows', [0, 7, 3, 10, 14, 17]],
  ['half a day', [0, 3.5, 7, 10, 14, 17]],
  ['more than two years', [0, 1, 2, 3, 4, 731]],
  ['a text', '0 3 7 10 14 17'],
  ['nothing', null],
])('%s is no plan of a series', (_, days) => {
  expect(checkProtocol(days)).toMatchObject([{ rule: 'protocol-not-six-rising-days' }]);
});

test('without a plan of its own a series has two infusions a week for three weeks', () => {
  expect(DEFAULT_PROTOCOL).toEqual([0, 3, 7, 10, 14, 17]);
});

test('maintenance every three weeks is planned 21 days apart', () => {
  expect(everyWeeks(3)).toEqual([0, 21, 42, 63, 84, 105]);
  expect(intervalWeeksOf([0, 21, 42, 63, 84, 105])).toBe(3);
});

test('the longest rhythm is still a plan, and infusions of which one was moved have none', () => {
  expect(checkProtocol(everyWeeks(LONGEST_INTERVAL_WEEKS))).toEqual([]);
  expect(intervalWeeksOf([0, 21, 43, 63, 84, 105])).toBeNull();
  expect(intervalWeeksOf(DEFAULT_PROTOCOL)).toBeNull();
});
