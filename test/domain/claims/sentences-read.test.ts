import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { checkClaim } from '../../../src/domain/claims/check-claim.js';
import { FURTHER_SENTENCES } from './further-sentences.js';
import { SAMPLE, sourceOf } from './sample-publication.js';
import { SENTENCES } from './sentence-cases.js';

const PUBLISHED = { ...SAMPLE, figures: SAMPLE.figures.filter(({ name }) => name !== 'cohenDz') };

/** The verdicts on the numbers of a text that are not among the right ones. */
function wrongIn(text: string, right: Readonly<Record<string, string>>): string[] {
  const { numbers, ignored } = checkClaim(text, [sourceOf(PUBLISHED)]);
  const isIn = (name: string) => (each: { text: string }) => each.text.toLowerCase().includes(name.toLowerCase());
  return Object.entries(right).flatMap(([name, verdicts]) => {
    const number = numbers.find((each) => each.text === name) ?? numbers.find(isIn(name));
    const answer = number?.verdict ?? (ignored.some(isIn(name)) ? 'ignored' : 'nothing');
    const isRight = verdicts.split('|').includes(answer) || (answer === 'nothing' && verdicts.includes('ignored'));
    return isRight ? [] : [`${name} in "${text}": ${answer}`];
  });
}

describe.each(Object.entries({ ...SENTENCES, ...FURTHER_SENTENCES }))(
  'sentences of the kind: %s',
  (_kind, sentences) => {
    test.each(sentences)('%s', (text, right) => {
      expect(wrongIn(text, right)).toEqual([]);
    });
  },
);

interface Tried {
  text: string;
  expected: string | { number: string; verdicts: string[] }[];
}

/** Sentences that strangers tried, where they are beside this checkout. */
const TRIED = new URL('../../../../shared/cases/claims.json', import.meta.url);

(existsSync(TRIED) ? describe : describe.skip)('the sentences that were tried', () => {
  test('get no other verdict than a right one; the share may only rise', () => {
    const all = JSON.parse(readFileSync(TRIED, 'utf8')) as Tried[];
    const wrong = all.flatMap(({ text, expected }) => {
      if (typeof expected === 'string') return [];
      // `54 to 60|54`: either way of writing the number.
      const faults = expected.map(({ number, verdicts }) =>
        number.split('|').map((name) => wrongIn(text, { [name]: verdicts.join('|') })),
      );
      return faults.flatMap((ways) => (ways.some((each) => each.length === 0) ? [] : (ways[0] ?? [])));
    });
    expect(wrong).toEqual([]);
  });
});
