import { expect, test } from '@jest/globals';
import { atomsOf } from '../../../src/domain/disclosure/atoms.js';
import { personOf, personsIn } from '../../../src/domain/disclosure/counted-set.js';
import { differencing } from '../../../src/domain/disclosure/differencing.js';
import { isolatedGroup } from '../../../src/domain/disclosure/isolated-group.js';
import { publicContent } from '../../../src/domain/publication/public-content.js';

/** `each` courses of `persons` persons, as counts hold them. */
const coursesOf = (persons: number, each: number, from = 0) =>
  Array.from({ length: persons * each }, (_, at) => `p${from + (at % persons)}/c${from}-${at}`);
const fell = {
  scores: [40, 30, 25, 20, 15, 10] as [number, number, number, number, number, number],
};
const course = (courseId: string) => ({
  ...fell,
  courseId,
  postSeries: null,
  stoppedReason: null,
  status: 'completed' as const,
  startedOn: '2025-02-03',
});
const request = (figure: string) => ({
  cohort: { period: '2025', kind: null, indication: null, minimumBaseline: null },
  figures: [figure],
  charts: [],
});

test('a person with several courses is one person', () => {
  expect(personOf('p1/c7')).toBe('p1');
  expect(personOf('c7')).toBe('c7');
  expect(personsIn(['p1/c7', 'p1/c8', 'p2/c1'])).toBe(2);
});

test('an atom has the size of its persons, each counted at the first of their courses', () => {
  const [first, second] = [new Set(['p1/a', 'p2/b', 'p1/c']), new Set(['p1/d', 'p3/e'])];
  // p1 and p2 in the first count; of the second only p3 is new.
  expect(
    atomsOf([
      { name: 'n', members: first },
      { name: 'm', members: second },
    ]).sizes,
  ).toEqual([2, 1]);
});

test('12 courses of 3 persons are a group of 3, and 12 of 12 are none', () => {
  const count = (members: string[]) => [{ name: 'n', members: new Set(members) }];
  expect(isolatedGroup(count(coursesOf(3, 4)))).toEqual({ size: 3 });
  expect(isolatedGroup(count(coursesOf(12, 1)))).toBeNull();
});

test('12 courses of 6 persons are too few to publish, 22 of 11 are enough', () => {
  const of = (persons: number) => publicContent(request('starters.response'), coursesOf(persons, 2).map(course));
  expect(of(6).refusal?.rule).toBe('threshold');
  expect(of(11).refusal).toBeNull();
  expect(of(11).content.figures[0]).toMatchObject({ n: 22, count: 22, withheld: null });
});

test('one corrected score makes a near copy, 11 corrected ones do not', () => {
  const ids = coursesOf(40, 1);
  const counts = [{ name: 'n', members: new Set(ids) }];
  const cohort = (corrected: number) => ids.map((id, at) => `${id}/${at < corrected ? 'new' : 'old'}`);
  const against = (corrected: number) =>
    differencing({ counts, cohort: cohort(corrected) }, [{ id: 'e', title: 'Earlier', counts, cohort: cohort(0) }]);
  expect(against(0)).toBeNull();
  expect(against(1)).toMatchObject({ rule: 'differencing', otherPublicationIds: ['e'] });
  expect(against(10)).not.toBeNull();
  expect(against(11)).toBeNull();
});

test('11 more courses of 10 persons make a near copy', () => {
  const ids = coursesOf(40, 1);
  const more = [...ids, ...coursesOf(10, 1, 100), 'p100/again'];
  const of = (cohort: string[]) => ({ counts: [{ name: 'n', members: new Set(cohort) }], cohort });
  expect(differencing(of(more), [{ id: 'e', title: 'E', ...of(ids) }])?.rule).toBe('differencing');
});
