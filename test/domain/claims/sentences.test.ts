import { describe, expect, test } from '@jest/globals';
import { checkClaim } from '../../../src/domain/claims/check-claim.js';
import { sentencesOf } from '../../../src/domain/claims/sentences.js';
import { CAVEATS } from '../../../src/domain/publication/words.js';
import type { PublicContent } from '../../../src/domain/publication/published-document.js';
import { gradeOf, syllablesIn } from './flesch-kincaid.js';
import { SAMPLE, SAMPLE_FIGURES, TOO_SMALL, ladderOf, rate, sourceOf } from './sample-publication.js';

const { sentences, footnote } = sentencesOf(SAMPLE, 'Riverside');
const textOn = (content: PublicContent, key: string) =>
  sentencesOf(content, 'Riverside').sentences.find(({ figures }) => figures.includes(key))?.text;
const without = (...keys: string[]): PublicContent => ({
  ...SAMPLE,
  figures: SAMPLE_FIGURES.filter(({ set, name }) => !keys.includes(`${set}.${name}`)),
});
const withheld = (...keys: string[]): PublicContent => ({
  ...SAMPLE,
  figures: SAMPLE_FIGURES.map((figure) =>
    keys.includes(`${figure.set}.${figure.name}`)
      ? { ...figure, value: null, n: null, count: null, ci95: [null, null], withheld: TOO_SMALL }
      : figure,
  ),
});

const MEANS = 'completers.endpointMean';

describe('in one line', () => {
  const lines = sentences.flatMap(({ short }) => short ?? []);

  test('the means, the success and the remissions of the sample clinic, each with a mark for its footnote', () => {
    expect(lines).toEqual([
      'Average CUDOS score 35.0 before and 11.2 at infusion 6 (68 % lower) among the 120 scored at both.*',
      '100 of the 175 who started (57 %) had success.*',
      'Of the 175 who started, 103 (59 %) scored below 20 at infusion 6, and 65 (37 %) scored 10 or less.*',
    ]);
  });

  test.each(lines)('the claim check supports every number of: %s', (line) => {
    const { numbers } = checkClaim(line, [sourceOf(SAMPLE)]);
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.filter(({ verdict }) => verdict !== 'supported')).toEqual([]);
  });

  test('no success of completers alone, and none of what is withheld', () => {
    const some = sentencesOf(withheld('starters.response'), 'Riverside').sentences;
    expect(some.filter(({ short }) => short?.includes('success'))).toEqual([]);
  });
});

describe('the sentences that the sample clinic may print', () => {
  test('the means, with n, period, percent, the rate of all who started, and those who got worse', () => {
    expect(textOn(SAMPLE, MEANS)).toBe(
      'From January 2025 to December 2026, 175 patients started a series of infusions. Of these, 120 were scored at infusions 1 and 6. ' +
        'Among the 120 scored at both, the average CUDOS depression score fell from 35.0 to 11.2, which is 68 %. ' +
        'Of all 175 who started, 100 (57 %) had success: their score fell by half or more. ' +
        'Of the 120 scored at both, fewer than 11 got worse.',
    );
  });

  test('the success of completers comes behind that of all who started', () => {
    expect(textOn(SAMPLE, 'completers.response')).toContain(
      'Of all 175 who started, 100 (57 %) had success: their score fell by half or more. ' +
        'Among the 120 scored at both, 100 (83 %) had success.',
    );
    const alone = textOn(without('starters.response'), 'completers.response');
    expect(alone).toBeUndefined();
  });

  test('both rules of remission are given together', () => {
    expect(textOn(SAMPLE, 'starters.remissionBelow20')).toContain(
      'Of all 175 who started, 103 (59 %) scored below 20 at infusion six, and 65 (37 %) scored 10 or less. ' +
        'Among the 120 scored at both, 103 (86 %) scored below 20, and 65 (54 %) scored 10 or less.',
    );
    expect(textOn(withheld('starters.remissionAtMost10'), 'starters.remissionBelow20')).toContain(
      'How many scored 10 or less is not shown, to protect privacy.',
    );
  });

  test('the means of the successful patients are only where they are called so', () => {
    const ofResponders = sentences.filter(({ text }) => /34\.9|8\.9|74 %/.test(text));
    expect(ofResponders).toHaveLength(1);
    expect(ofResponders[0]?.text).toContain(
      'For the 100 successful patients alone, the average score fell from 34.9 to 8.9',
    );
    expect(ofResponders[0]?.text).toContain('this is not what a patient may expect');
    expect(ofResponders[0]?.figures).toContain('completers.respondersEndpointMean');
  });

  test('the share who got worse is said where it is published', () => {
    const figures = [...without('completers.worsened').figures, rate('completers', 'worsened', [12, 120], [10, 6, 17])];
    const kept = sentencesOf({ ...SAMPLE, figures }, 'Riverside').sentences;
    for (const { text, figures: used } of kept) {
      expect(text).toContain('Of the 120 scored at both, 12 (10 %) got worse.');
      expect(used).toContain('completers.worsened');
    }
  });

  test('what was not chosen is said to be no part of it, what is withheld to be so for privacy', () => {
    expect(textOn(without('starters.response'), MEANS)).toContain(
      'How many of all who started had success is not a part of what is published here.',
    );
    expect(textOn(withheld('starters.response'), MEANS)).toContain(
      'How many of all who started had success is not shown, to protect privacy.',
    );
  });

  test('no sentence uses a withheld figure', () => {
    for (const { set, name } of SAMPLE_FIGURES) {
      const key = `${set}.${name}`;
      for (const { figures } of sentencesOf(withheld(key), 'Riverside').sentences) expect(figures).not.toContain(key);
    }
    expect(textOn(withheld('completers.baselineMean'), MEANS)).toBeUndefined();
  });

  test('many patients are printed so that they are no year', () => {
    const content = { ...SAMPLE, ladder: ladderOf([null, 2025, null, 1999, null]) };
    expect(textOn(content, MEANS)).toContain(
      '2,025 patients started a series of infusions. Of these, 1,999 were scored at infusions 1 and 6.',
    );
  });

  test('without the number of all who started there is no sentence', () => {
    const figures = SAMPLE_FIGURES.filter(({ set }) => set !== 'starters');
    const content = { ...SAMPLE, figures, ladder: ladderOf([null, null, null, 120, null]) };
    expect(sentencesOf(content, 'Riverside').sentences).toEqual([]);
  });

  test('a sentence says whom the publication is about', () => {
    const cohort = { kind: 'maintenance', indication: 'ptsd', minimumBaseline: 21 } as const;
    expect(textOn({ ...SAMPLE, cohort }, MEANS)).toContain(
      '175 patients with post-traumatic stress disorder with a first score of 21 or higher started a follow-on series of infusions. Of these, 120 were scored at infusions 1 and 6.',
    );
  });

  test('scores that rose are not said to have fallen', () => {
    const figures = SAMPLE_FIGURES.map((figure) =>
      figure.name === 'endpointMean'
        ? { ...figure, value: 42 }
        : figure.name === 'percentReductionOfMeans'
          ? { ...figure, value: -20 }
          : figure,
    );
    expect(textOn({ ...SAMPLE, figures }, MEANS)).toContain('score rose from 35.0 to 42.0, which is 20 %');
  });

  test('the footnote names the clinic, the period and every caveat', () => {
    expect(footnote).toBe(
      'Riverside, patients who started from January 2025 to December 2026. There was no comparison group. ' +
        'A series counts once, so a person with two series counts twice.',
    );
  });
});

describe('the sentences are plain English', () => {
  // "The cat sat on the mat." has 6 words of one syllable: 0.39 x 6 + 11.8 x 1 - 15.59 = -1.45.
  test('the grade is that of the published formula', () => {
    expect(gradeOf('The cat sat on the mat.')).toBeCloseTo(-1.45, 10);
    expect(['infusion', 'patients', 'average', 'started', 'score', 'people'].map(syllablesIn)).toEqual([
      3, 2, 3, 2, 1, 2,
    ]);
  });

  test.each(sentences.map(({ text }) => text))('%s', (text) => {
    expect(gradeOf(text)).toBeLessThanOrEqual(9.5);
  });

  test('the footnote', () => {
    expect(gradeOf(footnote)).toBeLessThanOrEqual(9.5);
  });
});

describe('the footnote of a real publication', () => {
  const real = sentencesOf({ ...SAMPLE, caveats: [...CAVEATS] }, 'Riverside').footnote;

  test('is plain English', () => {
    expect(gradeOf(real)).toBeLessThanOrEqual(9.5);
  });

  test.each([
    ['uncontrolled, and no proof of an effect', /comparison group.*do(?:es)? not prove/],
    ['self-report', /patients (?:gave about|fill in|answer)/],
    ['off-label', /off-label/],
    ['that score 6 is taken before the sixth infusion', /before the sixth infusion/],
    ['no advice', /not medical advice/],
  ])('names %s', (_, pattern) => {
    expect(real).toMatch(pattern);
  });

  test('says no number that a claim check would take for a result', () => {
    expect(checkClaim(real, [sourceOf(SAMPLE)]).numbers).toEqual([]);
  });
});
