import { describe, expect, test } from '@jest/globals';
import { checkClaim } from '../../../src/domain/claims/check-claim.js';
import { answersOfSample, type ClaimCase } from './answers-of-sample.js';
import { SAMPLE, sourceOf } from './sample-publication.js';

const SOURCE = sourceOf(SAMPLE);

/** The publication of the sample clinic, as in `answers-of-sample.ts`: 175 started, 120 had all six. */
describe('a claim in further words is held against the published figures of the sample clinic:', () => {
  test.each<ClaimCase>([
    [
      // 120 / 175 = 68.6 %.
      'a share who had all six infusions',
      '69 % of patients completed all six infusions.',
      ['69 % | supported | ladder.withInfusion6'],
    ],
    [
      'a share who had all six infusions, that is another',
      '90 % of our patients finished the series.',
      ['90 % | contradicted | ladder.withInfusion6'],
    ],
    [
      'a share of those who had all six infusions stays one of them',
      '83 % of patients who completed all six infusions responded.',
      ['83 % | supported | completers.response'],
    ],
    [
      // 100 of 120 is 83 %, of 175 it is 57 %.
      'a rate as a decimal',
      'The success rate of completers is 0.83.',
      ['0.83 | supported | completers.response'],
    ],
    [
      'a rate as a decimal with its interval',
      'Response rate of all who started: 0.57 (95 % CI 0.50–0.64).',
      ['0.57 | supported | starters.response', '0.50–0.64 | supported | starters.response'],
    ],
    [
      'a decimal that is no rate stays one',
      'Cohen’s d was 2.4, p = 0.03.',
      ['2.4 | supported | completers.cohenDz', '0.03 | not-published | -'],
    ],
    [
      // 120 - 100 = 20 of those with all six.
      'those who did not, after those who did',
      'Of 120 completers 100 responded and 20 did not.',
      [
        '120 | supported | ladder.withInfusion6',
        '100 | supported | completers.response',
        '20 | supported | completers.response',
      ],
    ],
    [
      'a median is no mean',
      'The median score dropped from 35 to 11.',
      ['35 | not-published | -', '11 | not-published | -'],
    ],
    ['how many must be treated', 'The number needed to treat is 2.', ['2 | not-published | -']],
    ['how many times more likely', 'Our patients are 3 times more likely to respond.', ['3 times | not-published | -']],
  ])('%s', (_title, text, expected) => {
    expect(answersOfSample(text)).toEqual(expected);
  });

  test('who filled in a form had not all six infusions for that', () => {
    const [answer] = checkClaim('90 % of patients completed the questionnaire.', [SOURCE]).numbers;
    expect(answer?.verdict).toBe('not-published');
  });
});
