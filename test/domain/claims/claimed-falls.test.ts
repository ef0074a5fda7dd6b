import { describe, expect, test } from '@jest/globals';
import { answersOfSample, type ClaimCase } from './answers-of-sample.js';

describe('a claimed fall of scores is held against the published figures of the sample clinic:', () => {
  test.each<ClaimCase>([
    // 100 x 23.8 / 35.0 = 68.0.
    [
      'before, after and percent',
      'Average scores fell from 35.0 to 11.2, which is 68 %.',
      [
        '35.0 | supported | completers.baselineMean',
        '11.2 | supported | completers.endpointMean',
        '68 % | supported | completers.percentReductionOfMeans',
      ],
    ],
    [
      'an arrow',
      'CUDOS 35.0 -> 11.2',
      ['35.0 | supported | completers.baselineMean', '11.2 | supported | completers.endpointMean'],
    ],
    [
      'before and after, each with its word',
      'CUDOS: 35.0 before, 11.2 after.',
      ['35.0 | supported | completers.baselineMean', '11.2 | supported | completers.endpointMean'],
    ],
    [
      'in two halves of a sentence',
      'Before treatment the average score was 35.0; after six infusions it was 11.2.',
      ['35.0 | supported | completers.baselineMean', '11.2 | supported | completers.endpointMean'],
    ],
    [
      'rounded to whole points',
      'The average score fell from 35 to 11.',
      ['35 | supported | completers.baselineMean', '11 | supported-rounded | completers.endpointMean'],
    ],
    // 23.8 rounds to 24.
    [
      'points, rounded',
      'Scores dropped 24 points on average after six infusions.',
      ['24 points | supported-rounded | completers.meanReduction'],
    ],
    [
      'points, with a hyphen',
      'A 24-point drop in depression scores.',
      ['24-point | supported-rounded | completers.meanReduction'],
    ],
    [
      'points that nobody published',
      'Scores dropped by 30 points.',
      ['30 points | contradicted | completers.meanReduction'],
    ],
    [
      'percent lower, with n',
      'Depression scores were 68 % lower after six infusions (n = 120).',
      ['68 % | supported | completers.percentReductionOfMeans', '120 | supported | ladder.withInfusion6'],
    ],
    // 68 > 66.7.
    [
      'more than two thirds',
      'Depression symptoms fell by more than two-thirds.',
      ['more than two-thirds | supported-rounded | completers.percentReductionOfMeans'],
    ],
    // 74 % is 34.9 to 8.9, of the responders.
    [
      "the successful patients' percentage, said of all",
      "On average, our patients' CUDOS score dropped by 74%.",
      ['74% | other-set | completers.respondersPercentReductionOfMeans'],
    ],
    [
      'the successful patients, said to be so',
      'Responders went from 34.9 down to 8.9, a 74 percent reduction.',
      [
        '34.9 | supported | completers.respondersBaselineMean',
        '8.9 | supported | completers.respondersEndpointMean',
        '74 percent | supported | completers.respondersPercentReductionOfMeans',
      ],
    ],
    [
      "the successful patients' means, said of all",
      'From a severe 34.9 to a minimal 8.9: what patients experience after six infusions.',
      ['34.9 | other-set | completers.respondersBaselineMean', '8.9 | other-set | completers.respondersEndpointMean'],
    ],
    // 100 x (35.0 - 8.9) / 35.0 = 74.6: consistent in itself, and of two different groups.
    [
      'a before of all and an after of the successful',
      'Scores fell from 35.0 to 8.9.',
      ['35.0 | supported | completers.baselineMean', '8.9 | other-set | completers.respondersEndpointMean'],
    ],
    // 100 x (40 - 10) / 40 = 75: consistent, and not published.
    [
      'a consistent invention',
      'Depression scores decreased from 40 to 10, a 75% drop.',
      [
        '40 | contradicted | completers.baselineMean',
        '10 | contradicted | completers.endpointMean',
        '75% | contradicted | completers.percentReductionOfMeans',
      ],
    ],
    // 100 x (40 - 10) / 40 = 75, not 60; 60 % is not published either.
    [
      'an inconsistent invention',
      'Depression scores decreased from 40 to 10, a 60% drop.',
      [
        '40 | contradicted | completers.baselineMean',
        '10 | contradicted | completers.endpointMean',
        '60% | inconsistent | completers.percentReductionOfMeans',
      ],
    ],
    // 100 x (35.0 - 12.2) / 35.0 = 65: the published 68 % is spared, 12.2 is the wrong one.
    [
      'a wrong after beside a right percentage',
      'Scores fell from 35.0 to 12.2, which is 68 %.',
      [
        '35.0 | supported | completers.baselineMean',
        '12.2 | contradicted | completers.endpointMean',
        '68 % | supported | completers.percentReductionOfMeans',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(answersOfSample(text)).toEqual(expected);
  });
});
