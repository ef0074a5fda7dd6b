import { describe, expect, test } from '@jest/globals';
import { answersOfSample, type ClaimCase } from './answers-of-sample.js';

describe('a claimed share of patients is held against the published figures of the sample clinic:', () => {
  test.each<ClaimCase>([
    [
      'a share of completers, as published',
      '83 % of patients who completed all six infusions responded.',
      ['83 % | supported | completers.response'],
    ],
    [
      'a share of all who started, as published',
      '57% of everyone who started responded.',
      ['57% | supported | starters.response'],
    ],
    // 83 % are of completers; nobody says so here, and of all who started 57 % is not above 80 %.
    [
      '"over", said of patients without a word on who',
      'Success in over 80 % of patients.',
      ['over 80 % | other-set | completers.response'],
    ],
    // 83 > 80, and the sentence says after six infusions.
    [
      '"over", said of patients after six infusions',
      'After six infusions, over 80 % of our patients respond.',
      ['over 80 % | supported-rounded | completers.response'],
    ],
    [
      '"more than" in words',
      'More than eighty percent of completers had success.',
      ['More than eighty percent | supported-rounded | completers.response'],
    ],
    // 57 > 50.
    [
      '"more than half" of all',
      'More than half of our patients responded.',
      ['More than half | supported-rounded | starters.response'],
    ],
    // 57 is not at least 60, 83 is.
    [
      '"at least", of all who started',
      'At least 60 % of all who started responded.',
      ['At least 60 % | other-set | completers.response'],
    ],
    // 59 is 1 below 60: nearly. The number in brackets is the cut-off, no result.
    [
      '"nearly", with the rule of remission',
      'Nearly 60% of all who started went into remission (score below 20).',
      ['Nearly 60% | supported-rounded | starters.remissionBelow20'],
    ],
    // 83 is 7 below 90, which is not nearly.
    [
      '"almost" that is not almost',
      'Almost 90 percent of completers responded.',
      ['Almost 90 percent | contradicted | completers.response'],
    ],
    [
      '"up to", equal to the published share',
      'Up to 83 % of patients with six infusions respond.',
      ['Up to 83 % | supported-rounded | completers.response'],
    ],
    [
      '"up to", above it',
      'Up to 95 % of patients with six infusions respond.',
      ['Up to 95 % | contradicted | completers.response'],
    ],
    // 100 / 120 = 83.33.
    [
      'a decimal that count and n give',
      'Response rate: 83.3 % of completers.',
      ['83.3 % | supported | completers.response'],
    ],
    [
      'a decimal that they do not give',
      'Response rate: 83.4 % of completers.',
      ['83.4 % | contradicted | completers.response'],
    ],
    [
      'a number in words',
      'Eighty-three per cent of completers responded.',
      ['Eighty-three per cent | supported | completers.response'],
    ],
    // 4/5 = 80 is the fifth nearest to 83.3, and modest.
    [
      'four out of five completers',
      '4 out of 5 patients who finished six infusions responded.',
      ['4 out of 5 | supported-rounded | completers.response'],
    ],
    // Of all who started it is 57 %, nearest to 3 in 5.
    [
      'four in five, of patients',
      'Four in five of our patients got better.',
      ['Four in five | other-set | completers.response'],
    ],
    // 86 % is 4 below 90, more than the 2.5 that a fraction may be too generous.
    [
      'nine in ten, too generous',
      'Nine in ten completers scored below 20.',
      ['Nine in ten | contradicted | completers.remissionBelow20'],
    ],
    // 37 %: nearest third is one, and 33 is modest.
    [
      'a third in remission',
      'A third of all patients who started scored 10 or less.',
      ['A third | supported-rounded | starters.remissionAtMost10'],
    ],
    // 66.7 of 57: nearest third of 57 is 2 (1.71), but 9.5 too generous; no other set has it: 83.3 is 16.7 above.
    ['two thirds, too generous', 'Two thirds of patients improved.', ['Two thirds | contradicted | starters.response']],
    ['a real count of a real n', '100 of 120 patients responded.', ['100 of 120 | supported | completers.response']],
    [
      'the same with a slash and the percentage',
      '100/120 (83%) completers had success.',
      ['100/120 | supported | completers.response', '83% | supported | completers.response'],
    ],
    [
      'a count of all who started',
      'In our clinic 100 out of 175 patients had success.',
      ['100 out of 175 | supported | starters.response'],
    ],
    // 50 of 60 would be 83 % too, but nobody counted 60.
    [
      'a true share with an invented n',
      '50 of 60 completers responded.',
      ['50 of 60 | contradicted | completers.response'],
    ],
    // 100 of 120 is 83 %.
    [
      'a count and a percentage that disagree',
      '100 of 120 patients (90 %) responded.',
      ['100 of 120 | supported | completers.response', '90 % | inconsistent | completers.response'],
    ],
    [
      'the group recognized by its n',
      '83 % of the 120 patients responded.',
      ['83 % | supported | completers.response', '120 | supported | ladder.withInfusion6'],
    ],
    // Of 175 it is 57 %.
    [
      'a share of the wrong n',
      '83 % of 175 patients responded.',
      ['83 % | other-set | completers.response', '175 | supported | ladder.withBaseline'],
    ],
    [
      'a range around the share',
      'Between 75 and 85 percent of patients who completed treatment responded.',
      ['Between 75 and 85 percent | supported-rounded | completers.response'],
    ],
    [
      'the same range of nobody in particular',
      '75–85 % of patients responded.',
      ['75–85 % | other-set | completers.response'],
    ],
    [
      'a range beside the share',
      '90 to 95 % of completers responded.',
      ['90 to 95 % | contradicted | completers.response'],
    ],
    [
      'the interval of a share',
      '83 % of completers responded (95 % CI 76-89 %).',
      ['83 % | supported | completers.response', '76-89 % | supported | completers.response'],
    ],
    [
      'the interval of a mean',
      'The mean reduction was 23.8 points (95 % interval 22.0 to 25.6).',
      ['23.8 points | supported | completers.meanReduction', '22.0 to 25.6 | supported | completers.meanReduction'],
    ],
  ])('%s', (_, text, expected) => {
    expect(answersOfSample(text)).toEqual(expected);
  });
});
