import { withoutContent } from './counted-set.js';
import type { CountedPublication, CountedSet } from './counted-set.js';
import { MEAN_GROUPS } from './mean-groups.js';

type Pair = readonly [CountedPublication, CountedPublication];

/** What was corrected between two publications. A course is named with both contents: corrected again it is another. */
export interface CorrectedBetween {
  pair: Pair;
  /** Every corrected course that both have in their cohorts. */
  all: CountedSet;
  /** Those of them in each count of which a mean may be published, where both publications have such counts. */
  inMeans: readonly CountedSet[];
}

/**
 * Which courses were corrected between any two of these publications?
 *
 * Input: what each publication counts. Output: for every two of them that share corrected courses, these courses: all,
 * and those in each count with a mean, by name, in either. The difference of two such means is about just these.
 *
 * @example correctedBetween([{ counts: [], cohort: ['p/a/1', 'p/b/1'] }, { counts: [], cohort: ['p/a/2', 'p/b/1'] }])
 * // one pair, all: 'p/a/1>p/a/2'
 */
export function correctedBetween(publications: readonly CountedPublication[]): CorrectedBetween[] {
  const contents = publications.map(
    ({ cohort }) => new Map(cohort.map((content) => [withoutContent(content), content])),
  );
  return publications.flatMap((one, at) =>
    publications.slice(at + 1).flatMap((other, after): CorrectedBetween[] => {
      const corrected = correctedIn(contents[at] as Contents, contents[at + 1 + after] as Contents);
      if (corrected.size === 0) return [];
      const pair = [one, other] as const;
      const all = { name: 'corrected', members: new Set(corrected.values()) };
      return [{ pair, all, inMeans: inMeansOf(corrected, pair) }];
    }),
  );
}

/** By the course as counts hold it: the course with its scores, or with both of them. */
type Contents = ReadonlyMap<string, string>;

function correctedIn(before: Contents, after: Contents): Contents {
  const corrected = new Map<string, string>();
  for (const [course, content] of before) {
    const other = after.get(course) ?? content;
    if (other !== content) corrected.set(course, [content, other].sort().join('>'));
  }
  return corrected;
}

function inMeansOf(corrected: Contents, pair: Pair): CountedSet[] {
  const means = pair.map(({ counts }) => counts.filter(({ name }) => MEAN_GROUPS.has(name)));
  if (means.some((counts) => counts.length === 0)) return [];
  const both = means.flat();
  return [...new Set(both.map(({ name }) => name))].map((name) => {
    const counts = both.filter((count) => count.name === name);
    const isCounted = (course: string) => counts.some(({ members }) => members.has(course));
    const counted = [...corrected].filter(([course]) => isCounted(course));
    return { name, members: new Set(counted.map(([, contents]) => contents)) };
  });
}
