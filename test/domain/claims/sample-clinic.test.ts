import { describe, expect, test } from '@jest/globals';
import { checkClaim } from '../../../src/domain/claims/check-claim.js';
import { publicContent } from '../../../src/domain/publication/public-content.js';
import { PUBLISHABLE_FIGURES } from '../../../src/domain/publication/publishable.js';
import { sampleGroups } from '../publication/sample-courses.js';
import { gradeOf } from './flesch-kincaid.js';
import { SAMPLE_FIGURES, sourceOf } from './sample-publication.js';

const content = publicContent(
  {
    period: '2024-Q3..2026-Q2',
    cohort: { kind: 'induction', indication: null },
    figures: PUBLISHABLE_FIGURES,
    charts: [],
  },
  { groups: sampleGroups(), edition: 1, isWidest: true },
);
const SOURCE = sourceOf(content);

describe('the publication of the sample clinic', () => {
  test('says what the tests of claims take it to say', () => {
    for (const { set, name, value, n, count } of SAMPLE_FIGURES) {
      const real = content.figures.find((each) => each.set === set && each.name === name);
      expect({ set, name, ...real }).toMatchObject({ set, name, value, n, count });
    }
  });

  test('allows five passages, in plain English, each supported number for number', () => {
    const { sentences, footnote } = SOURCE.document;
    expect(sentences).toHaveLength(5);
    for (const { text } of [...sentences, { text: footnote }]) {
      expect(gradeOf(text)).toBeLessThanOrEqual(9.5);
      for (const number of checkClaim(text, [SOURCE]).numbers)
        expect(number).toMatchObject({ verdict: 'supported', notes: [] });
    }
    expect(sentences[0]?.text).toContain(
      'Among the 120 scored at both, the average CUDOS depression score fell from 35.0 to 11.2, which is 68 %.',
    );
  });

  test("answers the clinic's claim with 74 % as inconsistent, and as the successful patients' alone", () => {
    const { numbers } = checkClaim(
      'Success in over 80 % of our patients after six infusions; a mean decrease of the CUDOS score of 74 %, ' +
        'from 35.0 to 11.2 on average; and for the successful patients averages falling from 34.9 to 8.9.',
      [SOURCE],
    );
    expect(numbers.map(({ text, verdict, figure }) => [text, verdict, figure?.set, figure?.name])).toEqual([
      ['over 80 %', 'supported-rounded', 'completers', 'response'],
      ['74 %', 'inconsistent', 'completers', 'respondersPercentReductionOfMeans'],
      ['35.0', 'supported', 'completers', 'baselineMean'],
      ['11.2', 'supported', 'completers', 'endpointMean'],
      ['34.9', 'supported', 'completers', 'respondersBaselineMean'],
      ['8.9', 'supported', 'completers', 'respondersEndpointMean'],
    ]);
    expect(numbers[1]?.notes).toMatchObject([{ verdict: 'other-set' }]);
  });
});
