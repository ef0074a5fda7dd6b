import { describe, expect, test } from '@jest/globals';
import { correctedBetween } from '../../../src/domain/disclosure/corrected-between.js';
import { personsIn, withoutContent } from '../../../src/domain/disclosure/counted-set.js';
import { differencing } from '../../../src/domain/disclosure/differencing.js';
import { MEAN_GROUPS } from '../../../src/domain/disclosure/mean-groups.js';

type Span = [from: number, to: number];

const persons = ([from, to]: Span) => Array.from({ length: to - from + 1 }, (_, at) => `p${from + at}/c${from + at}`);

/** A publication of persons from..to, some of them with other scores by then, that counts the given groups. */
function publication(
  id: string,
  cohort: Span,
  { corrected = [], counts = {} }: { corrected?: Span[]; counts?: Record<string, Span[]> } = {},
) {
  const changed = new Set(corrected.flatMap(persons));
  return {
    id,
    title: `Results ${id}`,
    cohort: persons(cohort).map((course) => `${course}/${changed.has(course) ? 'new' : 'old'}`),
    counts: Object.entries({ courses: [cohort], ...counts }).map(([name, spans]) => ({
      name,
      members: new Set(spans.flatMap(persons)),
    })),
  };
}

test('a course is the same course whatever its scores were', () => {
  expect(withoutContent('p1/c7/5e1f')).toBe('p1/c7');
  expect(withoutContent('p1/c7')).toBe('p1/c7');
  expect(withoutContent('c7')).toBe('c7');
});

test('what was corrected between two publications: the courses of both with other scores', () => {
  // persons 1-3 corrected; 1 and 2 are in the later cohort 2-5 or the earlier 1-4 as well: 2 and 3 in both
  const before = publication('before', [1, 4]);
  const after = publication('after', [2, 5], { corrected: [[1, 3]] });
  const [found, ...others] = correctedBetween([before, after]);
  expect([...(found?.all.members ?? [])]).toEqual(['p2/c2/new>p2/c2/old', 'p3/c3/new>p3/c3/old']);
  expect(others).toEqual([]);
  expect(correctedBetween([before, before])).toEqual([]);
});

test('means are published of those with an endpoint, of responders, and of those with all six scores', () => {
  expect([...MEAN_GROUPS].sort()).toEqual([
    'last-observed-responders',
    'last-observed-with-percent-reduction',
    'responders',
    'scored-at-1,scored-at-2,scored-at-3,scored-at-4,scored-at-5,scored-at-6',
    'with-infusion-6',
    'with-later-score',
    'with-percent-reduction',
  ]);
});

describe('scores corrected between two publications', () => {
  test.each([
    ['10 corrected, while 40 others came and 40 went', 10, true],
    ['11 corrected, while 40 others came and 40 went', 11, false],
  ])('%s: refused is %s', (_, many, refused) => {
    const before = publication('before', [1, 140]);
    const after = publication('after', [41, 180], { corrected: [[101, 100 + many]] });
    const refusal = differencing(after, [before]);
    expect(refusal !== null).toBe(refused);
    if (refusal === null) return;
    expect(refusal).toMatchObject({ rule: 'differencing', otherPublicationIds: ['before'] });
    expect(refusal.reason).toContain('Scores were corrected between this publication and “Results before”');
    expect(refusal.reason).not.toMatch(/\b40\b/);
  });

  /** Of 100 persons 1-80 have infusion 6, and so a mean. Those in the span are corrected. */
  const ofMean = (corrected: Span) => {
    const counts = { 'with-infusion-6': [[1, 80] as Span] };
    const after = publication('after', [1, 100], { corrected: [corrected], counts });
    return differencing(after, [publication('before', [1, 100], { counts })]);
  };

  test('15 corrected, 5 of them in a mean: the difference of the means is about these 5', () => {
    expect(ofMean([76, 90])?.reason).toContain('choose figures without means');
  });

  test('15 corrected, all of them in the mean, or none: nobody can be told apart', () => {
    expect(ofMean([66, 80])).toBeNull();
    expect(ofMean([81, 95])).toBeNull();
  });

  test('15 corrected, 4 not in a mean whose n has no other mean beside it: nobody can be told apart', () => {
    // 70-80 are 11 in the mean; of 81-84 no mean is published
    expect(ofMean([70, 84])).toBeNull();
  });

  test('15 corrected, in two means that differ by 4 of them', () => {
    // 66-80 in one mean, 70-80 (11) in the other: the difference of the differences is about 66-69
    const counts = {
      'with-later-score': [[1, 100] as Span],
      'with-infusion-6': [[70, 100] as Span],
    };
    const after = publication('after', [1, 100], { corrected: [[66, 80]], counts });
    expect(differencing(after, [publication('before', [1, 100], { counts })])).not.toBeNull();
  });

  test('5 corrected in a count of rates alone: no mean reveals them', () => {
    const counts = { 'with-baseline': [[1, 80] as Span] };
    const after = publication('after', [1, 100], { corrected: [[76, 90]], counts });
    expect(differencing(after, [publication('before', [1, 100], { counts })])).toBeNull();
  });
});

describe('scores corrected between three and more publications', () => {
  /** Parts of 6, of 100 persons who are in each cohort. */
  const [a, b, c]: [Span, Span, Span] = [
    [1, 6],
    [7, 12],
    [13, 18],
  ];

  test('12, 12 and 12 of three parts of 6: each pair of publications shows 12, all together each 6', () => {
    // a and b corrected, then b back and c corrected: a + b, b + c, a + c; half of (a + b) + (a + c) - (b + c) is a
    const first = publication('first', [1, 100]);
    const second = publication('second', [1, 100], { corrected: [a, b] });
    const third = publication('third', [1, 100], { corrected: [a, c] });
    const sizes = correctedBetween([first, second, third]).map(({ all }) => personsIn(all.members));
    expect(sizes).toEqual([12, 12, 12]);
    expect(differencing(second, [first])).toBeNull();
    expect(differencing(third, [first])).toBeNull();
    expect(differencing(third, [second])).toBeNull();
    expect(differencing(third, [first, second])).toMatchObject({
      rule: 'differencing',
      otherPublicationIds: ['first', 'second'],
    });
  });

  test('a year and its first half, then the year again: 16 corrected in the year, 11 in the half, so 5', () => {
    const corrected: Span[] = [[40, 55]];
    const [year, half] = [publication('year', [1, 100]), publication('half', [1, 50])];
    const again = publication('again', [1, 100], { corrected });
    expect(differencing(again, [year])).toBeNull();
    expect(differencing(again, [half])).toBeNull();
    expect(differencing(again, [year, half])).toMatchObject({
      otherPublicationIds: ['year', 'half'],
    });
    // 20 corrected in the year, all of them in the half: nobody is left over
    const inHalf = publication('again', [1, 100], { corrected: [[31, 50]] });
    expect(differencing(inHalf, [year, half])).toBeNull();
  });

  test('one person corrected twice among others is one more change, and reveals nothing', () => {
    // 1-20, then 20-40 with another fingerprint of person 20; the changes of means are of 20, 21 and 40 persons
    const cohort = (version: (person: number) => string) =>
      persons([1, 100]).map((course, at) => `${course}/${version(at + 1)}`);
    const counts = [{ name: 'with-infusion-6', members: new Set(persons([1, 100])) }];
    const of = (id: string, version: (person: number) => string) => ({
      id,
      title: id,
      counts,
      cohort: cohort(version),
    });
    const first = of('first', () => 'old');
    const second = of('second', (person) => (person <= 20 ? 'new' : 'old'));
    const third = of('third', (person) => {
      if (person === 20) return 'newest';
      return person <= 40 ? 'new' : 'old';
    });
    expect(differencing(third, [first, second])).toBeNull();
  });
});
