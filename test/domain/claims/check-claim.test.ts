import { describe, expect, test } from '@jest/globals';
import { answersOfSample, type ClaimCase } from './answers-of-sample.js';

describe('a claim of remission, of who was counted, or of something else is held against the published figures of the sample clinic:', () => {
  test.each<ClaimCase>([
    [
      'remission by a rule that is not named',
      'Remission was reached by 54 % of those who completed six infusions.',
      ['54 % | supported | completers.remissionAtMost10'],
    ],
    [
      'both rules of remission',
      '86% of completers scored below 20 and 54% scored 10 or less.',
      ['86% | supported | completers.remissionBelow20', '54% | supported | completers.remissionAtMost10'],
    ],
    // 86 % is by the other rule; of at most 10 it is 54 %.
    [
      'a share by the other rule of remission',
      '86 % of completers scored 10 or less.',
      ['86 % | contradicted | completers.remissionAtMost10'],
    ],
    // The mean after, 11.2, is below 12.
    [
      'a mean below a bound',
      'Average scores dropped to below 12 after six infusions.',
      ['below 12 | supported-rounded | completers.endpointMean'],
    ],
    // 120 - 100 = 20, 20 / 120 = 16.7.
    [
      'the share without success',
      'Only 17 % of completers did not respond.',
      ['17 % | supported | completers.response'],
    ],
    // 175 - 120 = 55, 55 / 175 = 31.4.
    [
      'who stopped',
      '31 % of starters dropped out, 55 of 175.',
      ['31 % | supported | ladder.withInfusion6', '55 of 175 | supported | ladder.withInfusion6'],
    ],
    ['a share told by its bound', 'Only 3 % of patients got worse.', ['3 % | not-published | completers.worsened']],
    ['a count told by its bound', '3 of 120 worsened.', ['3 of 120 | not-published | completers.worsened']],
    ['more than the bound', '15 of 120 patients worsened.', ['15 of 120 | contradicted | completers.worsened']],
    [
      'a bound that holds for each count within the published one',
      'Of those who had all six infusions, fewer than 1 in 10 got worse.',
      ['fewer than 1 in 10 | supported | completers.worsened'],
    ],
    [
      'a bound that would not hold for 10 of 120, which are 8.3 %',
      'Of those who had all six infusions, less than 8 % got worse.',
      ['less than 8 % | not-published | completers.worsened'],
    ],
    ['an effect size', "The effect size was large (Cohen's d = 2.4).", ['2.4 | supported | completers.cohenDz']],
    [
      'counts of the ladder',
      '175 patients started; 120 completed all six infusions; 100 of them responded.',
      [
        '175 | supported | ladder.withBaseline',
        '120 | supported | ladder.withInfusion6',
        '100 | supported | completers.response',
      ],
    ],
    ['the n of another group', '175 patients completed all six infusions.', ['175 | other-set | ladder.withBaseline']],
    [
      'an n that nobody published',
      'In 1,200 patients scores fell from 35.0 to 11.2.',
      [
        '1,200 | contradicted | ladder.withBaseline',
        '35.0 | supported | completers.baselineMean',
        '11.2 | supported | completers.endpointMean',
      ],
    ],
    ['another time', 'After two infusions, 57 % of all patients who started responded.', ['57 % | not-published | -']],
    [
      'another questionnaire',
      "Patients' PHQ-9 scores fell from 18 to 6.",
      ['18 | not-published | -', '6 | not-published | -'],
    ],
    ['another outcome', '95 % of our patients are satisfied.', ['95 % | not-published | -']],
    [
      'definition and share in one sentence',
      '83% of patients experienced at least a 50% reduction after completing six infusions.',
      ['83% | supported | completers.response'],
    ],
    [
      'a share and its interval, the group recognized by its n',
      'In a series of 175 patients, response was 57% (95% CI: 50–64%).',
      [
        '175 | supported | ladder.withBaseline',
        '57% | supported | starters.response',
        '50–64% | supported | starters.response',
      ],
    ],
    [
      'two sentences with a colon',
      'Start score: 35.0. End score: 11.2.',
      ['35.0 | supported | completers.baselineMean', '11.2 | supported | completers.endpointMean'],
    ],
    [
      'a comparison with what was measured elsewhere',
      '57 percent of all who started responded compared with 30 percent for antidepressants.',
      ['57 percent | supported | starters.response', '30 percent | not-published | -'],
    ],
    [
      'a count that could be a year',
      'Of all 2025 who started, 57 % responded.',
      ['2025 | contradicted | ladder.withBaseline', '57 % | supported | starters.response'],
    ],
    ['a claim of everybody', '100% of patients improve!', ['100% | contradicted | starters.response']],
    ['how much better', 'Our patients feel 68% better.', ['68% | supported | completers.percentReductionOfMeans']],
    [
      'the number of the successful',
      'The number of responders was 100.',
      ['100 | supported | completers.respondersBaselineMean'],
    ],
    ['a rise', 'Depression scores rose by 68 %.', ['68 % | contradicted | completers.percentReductionOfMeans']],
    [
      'a list',
      '• 57 % response among starters\n• 68 % lower scores\n• 120 patients',
      [
        '57 % | supported | starters.response',
        '68 % | supported | completers.percentReductionOfMeans',
        '120 | supported | ladder.withInfusion6',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(answersOfSample(text)).toEqual(expected);
  });
});
