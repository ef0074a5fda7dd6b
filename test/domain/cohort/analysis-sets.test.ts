import { describe, expect, test } from '@jest/globals';
import { byOutcome, pairedScores, startersOf } from '../../../src/domain/cohort/analysis-sets.js';
import { course } from './cohort-fixtures.js';

const finished = course([40, 30, null, 22, null, 12]);
const stopped = course([40, 30], { status: 'stopped', stoppedReason: 'cost' });
const withoutBaseline = course([null, 30, 20, 10, 5, 2], { postSeries: 1 });
const baselineOnly = course([28], { postSeries: 9 });
const all = [finished, stopped, withoutBaseline, baselineOnly];

describe('analysis sets', () => {
  test('whoever has a score at infusion 1 is a starter', () => {
    expect(startersOf(all)).toEqual([finished, stopped, baselineOnly]);
  });

  test('a course without infusion 6 is no completer', () => {
    expect(pairedScores('infusion-6', all)).toEqual({ baseline: [40], endpoint: [12] });
  });

  test('the last later score stands in for infusion 6, the baseline itself never does', () => {
    expect(pairedScores('last-observed', all)).toEqual({ baseline: [40, 40], endpoint: [12, 30] });
  });

  test('a score after the series counts only where the rule asks for it', () => {
    expect(pairedScores('post-series', all)).toEqual({ baseline: [28], endpoint: [9] });
  });

  test('40 to 20 at infusion 6 responded, 40 to 21 did not, 40 to 5 at infusion 5 is unknown', () => {
    const responder = course([40, null, null, null, null, 20]);
    const other = course([40, null, null, null, null, 21]);
    const early = course([40, null, null, null, 5]);
    expect(byOutcome([responder, other, early, withoutBaseline])).toEqual({
      responders: [responder],
      nonResponders: [other],
      withoutInfusion6: [early],
    });
  });
});
