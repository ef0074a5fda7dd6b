import { describe, expect, test } from '@jest/globals';
import { checkClaim } from '../../../src/domain/claims/check-claim.js';
import { SAMPLE, TOO_SMALL, figure, sourceOf } from './sample-publication.js';

/** What a clinic's page says of itself, as prose. */
const CLAIM =
  'Our patients after six infusions: success in over 80 %, a mean decrease of the CUDOS score of 74 %, ' +
  'from 35.0 to 11.2 on average. Among the successful patients the averages fell from 34.9 to 8.9.';

const SOURCE = sourceOf(SAMPLE);
const answer = checkClaim(CLAIM, [SOURCE]);
const numbered = (text: string) => answer.numbers.find((each) => each.text === text);

describe('the claim that this service exists to get right', () => {
  test('has six numbers that speak of outcomes, and one that does not', () => {
    expect(answer.numbers.map(({ text }) => text)).toEqual(['over 80 %', '74 %', '35.0', '11.2', '34.9', '8.9']);
    expect(answer.ignored).toEqual([{ text: 'six', start: 19, end: 22, reason: 'a number of infusions' }]);
  });

  test('"over 80 %" is true of those who had all six infusions, and the rate of all who started is named', () => {
    expect(numbered('over 80 %')).toMatchObject({
      verdict: 'supported-rounded',
      meaning: 'patients with success (response), said of the patients scored at infusions 1 and 6',
      figure: { set: 'completers', name: 'response', value: 83, n: 120, slug: 'slug-of-p1' },
      explanation: expect.stringContaining('Of all 175 patients who started it is 57 %.'),
    });
  });

  test("74 % does not follow from 35.0 and 11.2, which is 68 %, and is the successful patients' alone", () => {
    const found = numbered('74 %');
    expect(found).toMatchObject({
      verdict: 'inconsistent',
      explanation: 'The text contradicts itself: from 35.0 to 11.2 is 68 %, not 74 %.',
    });
    expect(found?.notes).toEqual([
      {
        verdict: 'other-set',
        explanation: expect.stringMatching(/68 %.*True only of the successful patients alone: .*74 %/),
      },
    ]);
  });

  test('35.0 and 11.2 are the means of those who had all six, 34.9 and 8.9 of the successful alone', () => {
    const verdicts = ['35.0', '11.2', '34.9', '8.9'].map((text) => {
      const { verdict, figure: of } = numbered(text) ?? {};
      return [text, verdict, of?.name];
    });
    expect(verdicts).toEqual([
      ['35.0', 'supported', 'baselineMean'],
      ['11.2', 'supported', 'endpointMean'],
      ['34.9', 'supported', 'respondersBaselineMean'],
      ['8.9', 'supported', 'respondersEndpointMean'],
    ]);
  });

  test('says neither how many, nor when, nor what success is, nor what became of the others', () => {
    expect(answer.missing).toEqual([
      'How many patients were counted (n).',
      'From which period they are.',
      'What counts as success: a fall of the score by half or more.',
      'What became of those who stopped early: the share of all who started.',
    ]);
  });

  test('is shown beside the sentences that the publication allows', () => {
    expect(answer.publication).toEqual({
      id: 'p1',
      slug: 'slug-of-p1',
      title: 'Results 2025 to 2026',
    });
    expect(answer.allowed).toEqual(SOURCE.document.sentences);
    expect(answer.footnote).toBe(SOURCE.document.footnote);
  });
});

describe('a claim against several publications', () => {
  // A year earlier: 34.0 to 14.0 is 58.8 %, of 60 patients.
  const earlier = {
    ...SAMPLE,
    ladder: [],
    figures: [
      figure('completers', 'baselineMean', 'points', { value: 34, n: 60 }),
      figure('completers', 'endpointMean', 'points', { value: 14, n: 60 }),
      figure('completers', 'percentReductionOfMeans', 'percent', { value: 59, n: 60 }),
    ],
  };
  const verdicts = (text: string, state: 'approved' | 'superseded' | 'withdrawn') =>
    checkClaim(text, [SOURCE, sourceOf(earlier, { id: 'p0', title: 'Results 2024', state })]).numbers;

  test("what only a replaced publication says is stale, and today's number is named", () => {
    const [from, to, percent] = verdicts('Scores fell from 34.0 to 14.0, by 59 %.', 'superseded');
    expect([from?.verdict, to?.verdict, percent?.verdict]).toEqual(['stale', 'stale', 'stale']);
    expect(percent?.figure).toMatchObject({ publicationId: 'p0', value: 59 });
    expect(percent?.explanation).toMatch(/"Results 2024", which was replaced by a newer one.* 59 %.*Now: .*68 %/);
  });

  test('what only a withdrawn publication says is stale too', () => {
    const [percent] = verdicts('Scores fell by 59 %.', 'withdrawn');
    expect(percent?.verdict).toBe('stale');
    expect(percent?.explanation).toContain('which was withdrawn');
  });

  test('two current publications both count, and the one that agrees with more answers', () => {
    const text = 'Scores fell from 34.0 to 14.0.';
    const sources = [SOURCE, sourceOf(earlier, { id: 'p0', title: 'Results 2024' })];
    const both = checkClaim(text, sources);
    expect(both.numbers.map(({ verdict }) => verdict)).toEqual(['supported', 'supported']);
    expect(both.publication?.title).toBe('Results 2024');
  });

  test('without a publication nothing is published, and nothing allowed', () => {
    const none = checkClaim(CLAIM, []);
    expect(none.numbers.map(({ verdict }) => verdict)).toEqual([
      'not-published',
      'inconsistent',
      'not-published',
      'not-published',
      'not-published',
      'not-published',
    ]);
    expect([none.publication, none.allowed, none.footnote]).toEqual([null, [], null]);
  });
});

describe('what a number means', () => {
  test('a withheld figure is named with its reason, and without its number', () => {
    const figures = SAMPLE.figures.map((each) =>
      each.name === 'worsened' ? figure('completers', 'worsened', 'percent', { withheld: TOO_SMALL }) : each,
    );
    const [found] = checkClaim('3 % of completers got worse.', [sourceOf({ ...SAMPLE, figures })]).numbers;
    expect(found?.explanation).toContain('is withheld: A group is too small to be shown.');
    expect(found?.figure).toBeNull();
  });

  test('a figure told by its bound is named with it', () => {
    const [found] = checkClaim('3 % of completers got worse.', [SOURCE]).numbers;
    expect(found?.explanation).toContain('only: Worsened fewer than 11 (under 10 %) of 120 among');
  });

  test('beside a contradicted share the nearest figure and the rate of all who started are named', () => {
    const [found] = checkClaim('90 % of completers had success.', [SOURCE]).numbers;
    expect(found?.explanation).toBe(
      'The published figures say otherwise. The nearest is: Response 83 % (100 of 120) among the patients scored at infusions 1 and 6. Of all 175 patients who started it is 57 %.',
    );
  });

  test('"improved" without a word on how much is answered with what is published', () => {
    const [found] = checkClaim('83 % of completers improved.', [SOURCE]).numbers;
    expect(found?.explanation).toContain('does not say what counts as better');
  });

  test('a right percent beside a wrong score keeps its verdict, and both carry the contradiction', () => {
    // 100 x (35.0 - 12.2) / 35.0 = 65.1
    const { numbers } = checkClaim('Scores fell from 35.0 to 12.2, which is 68 %.', [SOURCE]);
    for (const { notes } of numbers)
      expect(notes).toEqual([
        {
          verdict: 'inconsistent',
          explanation: expect.stringContaining('from 35.0 to 12.2 is 65 %'),
        },
      ]);
  });

  test.each([
    ['In 2019, 57 % of all who started responded.', '2019'],
    ['In 2025, 57 % of all who started responded.', '2025'],
  ])('a year that is not the period of the figure is not published: %s', (text, year) => {
    const [found] = checkClaim(text, [SOURCE]).numbers;
    expect(found?.verdict).toBe('not-published');
    expect(found?.explanation).toContain(`No publication is of "${year}" alone`);
    expect(found?.explanation).toContain('of patients who started from January 2025 to December 2026');
  });

  test.each([
    'In 2025 and 2026, 57 % of all who started responded.',
    'Founded in 2015. 57 % of all who started responded.',
  ])('the period of the publication is, and the year of something else is no period: %s', (text) => {
    expect(checkClaim(text, [SOURCE]).numbers[0]?.verdict).toBe('supported');
  });

  test('never a word on what the law says', () => {
    const said = JSON.stringify(answer);
    expect(said).not.toMatch(/\b(?:legal|illegal|law|lawful|unlawful|mislead|deceptive|FTC)/i);
  });
});
