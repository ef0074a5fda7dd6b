import { describe, expect, test } from '@jest/globals';
import { differencing } from '../../../src/domain/disclosure/differencing.js';
import { count, span } from './counted.js';

type Span = [from: number, to: number];

/** A publication of courses from..to that counts them all and, of those, the given spans. */
function publication(id: string, [from, to]: Span, ...parts: Span[]) {
  const counts = [count('n', [from, to]), ...parts.map((part, at) => count(`part ${at}`, part))];
  return { id, title: `Results ${id}`, counts, cohort: span(from, to) };
}

describe('a publication beside earlier ones of the clinic', () => {
  test.each<[string, Span, Span, boolean]>([
    ['5 courses more', [1, 105], [1, 100], true],
    ['10 courses more', [1, 110], [1, 100], true],
    ['11 courses more', [1, 111], [1, 100], false],
    ['5 courses fewer', [1, 95], [1, 100], true],
    ['the very same courses', [1, 100], [1, 100], false],
    ['no course in common, though only 8 in one of them', [101, 108], [1, 100], false],
    ['20 new courses and 4 gone, which no subtraction reveals', [5, 120], [1, 100], true],
  ])('%s: refused is %s', (_, own, other, refused) => {
    const { counts, cohort } = publication('new', own);
    // The counts themselves are not at issue where a cohort is small by itself.
    const shown = cohort.length < 11 ? [] : counts;
    const refusal = differencing({ counts: shown, cohort }, [publication('old', other)]);
    expect(refusal !== null).toBe(refused);
  });

  test('one correction that moves a course into a count shows in the difference', () => {
    const before = publication('before', [1, 100], [1, 60]);
    const after = publication('after', [1, 100], [1, 61]);
    const refusal = differencing(after, [before]);
    expect(refusal).toMatchObject({ otherPublicationIds: ['before'] });
    expect(refusal?.reason).toContain('One corrected score is enough');
    expect(refusal?.reason).toContain('Withdrawing or replacing');
    expect(refusal?.reason).toContain('choose other figures and charts');
    expect(refusal?.reason).toContain('wait until courses of 11 or more patients have ended or changed');
  });

  test('when 11 courses have moved into a count it may be published again', () => {
    const before = publication('before', [1, 100], [1, 60]);
    // 71 - 60 = 11 can be worked out, and 11 are enough
    expect(differencing(publication('after', [1, 100], [1, 71]), [before])).toBeNull();
    expect(differencing(publication('after', [1, 100], [1, 70]), [before])).not.toBeNull();
  });

  test('the refusal names the other publication and never says how many', () => {
    const refusal = differencing(publication('new', [1, 107]), [
      publication('far', [500, 600]),
      publication('near', [1, 100]),
    ]);
    expect(refusal).toMatchObject({ rule: 'differencing', otherPublicationIds: ['near'] });
    expect(refusal?.reason).toContain('“Results near”');
    expect(refusal?.reason).toContain('10 or fewer');
    expect(refusal?.reason).toContain('other figures does not help');
    expect(refusal?.reason).not.toMatch(/\b7\b/);
  });

  test('halves that leave 5 of a year clash with it together, though neither does alone', () => {
    const halves = [publication('first half', [1, 48]), publication('second half', [49, 95])];
    const year = publication('year', [1, 100]);
    const elsewhere = publication('another year', [200, 300]);
    expect(differencing(year, [elsewhere, ...halves])).toMatchObject({
      otherPublicationIds: ['first half', 'second half'],
    });
    for (const half of halves) expect(differencing(year, [half])).toBeNull();
  });

  test('the first publication of a clinic clashes with none', () => {
    expect(differencing(publication('only', [1, 100]), [])).toBeNull();
  });
});

test('ten earlier publications of 40 counts over 100,000 courses are compared', () => {
  const year = (at: number) => [at * 10_000 + 1, (at + 2) * 10_000] as Span;
  const parts = ([from, to]: Span, shift: number): Span[] =>
    Array.from({ length: 39 }, (_, k) => [from + 200 * k + shift, to - 150 * k]);
  const all = Array.from({ length: 9 }, (_, at) => publication(`year ${at}`, year(at), ...parts(year(at), 0)));
  expect(differencing(publication('new', year(3), ...parts(year(3), 50)), all)).toBeNull();
  expect(differencing(publication('new', year(3), ...parts(year(3), 3)), all)).not.toBeNull();
});
