import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkClaim } from '../../../src/domain/claims/check-claim.js';
import type { PublicContent } from '../../../src/domain/publication/published-document.js';
import { SAMPLE, TOO_SMALL, figure, ladderOf, rate, sourceOf } from './sample-publication.js';

const SOURCE = sourceOf(SAMPLE);

/** Pieces that the reader of claims looks for, in any order. */
const PIECE = fc.constantFrom(
  '83 %',
  '74',
  '35.0',
  '11,2',
  'from',
  'to',
  '→',
  '-',
  'between',
  'and',
  'of',
  'out of',
  '120',
  'over',
  'at least',
  'up to',
  'half',
  'two thirds',
  'four in five',
  'a hundred',
  'percent',
  '%',
  'patients',
  'who',
  'responded',
  'success',
  'remission',
  'below 20',
  '10 or less',
  'worse',
  'n =',
  'scores',
  'fell',
  'dropped',
  'points',
  'after',
  'six infusions',
  'started',
  'completed',
  'p <',
  '.',
  ',',
  ';',
  ':',
  '(',
  ')',
  '\n',
  '\n\n',
  '• ',
  '\u00a0',
  '％',
  '½',
  '$',
  '2025',
  'CI',
  '±',
  '/',
  'İ',
);
const TEXT = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(PIECE, { maxLength: 60 }).map((pieces) => pieces.join(' ')),
  fc.array(PIECE, { maxLength: 60 }).map((pieces) => pieces.join('')),
);

describe('whatever is pasted', () => {
  test('it is answered, and every number is where the answer says, none over another', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const { numbers, ignored } = checkClaim(text, [SOURCE]);
        const spans = [...numbers, ...ignored].sort((one, other) => one.start - other.start);
        let free = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(free);
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(span.start, span.end)).toBe(span.text);
          free = span.end;
        }
        expect(free).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  test('a number is answered or left alone, never lost', () => {
    fc.assert(
      fc.property(fc.array(PIECE, { maxLength: 40 }), (pieces) => {
        const text = pieces.join(' ');
        const { numbers, ignored } = checkClaim(text, [SOURCE]);
        const found = [...numbers, ...ignored];
        for (const { index } of text.matchAll(/(?<![\d.,])\d/g))
          expect(found.some(({ start, end }) => start <= index && index < end)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

/** Counts as disclosure control lets them be: 0, or at least 11, and the same of what is left. */
const among = (n: number) =>
  fc.oneof(fc.constant(0), fc.constant(n), n >= 22 ? fc.integer({ min: 11, max: n - 11 }) : fc.constant(n));
const percent = (count: number, n: number) => Math.round((100 * count) / n);
const tenth = (value: number) => Math.round(10 * value) / 10;
const share = (set: 'starters' | 'completers', name: string, count: number, n: number) =>
  rate(set, name, [count, n], [percent(count, n), 0, 100]);

const CONTENT: fc.Arbitrary<PublicContent> = fc
  .record({
    completers: fc.integer({ min: 22, max: 3000 }),
    stopped: fc.oneof(fc.constant(0), fc.integer({ min: 11, max: 3000 })),
    baseline: fc.integer({ min: 200, max: 600 }),
    endpoint: fc.integer({ min: 0, max: 640 }),
    indication: fc.constantFrom(
      null,
      'depression' as const,
      'ptsd' as const,
      'chronicPain' as const,
      'unspecified' as const,
      'anxiety' as const,
    ),
    minimumBaseline: fc.constantFrom(null, 11, 21, 31, 46),
    shown: fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }),
  })
  .chain((drawn) =>
    fc
      .record({
        response: among(drawn.completers),
        below20: among(drawn.completers),
        atMost10: among(drawn.completers),
        worsened: among(drawn.completers),
        responderEnd: fc.integer({ min: 0, max: 300 }),
      })
      .map((counts) => contentOf({ ...drawn, ...counts })),
  );

function contentOf(drawn: {
  completers: number;
  stopped: number;
  baseline: number;
  endpoint: number;
  response: number;
  below20: number;
  atMost10: number;
  worsened: number;
  responderEnd: number;
  indication: PublicContent['cohort']['indication'];
  minimumBaseline: number | null;
  shown: boolean[];
}): PublicContent {
  const { completers: n, response, below20, atMost10, worsened } = drawn;
  const all = n + drawn.stopped;
  const [before, after] = [drawn.baseline / 10, drawn.endpoint / 10];
  const end = Math.min(drawn.responderEnd, drawn.baseline / 2) / 10;
  const points = (name: string, value: number, of: number) =>
    figure('completers', name, 'points', { value: tenth(value), n: of });
  const fall = (name: string, from: number, to: number, of: number) =>
    figure('completers', name, 'percent', { value: Math.round((100 * (from - to)) / from), n: of });
  const ofResponders =
    response === 0
      ? []
      : [
          points('respondersBaselineMean', before, response),
          points('respondersEndpointMean', end, response),
          fall('respondersPercentReductionOfMeans', before, tenth(end), response),
        ];
  const figures = [
    share('starters', 'response', response, all),
    share('starters', 'remissionBelow20', below20, all),
    share('starters', 'remissionAtMost10', atMost10, all),
    points('meanReduction', before - after, n),
    fall('percentReductionOfMeans', before, after, n),
    points('baselineMean', before, n),
    points('endpointMean', after, n),
    share('completers', 'response', response, n),
    share('completers', 'remissionBelow20', below20, n),
    share('completers', 'remissionAtMost10', atMost10, n),
    share('completers', 'worsened', worsened, n),
    ...ofResponders,
  ].map((each, at) =>
    drawn.shown[at] === false ? figure(each.set, each.name, each.unit, { withheld: TOO_SMALL }) : each,
  );
  const { indication, minimumBaseline } = drawn;
  return {
    ...SAMPLE,
    cohort: { kind: 'induction', indication, minimumBaseline },
    ladder: ladderOf([null, all, null, n, null]),
    figures,
  };
}

describe('a sentence that a publication allows', () => {
  test('is always supported by it, number for number', () => {
    fc.assert(
      fc.property(CONTENT, (content) => {
        const source = sourceOf(content);
        for (const { text } of source.document.sentences) {
          const { numbers } = checkClaim(text, [source]);
          const wrong = numbers.filter(({ verdict, notes }) => verdict !== 'supported' || notes.length > 0);
          expect({ text, wrong }).toEqual({ text, wrong: [] });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('says all that a reader needs', () => {
    for (const { text } of SOURCE.document.sentences) expect(checkClaim(text, [SOURCE]).missing).toEqual([]);
  });

  test('keeps its verdict in the company of the others and of the footnote', () => {
    const { sentences, footnote } = SOURCE.document;
    const whole = [...sentences.map(({ text }) => text), footnote].join('\n\n');
    for (const { text, verdict } of checkClaim(whole, [SOURCE]).numbers)
      expect([text, verdict]).toEqual([text, 'supported']);
  });
});

describe('a text of 20,000 characters is read in steps that grow with its length', () => {
  // A pattern that backtracks would not come back from any of these within the test's time.
  test.each([
    ['digits', '9'.repeat(20_000)],
    ['digits and points', '9.'.repeat(10_000)],
    ['numbers', '7 '.repeat(10_000)],
    ['froms', 'from '.repeat(4000)],
    ['the same group word', 'all the '.repeat(2500)],
    ['spaces', ' '.repeat(20_000)],
    ['line breaks', '\n'.repeat(20_000)],
    ['brackets', '('.repeat(20_000)],
    ['half claims', 'from 35.0 to '.repeat(1538)],
    ['one sentence of claims', '83 % responded, '.repeat(1250)],
    ['many claims', 'Scores fell from 35.0 to 11.2, by 68 %. '.repeat(500)],
    ['letters', 'a'.repeat(20_000)],
    ['dashes', '1-'.repeat(10_000)],
    ['signs of addresses', 'a@'.repeat(10_000)],
  ])('%s', (_, text) => {
    const { numbers, ignored } = checkClaim(text, [SOURCE]);
    expect(numbers.length + ignored.length).toBeLessThanOrEqual(text.length);
  });
});
